use std::path::PathBuf;

use chancery_app::exchange::{read_state, write_state};
use clap::{Args, Subcommand};

use crate::arguments::DataFolder;
use crate::{Outcome, archive, output};

/// Moves what you made: rules, labels, notes, read and starred, sources, settings
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  chancery state export my-chancery.json")]
pub struct StateCommand {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Writes what you made into one JSON file
    #[command(after_help = "\
Example:
  chancery state export my-chancery.json")]
    Export {
        /// The file; - is standard output
        file: PathBuf,
    },
    /// Takes over what such a file holds; what is here stays
    #[command(after_help = "\
Example:
  chancery state import my-chancery.json")]
    Import {
        /// The file; - is standard input
        file: PathBuf,
    },
}

impl StateCommand {
    pub fn run(self, data: &DataFolder) -> anyhow::Result<Outcome> {
        archive::with(data, async |app| match self.action {
            Action::Export { file } => {
                let state = app.state().await?;
                output::file(&file, |out| write_state(out, &state))?;
                Ok(Outcome::Done)
            }
            Action::Import { file } => {
                let taken = app.take_state(read_state(output::input(&file)?)?).await?;
                output::line(&format!(
                    "{} sources, {} rules and the marks of {} statements were taken over.",
                    taken.sources, taken.rules, taken.statements
                ))?;
                Ok(Outcome::after(&taken.faults))
            }
        })
    }
}
