//! What the user did to statements. Nothing automatic ever writes or deletes here.

use chancery_model::{Marks, RowId};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use crate::codec::micros;
use crate::{MarkChange, Result};

/// What the user did to a statement.
pub(crate) fn get(conn: &Connection, row: RowId) -> Result<Marks> {
    const MARK: &str = "SELECT read, starred, note FROM mark WHERE row = ?1";
    let read = |row: &rusqlite::Row<'_>| {
        Ok(Marks { read: row.get(0)?, starred: row.get(1)?, note: row.get(2)?, labels: Vec::new() })
    };
    let mut marks = conn.prepare_cached(MARK)?.query_row([row.0], read).optional()?.unwrap_or_default();
    let mut labels = conn.prepare_cached("SELECT label FROM label WHERE row = ?1 ORDER BY label")?;
    marks.labels = labels.query_map([row.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(marks)
}

/// Changes what the user did to a statement.
pub(crate) fn change(conn: &Connection, row: RowId, change: &MarkChange, now: DateTime<Utc>) -> Result<()> {
    const CHANGE: &str = "INSERT INTO mark (row, read, starred, note, changed_at)
        VALUES (?1, coalesce(?2, 0), coalesce(?3, 0), nullif(?4, ''), ?5)
        ON CONFLICT (row) DO UPDATE SET read = coalesce(?2, read), starred = coalesce(?3, starred),
            note = CASE WHEN ?4 IS NULL THEN note ELSE nullif(?4, '') END, changed_at = ?5";
    let note = change.note.as_deref().map(str::trim);
    let values = params![row.0, change.read, change.starred, note, micros(now)];
    conn.prepare_cached(CHANGE)?.execute(values)?;
    change.labels.as_deref().map_or(Ok(()), |labels| set_labels(conn, row, labels))
}

fn set_labels(conn: &Connection, row: RowId, labels: &[String]) -> Result<()> {
    const ADD: &str = "INSERT OR IGNORE INTO label (label, row) VALUES (?1, ?2)";
    conn.prepare_cached("DELETE FROM label WHERE row = ?1")?.execute([row.0])?;
    let mut add = conn.prepare_cached(ADD)?;
    for label in labels.iter().map(|label| label.trim()).filter(|label| !label.is_empty()) {
        add.execute(params![label, row.0])?;
    }
    Ok(())
}

/// All labels that are in use.
pub(crate) fn labels(conn: &Connection) -> Result<Vec<String>> {
    let mut read = conn.prepare_cached("SELECT DISTINCT label FROM label ORDER BY label")?;
    Ok(read.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// All notes with the statements that they belong to.
pub(crate) fn notes(conn: &Connection) -> Result<Vec<(RowId, String)>> {
    let mut read = conn.prepare_cached("SELECT row, note FROM mark WHERE note IS NOT NULL ORDER BY row")?;
    let rows = read.query_map([], |row| Ok((RowId(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many of these statements were read.
pub(crate) fn read_among(conn: &Connection, rows: &[RowId]) -> Result<u64> {
    const ALL: &str = "SELECT row FROM mark WHERE read = 1 ORDER BY row";
    let mut wanted: Vec<i64> = rows.iter().map(|row| row.0).collect();
    wanted.sort_unstable();
    let mut read = conn.prepare_cached(ALL)?;
    let mut count = 0;
    for row in read.query_map([], |row| row.get::<_, i64>(0))? {
        count += u64::from(wanted.binary_search(&row?).is_ok());
    }
    Ok(count)
}
