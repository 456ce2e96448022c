use std::collections::BTreeSet;
use std::io::{Seek, Write};

use chancery_model::{Received, Statement};
use chrono::{DateTime, Datelike, Timelike, Utc};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::cell::utc;
use crate::{ExchangeError, record};

/// What an evidence pack holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EvidenceReport {
    /// Statements.
    pub statements: u64,
    /// Statements whose bytes as received lie in the pack.
    pub with_bytes: u64,
}

/// Writes an evidence pack: a zip of
/// `records/ID.json` (the record with its text and tags), `received/SHA256` (the bytes as received), `received/SHA256.json`
/// (address, status, headers, time) and `SHA256SUMS`, which `sha256sum --check` verifies.
pub struct EvidencePack<W: Write + Seek> {
    zip: ZipWriter<W>,
    options: SimpleFileOptions,
    sums: Vec<String>,
    bodies: BTreeSet<String>,
    report: EvidenceReport,
    made_at: DateTime<Utc>,
}

impl<W: Write + Seek> EvidencePack<W> {
    /// Begins a pack; `now` is written into it.
    pub fn new(writer: W, now: DateTime<Utc>) -> Self {
        Self {
            zip: ZipWriter::new(writer),
            options: SimpleFileOptions::default().large_file(true).last_modified_time(zip_time(now)),
            sums: Vec::new(),
            bodies: BTreeSet::new(),
            report: EvidenceReport::default(),
            made_at: now,
        }
    }

    /// Adds a statement, with the bytes as received where they are kept.
    pub fn add(&mut self, statement: &Statement, received: Option<&Received>) -> Result<(), ExchangeError> {
        self.file_json(
            &format!("records/{}.json", file_name(&statement.id.0)),
            &full_record(statement, received),
        )?;
        if let Some(received) = received {
            self.add_received(received)?;
            self.report.with_bytes += 1;
        }
        self.report.statements += 1;
        Ok(())
    }

    fn add_received(&mut self, received: &Received) -> Result<(), ExchangeError> {
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
        self.zip.start_file(name, self.options)?;
        self.zip.write_all(bytes)?;
        self.sums.push(format!("{}  {name}\n", hex(&Sha256::digest(bytes))));
        Ok(())
    }

    /// Writes what the pack is and the sums of all its files, and ends it.
    pub fn finish(mut self) -> Result<(EvidenceReport, W), ExchangeError> {
        let about = json!({
            "made_by": concat!("Chancery ", env!("CARGO_PKG_VERSION")),
            "made_at": utc(self.made_at),
            "statements": self.report.statements,
            "with_bytes": self.report.with_bytes,
            "check": "sha256sum --check SHA256SUMS",
        });
        self.file_json("about.json", &about)?;
        self.zip.start_file("SHA256SUMS", self.options)?;
        self.zip.write_all(self.sums.concat().as_bytes())?;
        Ok((self.report, self.zip.finish()?))
    }
}

fn full_record(statement: &Statement, received: Option<&Received>) -> Value {
    let mut full = record(statement, true);
    full["tags"] = serde_json::to_value(&statement.annotations).unwrap_or_default();
    full["received"] = received.map(provenance).unwrap_or_default();
    full
}

fn provenance(received: &Received) -> Value {
    json!({
        "url": received.url,
        "final_url": received.final_url,
        "status": received.status,
        "headers": received.headers,
        "received_at": utc(received.at),
        "sha256": received.sha256,
        "bytes": received.bytes.len(),
    })
}

/// Ids come from the archive, but a pack must never write outside its own folders.
fn file_name(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '_' }).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
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
