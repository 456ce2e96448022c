//! Versions of the data that made tags, and the statements whose tags another version made.

use chancery_model::RowId;
use rusqlite::{Connection, OptionalExtension, params};

use crate::Result;

/// The number of a version, entered when it is new.
pub(crate) fn number(conn: &Connection, version: &str) -> Result<i64> {
    const ADD: &str = "INSERT INTO tagger (version) VALUES (?1)";
    match find(conn, version)? {
        Some(n) => Ok(n),
        None => Ok(conn.prepare_cached(ADD)?.insert([version])?),
    }
}

fn find(conn: &Connection, version: &str) -> Result<Option<i64>> {
    let mut find = conn.prepare_cached("SELECT n FROM tagger WHERE version = ?1")?;
    Ok(find.query_row([version], |row| row.get(0)).optional()?)
}

/// How many statements have tags of another version.
pub(crate) fn stale_count(conn: &Connection, version: &str) -> Result<u64> {
    const COUNT: &str = "SELECT count(*) FROM statement WHERE tagger <> ?1";
    let current = find(conn, version)?.unwrap_or(-1);
    Ok(conn.prepare_cached(COUNT)?.query_row([current], |row| row.get(0))?)
}

/// Statements with tags of another version, newest first, at most `most` of them, from before a row.
pub(crate) fn stale(
    conn: &Connection,
    version: &str,
    before: Option<RowId>,
    most: usize,
) -> Result<Vec<RowId>> {
    const STALE: &str =
        "SELECT row FROM statement WHERE tagger <> ?1 AND row < ?2 ORDER BY row DESC LIMIT ?3";
    let current = find(conn, version)?.unwrap_or(-1);
    let (before, most) = (before.map_or(i64::MAX, |row| row.0), i64::try_from(most).unwrap_or(i64::MAX));
    let mut read = conn.prepare_cached(STALE)?;
    let rows = read.query_map(params![current, before, most], |row| Ok(RowId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
