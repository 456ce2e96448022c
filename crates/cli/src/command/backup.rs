use std::path::PathBuf;

use clap::Args;

use crate::arguments::DataFolder;
use crate::{Outcome, archive, output};

/// Writes a whole copy of the archive, also while it is in use
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery backup
  chancery backup /mnt/safe/chancery.sqlite")]
pub struct Backup {
    /// The file, which must not exist yet; without it, one named by the time in the data folder's backups/
    file: Option<PathBuf>,
}

impl Backup {
    pub fn run(self, data: &DataFolder) -> anyhow::Result<Outcome> {
        archive::with(data, async |app| {
            let file = match self.file {
                Some(file) => file,
                None => {
                    let folder = app.data().join("backups");
                    std::fs::create_dir_all(&folder)
                        .map_err(|why| chancery_app::AppError::file(&folder, why))?;
                    folder.join(app.clock().now().format("chancery-%Y%m%d-%H%M%S.sqlite").to_string())
                }
            };
            app.backup(&file).await?;
            output::line(&file.display().to_string())?;
            Ok(Outcome::Done)
        })
    }
}
