use std::path::PathBuf;

use anyhow::ensure;
use chancery_app::batch::screen_pair_line;
use clap::Args;

use super::jsonl;
use crate::Outcome;
use crate::failure::WrongCall;

/// Says how likely two names are of one party
///
/// No archive is needed. A line {"id", "a", "b", "type"?} is answered by {"id", "score", "match", "why"}; type is person,
/// organisation, vessel, aircraft or any. A bad line is answered by {"id", "error"} and does not end the run.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  chancery screen --pairs --jsonl < pairs.jsonl > scores.jsonl")]
pub struct Screen {
    /// Each line has two names
    #[arg(long, required = true)]
    pairs: bool,

    /// Reads JSON Lines and writes one line for each
    #[arg(long, required = true)]
    jsonl: bool,

    /// From this score on two names match, from 0 to 1; without it, 0.75
    #[arg(long, value_name = "SCORE")]
    threshold: Option<f32>,

    /// The file of lines; without it, standard input
    file: Option<PathBuf>,
}

impl Screen {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let is_score = self.threshold.is_none_or(|threshold| (0.0..=1.0).contains(&threshold));
        ensure!(is_score, WrongCall("The threshold is a score from 0 to 1.".to_owned()));
        jsonl::answer(self.file.as_deref(), |line| screen_pair_line(line, self.threshold))
    }
}
