use std::io::Write;

use chancery_app::App;
use chancery_app::exchange::{CsvOptions, StatementCsv, record};
use chancery_app::store::{Counted, FacetCounts, Order};
use chancery_model::{RowId, Statement};
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use crate::arguments::DataFolder;
use crate::output::JsonArray;
use crate::{Outcome, archive, output};

/// Statements that are read from the archive at once.
const CHUNK: usize = 200;

/// Statements that are printed for a person who names no limit.
const SCREENFUL: usize = 20;

/// Facet values that are printed for a person.
const FACET_VALUES: usize = 10;

/// Searches the archive
///
/// The query language is that of rules and of the window: words, "phrases", word*, a NEAR/5 b, AND OR NOT, brackets, and
/// fields such as country:KP, topic:sanctions, res:1718, issuer:, speaker:, source:, lang:uk, after:2024-10, within:30d.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery search 'country:KP AND \"arms transfers\"'
  chancery search 'санкції within:30d' --order received --limit 50
  chancery search 'topic:sanctions -country:RU' --json")]
pub struct Search {
    /// The query
    #[arg(allow_hyphen_values = true)]
    query: String,

    /// At most so many statements; without it 20 for reading, all for --json and --csv
    #[arg(long, value_name = "N")]
    limit: Option<usize>,

    /// Also counts countries, topics, resolutions, issuers, sources and languages under the query
    #[arg(long, conflicts_with = "csv")]
    facets: bool,

    /// The order
    #[arg(long, value_enum, default_value_t)]
    order: By,

    /// Prints a JSON array; with --facets an object {count, statements, facets}
    #[arg(long, conflicts_with = "csv")]
    json: bool,

    /// Prints CSV
    #[arg(long)]
    csv: bool,
}

/// The order of the statements.
#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum By {
    /// By the published date, newest first
    #[default]
    Newest,
    /// By our own time of collection, newest first
    Received,
    /// By relevance
    Relevance,
}

/// Says which sources a query names that do not exist.
pub(super) async fn warn_of_sources(app: &App, query: &str) -> anyhow::Result<()> {
    for name in app.unmatched_sources(query).await? {
        crate::output::note(format_args!(
            "chancery: No source is called “{name}”: `chancery source list` names them."
        ));
    }
    Ok(())
}

impl From<By> for Order {
    fn from(by: By) -> Self {
        match by {
            By::Newest => Order::Newest,
            By::Received => Order::Received,
            By::Relevance => Order::Relevance,
        }
    }
}

impl Search {
    pub fn run(self, data: &DataFolder) -> anyhow::Result<Outcome> {
        archive::with(data, async |app| {
            let rows = app.find(&self.query, self.order.into()).await?;
            if rows.is_empty() {
                warn_of_sources(&app, &self.query).await?;
            }
            match (self.json, self.csv) {
                (true, _) => self.print_json(&app, &rows).await,
                (_, true) => self.print_csv(&app, &rows).await,
                _ => self.print_text(&app, &rows).await,
            }?;
            Ok(Outcome::Done)
        })
    }

    fn chosen<'r>(&self, rows: &'r [RowId], usual: usize) -> &'r [RowId] {
        &rows[..rows.len().min(self.limit.unwrap_or(usual))]
    }

    async fn print_json(&self, app: &App, rows: &[RowId]) -> anyhow::Result<()> {
        let mut out = output::buffered();
        if self.facets {
            write!(
                out,
                "{{\"count\":{},\n\"facets\":{},\n\"statements\":",
                rows.len(),
                facets_json(&facets(app, rows).await?)
            )?;
        }
        let mut array = JsonArray::new(&mut out)?;
        for_each(app, self.chosen(rows, usize::MAX), |statement| Ok(array.push(&record(statement, false))?))
            .await?;
        array.finish()?;
        if self.facets {
            out.write_all(b"}\n")?;
        }
        Ok(out.flush()?)
    }

    async fn print_csv(&self, app: &App, rows: &[RowId]) -> anyhow::Result<()> {
        let mut csv = StatementCsv::new(output::buffered(), &CsvOptions::default())?;
        for_each(app, self.chosen(rows, usize::MAX), |statement| Ok(csv.write(statement)?)).await?;
        csv.finish()?;
        Ok(())
    }

    async fn print_text(&self, app: &App, rows: &[RowId]) -> anyhow::Result<()> {
        let mut out = output::buffered();
        let shown = self.chosen(rows, SCREENFUL);
        for_each(app, shown, |statement| Ok(writeln!(out, "{}", line(statement))?)).await?;
        if self.facets {
            out.write_all(facets_text(&facets(app, rows).await?).as_bytes())?;
        }
        out.flush()?;
        crate::output::note(format_args!("{} of {} statements.", shown.len(), rows.len()));
        Ok(())
    }
}

/// Hands on the statements of these rows in order, some at a time.
pub async fn for_each(
    app: &App,
    rows: &[RowId],
    mut work: impl FnMut(&Statement) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    for chunk in rows.chunks(CHUNK) {
        app.statements(chunk.to_vec()).await?.iter().try_for_each(&mut work)?;
    }
    Ok(())
}

async fn facets(app: &App, rows: &[RowId]) -> anyhow::Result<FacetCounts> {
    Ok(app.facet_counts(rows.to_vec()).await?)
}

/// A statement on one line: id, day (published, else received and said to be), who, title.
pub fn line(statement: &Statement) -> String {
    let published = statement.draft.published.map(|published| published.when.day());
    let day = published.unwrap_or_else(|| statement.collected_at.date_naive());
    let received = if published.is_none() { " (received)" } else { "" };
    let issuer = statement.annotations.issuer.as_ref().map_or(&statement.source_name, |issuer| &issuer.name);
    let title = if statement.draft.title.is_empty() { "(untitled)" } else { &statement.draft.title };
    let group = statement.group.as_ref().map(|group| format!(" (published {} times)", group.size));
    format!("{}  {day}{received}  {issuer}: {title}{}", statement.id, group.unwrap_or_default())
}

fn facets_json(facets: &FacetCounts) -> Value {
    fn counts<T: serde::Serialize>(values: &[Counted<T>]) -> Value {
        values
            .iter()
            .map(|value| json!({ "value": value.value, "name": value.name, "count": value.count }))
            .collect()
    }
    let months = facets
        .months
        .iter()
        .map(|month| json!({ "month": month.month.format("%Y-%m").to_string(), "count": month.count }));
    json!({
        "countries": counts(&facets.countries),
        "topics": counts(&facets.topics),
        "resolutions": counts(&facets.resolutions),
        "issuers": counts(&facets.issuers),
        "sources": counts(&facets.sources),
        "languages": counts(&facets.languages),
        "months": months.collect::<Value>(),
    })
}

fn facets_text(facets: &FacetCounts) -> String {
    fn line<T: ToString>(name: &str, values: &[Counted<T>]) -> String {
        let shown: Vec<String> = values
            .iter()
            .take(FACET_VALUES)
            .map(|value| {
                format!("{} {}", value.name.clone().unwrap_or_else(|| value.value.to_string()), value.count)
            })
            .collect();
        format!("{name:<12} {}\n", shown.join(", "))
    }
    [
        line("countries", &facets.countries),
        line("topics", &facets.topics),
        line("resolutions", &facets.resolutions),
        line("issuers", &facets.issuers),
        line("sources", &facets.sources),
        line("languages", &facets.languages),
    ]
    .concat()
}
