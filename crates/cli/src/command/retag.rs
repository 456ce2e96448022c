use chancery_app::Stale;
use clap::Args;

use crate::arguments::DataFolder;
use crate::{Outcome, archive, output, progress};

/// Makes tags anew that other data made than this program's and your topics; stopped, it goes on next time
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  chancery retag
  chancery retag --all")]
pub struct Retag {
    /// Makes the tags of all statements anew and enters their words into the index again; stopped, it begins anew
    #[arg(long)]
    all: bool,

    /// Prints {changed} as JSON
    #[arg(long)]
    json: bool,
}

impl Retag {
    pub fn run(self, data: &DataFolder) -> anyhow::Result<Outcome> {
        let which = if self.all { Stale::AndAll } else { Stale::Only };
        let changed =
            archive::with(data, async |app| Ok(progress::shown(&app, "retag", app.retag(which)).await?))?;
        match self.json {
            true => output::json(&serde_json::json!({ "changed": changed }))?,
            false => output::line(&format!("{changed} statements have other tags now."))?,
        }
        Ok(Outcome::Done)
    }
}
