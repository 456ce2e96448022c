//! Groups: statements that are one, published by several sources or more than once by one.

use chancery_model::{Group, RowId, RuleId, SourceId, StatementId};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::codec::{Hash, moment};
use crate::{Publication, Result};

/// The group that a statement is in.
pub(crate) fn of(conn: &Connection, row: RowId) -> Result<Option<i64>> {
    let mut read = conn.prepare_cached("SELECT grp FROM statement WHERE row = ?1")?;
    Ok(read.query_row([row.0], |row| row.get(0)).optional()?.flatten())
}

/// The oldest other statement with this very content.
pub(crate) fn with_content(conn: &Connection, content_sha256: &str, except: RowId) -> Result<Option<RowId>> {
    const SAME: &str = "SELECT row FROM statement WHERE content = ?1 AND row <> ?2
        ORDER BY repeats, collected_at, row LIMIT 1";
    let mut find = conn.prepare_cached(SAME)?;
    Ok(find
        .query_row(params![Hash::from(content_sha256), except.0], |row| Ok(RowId(row.get(0)?)))
        .optional()?)
}

/// Puts a statement into the group of another one, which was there first; two groups become one.
pub(crate) fn join(conn: &Connection, row: RowId, first: RowId) -> Result<()> {
    const FOUND: &str = "UPDATE statement SET grp = (SELECT coalesce(max(grp), 0) + 1 FROM statement
        WHERE grp IS NOT NULL) WHERE row = ?1 AND grp IS NULL";
    const JOIN: &str = "UPDATE statement SET grp = ?2, repeats = 1 WHERE row = ?1";
    const MERGE: &str = "UPDATE statement SET grp = ?2, repeats = 1 WHERE grp = ?1";
    conn.prepare_cached(FOUND)?.execute([first.0])?;
    let Some(group) = of(conn, first)? else { return Ok(()) };
    match of(conn, row)? {
        Some(own) if own == group => {}
        Some(own) => {
            conn.prepare_cached(MERGE)?.execute([own, group])?;
        }
        None => {
            conn.prepare_cached(JOIN)?.execute([row.0, group])?;
        }
    }
    Ok(())
}

/// Takes a statement out of its group; one that is left alone is in none, and one that is left leads the rest.
pub(crate) fn leave(conn: &Connection, row: RowId) -> Result<()> {
    const LEAVE: &str = "UPDATE statement SET grp = NULL, repeats = 0 WHERE row = ?1";
    const LEAD: &str = "UPDATE statement SET repeats = 0 WHERE row =
        (SELECT row FROM statement WHERE grp = ?1 ORDER BY repeats, collected_at, row LIMIT 1)";
    const ALONE: &str = "UPDATE statement SET grp = NULL, repeats = 0 WHERE grp = ?1
        AND (SELECT count(*) FROM statement WHERE grp = ?1) = 1";
    let Some(group) = of(conn, row)? else { return Ok(()) };
    conn.prepare_cached(LEAVE)?.execute([row.0])?;
    conn.prepare_cached(LEAD)?.execute([group])?;
    conn.prepare_cached(ALONE)?.execute([group])?;
    Ok(())
}

/// A group as others see it.
pub(crate) fn get(conn: &Connection, group: i64) -> Result<Group> {
    const GROUP: &str = "SELECT max(CASE WHEN repeats = 0 THEN id END), min(id), count(*)
        FROM statement WHERE grp = ?1";
    let read = |row: &Row<'_>| {
        let (first, any): (Option<String>, String) = (row.get(0)?, row.get(1)?);
        Ok(Group { first: StatementId(first.unwrap_or(any)), size: row.get(2)? })
    };
    Ok(conn.prepare_cached(GROUP)?.query_row([group], read)?)
}

/// The other statements of a statement's group, the first collected first.
pub(crate) fn others(conn: &Connection, row: RowId) -> Result<Vec<Publication>> {
    const OTHERS: &str = "SELECT s.id, o.id, o.name, s.url, s.title, s.collected_at
        FROM statement AS s JOIN source AS o ON o.n = s.source
        WHERE s.grp = (SELECT grp FROM statement WHERE row = ?1) AND s.row <> ?1
        ORDER BY s.collected_at, s.row";
    let read = |row: &Row<'_>| {
        Ok(Publication {
            id: StatementId(row.get(0)?),
            source: SourceId(row.get(1)?),
            source_name: row.get(2)?,
            url: row.get(3)?,
            title: row.get(4)?,
            collected_at: moment(row.get(5)?),
        })
    };
    Ok(conn.prepare_cached(OTHERS)?.query_map([row.0], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Whether a rule has raised an alert on another statement of the group.
pub(crate) fn was_alerted(conn: &Connection, group: i64, except: RowId, rule: &RuleId) -> Result<bool> {
    const ALERTED: &str = "SELECT 1 FROM statement AS s JOIN alert AS a ON a.row = s.row
        JOIN rule AS r ON r.n = a.rule WHERE s.grp = ?1 AND s.row <> ?2 AND r.id = ?3";
    Ok(conn.prepare_cached(ALERTED)?.exists(params![group, except.0, rule.0])?)
}
