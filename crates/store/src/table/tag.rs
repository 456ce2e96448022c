//! Tags of statements by number: lists without words and facets.

use std::collections::HashMap;

use chancery_model::RowId;
use rusqlite::{Connection, OptionalExtension};

use crate::Result;

/// Gives a statement these tags; it must have none yet.
pub(crate) fn add(conn: &Connection, row: RowId, terms: &[String]) -> Result<()> {
    const ADD: &str = "INSERT OR IGNORE INTO statement_tag (tag, row) VALUES (?1, ?2)";
    for term in terms {
        let tag = number(conn, term)?;
        conn.prepare_cached(ADD)?.execute([tag, row.0])?;
    }
    Ok(())
}

/// Takes all tags from a statement.
pub(crate) fn clear(conn: &Connection, row: RowId) -> Result<()> {
    conn.prepare_cached("DELETE FROM statement_tag WHERE row = ?1")?.execute([row.0])?;
    Ok(())
}

/// The number of a tag that some statement has or had.
pub(crate) fn find(conn: &Connection, term: &str) -> Result<Option<i64>> {
    let mut find = conn.prepare_cached("SELECT n FROM tag WHERE term = ?1")?;
    Ok(find.query_row([term], |row| row.get(0)).optional()?)
}

fn number(conn: &Connection, term: &str) -> Result<i64> {
    match find(conn, term)? {
        Some(n) => Ok(n),
        None => Ok(conn.prepare_cached("INSERT INTO tag (term) VALUES (?1)")?.insert([term])?),
    }
}

/// All tags by number.
pub(crate) fn all(conn: &Connection) -> Result<HashMap<i64, String>> {
    let mut read = conn.prepare_cached("SELECT n, term FROM tag")?;
    let rows = read.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
