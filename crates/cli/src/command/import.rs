use std::path::PathBuf;

use chancery_app::{ImportOrder, Imported, Outcome as Filing};
use chancery_model::Filed;
use clap::Args;
use serde::Serialize;

use super::notifier;
use crate::arguments::DataFolder;
use crate::failure::WrongCall;
use crate::{Outcome, archive, output, progress};

/// Files statements from text, Markdown, HTML and feed files, and from folders of them
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery import report.txt
  chancery import ~/archive/statements --source \"Old archive\" --json
  chancery import saved.html --captured --url https://www.example.org/news/2
  curl -s https://www.example.org/news/1 | chancery import - --url https://www.example.org/news/1")]
pub struct Import {
    /// Files and folders; - is standard input
    #[arg(required = true)]
    paths: Vec<PathBuf>,

    /// The name of the source that they are filed under
    #[arg(long, value_name = "NAME")]
    source: Option<String>,

    /// The address that the one document has on the web
    #[arg(long)]
    url: Option<String>,

    /// The document is a page that you kept from a browser, since its site refuses programs; its evidence says so
    #[arg(long, requires = "url")]
    captured: bool,

    /// Prints a JSON array of {id, outcome, title}
    #[arg(long)]
    json: bool,
}

/// What became of one document.
#[derive(Serialize)]
struct Row {
    id: Option<String>,
    outcome: &'static str,
    title: String,
}

impl Row {
    fn of(filing: &Filing) -> Self {
        let (outcome, id) = match &filing.filed {
            Filed::New(id) => ("new", Some(id)),
            Filed::Revised(id) => ("revised", Some(id)),
            Filed::Known(id) => ("known", Some(id)),
            Filed::Stale => ("failed", None),
        };
        Self { id: id.map(ToString::to_string), outcome, title: filing.title.clone() }
    }
}

impl Import {
    pub fn run(self, data: &DataFolder) -> anyhow::Result<Outcome> {
        self.refuse_one_address_for_many()?;
        let order = ImportOrder { source: self.source, url: self.url, captured: self.captured };
        let imported = archive::with(data, async |app| {
            let imported = progress::shown(&app, "import", app.import(&self.paths, &order)).await?;
            notifier::tell(&app).await;
            Ok(imported)
        })?;
        print(&imported, self.json)?;
        imported.notes.iter().for_each(|note| crate::output::note(format_args!("{note}")));
        Ok(Outcome::after(&faults(imported)))
    }
}

impl Import {
    /// Two documents under one address would be two revisions of one statement.
    fn refuse_one_address_for_many(&self) -> anyhow::Result<()> {
        let one = self.paths.len() == 1 && !self.paths[0].is_dir();
        if self.url.is_some() && !one {
            let why = "--url is the address of one document: import the files one by one.";
            return Err(WrongCall(why.to_owned()).into());
        }
        Ok(())
    }
}

fn print(imported: &Imported, as_json: bool) -> anyhow::Result<()> {
    let rows: Vec<Row> = imported.tally.outcomes.iter().map(Row::of).collect();
    if as_json {
        return output::json(&rows);
    }
    output::text(&rows.iter().map(row_line).collect::<String>())
}

fn row_line(row: &Row) -> String {
    let title = if row.title.is_empty() { "(untitled)" } else { &row.title };
    format!("{:<8} {}  {title}\n", row.outcome, row.id.as_deref().unwrap_or("-"))
}

fn faults(imported: Imported) -> Vec<String> {
    let overtaken = imported.tally.outcomes.iter().filter(|filing| filing.filed == Filed::Stale);
    let sentence = |filing: &Filing| {
        format!("“{}” was not filed, the archive being too busy; import it again.", filing.title)
    };
    let overtaken: Vec<String> = overtaken.map(sentence).collect();
    imported.faults.into_iter().chain(overtaken).collect()
}
