//! How values that SQLite does not know are written: times, hashes, texts.

use std::cell::RefCell;

use chrono::{DateTime, Utc};
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;
use zstd::bulk::{Compressor, Decompressor};

use crate::{Error, Result};

/// 3 is where zstd's gain flattens on texts of some kilobytes.
const LEVEL: i32 = 3;

/// The longest text that is ever unpacked: a guard against a damaged length.
const LONGEST: usize = 1 << 30;

/// A moment as microseconds since 1970.
pub(crate) fn micros(at: DateTime<Utc>) -> i64 {
    at.timestamp_micros()
}

/// The moment back; what no calendar holds is taken as 1970.
pub(crate) fn moment(micros: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_micros(micros).unwrap_or_default()
}

/// A SHA-256 in hex, stored as its 32 bytes; what is not one is stored as the text that it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hash(pub(crate) String);

impl Hash {
    fn bytes(&self) -> Option<Vec<u8>> {
        let digit = |byte: u8| (byte as char).to_digit(16).filter(|_| !byte.is_ascii_uppercase());
        let pair = |pair: &[u8]| Some((digit(*pair.first()?)? << 4 | digit(*pair.get(1)?)?) as u8);
        let bytes: Option<Vec<u8>> = self.0.as_bytes().chunks(2).map(pair).collect();
        bytes.filter(|bytes| bytes.len() == 32)
    }
}

impl From<&str> for Hash {
    fn from(hex: &str) -> Self {
        Self(hex.to_owned())
    }
}

impl ToSql for Hash {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.bytes().map_or_else(|| self.0.as_str().into(), ToSqlOutput::from))
    }
}

impl FromSql for Hash {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value {
            ValueRef::Blob(bytes) => Ok(Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect())),
            other => other.as_str().map(Self::from),
        }
    }
}

thread_local! {
    // A context of zstd is large, and making one for each text would cost more than the text.
    static PACKER: RefCell<Option<Compressor<'static>>> = const { RefCell::new(None) };
    static UNPACKER: RefCell<Option<Decompressor<'static>>> = const { RefCell::new(None) };
}

/// Packs bytes as a zstd frame that states its length.
pub(crate) fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    let packed = PACKER.with_borrow_mut(|kept| match kept {
        Some(packer) => packer.compress(bytes),
        None => kept.insert(Compressor::new(LEVEL)?).compress(bytes),
    });
    packed.map_err(|error| Error::Value(error.to_string()))
}

/// Unpacks a frame made by [`pack`].
pub(crate) fn unpack(frame: &[u8]) -> Result<Vec<u8>> {
    let damaged = || Error::Value("a compressed text without a length".to_owned());
    let length = zstd::zstd_safe::get_frame_content_size(frame).ok().flatten().ok_or_else(damaged)?;
    let length = usize::try_from(length).ok().filter(|length| *length <= LONGEST).ok_or_else(damaged)?;
    let unpacked = UNPACKER.with_borrow_mut(|kept| match kept {
        Some(unpacker) => unpacker.decompress(frame, length),
        None => kept.insert(Decompressor::new()?).decompress(frame, length),
    });
    unpacked.map_err(|error| Error::Value(error.to_string()))
}

/// Unpacks a text.
pub(crate) fn unpack_text(frame: &[u8]) -> Result<String> {
    String::from_utf8(unpack(frame)?).map_err(|error| Error::Value(error.to_string()))
}

/// Packs a value as JSON.
pub(crate) fn pack_json(value: &impl Serialize) -> Result<Vec<u8>> {
    pack(&serde_json::to_vec(value)?)
}

/// Unpacks a value made by [`pack_json`].
pub(crate) fn unpack_json<T: DeserializeOwned>(frame: &[u8]) -> Result<T> {
    Ok(serde_json::from_slice(&unpack(frame)?)?)
}

/// A value of few words (a state, a kind) as the word that its JSON has.
pub(crate) fn word(value: &impl Serialize) -> Result<String> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(word) => Ok(word),
        other => Err(Error::Value(other.to_string())),
    }
}

/// The value back from its word.
pub(crate) fn from_word<T: DeserializeOwned>(word: String) -> Result<T> {
    Ok(serde_json::from_value(serde_json::Value::String(word))?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_hash_takes_32_bytes() {
        let conn = rusqlite::Connection::open_in_memory().unwrap();
        let length = |hash: &str| -> i64 {
            conn.query_row("SELECT length(CAST(?1 AS BLOB))", [Hash::from(hash)], |row| row.get(0)).unwrap()
        };
        assert_eq!((length(&"0f".repeat(32)), length(&"0F".repeat(32)), length("file")), (32, 64, 4));
    }

    proptest! {
        #[test]
        fn any_hash_comes_back(text in "[0-9a-f]{64}|[0-9A-Fa-f]{0,70}|\\PC{0,40}") {
            let conn = rusqlite::Connection::open_in_memory().unwrap();
            let stored: Hash = conn.query_row("SELECT ?1", [Hash(text.clone())], |row| row.get(0)).unwrap();
            prop_assert_eq!(stored.0, text);
        }

        #[test]
        fn any_text_comes_back(text in "\\PC*") {
            prop_assert_eq!(unpack_text(&pack(text.as_bytes()).unwrap()).unwrap(), text);
        }

        #[test]
        fn damaged_frames_are_an_error_and_no_panic(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
            let _ = unpack(&bytes);
        }
    }
}
