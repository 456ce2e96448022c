//! What the user changes in the window, and the versions of what programs hold in memory.

use rusqlite::{Connection, OptionalExtension};

use crate::Result;

/// Reads a setting.
pub(crate) fn get(conn: &Connection, key: &str) -> Result<Option<String>> {
    let mut read = conn.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    Ok(read.query_row([key], |row| row.get(0)).optional()?)
}

/// Writes a setting.
pub(crate) fn put(conn: &Connection, key: &str, value: &str) -> Result<()> {
    const PUT: &str = "INSERT INTO setting (key, value) VALUES (?1, ?2)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    conn.prepare_cached(PUT)?.execute([key, value])?;
    Ok(())
}

/// The version of the rule set.
pub(crate) fn rule_set(conn: &Connection) -> Result<i64> {
    let mut read = conn.prepare_cached("SELECT value FROM counter WHERE name = 'rule_set'")?;
    Ok(read.query_row([], |row| row.get(0))?)
}

/// Notes that a rule changed.
pub(crate) fn bump_rule_set(conn: &Connection) -> Result<()> {
    conn.execute("UPDATE counter SET value = value + 1 WHERE name = 'rule_set'", [])?;
    Ok(())
}
