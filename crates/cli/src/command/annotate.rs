use std::path::PathBuf;

use chancery_app::batch::{annotate_file, annotate_line};
use clap::Args;

use super::jsonl;
use crate::{Outcome, output};

/// Tags a text: countries, topics, resolutions, regimes, speakers, issuer, each with its evidence
///
/// No archive is needed. A span counts characters. With --jsonl, a line {"id", "text", "title"?, "lang"?, "url"?} is
/// answered by a line; a bad line is answered by {"id", "error"} and does not end the run.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery annotate statement.txt
  chancery annotate --jsonl < statements.jsonl > tags.jsonl")]
pub struct Annotate {
    /// The file (text, HTML or feed); - is standard input
    #[arg(required_unless_present = "jsonl")]
    file: Option<PathBuf>,

    /// Reads JSON Lines (from standard input without FILE) and writes one line for each
    #[arg(long)]
    jsonl: bool,

    /// The output is JSON in any case
    #[arg(long, hide = true)]
    json: bool,

    /// The address that the document has on the web
    #[arg(long)]
    url: Option<String>,
}

impl Annotate {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let file = match self.file {
            Some(file) if !self.jsonl => file,
            file => return jsonl::answer(file.as_deref(), annotate_line),
        };
        let bytes = output::bytes(&file)?;
        output::json(&annotate_file(&file.display().to_string(), &bytes, self.url.as_deref())?)?;
        Ok(Outcome::Done)
    }
}
