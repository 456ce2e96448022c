//! The batch forms: JSON Lines in, JSON Lines out, over all cores.

use std::path::Path;

use chancery_app::batch::answer_lines;

use crate::{Outcome, output};

/// Answers every line of a file, or of standard input for none. A bad line is answered in its place; the run goes on.
pub fn answer(file: Option<&Path>, work: impl Fn(&str) -> String + Sync) -> anyhow::Result<Outcome> {
    let input = output::input(file.unwrap_or(Path::new("-")))?;
    let workers = std::thread::available_parallelism().map_or(1, Into::into);
    answer_lines(input, std::io::stdout(), workers, work)?;
    Ok(Outcome::Done)
}
