//! Bytes as received: once for each SHA-256, with every occasion on which they came.

use std::sync::Arc;

use chancery_model::Received;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Result;
use crate::codec::{Hash, from_word, micros, moment, pack, unpack, word};

/// Keeps bytes and the occasion; returns the occasion's number.
pub(crate) fn keep(conn: &Connection, received: &Received) -> Result<i64> {
    const FIND: &str = "SELECT n FROM receipt WHERE received = ?1 AND at = ?2 AND url = ?3";
    const ADD: &str =
        "INSERT INTO receipt (received, url, final_url, status, headers, at, how, redirects, via)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let bytes = keep_bytes(conn, received)?;
    let at = micros(received.at);
    let known = conn.prepare_cached(FIND)?.query_row(params![bytes, at, received.url], |row| row.get(0));
    if let Some(n) = known.optional()? {
        return Ok(n);
    }
    let headers = serde_json::to_string(&received.headers)?;
    let (how, redirects) = (word(&received.how)?, serde_json::to_string(&received.redirects)?);
    let via = received.via.as_deref().map(|via| keep(conn, via)).transpose()?;
    let (url, final_url) = (&received.url, &received.final_url);
    let values = params![bytes, url, final_url, received.status, headers, at, how, redirects, via];
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

/// Reads an occasion with its bytes, and the one that led to it.
pub(crate) fn get(conn: &Connection, receipt: i64) -> Result<Received> {
    let (received, via) = one(conn, receipt)?;
    let via = via.map(|via| one(conn, via)).transpose()?.map(|(via, _)| Arc::new(via));
    Ok(Received { via, ..received })
}

fn one(conn: &Connection, receipt: i64) -> Result<(Received, Option<i64>)> {
    const GET: &str =
        "SELECT o.url, o.final_url, o.status, o.at, r.sha256, o.headers, o.redirects, o.how, r.bytes, o.via
        FROM receipt AS o JOIN received AS r ON r.n = o.received WHERE o.n = ?1";
    conn.prepare_cached(GET)?.query_row([receipt], |row| Ok(read(row)))?
}

fn read(row: &Row<'_>) -> Result<(Received, Option<i64>)> {
    let text = |column: usize| row.get::<_, String>(column);
    let received = Received {
        url: text(0)?,
        final_url: text(1)?,
        status: row.get(2)?,
        at: moment(row.get(3)?),
        sha256: row.get::<_, Hash>(4)?.0,
        headers: serde_json::from_str(&text(5)?)?,
        redirects: serde_json::from_str(&text(6)?)?,
        how: from_word(text(7)?)?,
        bytes: unpack(&row.get::<_, Vec<u8>>(8)?)?.into(),
        via: None,
    };
    Ok((received, row.get(9)?))
}
