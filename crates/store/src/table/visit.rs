//! What a visit leaves behind: health, validators, wishes, and hosts that want peace.

use std::collections::HashMap;

use chancery_model::{SourceState, Trouble};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::source::must_be;
use crate::codec::{Hash, micros, moment, word};
use crate::{Outcome, Result, Visit};

/// Files what a visit brought.
pub(crate) fn record(conn: &Connection, visit: &Visit) -> Result<()> {
    if visit.outcome == Outcome::Unasked {
        const LATER: &str = "UPDATE source SET next_try = ?2 WHERE id = ?1";
        let values = params![visit.source.0, visit.next_try.map(micros)];
        return must_be(conn.prepare_cached(LATER)?.execute(values)?, &visit.source);
    }
    record_times(conn, visit)?;
    record_answer(conn, visit)?;
    record_moving(conn, visit)?;
    record_health(conn, visit)
}

fn record_times(conn: &Connection, visit: &Visit) -> Result<()> {
    const TIMES: &str = "UPDATE source SET last_visit = ?2, next_try = ?3,
            last_new = CASE WHEN ?4 > 0 THEN ?2 ELSE last_new END,
            whole_at = CASE WHEN ?5 THEN ?2 ELSE whole_at END, offer = ?6
        WHERE id = ?1";
    let (id, at, next) = (&visit.source.0, micros(visit.at), visit.next_try.map(micros));
    let values = params![id, at, next, visit.new, visit.whole, visit.offer];
    must_be(conn.prepare_cached(TIMES)?.execute(values)?, &visit.source)
}

fn record_answer(conn: &Connection, visit: &Visit) -> Result<()> {
    const FORGET: &str =
        "UPDATE source SET etag = NULL, last_modified = NULL, body_sha256 = NULL WHERE id = ?1";
    const KEEP: &str = "UPDATE source SET etag = CASE WHEN ?2 THEN ?3 ELSE etag END,
            last_modified = CASE WHEN ?2 THEN ?4 ELSE last_modified END,
            body_sha256 = coalesce(?5, body_sha256), wishes = coalesce(?6, wishes)
        WHERE id = ?1";
    let id = &visit.source.0;
    if visit.forget {
        conn.prepare_cached(FORGET)?.execute([id])?;
        return Ok(());
    }
    let sha256 = visit.body_sha256.as_deref().map(Hash::from);
    let (replace, kept) = (visit.validators.is_some(), visit.validators.clone().unwrap_or_default());
    let wishes = visit.wishes.as_ref().map(serde_json::to_string).transpose()?;
    conn.prepare_cached(KEEP)?.execute(params![
        id,
        replace,
        kept.etag,
        kept.last_modified,
        sha256,
        wishes
    ])?;
    Ok(())
}

/// A redirect that is on its way to be believed, or the new address when it is; one that another source has is left.
fn record_moving(conn: &Connection, visit: &Visit) -> Result<()> {
    const MOVING: &str = "UPDATE source SET moved_to = ?2, moved_days = ?3, moved_seen = ?4 WHERE id = ?1";
    const MOVED: &str = "UPDATE OR IGNORE source SET url = ?2 WHERE id = ?1";
    let (id, moving) = (&visit.source.0, visit.moving.as_ref());
    let days = moving.map_or(0, |moving| moving.days);
    let seen = moving.map(|moving| micros(moving.seen));
    conn.prepare_cached(MOVING)?.execute(params![id, moving.map(|moving| &moving.to), days, seen])?;
    if let Some(url) = &visit.moved {
        conn.prepare_cached(MOVED)?.execute(params![id, url])?;
    }
    Ok(())
}

fn record_health(conn: &Connection, visit: &Visit) -> Result<()> {
    const ANSWERED: &str = "UPDATE source SET state = ?3, reason = ?4, answer_state = ?3, answer_reason = ?4
        WHERE id = ?1";
    const UNCHANGED: &str = "UPDATE source SET state = answer_state, reason = answer_reason WHERE id = ?1";
    // Whichever of the two it was, the state says what holds now.
    const SPELL: &str = "UPDATE source SET
        last_success = CASE state WHEN 'failing' THEN last_success ELSE ?2 END,
        failures = CASE state WHEN 'failing' THEN failures + 1 ELSE 0 END,
        failing_since = CASE state WHEN 'failing' THEN coalesce(failing_since, ?2) END,
        trouble = CASE state WHEN 'failing' THEN coalesce(trouble, 'unreadable') END WHERE id = ?1";
    let (id, at) = (&visit.source.0, micros(visit.at));
    match &visit.outcome {
        Outcome::Answered { state, reason } => {
            conn.prepare_cached(ANSWERED)?.execute(params![id, at, word(state)?, reason])?;
        }
        Outcome::NotModified => drop(conn.prepare_cached(UNCHANGED)?.execute([id])?),
        Outcome::Failed { trouble, reason } => {
            return fail(conn, visit, SourceState::Failing, *trouble, reason);
        }
        Outcome::Gone { reason } => return fail(conn, visit, SourceState::Gone, Trouble::Gone, reason),
        Outcome::Unasked => return Ok(()),
    }
    conn.prepare_cached(SPELL)?.execute(params![id, at])?;
    Ok(())
}

fn fail(conn: &Connection, visit: &Visit, state: SourceState, trouble: Trouble, reason: &str) -> Result<()> {
    const FAILED: &str = "UPDATE source SET state = ?3, reason = ?4, trouble = ?5, failures = failures + 1,
        failing_since = coalesce(failing_since, ?2) WHERE id = ?1";
    let values = params![visit.source.0, micros(visit.at), word(&state)?, reason, word(&trouble)?];
    conn.prepare_cached(FAILED)?.execute(values)?;
    Ok(())
}

/// Notes until when a host wants peace; what ended before `now` is forgotten.
pub(crate) fn rest(conn: &Connection, host: &str, until: DateTime<Utc>, now: DateTime<Utc>) -> Result<()> {
    const REST: &str = "INSERT INTO host_rest (host, until) VALUES (?1, ?2)
        ON CONFLICT (host) DO UPDATE SET until = max(until, excluded.until)";
    conn.prepare_cached("DELETE FROM host_rest WHERE until <= ?1")?.execute([micros(now)])?;
    conn.prepare_cached(REST)?.execute(params![host, micros(until)])?;
    Ok(())
}

/// Hosts that want peace at `now`, and until when.
pub(crate) fn resting(conn: &Connection, now: DateTime<Utc>) -> Result<HashMap<String, DateTime<Utc>>> {
    let mut select = conn.prepare_cached("SELECT host, until FROM host_rest WHERE until > ?1")?;
    let rows = select.query_map([micros(now)], |row| Ok((row.get(0)?, moment(row.get(1)?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
