//! The folders in which sources lie in lists of sources.

use std::collections::HashMap;

use chancery_model::SourceId;
use rusqlite::{Connection, params};

use super::source;
use crate::Result;

/// Puts a source into a folder, given from the outside in; an empty one takes it out.
pub(crate) fn put(conn: &Connection, id: &SourceId, folder: &[String]) -> Result<()> {
    const PUT: &str = "INSERT OR REPLACE INTO source_folder (source, folder) VALUES (?1, ?2)";
    let source = source::number(conn, id)?;
    if folder.is_empty() {
        conn.prepare_cached("DELETE FROM source_folder WHERE source = ?1")?.execute([source])?;
    } else {
        conn.prepare_cached(PUT)?.execute(params![source, serde_json::to_string(folder)?])?;
    }
    Ok(())
}

/// The folders of all sources that lie in one.
pub(crate) fn all(conn: &Connection) -> Result<HashMap<SourceId, Vec<String>>> {
    const ALL: &str = "SELECT s.id, f.folder FROM source_folder AS f JOIN source AS s ON s.n = f.source";
    let mut select = conn.prepare_cached(ALL)?;
    let rows = select.query_map([], |row| Ok((SourceId(row.get(0)?), row.get::<_, String>(1)?)))?;
    rows.map(|row| {
        row.map_err(crate::Error::from).and_then(|(id, folder)| Ok((id, serde_json::from_str(&folder)?)))
    })
    .collect()
}
