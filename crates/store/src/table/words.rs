//! The full-text index: words and tags of the newest revisions, already analysed.

use chancery_model::RowId;
use rusqlite::{Connection, params};

use crate::{Result, Words};

/// Enters a statement; it must not be there yet.
pub(crate) fn add(conn: &Connection, row: RowId, words: &Words, terms: &[String]) -> Result<()> {
    const ADD: &str = "INSERT INTO words (rowid, title, body, tags) VALUES (?1, ?2, ?3, ?4)";
    let values = params![row.0, words.title, words.body, terms.join(" ")];
    conn.prepare_cached(ADD)?.execute(values)?;
    Ok(())
}

/// Takes a statement out.
pub(crate) fn remove(conn: &Connection, row: RowId) -> Result<()> {
    conn.prepare_cached("DELETE FROM words WHERE rowid = ?1")?.execute([row.0])?;
    Ok(())
}

/// Merges some pages of the index; returns whether there is more to do.
pub(crate) fn merge(conn: &Connection) -> Result<bool> {
    const PAGES: i64 = 256;
    let before = conn.total_changes();
    conn.prepare_cached("INSERT INTO words (words, rank) VALUES ('merge', ?1)")?.execute([PAGES])?;
    // FTS5 documents that fewer than two changes mean that nothing was left to merge.
    Ok(conn.total_changes() - before >= 2)
}

/// Index terms from a range of the index's vocabulary, half-open.
pub(crate) fn terms_between(conn: &Connection, from: &str, to: &str) -> Result<Vec<String>> {
    const RANGE: &str = "SELECT term FROM words_vocabulary WHERE term >= ?1 AND term < ?2";
    let mut read = conn.prepare_cached(RANGE)?;
    let terms = read.query_map([from, to], |row| row.get(0))?;
    Ok(terms.collect::<rusqlite::Result<_>>()?)
}
