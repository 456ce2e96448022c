use std::collections::BTreeMap;
use std::io::{Read, Write};

use chancery_model::{SourceId, StatementId};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{ExchangeError, PortableRule, SourceEntry};

/// The version of the state file that this program writes, and the newest that it reads.
pub const STATE_VERSION: u32 = 1;

/// Everything that the user made, apart from the statements themselves.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct UserState {
    /// The version of this form; see [`STATE_VERSION`].
    pub version: u32,
    /// Sources that are followed.
    #[serde(default)]
    pub sources: Vec<SourceEntry>,
    /// Rules.
    #[serde(default)]
    pub rules: Vec<PortableRule>,
    /// What was done to statements: read, starred, labels, notes.
    #[serde(default)]
    pub statements: Vec<StatementState>,
    /// Decisions on screening hits, as they are; kept even by a version that screens nothing.
    #[serde(default)]
    pub screening_decisions: Vec<Value>,
    /// Settings by key.
    #[serde(default)]
    pub settings: BTreeMap<String, Value>,
}

/// What the user did to one statement, with what recognises it in another archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementState {
    /// Its id.
    pub statement_id: StatementId,
    /// The source that brought it.
    #[serde(default)]
    pub source_id: Option<SourceId>,
    /// Its address.
    #[serde(default)]
    pub url: Option<String>,
    /// Its title, for the reader of the file.
    #[serde(default)]
    pub title: String,
    /// Read.
    #[serde(default)]
    pub read: bool,
    /// Starred.
    #[serde(default)]
    pub starred: bool,
    /// Labels, sorted.
    #[serde(default)]
    pub labels: Vec<String>,
    /// The note.
    #[serde(default)]
    pub note: Option<String>,
}

impl StatementState {
    /// Returns what the user did to a statement, or none when nothing was done.
    pub fn of(statement: &chancery_model::Statement) -> Option<Self> {
        let marks = &statement.marks;
        (*marks != chancery_model::Marks::default()).then(|| Self {
            statement_id: statement.id.clone(),
            source_id: Some(statement.source.clone()),
            url: statement.draft.url.clone(),
            title: statement.draft.title.clone(),
            read: marks.read,
            starred: marks.starred,
            labels: marks.labels.clone(),
            note: marks.note.clone(),
        })
    }
}

/// Writes the state as one JSON document.
pub fn write_state(mut writer: impl Write, state: &UserState) -> Result<(), ExchangeError> {
    serde_json::to_writer_pretty(&mut writer, state).map_err(ExchangeError::Json)?;
    Ok(writer.write_all(b"\n")?)
}

/// Reads what [`write_state`] wrote; a file of a newer version is refused.
pub fn read_state(reader: impl Read) -> Result<UserState, ExchangeError> {
    let document: Value = serde_json::from_reader(reader).map_err(ExchangeError::NotState)?;
    if !document.is_object() {
        return Err(ExchangeError::NotState(serde::de::Error::custom("it holds no JSON object")));
    }
    let found = document.get("version").and_then(Value::as_u64).unwrap_or(0);
    let found = u32::try_from(found).unwrap_or(u32::MAX);
    if found > STATE_VERSION {
        return Err(ExchangeError::TooNew { found, known: STATE_VERSION });
    }
    serde_json::from_value(document).map_err(ExchangeError::NotState)
}
