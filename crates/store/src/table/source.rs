//! Sources, their health and what was kept of their last answers.

use chancery_model::{Manners, Source, SourceId, SourceKind, SourceState, Validators};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::codec::{Hash, from_word, micros, moment, word};
use crate::{Due, Error, Kept, Moving, NewSource, Result};

const SELECT: &str = "SELECT n, id, name, url, kind, country, state, reason, paused, last_success, last_new,
        next_try, statements, etag, last_modified, body_sha256, failures, last_visit, whole_at, wishes, manners,
        moved_to, moved_days, moved_seen, trouble, failing_since, offer
    FROM source";

/// The condition of the index `source_due`.
const ASKED: &str = "removed_at IS NULL AND paused = 0 AND state <> 'gone' AND kind <> 'import'";

/// A source's number, removed or not.
pub(crate) fn number(conn: &Connection, id: &SourceId) -> Result<i64> {
    let mut find = conn.prepare_cached("SELECT n FROM source WHERE id = ?1")?;
    let n = find.query_row([&id.0], |row| row.get(0)).optional()?;
    n.ok_or_else(|| Error::NoSource(id.clone()))
}

/// All sources that are followed, by name.
pub(crate) fn all(conn: &Connection) -> Result<Vec<Source>> {
    let mut select =
        conn.prepare_cached(&format!("{SELECT} WHERE removed_at IS NULL ORDER BY name COLLATE NOCASE, n"))?;
    select.query_map([], |row| Ok(read(row)))?.map(|source| source?).collect()
}

/// Sources to be asked now, the longest waiting first.
pub(crate) fn due(conn: &Connection, now: DateTime<Utc>) -> Result<Vec<Due>> {
    let mut select = conn.prepare_cached(&due_sql())?;
    let read = |row: &Row<'_>| Ok(read(row).and_then(|source| Ok(Due { source, kept: kept_of(row)? })));
    select.query_map([micros(now)], read)?.map(|due| due?).collect()
}

/// The query behind [`due`].
pub(crate) fn due_sql() -> String {
    format!("{SELECT} WHERE {ASKED} AND coalesce(next_try, 0) <= ?1 ORDER BY coalesce(next_try, 0)")
}

/// One source, removed or not.
pub(crate) fn get(conn: &Connection, id: &SourceId) -> Result<Option<Source>> {
    let mut select = conn.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?;
    select.query_row([&id.0], |row| Ok(read(row))).optional()?.transpose()
}

/// What was kept of a source's last answer.
pub(crate) fn kept(conn: &Connection, id: &SourceId) -> Result<Kept> {
    let mut select = conn.prepare_cached(&format!("{SELECT} WHERE id = ?1"))?;
    let kept = select.query_row([&id.0], |row| Ok(kept_of(row))).optional()?.transpose()?;
    kept.ok_or_else(|| Error::NoSource(id.clone()))
}

fn read(row: &Row<'_>) -> Result<Source> {
    let time = |column: usize| Ok::<_, Error>(row.get::<_, Option<i64>>(column)?.map(moment));
    let paused: bool = row.get(8)?;
    Ok(Source {
        id: SourceId(row.get(1)?),
        name: row.get(2)?,
        url: row.get(3)?,
        kind: from_word(row.get(4)?)?,
        country: row.get::<_, Option<String>>(5)?.and_then(|code| code.parse().ok()),
        state: if paused { SourceState::Paused } else { from_word(row.get(6)?)? },
        reason: row.get(7)?,
        last_success: time(9)?,
        last_new: time(10)?,
        next_try: time(11)?,
        statements: row.get(12)?,
        trouble: row.get::<_, Option<String>>(24)?.map(from_word).transpose()?,
        failing_since: time(25)?,
        offer: row.get(26)?,
    })
}

fn kept_of(row: &Row<'_>) -> Result<Kept> {
    let time = |column: usize| Ok::<_, Error>(row.get::<_, Option<i64>>(column)?.map(moment));
    let moving = match (row.get::<_, Option<String>>(21)?, time(23)?) {
        (Some(to), Some(seen)) => Some(Moving { to, days: row.get(22)?, seen }),
        _ => None,
    };
    Ok(Kept {
        validators: Validators { etag: row.get(13)?, last_modified: row.get(14)? },
        body_sha256: row.get::<_, Option<Hash>>(15)?.map(|sha256| sha256.0),
        failures: row.get(16)?,
        visited: row.get::<_, Option<i64>>(17)?.is_some(),
        whole_at: time(18)?,
        wishes: record(row.get(19)?),
        manners: record(row.get(20)?),
        moving,
    })
}

/// A value kept as JSON; none, or one of another program, is the usual one.
fn record<T: serde::de::DeserializeOwned + Default>(json: Option<String>) -> T {
    json.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default()
}

/// Adds a source; one with the same address that was removed comes back under the new name.
pub(crate) fn add(conn: &Connection, new: &NewSource, now: DateTime<Utc>) -> Result<SourceId> {
    const KNOWN: &str = "SELECT id, name, removed_at IS NOT NULL FROM source WHERE url = ?1";
    const BACK: &str = "UPDATE source SET removed_at = NULL, paused = 0, name = ?2, kind = ?3, country = ?4,
        state = 'new', reason = NULL, next_try = NULL, etag = NULL, last_modified = NULL, body_sha256 = NULL,
        moved_to = NULL, trouble = NULL, failing_since = NULL, failures = 0, offer = NULL, told = NULL
        WHERE id = ?1";
    const ADD: &str = "INSERT INTO source (id, name, kind, country, url, added_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let (kind, country) = (word(&new.kind)?, new.country.map(|code| code.to_string()));
    let columns = |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get(2)?));
    match conn.prepare_cached(KNOWN)?.query_row([&new.url], columns).optional()? {
        Some((_, name, false)) => Err(Error::SourceExists { url: new.url.clone(), name }),
        Some((id, _, true)) => {
            conn.execute(BACK, params![id, new.name, kind, country])?;
            Ok(SourceId(id))
        }
        None => {
            let id = free_id(conn, &new.name)?;
            conn.execute(ADD, params![id, new.name, kind, country, new.url, micros(now)])?;
            Ok(SourceId(id))
        }
    }
}

