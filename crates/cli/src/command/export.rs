use std::path::{Path, PathBuf};

use chancery_app::exchange::{Column, CsvOptions, Delimiter, EXCEL_CELL_LIMIT, Preset, StatementCsv};
use chancery_app::store::Order;
use chancery_app::{App, ExportPlan, Exported};
use clap::Args;

use super::search::for_each;
use crate::arguments::DataFolder;
use crate::failure::WrongCall;
use crate::{Outcome, archive, output, progress};

/// Writes the statements that a query matches as CSV, newest first
///
/// Beside each file stands FILE-metadata.json, which describes its columns (CSVW).
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery export 'country:KP within:1y' -o kp.csv
  chancery export 'topic:sanctions' -o sanctions.csv --preset excel --delimiter ';' --tags tags.csv
  chancery export 'res:1718' -o res1718.csv --columns published_at,issuer,title,url
  chancery export 'res:1718' -o res1718.zip --evidence")]
pub struct Export {
    /// The query; an empty one means every statement
    #[arg(allow_hyphen_values = true)]
    query: String,

    /// The file; - is standard output
    #[arg(short, long = "output", value_name = "FILE")]
    output: PathBuf,

    /// excel: byte-order mark, CRLF, guarded formulas; data: none of these
    #[arg(long, default_value = "data", value_parser = str::parse::<Preset>)]
    preset: Preset,

    /// What stands between fields: , ; or tab. Without it a comma, for excel what your locale's Excel expects
    #[arg(long, value_parser = str::parse::<Delimiter>)]
    delimiter: Option<Delimiter>,

    /// Also writes the tags with their evidence into this file
    #[arg(long, value_name = "FILE")]
    tags: Option<PathBuf>,

    /// These columns only, in the fixed order of the file
    #[arg(long, value_delimiter = ',', value_parser = str::parse::<Column>)]
    columns: Option<Vec<Column>>,

    /// Also the text of each statement, as the last column
    #[arg(long)]
    text: bool,

    /// Also an evidence pack: records, bytes as received, SHA-256 sums; FILE itself when it ends in .zip, else beside it
    #[arg(long)]
    evidence: bool,

    /// Prints what was written as JSON
    #[arg(long)]
    json: bool,
}

impl Export {
    pub fn run(self, data: &DataFolder) -> anyhow::Result<Outcome> {
        archive::with(data, async |app| {
            if self.output.as_os_str() == "-" {
                return self.to_standard_output(&app).await;
            }
            let mut written = Vec::new();
            if !self.is_pack_alone() {
                written.push((self.output.clone(), self.write_csv(&app).await?));
            }
            if self.evidence {
                let pack = self.output.with_extension("zip");
                let exported =
                    progress::shown(&app, "export", app.export_evidence(&self.query, &pack)).await?;
                written.push((pack, exported));
            }
            self.report(&written)?;
            Ok(Outcome::Done)
        })
    }

    fn is_pack_alone(&self) -> bool {
        self.evidence && self.output.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
    }

    fn options(&self) -> CsvOptions {
        let usual = match self.preset {
            Preset::Excel => Delimiter::of_locale(&locale()),
            Preset::Data => Delimiter::Comma,
        };
        CsvOptions {
            preset: self.preset,
            delimiter: self.delimiter.unwrap_or(usual),
            columns: self.columns.clone(),
            text: self.text,
        }
    }

    async fn write_csv(&self, app: &App) -> anyhow::Result<Exported> {
        let plan = ExportPlan {
            query: self.query.clone(),
            options: self.options(),
            file: self.output.clone(),
            tags: self.tags.clone(),
        };
        Ok(progress::shown(app, "export", app.export_csv(plan)).await?)
    }

    async fn to_standard_output(&self, app: &App) -> anyhow::Result<Outcome> {
        if self.evidence || self.tags.is_some() {
            return Err(WrongCall(
                "Only the CSV of statements goes to standard output: name a file with -o.".to_owned(),
            )
            .into());
        }
        let rows = app.find(&self.query, Order::Newest).await?;
        let mut csv = StatementCsv::new(output::buffered(), &self.options())?;
        for_each(app, &rows, |statement| Ok(csv.write(statement)?)).await?;
        warn_of_long_cells(csv.finish()?.long_cells);
        Ok(Outcome::Done)
    }

    fn report(&self, written: &[(PathBuf, Exported)]) -> anyhow::Result<()> {
        written.iter().for_each(|(_, exported)| warn_of_long_cells(exported.long_cells));
        if self.json {
            let files = written.iter().map(|(path, exported)| {
                serde_json::json!({
                    "path": path.display().to_string(),
                    "rows": exported.rows,
                    "long_cells": exported.long_cells,
                    "bytes": exported.bytes,
                })
            });
            return output::json(&files.collect::<Vec<_>>());
        }
        written.iter().try_for_each(|(path, exported)| output::line(&sentence(path, exported)))
    }
}

fn sentence(path: &Path, exported: &Exported) -> String {
    format!("{}: {} statements, {} bytes.", path.display(), exported.rows, exported.bytes)
}

fn warn_of_long_cells(cells: u64) {
    if cells > 0 {
        crate::output::note(format_args!(
            "chancery: {cells} cells are longer than {EXCEL_CELL_LIMIT} characters: Excel will cut them."
        ));
    }
}

/// The locale that the user's spreadsheet is likely to have.
fn locale() -> String {
    let mut set = ["LC_ALL", "LC_NUMERIC", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
    set.find(|value| !value.is_empty()).unwrap_or_default()
}
