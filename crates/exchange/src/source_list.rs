use std::ffi::OsStr;
use std::io::{Read, Write};
use std::path::Path;

use crate::{ExchangeError, SourceEntry, read_opml, read_sources_csv, write_opml, write_sources_csv};

/// The title of a list that this program writes.
const TITLE: &str = "Chancery";

/// What a list of sources holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceList {
    /// Its sources, each address once.
    pub sources: Vec<SourceEntry>,
    /// What in it could not be read.
    pub faults: Vec<ListFault>,
    /// How many sources it means to list, those without a sound address too.
    pub listed: u32,
}

/// What could not be read, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct ListFault {
    /// The line, from 1.
    pub line: u64,
    /// One sentence.
    pub message: String,
}

impl SourceList {
    /// Reads a list from a file of this name: CSV when it ends in `.csv`, else OPML.
    ///
    /// # Errors
    /// It is not such a list.
    pub fn read(name: &Path, reader: impl Read) -> Result<Self, ExchangeError> {
        if is_csv(name) { read_sources_csv(reader) } else { read_opml(reader) }
    }

    /// Writes a list into a file of this name: CSV when it ends in `.csv`, else OPML.
    ///
    /// # Errors
    /// Writing failed.
    pub fn write(name: &Path, writer: impl Write, sources: &[SourceEntry]) -> Result<(), ExchangeError> {
        match is_csv(name) {
            true => write_sources_csv(writer, sources),
            false => write_opml(writer, TITLE, sources),
        }
    }

    /// Takes a source in; one that nothing can fetch is a fault, one that is there already is passed over.
    pub(crate) fn add(&mut self, entry: SourceEntry, line: u64) {
        if !entry.can_be_fetched() {
            self.leave_out(line, format!("“{}” is no address that can be fetched.", entry.url));
        } else if self.sources.iter().all(|known| known.url != entry.url) {
            self.listed += 1;
            self.sources.push(entry);
        }
    }

    /// Counts a source that has no sound address.
    pub(crate) fn leave_out(&mut self, line: u64, message: String) {
        self.listed += 1;
        self.fault(line, message);
    }

    pub(crate) fn fault(&mut self, line: u64, message: String) {
        self.faults.push(ListFault { line, message });
    }
}

fn is_csv(name: &Path) -> bool {
    name.extension().and_then(OsStr::to_str).is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}