fn free_id(conn: &Connection, name: &str) -> Result<String> {
    let slug = slug(name);
    let mut taken = conn.prepare_cached("SELECT 1 FROM source WHERE id = ?1")?;
    let mut id = slug.clone();
    let mut next = 2;
    while taken.exists([&id])? {
        id = format!("{slug}-{next}");
        next += 1;
    }
    Ok(id)
}

/// Letters and digits of a name, small, with one hyphen for whatever stands between.
fn slug(name: &str) -> String {
    let small = name.to_lowercase();
    let words: Vec<&str> =
        small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "source".to_owned() } else { words.join("-") }
}

/// Changes a source's name.
pub(crate) fn rename(conn: &Connection, id: &SourceId, name: &str) -> Result<()> {
    must_be(conn.execute("UPDATE source SET name = ?2 WHERE id = ?1", [&id.0, name])?, id)
}

/// Changes a source's address and forgets what was kept of the old one's answers; it is due at once.
pub(crate) fn move_to(conn: &Connection, id: &SourceId, url: &str) -> Result<()> {
    const TAKEN: &str = "SELECT name FROM source WHERE url = ?1 AND id <> ?2";
    const MOVE: &str = "UPDATE source SET url = ?2, etag = NULL, last_modified = NULL, body_sha256 = NULL,
        moved_to = NULL, trouble = NULL, failing_since = NULL, failures = 0, offer = NULL, reason = NULL,
        next_try = NULL, state = CASE WHEN state IN ('failing', 'gone') THEN 'new' ELSE state END
        WHERE id = ?1";
    let taken = conn.prepare_cached(TAKEN)?.query_row([url, &id.0], |row| row.get(0)).optional()?;
    if let Some(name) = taken {
        return Err(Error::SourceExists { url: url.to_owned(), name });
    }
    must_be(conn.execute(MOVE, [&id.0, url])?, id)
}

/// Stops following a source; its statements stay.
pub(crate) fn remove(conn: &Connection, id: &SourceId, now: DateTime<Utc>) -> Result<()> {
    const REMOVE: &str = "UPDATE source SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL";
    must_be(conn.execute(REMOVE, params![id.0, micros(now)])?, id)
}

/// Changes how a source is asked; it is asked anew at once.
pub(crate) fn set_manners(conn: &Connection, id: &SourceId, manners: &Manners) -> Result<()> {
    const SET: &str = "UPDATE source SET manners = ?2, next_try = NULL WHERE id = ?1";
    must_be(conn.execute(SET, params![id.0, serde_json::to_string(manners)?])?, id)
}

/// Pauses a source; when it goes on it is due at once, and one that said it is gone is asked again.
pub(crate) fn pause(conn: &Connection, id: &SourceId, paused: bool, now: DateTime<Utc>) -> Result<()> {
    const PAUSE: &str = "UPDATE source SET paused = 1 WHERE id = ?1";
    const GO_ON: &str = "UPDATE source SET paused = 0, next_try = ?2,
            state = CASE state WHEN 'gone' THEN 'failing' ELSE state END WHERE id = ?1";
    let changed = match paused {
        true => conn.execute(PAUSE, [&id.0])?,
        false => conn.execute(GO_ON, params![id.0, micros(now)])?,
    };
    must_be(changed, id)
}

pub(super) fn must_be(changed: usize, id: &SourceId) -> Result<()> {
    if changed == 0 { Err(Error::NoSource(id.clone())) } else { Ok(()) }
}

/// Counts one more statement of a source.
pub(crate) fn count_new(conn: &Connection, n: i64, collected_at: DateTime<Utc>) -> Result<()> {
    const COUNT: &str =
        "UPDATE source SET statements = statements + 1, last_new = max(coalesce(last_new, ?2), ?2)
        WHERE n = ?1";
    conn.prepare_cached(COUNT)?.execute([n, micros(collected_at)])?;
    Ok(())
}

/// When the newest statements of a source were collected, newest first.
pub(crate) fn arrivals(conn: &Connection, id: &SourceId, limit: u32) -> Result<Vec<DateTime<Utc>>> {
    const ARRIVALS: &str = "SELECT collected_at FROM statement WHERE source = ?1
        ORDER BY collected_at DESC LIMIT ?2";
    let mut read = conn.prepare_cached(ARRIVALS)?;
    let rows = read.query_map([number(conn, id)?, limit.into()], |row| Ok(moment(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl NewSource {
    /// A source for files that the user imports; it is never asked.
    pub fn imports(name: &str, url: &str) -> Self {
        Self { name: name.to_owned(), url: url.to_owned(), kind: SourceKind::Import, country: None }
    }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs_keep_every_script() {
        assert_eq!(slug("EEAS – Press (RSS)"), "eeas-press-rss");
        assert_eq!(slug("МЗС України"), "мзс-україни");
        assert_eq!(slug("—"), "source");
    }
}
