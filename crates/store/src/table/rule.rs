//! Rules. A removed one stays, because its alerts name it.

use chancery_model::{Rule, RuleId};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::setting;
use crate::codec::{from_word, micros, moment, word};
use crate::{Error, Result};

/// All rules that stand, by name.
pub(crate) fn all(conn: &Connection) -> Result<Vec<Rule>> {
    const ALL: &str = "SELECT id, name, query, mode, muted_until, created_at FROM rule
        WHERE removed_at IS NULL ORDER BY name COLLATE NOCASE, n";
    let mut read_all = conn.prepare_cached(ALL)?;
    read_all.query_map([], |row| Ok(read(row)))?.map(|rule| rule?).collect()
}

fn read(row: &Row<'_>) -> Result<Rule> {
    Ok(Rule {
        id: RuleId(row.get(0)?),
        name: row.get(1)?,
        query: row.get(2)?,
        mode: from_word(row.get(3)?)?,
        muted_until: row.get::<_, Option<i64>>(4)?.map(moment),
        created_at: moment(row.get(5)?),
    })
}

/// Adds a rule or changes the one with its id.
pub(crate) fn save(conn: &Connection, rule: &Rule) -> Result<()> {
    const SAVE: &str = "INSERT INTO rule (id, name, query, mode, muted_until, created_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (id) DO UPDATE SET name = ?2, query = ?3, mode = ?4, muted_until = ?5, removed_at = NULL";
    const TAKEN: &str = "SELECT 1 FROM rule WHERE name = ?1 AND id <> ?2 AND removed_at IS NULL";
    if conn.prepare_cached(TAKEN)?.exists([&rule.name, &rule.id.0])? {
        return Err(Error::RuleExists(rule.name.clone()));
    }
    let (muted, created) = (rule.muted_until.map(micros), micros(rule.created_at));
    let values = params![rule.id.0, rule.name, rule.query, word(&rule.mode)?, muted, created];
    conn.prepare_cached(SAVE)?.execute(values)?;
    setting::bump_rule_set(conn)
}

/// Removes a rule; its alerts stay.
pub(crate) fn remove(conn: &Connection, id: &RuleId, now: DateTime<Utc>) -> Result<()> {
    const REMOVE: &str = "UPDATE rule SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL";
    match conn.prepare_cached(REMOVE)?.execute(params![id.0, micros(now)])? {
        0 => Err(Error::NoRule(id.clone())),
        _ => setting::bump_rule_set(conn),
    }
}

/// The number of a rule, removed or not.
pub(crate) fn number(conn: &Connection, id: &RuleId) -> Result<Option<i64>> {
    let mut find = conn.prepare_cached("SELECT n FROM rule WHERE id = ?1")?;
    Ok(find.query_row([&id.0], |row| row.get(0)).optional()?)
}
