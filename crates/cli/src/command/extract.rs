use std::path::PathBuf;

use chancery_app::batch::{extract_file, extract_line};
use clap::Args;

use super::jsonl;
use crate::{Outcome, output};

/// Reads a page or feed: title, text, date, authors; the entries of a feed
///
/// No archive is needed. With --jsonl, a line {"id", "url"?, "headers"?, "path" or "html"} is answered by a line; a bad
/// line is answered by {"id", "error"} and does not end the run.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery extract page.html --url https://www.example.org/news/1
  chancery extract --jsonl < pages.jsonl > extracted.jsonl")]
pub struct Extract {
    /// The file (HTML, RSS, Atom, JSON Feed); - is standard input
    #[arg(required_unless_present = "jsonl")]
    file: Option<PathBuf>,

    /// Reads JSON Lines (from standard input without FILE) and writes one line for each
    #[arg(long)]
    jsonl: bool,

    /// The output is JSON in any case
    #[arg(long, hide = true)]
    json: bool,

    /// The address that the document has on the web; relative links are resolved against it
    #[arg(long)]
    url: Option<String>,
}

impl Extract {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let file = match self.file {
            Some(file) if !self.jsonl => file,
            file => return jsonl::answer(file.as_deref(), extract_line),
        };
        let bytes = output::bytes(&file)?;
        output::json(&extract_file(&file.display().to_string(), &bytes, self.url.as_deref())?)?;
        Ok(Outcome::Done)
    }
}
