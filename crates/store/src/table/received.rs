//! Bytes as received: once for each SHA-256, with every occasion on which they came.

use chancery_model::Received;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Result;
use crate::codec::{Hash, micros, moment, pack, unpack};

/// Keeps bytes and the occasion; returns the occasion's number.
pub(crate) fn keep(conn: &Connection, received: &Received) -> Result<i64> {
    const FIND: &str = "SELECT n FROM receipt WHERE received = ?1 AND at = ?2 AND url = ?3";
    const ADD: &str = "INSERT INTO receipt (received, url, final_url, status, headers, at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let bytes = keep_bytes(conn, received)?;
    let at = micros(received.at);
    let known = conn.prepare_cached(FIND)?.query_row(params![bytes, at, received.url], |row| row.get(0));
    if let Some(n) = known.optional()? {
        return Ok(n);
    }
    let headers = serde_json::to_string(&received.headers)?;
    let values = params![bytes, received.url, received.final_url, received.status, headers, at];
    Ok(conn.prepare_cached(ADD)?.insert(values)?)
}

fn keep_bytes(conn: &Connection, received: &Received) -> Result<i64> {
    const FIND: &str = "SELECT n FROM received WHERE sha256 = ?1";
    const ADD: &str = "INSERT INTO received (sha256, bytes) VALUES (?1, ?2)";
    let sha256 = Hash::from(received.sha256.as_str());
    let known = conn.prepare_cached(FIND)?.query_row([&sha256], |row| row.get(0)).optional()?;
    match known {
        Some(n) => Ok(n),
        None => Ok(conn.prepare_cached(ADD)?.insert(params![sha256, pack(&received.bytes)?])?),
    }
}

/// Reads an occasion with its bytes.
pub(crate) fn get(conn: &Connection, receipt: i64) -> Result<Received> {
    const GET: &str = "SELECT o.url, o.final_url, o.status, o.headers, o.at, r.sha256, r.bytes
        FROM receipt AS o JOIN received AS r ON r.n = o.received WHERE o.n = ?1";
    let raw = |row: &Row<'_>| Ok((read(row)?, row.get::<_, String>(3)?, row.get::<_, Vec<u8>>(6)?));
    let (mut received, headers, frame) = conn.prepare_cached(GET)?.query_row([receipt], raw)?;
    received.headers = serde_json::from_str(&headers)?;
    received.bytes = unpack(&frame)?.into();
    Ok(received)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Received> {
    Ok(Received {
        url: row.get(0)?,
        final_url: row.get(1)?,
        status: row.get(2)?,
        headers: Vec::new(),
        bytes: Vec::new().into(),
        sha256: row.get::<_, Hash>(5)?.0,
        at: moment(row.get(4)?),
    })
}
