use std::fs::File;
use std::io::BufReader;
use std::path::PathBuf;

use chancery_app::AppError;
use chancery_app::exchange::{provenance, verify_pack};
use clap::Args;
use serde_json::json;

use crate::arguments::DataFolder;
use crate::{Outcome, archive, output};

/// Shows how the bytes of a statement came, or writes them out for another to check
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery evidence 2f6c1a
  chancery evidence 2f6c1a --output proof.zip
  chancery evidence https://www.example.org/news/1 --output proof")]
pub struct Evidence {
    /// The statement's id or address
    id: String,

    /// Writes records, bytes as received and SHA-256 sums into this zip, or into this new folder
    #[arg(short, long, value_name = "DIR|FILE.zip")]
    output: Option<PathBuf>,
}

impl Evidence {
    pub fn run(self, data: &DataFolder) -> anyhow::Result<Outcome> {
        archive::with(data, async |app| {
            let statement = app.statement_at(&self.id).await?;
            let Some(to) = &self.output else {
                let mut revisions = Vec::new();
                for revision in 1..=statement.revision {
                    let received = app.received(&statement.id, Some(revision)).await?;
                    revisions.push(json!({
                        "statement_id": statement.id,
                        "revision": revision,
                        "received": received.as_ref().map(provenance),
                    }));
                }
                output::json(&revisions)?;
                return Ok(Outcome::Done);
            };
            let report = app.evidence_of(&statement.id, to).await?;
            let bytes = if report.with_bytes > 0 { "with" } else { "without" };
            output::line(&format!("{}: the statement {bytes} its bytes as received.", to.display()))?;
            Ok(Outcome::Done)
        })
    }
}

/// Checks an evidence pack: each file against its SHA-256
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  chancery verify proof.zip")]
pub struct Verify {
    /// The evidence pack
    file: PathBuf,
}

impl Verify {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let file = File::open(&self.file).map_err(|why| AppError::file(&self.file, why))?;
        let check = verify_pack(BufReader::new(file)).map_err(AppError::from)?;
        output::line(&format!("{}: {} files agree with their sums.", self.file.display(), check.agreed))?;
        Ok(Outcome::after(&check.faults))
    }
}
