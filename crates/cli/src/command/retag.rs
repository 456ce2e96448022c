use clap::Args;

use crate::arguments::DataFolder;
use crate::{Outcome, archive, output, progress};

/// Makes the tags of all statements anew, with the data of this program
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  chancery retag")]
pub struct Retag {
    /// Prints {changed} as JSON
    #[arg(long)]
    json: bool,
}

impl Retag {
    pub fn run(self, data: &DataFolder) -> anyhow::Result<Outcome> {
        let changed =
            archive::with(data, async |app| Ok(progress::shown(&app, "retag", app.retag()).await?))?;
        match self.json {
            true => output::json(&serde_json::json!({ "changed": changed }))?,
            false => output::line(&format!("{changed} statements have other tags now."))?,
        }
        Ok(Outcome::Done)
    }
}
