use std::path::PathBuf;

use chancery_app::batch::match_line;
use clap::Args;

use super::jsonl;
use crate::Outcome;

/// Says whether texts match queries, as a rule would judge them
///
/// No archive is needed. A line {"id", "query", "text", "title"?} is answered by {"id", "match", "spans"}; a bad line,
/// or a query that does not parse, is answered by {"id", "error"} and does not end the run.
#[derive(Debug, Args)]
#[command(
    name = "match",
    after_help = "\
Example:
  chancery match --jsonl < pairs.jsonl > matches.jsonl"
)]
pub struct Match {
    /// Reads JSON Lines and writes one line for each
    #[arg(long, required = true)]
    jsonl: bool,

    /// The file of lines; without it, standard input
    file: Option<PathBuf>,
}

impl Match {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let now = chrono::Utc::now();
        jsonl::answer(self.file.as_deref(), |line| match_line(line, now))
    }
}
