//! Statements that are the same document in another language, as their publishers say.

use chancery_model::{RowId, Translation};
use rusqlite::{Connection, params};

use crate::Result;

/// Replaces the translations that a statement names.
pub(crate) fn set(conn: &Connection, row: RowId, translations: &[Translation]) -> Result<()> {
    const ADD: &str = "INSERT OR IGNORE INTO translation (row, url, lang) VALUES (?1, ?2, ?3)";
    conn.prepare_cached("DELETE FROM translation WHERE row = ?1")?.execute([row.0])?;
    let mut add = conn.prepare_cached(ADD)?;
    for Translation { lang, url } in translations {
        add.execute(params![row.0, url, lang.as_str()])?;
    }
    Ok(())
}

/// The statements that a statement names as its translations, and those that name it, newest first.
pub(crate) fn linked(conn: &Connection, row: RowId) -> Result<Vec<RowId>> {
    const LINKED: &str = "SELECT s.row FROM translation AS t JOIN statement AS s ON s.url = t.url
            WHERE t.row = ?1 AND s.row <> ?1
        UNION SELECT t.row FROM statement AS s JOIN translation AS t ON t.url = s.url
            WHERE s.row = ?1 AND t.row <> ?1
        ORDER BY 1 DESC LIMIT 100";
    let mut select = conn.prepare_cached(LINKED)?;
    let rows = select.query_map([row.0], |row| Ok(RowId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
