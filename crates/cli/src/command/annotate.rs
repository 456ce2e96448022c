use std::path::PathBuf;

use chancery_app::batch::{annotate_file, annotate_line};
use chancery_app::tagging::Tagger;
use clap::Args;

use super::{jsonl, topic};
use crate::{Outcome, output};

/// Tags a text: countries, topics, resolutions, regimes, acts, speakers, quotations, issuer, each with its evidence
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

    /// Topics and words of your own, from a file (docs/topics.md)
    #[arg(long, value_name = "FILE")]
    topics: Option<PathBuf>,

    /// The address that the document has on the web
    #[arg(long)]
    url: Option<String>,
}

impl Annotate {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let tagger = self.topics.as_deref().map_or_else(|| Ok(Tagger::shipped()), topic::tagger_of)?;
        let file = match self.file {
            Some(file) if !self.jsonl => file,
            file => return jsonl::answer(file.as_deref(), |line| annotate_line(line, &tagger)),
        };
        let bytes = output::bytes(&file)?;
        let name = file.display().to_string();
        output::json(&annotate_file(&name, &bytes, self.url.as_deref(), &tagger)?)?;
        Ok(Outcome::Done)
    }
}
