use std::path::PathBuf;

use chancery_exchange::{Column, CsvOptions, Delimiter, Preset, StatementCsv};
use chancery_store::Order;

use super::Caller;
use super::types::*;
use crate::AppError;
use crate::export::ExportPlan;

/// Rows of a preview.
const PREVIEW: usize = 10;

/// How the window's order is written as CSV.
fn options(order: &ExportOrder) -> Result<CsvOptions, AppError> {
    let preset: Preset = order.preset.parse()?;
    let delimiter = match &order.delimiter {
        Some(delimiter) => delimiter.parse()?,
        None if preset == Preset::Excel => Delimiter::of_locale(&locale()),
        None => Delimiter::Comma,
    };
    let named =
        |names: &Vec<String>| names.iter().map(|name| name.parse::<Column>()).collect::<Result<_, _>>();
    let columns = order.columns.as_ref().map(named).transpose()?;
    Ok(CsvOptions { preset, delimiter, columns, text: order.text })
}

/// The locale that the user's spreadsheet is likely to have.
fn locale() -> String {
    ["LC_ALL", "LC_NUMERIC", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .unwrap_or_default()
}

pub(super) async fn export_preview(
    caller: &Caller<'_>,
    order: ExportOrder,
) -> Result<ExportPreview, AppError> {
    let chosen = options(&order)?;
    let rows = caller.app.find(&order.query, Order::Newest).await?;
    let count = rows.len() as u64;
    let statements = caller.app.statements(rows.into_iter().take(PREVIEW).collect()).await?;
    // The preview shows the values themselves: without byte-order mark, guards and delimiters of a preset.
    let plain = CsvOptions { preset: Preset::Data, delimiter: Delimiter::Comma, ..chosen };
    let mut bytes = Vec::new();
    let mut csv = StatementCsv::new(&mut bytes, &plain)?;
    for statement in &statements {
        csv.write(statement)?;
    }
    csv.finish()?;
    let mut table = read_back(&bytes).into_iter();
    Ok(ExportPreview {
        count,
        header: table.next().unwrap_or_default(),
        rows: table.collect(),
        all_columns: Column::names().into_iter().map(str::to_owned).collect(),
        suggested: suggested(caller),
    })
}

fn read_back(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    reader.records().flatten().map(|record| record.iter().map(str::to_owned).collect()).collect()
}

fn suggested(caller: &Caller<'_>) -> String {
    format!("statements-{}.csv", caller.app.clock().now().format("%Y-%m-%d"))
}

pub(super) async fn choose_export_file(
    caller: &Caller<'_>,
    file: FileName,
) -> Result<Option<String>, AppError> {
    let chosen = caller.host.save_file(&file.name).await?;
    Ok(chosen.map(|path| path.display().to_string()))
}

pub(super) async fn export(caller: &Caller<'_>, order: ExportOrder) -> Result<ExportReport, AppError> {
    let options = options(&order)?;
    let Some(path) = order.path.filter(|path| !path.is_empty()) else {
        return Err(AppError::Refused("Choose a file to export into.".to_owned()));
    };
    let plan = ExportPlan { query: order.query, options, file: PathBuf::from(&path), tags: None };
    let exported = caller.app.export_csv(plan).await?;
    Ok(ExportReport { path, rows: exported.rows, long_cells: exported.long_cells, bytes: exported.bytes })
}

pub(super) async fn save_evidence(
    caller: &Caller<'_>,
    statement: StatementRef,
) -> Result<Option<String>, AppError> {
    let suggested = format!("evidence-{}.zip", statement.id);
    let Some(path) = caller.host.save_file(&suggested).await? else { return Ok(None) };
    let path = path.with_extension("zip");
    caller.app.evidence_of(&statement.id, &path).await?;
    Ok(Some(path.display().to_string()))
}
