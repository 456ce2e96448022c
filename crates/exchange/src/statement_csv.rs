use std::io::Write;

use chancery_model::Statement;

use crate::cell::cell;
use crate::{Column, CsvOptions, EXCEL_CELL_LIMIT, ExchangeError, Preset};

/// What a CSV file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Report {
    /// Rows below the header.
    pub rows: u64,
    /// Cells that Excel will cut; counted for its preset only.
    pub long_cells: u64,
}

/// Writes a table cell by cell, with what the preset asks of each.
pub(crate) struct Table<W: Write> {
    writer: csv::Writer<W>,
    preset: Preset,
    report: Report,
}

impl<W: Write> Table<W> {
    pub(crate) fn new(mut inner: W, options: &CsvOptions, header: &[&str]) -> Result<Self, ExchangeError> {
        if options.preset == Preset::Excel {
            inner.write_all("\u{feff}".as_bytes())?;
        }
        let mut writer = options.builder().from_writer(inner);
        writer.write_record(header)?;
        Ok(Self { writer, preset: options.preset, report: Report::default() })
    }

    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) -> Result<(), ExchangeError> {
        for cell in cells {
            let cell = match self.preset {
                Preset::Excel => self.excel_cell(cell),
                Preset::Data => cell,
            };
            self.writer.write_field(cell)?;
        }
        self.writer.write_record(None::<&[u8]>)?;
        self.report.rows += 1;
        Ok(())
    }

    fn excel_cell(&mut self, cell: String) -> String {
        let guarded = guard(cell);
        self.report.long_cells += u64::from(guarded.encode_utf16().count() > EXCEL_CELL_LIMIT);
        guarded
    }

    pub(crate) fn finish(mut self) -> Result<Report, ExchangeError> {
        self.writer.flush()?;
        Ok(self.report)
    }
}

/// Puts a `'` before what a spreadsheet would run as a formula (OWASP, "CSV Injection").
fn guard(cell: String) -> String {
    match cell.as_bytes().first() {
        Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r' | 0) => format!("'{cell}"),
        _ => cell,
    }
}

/// Writes `statements.csv`, one statement at a time, in constant memory.
pub struct StatementCsv<W: Write> {
    table: Table<W>,
    columns: Vec<Column>,
}

impl<W: Write> StatementCsv<W> {
    /// Begins the file: byte-order mark where the preset asks for it, and the header.
    pub fn new(writer: W, options: &CsvOptions) -> Result<Self, ExchangeError> {
        let columns = options.chosen();
        let header: Vec<&str> = columns.iter().map(|column| column.name()).collect();
        Ok(Self { table: Table::new(writer, options, &header)?, columns })
    }

    /// Writes one row.
    pub fn write(&mut self, statement: &Statement) -> Result<(), ExchangeError> {
        self.table.row(self.columns.iter().map(|column| cell(statement, *column).joined()))
    }

    /// Ends the file and says what it holds.
    pub fn finish(self) -> Result<Report, ExchangeError> {
        self.table.finish()
    }
}
