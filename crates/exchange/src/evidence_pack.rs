use std::collections::BTreeSet;
use std::io::{Seek, Write};

use chancery_model::{Received, Statement};
use chrono::{DateTime, Datelike, Timelike, Utc};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::cell::utc;
use crate::{ExchangeError, provenance, record};

/// The file of a pack that holds the sums of all others.
pub(crate) const SUMS: &str = "SHA256SUMS";

/// What an evidence pack holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EvidenceReport {
    /// Statements.
    pub statements: u64,
    /// Statements whose bytes as received lie in the pack.
    pub with_bytes: u64,
}

/// Where the files of a pack are put: into a zip, or into a folder.
pub trait PackFiles {
    /// Puts a file; its name has `/` between folders, and never leads out of the pack.
    ///
    /// # Errors
    /// It cannot be written.
    fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExchangeError>;
}

/// The files of a pack in a zip.
pub struct ZipFiles<W: Write + Seek> {
    zip: ZipWriter<W>,
    options: SimpleFileOptions,
}

impl<W: Write + Seek> ZipFiles<W> {
    /// Begins a zip whose files carry the time `now`.
    pub fn new(writer: W, now: DateTime<Utc>) -> Self {
        let options = SimpleFileOptions::default().large_file(true).last_modified_time(zip_time(now));
        Self { zip: ZipWriter::new(writer), options }
    }

    /// Ends the zip.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn finish(self) -> Result<W, ExchangeError> {
        Ok(self.zip.finish()?)
    }
}

impl<W: Write + Seek> PackFiles for ZipFiles<W> {
    fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExchangeError> {
        self.zip.start_file(name, self.options)?;
        Ok(self.zip.write_all(bytes)?)
    }
}

/// Writes an evidence pack: `records/ID.json` (the record with its text and tags; `records/ID-rN.json` for a revision that was
/// superseded), `received/SHA256` (the bytes as received), `received/SHA256.json` (how and when they came: address,
/// redirects, status, headers), `about.json` and `SHA256SUMS`, which `sha256sum --check` verifies.
pub struct EvidencePack<F: PackFiles> {
    files: F,
    sums: Vec<String>,
    bodies: BTreeSet<String>,
    report: EvidenceReport,
    made_at: DateTime<Utc>,
}

impl<F: PackFiles> EvidencePack<F> {
    /// Begins a pack; `now` is written into it.
    pub fn new(files: F, now: DateTime<Utc>) -> Self {
        let report = EvidenceReport::default();
        Self { files, sums: Vec::new(), bodies: BTreeSet::new(), report, made_at: now }
    }

    /// Adds a statement, with the bytes as received where they are kept.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn add(&mut self, statement: &Statement, received: Option<&Received>) -> Result<(), ExchangeError> {
        self.add_record(&file_name(&statement.id.0), statement, received)?;
        self.report.with_bytes += u64::from(received.is_some());
        self.report.statements += 1;
        Ok(())
    }

    /// Adds a revision of a statement that was superseded.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn add_earlier(
        &mut self,
        revision: &Statement,
        received: Option<&Received>,
    ) -> Result<(), ExchangeError> {
        let name = format!("{}-r{}", file_name(&revision.id.0), revision.revision);
        self.add_record(&name, revision, received)
    }

    fn add_record(
        &mut self,
        name: &str,
        statement: &Statement,
        received: Option<&Received>,
    ) -> Result<(), ExchangeError> {
        self.file_json(&format!("records/{name}.json"), &full_record(statement, received))?;
        received.map_or(Ok(()), |received| self.add_received(received))
    }

    fn add_received(&mut self, received: &Received) -> Result<(), ExchangeError> {
        if let Some(via) = &received.via {
            self.add_received(via)?;
        }
        let name = format!("received/{}", file_name(&received.sha256));
        if !self.bodies.insert(name.clone()) {
            return Ok(());
        }
        self.file(&name, &received.bytes)?;
        self.file_json(&format!("{name}.json"), &provenance(received))
    }

    fn file_json(&mut self, name: &str, value: &Value) -> Result<(), ExchangeError> {
        let bytes = serde_json::to_vec_pretty(value).map_err(ExchangeError::Json)?;
        self.file(name, &bytes)
    }

    fn file(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExchangeError> {
        self.files.put(name, bytes)?;
        self.sums.push(format!("{}  {name}\n", sha256(bytes)));
        Ok(())
    }

    /// Writes what the pack is and the sums of all its files, and ends it.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn finish(mut self) -> Result<(EvidenceReport, F), ExchangeError> {
        let about = json!({
            "made_by": concat!("Chancery ", env!("CARGO_PKG_VERSION")),
            "made_at": utc(self.made_at),
            "statements": self.report.statements,
            "with_bytes": self.report.with_bytes,
            "check": "sha256sum --check SHA256SUMS",
        });
        self.file_json("about.json", &about)?;
        self.files.put(SUMS, self.sums.concat().as_bytes())?;
        Ok((self.report, self.files))
    }
}

fn full_record(statement: &Statement, received: Option<&Received>) -> Value {
    let mut full = record(statement, true);
    full["tags"] = serde_json::to_value(&statement.annotations).unwrap_or_default();
    full["received"] = received.map(provenance).unwrap_or_default();
    full
}

/// Ids come from the archive, but a pack must never write outside its own folders.
fn file_name(id: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '_' };
    id.chars().map(plain).collect()
}

/// SHA-256 in hex.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn zip_time(now: DateTime<Utc>) -> zip::DateTime {
    let part = |value: u32| u8::try_from(value).unwrap_or_default();
    zip::DateTime::from_date_and_time(
        u16::try_from(now.year()).unwrap_or(1980),
        part(now.month()),
        part(now.day()),
        part(now.hour()),
        part(now.minute()),
        part(now.second()),
    )
    .unwrap_or_default()
}
