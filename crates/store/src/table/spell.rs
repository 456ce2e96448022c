//! What the user was told of the trouble of sources.

use chancery_model::SourceId;
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, params};

use crate::codec::{from_word, micros, moment, word};
use crate::{Result, Spell, Told};

/// What was told of each source that is followed.
pub(crate) fn all(conn: &Connection) -> Result<Vec<Told>> {
    const ALL: &str = "SELECT id, told, told_at, coalesce(last_visit - failing_since, 0) FROM source
        WHERE removed_at IS NULL";
    let mut select = conn.prepare_cached(ALL)?;
    let read = |row: &rusqlite::Row<'_>| {
        Ok(Told {
            source: SourceId(row.get(0)?),
            spell: row.get::<_, Option<String>>(1)?.map(from_word).transpose()?,
            at: row.get::<_, Option<i64>>(2)?.map(moment),
            failed_for: TimeDelta::microseconds(row.get(3)?),
        })
    };
    select.query_map([], |row| Ok(read(row)))?.map(|told| told?).collect()
}

/// Notes that the user was told of a spell at `now`.
pub(crate) fn tell(conn: &Connection, id: &SourceId, spell: Spell, now: DateTime<Utc>) -> Result<()> {
    const TELL: &str = "UPDATE source SET told = ?2, told_at = ?3 WHERE id = ?1";
    conn.prepare_cached(TELL)?.execute(params![id.0, word(&spell)?, micros(now)])?;
    Ok(())
}

/// Notes that the spell that the user was told of has ended; when that was stays.
pub(crate) fn end(conn: &Connection, id: &SourceId) -> Result<()> {
    conn.prepare_cached("UPDATE source SET told = NULL WHERE id = ?1")?.execute([&id.0])?;
    Ok(())
}
