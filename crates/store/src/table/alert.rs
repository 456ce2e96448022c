//! Alerts: which rule matched which statement, when it was shown and seen.

use chancery_model::{Alert, AlertId, Annotations, Match, RowId, RuleId, StatementId};
use chrono::{DateTime, Duration, Utc};
use rusqlite::{Connection, Row, params, params_from_iter, types::Value};

use super::rule;
use crate::codec::{from_word, micros, moment, unpack_json, word};
use crate::{AlertChoice, AlertFilter, Result};

const SELECT: &str = "SELECT a.n, r.id, r.name, s.id, s.title, o.name, b.tags, a.matched_text, a.raised_at,
        a.notified_at, a.seen, a.showing, a.spans
    FROM alert AS a
    JOIN rule AS r ON r.n = a.rule
    JOIN statement AS s ON s.row = a.row
    JOIN source AS o ON o.n = s.source
    JOIN body AS b ON b.row = a.row";

/// Raises the alerts of one revision; one that is not shown by itself counts as shown at once.
pub(crate) fn raise(
    conn: &Connection,
    row: RowId,
    revision: u32,
    matches: &[Match],
    now: DateTime<Utc>,
) -> Result<()> {
    const RAISE: &str =
        "INSERT OR IGNORE INTO alert (rule, row, revision, matched_text, spans, showing, raised_at, notified_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    for found in matches {
        let Some(rule) = rule::number(conn, &found.rule)? else { continue };
        let (raised, notified) = (micros(now), (!found.showing.is_shown()).then_some(micros(now)));
        let (spans, showing) = (serde_json::to_string(&found.spans)?, word(&found.showing)?);
        let values = params![rule, row.0, revision, found.matched_text, spans, showing, raised, notified];
        conn.prepare_cached(RAISE)?.execute(values)?;
    }
    Ok(())
}

/// Alerts that were not shown yet, oldest first.
pub(crate) fn pending(conn: &Connection) -> Result<Vec<Alert>> {
    query(conn, &format!("{SELECT} WHERE a.notified_at IS NULL ORDER BY a.n"), vec![])
}

/// Alerts that a filter lets through, newest first.
pub(crate) fn list(conn: &Connection, filter: &AlertFilter) -> Result<Vec<Alert>> {
    let mut values = vec![Value::from(filter.limit.map_or(-1, i64::from))];
    let mut conditions = vec!["1"];
    if filter.unseen_only {
        conditions.push("a.seen = 0");
    }
    if let Some(rule) = &filter.rule {
        conditions.push("a.rule = (SELECT n FROM rule WHERE id = ?2)");
        values.push(Value::from(rule.0.clone()));
    }
    let conditions = conditions.join(" AND ");
    query(conn, &format!("{SELECT} WHERE {conditions} ORDER BY a.n DESC LIMIT ?1"), values)
}

fn query(conn: &Connection, sql: &str, values: Vec<Value>) -> Result<Vec<Alert>> {
    let mut select = conn.prepare_cached(sql)?;
    select.query_map(params_from_iter(values), |row| Ok(read(row)))?.map(|alert| alert?).collect()
}

fn read(row: &Row<'_>) -> Result<Alert> {
    let annotations: Annotations = unpack_json(row.get_ref(6)?.as_blob().unwrap_or_default())?;
    Ok(Alert {
        id: AlertId(row.get(0)?),
        rule_id: RuleId(row.get(1)?),
        rule: row.get(2)?,
        statement_id: StatementId(row.get(3)?),
        title: row.get(4)?,
        source_name: row.get(5)?,
        showing: from_word(row.get(11)?)?,
        spans: serde_json::from_str(row.get_ref(12)?.as_str().unwrap_or_default())?,
        issuer: annotations.issuer.map_or_else(|| row.get(5), |issuer| Ok(issuer.name))?,
        matched_text: row.get(7)?,
        raised_at: moment(row.get(8)?),
        notified_at: row.get::<_, Option<i64>>(9)?.map(moment),
        seen: row.get(10)?,
    })
}

/// Notes that alerts were shown; a second stamp changes nothing.
pub(crate) fn stamp(conn: &Connection, ids: &[AlertId], now: DateTime<Utc>) -> Result<()> {
    const STAMP: &str = "UPDATE alert SET notified_at = ?2 WHERE n = ?1 AND notified_at IS NULL";
    let mut stamp = conn.prepare_cached(STAMP)?;
    for id in ids {
        stamp.execute([id.0, micros(now)])?;
    }
    Ok(())
}

/// Marks alerts as seen or not.
pub(crate) fn set_seen(conn: &Connection, which: &AlertChoice, seen: bool) -> Result<()> {
    match which {
        AlertChoice::Ids(ids) => {
            let mut set = conn.prepare_cached("UPDATE alert SET seen = ?2 WHERE n = ?1")?;
            for id in ids {
                set.execute(params![id.0, seen])?;
            }
        }
        AlertChoice::Rule(rule) => {
            const SET: &str = "UPDATE alert SET seen = ?2 WHERE rule = (SELECT n FROM rule WHERE id = ?1)";
            conn.execute(SET, params![rule.0, seen])?;
        }
        AlertChoice::All => {
            conn.execute("UPDATE alert SET seen = ?1 WHERE seen <> ?1", params![seen])?;
        }
    }
    Ok(())
}

/// Alerts of a rule in each of the last weeks, oldest first; a week ends at `now`, not on a Sunday.
pub(crate) fn weeks(conn: &Connection, rule: &RuleId, weeks: u32, now: DateTime<Utc>) -> Result<Vec<u32>> {
    const SINCE: &str = "SELECT raised_at FROM alert
        WHERE rule = (SELECT n FROM rule WHERE id = ?1) AND raised_at > ?2 AND raised_at <= ?3";
    let mut counts = vec![0; weeks as usize];
    let begin = now - Duration::weeks(weeks.into());
    let mut read = conn.prepare_cached(SINCE)?;
    for raised in read.query_map(params![rule.0, micros(begin), micros(now)], |row| row.get(0))? {
        let back = usize::try_from((now - moment(raised?)).num_weeks()).unwrap_or_default();
        if let Some(week) = counts.len().checked_sub(1 + back).and_then(|week| counts.get_mut(week)) {
            *week += 1;
        }
    }
    Ok(counts)
}

/// How many alerts of a rule were not seen.
pub(crate) fn unseen(conn: &Connection, rule: &RuleId) -> Result<u32> {
    const COUNT: &str = "SELECT count(*) FROM alert
        WHERE seen = 0 AND rule = (SELECT n FROM rule WHERE id = ?1)";
    Ok(conn.prepare_cached(COUNT)?.query_row([&rule.0], |row| row.get(0))?)
}

/// Names of the rules that matched a statement, each with the passage of its first alert.
pub(crate) fn rules_of(conn: &Connection, row: RowId) -> Result<Vec<(String, String)>> {
    const RULES: &str =
        "SELECT r.name, a.matched_text, min(a.n) FROM alert AS a JOIN rule AS r ON r.n = a.rule
        WHERE a.row = ?1 GROUP BY a.rule ORDER BY min(a.n)";
    let mut read = conn.prepare_cached(RULES)?;
    let rows = read.query_map([row.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
