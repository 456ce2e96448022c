//! Files of watched folders, as they were when they were read.

use chancery_model::SourceId;
use rusqlite::{Connection, Row, params};

use super::source;
use crate::codec::{micros, moment};
use crate::{Result, WatchedFile};

/// All files of a folder that were read and are still there, by path.
pub(crate) fn all(conn: &Connection, id: &SourceId) -> Result<Vec<WatchedFile>> {
    const ALL: &str = "SELECT path, size, modified, fault FROM watched_file WHERE source = ?1 ORDER BY path";
    let read = |row: &Row<'_>| {
        let (path, size, fault) = (row.get(0)?, row.get(1)?, row.get(3)?);
        Ok(WatchedFile { path, size, modified: moment(row.get(2)?), fault })
    };
    let mut select = conn.prepare_cached(ALL)?;
    let rows = select.query_map([source::number(conn, id)?], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Notes that a file was read.
pub(crate) fn note(conn: &Connection, id: &SourceId, file: &WatchedFile) -> Result<()> {
    const NOTE: &str = "INSERT OR REPLACE INTO watched_file (source, path, size, modified, fault)
        VALUES (?1, ?2, ?3, ?4, ?5)";
    let WatchedFile { path, size, modified, fault } = file;
    let values = params![source::number(conn, id)?, path, size, micros(*modified), fault];
    conn.prepare_cached(NOTE)?.execute(values)?;
    Ok(())
}

/// Forgets a file that is not there any more; its statements stay.
pub(crate) fn forget(conn: &Connection, id: &SourceId, path: &str) -> Result<()> {
    let mut forget = conn.prepare_cached("DELETE FROM watched_file WHERE source = ?1 AND path = ?2")?;
    forget.execute(params![source::number(conn, id)?, path])?;
    Ok(())
}
