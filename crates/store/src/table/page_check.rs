//! Pages of statements that are asked for again, to see whether they are still there.

use chancery_model::{EditKind, Match, RowId, SourceId, StatementId};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{alert, received, source, statement};
use crate::codec::{from_word, micros, moment, word};
use crate::{CheckedPage, Error, PageAnswer, PageCheck, PageShare, PageTrouble, Result};

/// The pages of a source's statements that were collected since `since` and not asked for after `before`, the longest
/// waiting first.
pub(crate) fn to_ask(
    conn: &Connection,
    id: &SourceId,
    since: DateTime<Utc>,
    before: DateTime<Utc>,
    most: u32,
) -> Result<Vec<CheckedPage>> {
    const TO_ASK: &str = "SELECT s.id, s.url, c.missing_since, c.withdrawn_at IS NOT NULL
        FROM statement AS s LEFT JOIN page_check AS c ON c.row = s.row
        WHERE s.source = ?1 AND s.collected_at >= ?2 AND coalesce(c.asked_at, s.collected_at) <= ?3
            AND s.url LIKE 'http%' AND s.url <> ?5
        ORDER BY coalesce(c.asked_at, s.collected_at) LIMIT ?4";
    let own = source::get(conn, id)?.ok_or_else(|| Error::NoSource(id.clone()))?.url;
    let own = own.split('#').next().unwrap_or_default();
    let read = |row: &Row<'_>| {
        let missing_since = row.get::<_, Option<i64>>(2)?.map(moment);
        Ok(CheckedPage {
            id: StatementId(row.get(0)?),
            url: row.get(1)?,
            missing_since,
            withdrawn: row.get(3)?,
        })
    };
    let values = params![source::number(conn, id)?, micros(since), micros(before), most, own];
    let mut select = conn.prepare_cached(TO_ASK)?;
    let rows = select.query_map(values, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many pages of a source's statements collected since `since` were asked for, and how many of them are missing.
pub(crate) fn share(conn: &Connection, id: &SourceId, since: DateTime<Utc>) -> Result<PageShare> {
    const SHARE: &str = "SELECT count(*), count(c.missing_since)
        FROM page_check AS c JOIN statement AS s ON s.row = c.row WHERE s.source = ?1 AND s.collected_at >= ?2";
    let read = |row: &Row<'_>| Ok(PageShare { asked: row.get(0)?, missing: row.get(1)? });
    Ok(conn.prepare_cached(SHARE)?.query_row(params![source::number(conn, id)?, micros(since)], read)?)
}

/// How the page of a statement answered when it was last asked; none when it was not asked by itself.
pub(crate) fn answer(conn: &Connection, row: RowId) -> Result<Option<PageAnswer>> {
    const ANSWER: &str = "SELECT asked_at, trouble, status, missing_since FROM page_check WHERE row = ?1";
    let read = |row: &Row<'_>| {
        let (trouble, status): (Option<String>, Option<u16>) = (row.get(1)?, row.get(2)?);
        Ok((moment(row.get(0)?), trouble, status, row.get::<_, Option<i64>>(3)?.map(moment)))
    };
    let found = conn.prepare_cached(ANSWER)?.query_row([row.0], read).optional()?;
    found
        .map(|(asked_at, trouble, status, missing_since)| {
            let kind = trouble.map(from_word).transpose()?;
            let trouble = kind.map(|kind| PageTrouble { kind, status });
            Ok(PageAnswer { asked_at, trouble, missing_since })
        })
        .transpose()
}

/// Notes how the page answered when an entry was read: what stood in the way, or that nothing does any more.
pub(crate) fn note_first(
    conn: &Connection,
    id: &StatementId,
    trouble: Option<PageTrouble>,
    now: DateTime<Utc>,
) -> Result<()> {
    const FAILED: &str = "INSERT INTO page_check (row, asked_at, trouble, status) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (row) DO UPDATE SET asked_at = ?2, trouble = ?3, status = ?4";
    const WAS_THERE: &str = "UPDATE page_check SET asked_at = ?2, trouble = NULL, status = NULL, missing_since = NULL WHERE row = ?1";
    let place = statement::place(conn, id)?.ok_or_else(|| Error::NoStatement(id.clone()))?;
    let (row, at) = (place.row.0, micros(now));
    match trouble {
        Some(PageTrouble { kind, status }) => {
            conn.prepare_cached(FAILED)?.execute(params![row, at, word(&kind)?, status])?
        }
        None => conn.prepare_cached(WAS_THERE)?.execute(params![row, at])?,
    };
    Ok(())
}

/// Notes how a page answered; when that is news of the statement, as a revision of the same words.
pub(crate) fn note(conn: &Connection, check: &PageCheck, now: DateTime<Utc>) -> Result<()> {
    const NOTE: &str = "INSERT INTO page_check (row, asked_at, missing_since, trouble, status)
        VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (row) DO UPDATE SET asked_at = ?2, missing_since = ?3, trouble = ?4, status = ?5";
    const WITHDRAWN: &str = "UPDATE page_check SET withdrawn_at = ?2 WHERE row = ?1";
    let place = statement::place(conn, &check.id)?.ok_or_else(|| Error::NoStatement(check.id.clone()))?;
    let (row, at) = (place.row, micros(now));
    let kind = check.trouble.map(|trouble| word(&trouble.kind)).transpose()?;
    let status = check.trouble.and_then(|trouble| trouble.status);
    conn.prepare_cached(NOTE)?.execute(params![row.0, at, check.missing_since.map(micros), kind, status])?;
    let Some((edit, matches)) = &check.news else { return Ok(()) };
    let withdrawn_at = (*edit == EditKind::Withdrawn).then_some(at);
    conn.prepare_cached(WITHDRAWN)?.execute(params![row.0, withdrawn_at])?;
    let receipt = check.received.as_ref().map(|received| received::keep(conn, received)).transpose()?;
    statement::restate(conn, row, *edit, receipt, now)?;
    alert::raise(conn, row, place.revision + 1, matches as &[Match], now)
}
