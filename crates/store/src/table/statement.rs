//! Statements, their bodies and the revisions before the newest.

use chancery_model::{
    Annotations, Draft, EditKind, Head, Judged, Lang, Novelty, Published, RowId, SourceId, Statement,
    StatementId, When,
};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::{alert, group, mark, tagger, translation};
use crate::codec::{Hash, from_word, micros, moment, pack, pack_json, unpack_json, unpack_text, word};
use crate::{Candidate, Result, Revision};

/// A draft without title, text and address, as stored: what is not there is not written.
#[derive(Serialize, Deserialize, Default)]
#[serde(default)]
struct Rest {
    #[serde(skip_serializing_if = "Option::is_none")]
    guid: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    summary_only: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Published>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<When>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    categories: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<Lang>,
}

impl Rest {
    fn of(draft: &Draft) -> Self {
        Self {
            guid: draft.guid.clone(),
            summary_only: draft.summary_only,
            published: draft.published,
            updated: draft.updated,
            authors: draft.authors.clone(),
            categories: draft.categories.clone(),
            lang: draft.lang,
        }
    }

    fn with(self, url: Option<String>, title: String, text: String) -> Draft {
        Draft {
            guid: self.guid,
            url,
            title,
            text,
            summary_only: self.summary_only,
            published: self.published,
            updated: self.updated,
            authors: self.authors,
            categories: self.categories,
            // They are kept by their addresses, in a table of their own.
            translations: Vec::new(),
            lang: self.lang,
        }
    }
}

/// The dates and language of a stored draft; its title and text are elsewhere.
pub(crate) fn dates_of(json: &str) -> Result<Draft> {
    let rest: Rest = serde_json::from_str(json)?;
    Ok(rest.with(None, String::new(), String::new()))
}

/// Where a statement stands: what the writer checks before it files.
pub(crate) struct Place {
    pub(crate) row: RowId,
    pub(crate) revision: u32,
    pub(crate) content: Hash,
    pub(crate) source: i64,
}

/// Finds a statement by its public id.
pub(crate) fn place(conn: &Connection, id: &StatementId) -> Result<Option<Place>> {
    const PLACE: &str = "SELECT row, revision, content, source FROM statement WHERE id = ?1";
    let read = |row: &Row<'_>| {
        let (revision, content, source) = (row.get(1)?, row.get(2)?, row.get(3)?);
        Ok(Place { row: RowId(row.get(0)?), revision, content, source })
    };
    Ok(conn.prepare_cached(PLACE)?.query_row([&id.0], read).optional()?)
}

/// Enters a new statement with its body.
pub(crate) fn insert(
    conn: &Connection,
    row: RowId,
    id: &StatementId,
    source: i64,
    item: &Judged,
    receipt: Option<i64>,
) -> Result<()> {
    const INSERT: &str = "INSERT INTO statement
            (row, id, source, revision, collected_at, revised_at, content, url, title, draft, receipt, tagger, printed)
        VALUES (?1, ?2, ?3, 1, ?4, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1)";
    let (draft, at) = (&item.annotated.draft, micros(item.collected_at));
    let content = Hash(item.annotated.content_sha256.clone());
    let rest = serde_json::to_string(&Rest::of(draft))?;
    let tagger = tagger::number(conn, &item.annotated.annotations.data_version)?;
    let values = params![row.0, id.0, source, at, content, draft.url, draft.title, rest, receipt, tagger];
    conn.prepare_cached(INSERT)?.execute(values)?;
    let body = "INSERT INTO body (row, text, tags) VALUES (?1, ?2, ?3)";
    let tags = pack_json(&item.annotated.annotations)?;
    conn.prepare_cached(body)?.execute(params![row.0, pack(draft.text.as_bytes())?, tags])?;
    translation::set(conn, row, &draft.translations)
}

/// Sets the newest revision aside.
fn set_aside(conn: &Connection, row: RowId) -> Result<()> {
    const KEEP: &str = "INSERT INTO earlier
            (row, revision, revised_at, content, url, title, draft, receipt, edit, text, tags)
        SELECT s.row, s.revision, s.revised_at, s.content, s.url, s.title, s.draft, s.receipt, s.edit, b.text,
            b.tags
        FROM statement AS s JOIN body AS b ON b.row = s.row WHERE s.row = ?1";
    conn.prepare_cached(KEEP)?.execute([row.0])?;
    Ok(())
}

/// Makes a revision of the same words: something happened to the statement that its words do not say.
pub(crate) fn restate(
    conn: &Connection,
    row: RowId,
    edit: EditKind,
    receipt: Option<i64>,
    at: DateTime<Utc>,
) -> Result<()> {
    const RESTATE: &str = "UPDATE statement SET revision = revision + 1, revised_at = ?2, edit = ?3,
        receipt = coalesce(?4, receipt) WHERE row = ?1";
    set_aside(conn, row)?;
    conn.prepare_cached(RESTATE)?.execute(params![row.0, micros(at), word(&edit)?, receipt])?;
    Ok(())
}

/// Sets the newest revision aside and puts another one in its place.
pub(crate) fn revise(conn: &Connection, row: RowId, item: &Judged, receipt: Option<i64>) -> Result<()> {
    const REVISE: &str =
        "UPDATE statement SET revision = revision + 1, revised_at = ?2, content = ?3, url = ?4,
        title = ?5, draft = ?6, receipt = ?7, tagger = ?8, edit = ?9, printed = 1 WHERE row = ?1";
    const BODY: &str = "UPDATE body SET text = ?2, tags = ?3 WHERE row = ?1";
    set_aside(conn, row)?;
    let (draft, at) = (&item.annotated.draft, micros(item.collected_at));
    let content = Hash(item.annotated.content_sha256.clone());
    let rest = serde_json::to_string(&Rest::of(draft))?;
    let tagger = tagger::number(conn, &item.annotated.annotations.data_version)?;
    let edit = edit_of(&item.novelty).map(|edit| word(&edit)).transpose()?;
    let values = params![row.0, at, content, draft.url, draft.title, rest, receipt, tagger, edit];
    conn.prepare_cached(REVISE)?.execute(values)?;
    let tags = pack_json(&item.annotated.annotations)?;
    conn.prepare_cached(BODY)?.execute(params![row.0, pack(draft.text.as_bytes())?, tags])?;
    translation::set(conn, row, &draft.translations)
}

fn edit_of(novelty: &Novelty) -> Option<EditKind> {
    match novelty {
        Novelty::Revised { edit, .. } => Some(*edit),
        Novelty::New | Novelty::Known(_) => None,
    }
}

/// Moves a statement to another internal id; what refers to it follows, but not its tags and index entry.
pub(crate) fn move_row(conn: &Connection, from: RowId, to: RowId) -> Result<()> {
    conn.prepare_cached("UPDATE statement SET row = ?2 WHERE row = ?1")?.execute([from.0, to.0])?;
    Ok(())
}

/// Replaces the tags of the newest revision.
pub(crate) fn set_annotations(conn: &Connection, row: RowId, annotations: &Annotations) -> Result<()> {
    let mut set = conn.prepare_cached("UPDATE body SET tags = ?2 WHERE row = ?1")?;
    set.execute(params![row.0, pack_json(annotations)?])?;
    let mut stamp = conn.prepare_cached("UPDATE statement SET tagger = ?2 WHERE row = ?1")?;
    stamp.execute([row.0, tagger::number(conn, &annotations.data_version)?])?;
    Ok(())
}

/// The newest revision of a statement, for comparison.
pub(crate) fn head(conn: &Connection, id: &StatementId) -> Result<Option<Head>> {
    const HEAD: &str = "SELECT s.revision, s.content, s.title, b.text
        FROM statement AS s JOIN body AS b ON b.row = s.row WHERE s.id = ?1";
    let read = |row: &Row<'_>| -> Result<Head> {
        Ok(Head {
            id: id.clone(),
            revision: row.get(0)?,
            content_sha256: row.get::<_, Hash>(1)?.0,
            title: row.get(2)?,
            text: unpack_text(row.get_ref(3)?.as_blob().unwrap_or_default())?,
        })
    };
    conn.prepare_cached(HEAD)?.query_row([&id.0], |row| Ok(read(row))).optional()?.transpose()
}

/// A statement by its internal id, in its newest revision.
pub(crate) fn by_row(conn: &Connection, row: RowId) -> Result<Option<Statement>> {
    const SELECT: &str =
        "SELECT s.row, s.id, s.revision, o.id, o.name, s.url, s.title, s.draft, b.text, b.tags,
            s.collected_at, s.revised_at, r.sha256, o.country, s.grp
        FROM statement AS s
        JOIN body AS b ON b.row = s.row
        JOIN source AS o ON o.n = s.source
        LEFT JOIN receipt AS e ON e.n = s.receipt
        LEFT JOIN received AS r ON r.n = e.received
        WHERE s.row = ?1";
    let mut select = conn.prepare_cached(SELECT)?;
    let found = select.query_row([row.0], |row| Ok((read(row), row.get(14)?))).optional()?;
    found.map(|(statement, group)| complete(conn, statement?, group)).transpose()
}

/// A statement in a revision before the newest.
pub(crate) fn earlier(conn: &Connection, row: RowId, revision: u32) -> Result<Option<Statement>> {
    const SELECT: &str =
        "SELECT s.row, s.id, a.revision, o.id, o.name, a.url, a.title, a.draft, a.text, a.tags,
            s.collected_at, a.revised_at, r.sha256, o.country, s.grp
        FROM earlier AS a
        JOIN statement AS s ON s.row = a.row
        JOIN source AS o ON o.n = s.source
        LEFT JOIN receipt AS e ON e.n = a.receipt
        LEFT JOIN received AS r ON r.n = e.received
        WHERE a.row = ?1 AND a.revision = ?2";
    let mut select = conn.prepare_cached(SELECT)?;
    let values = [row.0, revision.into()];
    let found = select.query_row(values, |row| Ok((read(row), row.get(14)?))).optional()?;
    found.map(|(statement, group)| complete(conn, statement?, group)).transpose()
}

fn read(row: &Row<'_>) -> Result<Statement> {
    let blob = |column: usize| Ok::<_, crate::Error>(row.get_ref(column)?.as_blob().unwrap_or_default());
    let rest: Rest = serde_json::from_str(row.get_ref(7)?.as_str().unwrap_or_default())?;
    let draft = rest.with(row.get(5)?, row.get(6)?, unpack_text(blob(8)?)?);
    Ok(Statement {
        row: RowId(row.get(0)?),
        id: StatementId(row.get(1)?),
        revision: row.get(2)?,
        source: SourceId(row.get(3)?),
        source_name: row.get(4)?,
        source_country: row.get::<_, Option<String>>(13)?.and_then(|code| code.parse().ok()),
        draft,
        annotations: unpack_json(blob(9)?)?,
        collected_at: moment(row.get(10)?),
        revised_at: moment(row.get(11)?),
        sha256: row.get::<_, Option<Hash>>(12)?.map(|sha256| sha256.0),
        matched_rules: Vec::new(),
        marks: Default::default(),
        group: None,
    })
}

fn complete(conn: &Connection, mut statement: Statement, group: Option<i64>) -> Result<Statement> {
    statement.group = group.map(|group| group::get(conn, group)).transpose()?;
    statement.matched_rules = alert::rules_of(conn, statement.row)?;
    statement.marks = mark::get(conn, statement.row)?;
    Ok(statement)
}

/// All revisions of a statement, the first first.
pub(crate) fn revisions(conn: &Connection, row: RowId) -> Result<Vec<Revision>> {
    const ALL: &str = "SELECT revision, revised_at, title, content, edit FROM earlier WHERE row = ?1
        UNION ALL SELECT revision, revised_at, title, content, edit FROM statement WHERE row = ?1
        ORDER BY revision";
    let read = |row: &Row<'_>| {
        let content_sha256 = row.get::<_, Hash>(3)?.0;
        let (revision, title, edit) = (row.get(0)?, row.get(2)?, row.get::<_, Option<String>>(4)?);
        let edit = edit.map(from_word).transpose()?;
        Ok(Revision { revision, revised_at: moment(row.get(1)?), title, content_sha256, edit })
    };
    conn.prepare_cached(ALL)?.query_map([row.0], |row| Ok(read(row)))?.map(|revision| revision?).collect()
}

/// The occasion on which a revision's bytes were received.
pub(crate) fn receipt(conn: &Connection, row: RowId, revision: Option<u32>) -> Result<Option<i64>> {
    const RECEIPT: &str = "SELECT receipt FROM statement WHERE row = ?1 AND (?2 IS NULL OR revision = ?2)
        UNION ALL SELECT receipt FROM earlier WHERE row = ?1 AND revision = ?2";
    let mut read = conn.prepare_cached(RECEIPT)?;
    Ok(read.query_row(params![row.0, revision], |row| row.get(0)).optional()?.flatten())
}

/// The newest statement with this address.
pub(crate) fn by_url(conn: &Connection, url: &str) -> Result<Option<StatementId>> {
    const BY_URL: &str = "SELECT id FROM statement WHERE url = ?1 ORDER BY row DESC LIMIT 1";
    Ok(conn.prepare_cached(BY_URL)?.query_row([url], |row| Ok(StatementId(row.get(0)?))).optional()?)
}

/// The first statement of a source whose newest revision has this content.
pub(crate) fn holding(
    conn: &Connection,
    source: &SourceId,
    content_sha256: &str,
) -> Result<Option<StatementId>> {
    const HOLDING: &str = "SELECT s.id FROM statement AS s JOIN source AS o ON o.n = s.source
        WHERE s.content = ?1 AND o.id = ?2 ORDER BY s.row LIMIT 1";
    let mut find = conn.prepare_cached(HOLDING)?;
    let id = find.query_row(params![Hash::from(content_sha256), source.0], |row| row.get(0)).optional()?;
    Ok(id.map(StatementId))
}

/// Whether some statement's newest revision has this content.
pub(crate) fn has_content(conn: &Connection, content_sha256: &str) -> Result<bool> {
    let mut find = conn.prepare_cached("SELECT 1 FROM statement WHERE content = ?1")?;
    Ok(find.exists([Hash::from(content_sha256)])?)
}

/// Whether the newest revision of a row has this content.
pub(crate) fn has_this_content(conn: &Connection, row: RowId, content_sha256: &str) -> Result<bool> {
    let mut find = conn.prepare_cached("SELECT 1 FROM statement WHERE row = ?1 AND content = ?2")?;
    Ok(find.exists(params![row.0, Hash::from(content_sha256)])?)
}

/// The content hash, the title and the text of a row's newest revision.
pub(crate) fn body(conn: &Connection, row: RowId) -> Result<Option<(String, Candidate)>> {
    const BODY: &str = "SELECT s.content, s.title, b.text
        FROM statement AS s JOIN body AS b ON b.row = s.row WHERE s.row = ?1";
    let read = |found: &Row<'_>| -> Result<(String, Candidate)> {
        let text = unpack_text(found.get_ref(2)?.as_blob().unwrap_or_default())?;
        Ok((found.get::<_, Hash>(0)?.0, Candidate { row, title: found.get(1)?, text }))
    };
    conn.prepare_cached(BODY)?.query_row([row.0], |found| Ok(read(found))).optional()?.transpose()
}

/// Statements without a fingerprint, oldest first, at most `most` of them, from behind a row.
pub(crate) fn unprinted(conn: &Connection, after: Option<RowId>, most: usize) -> Result<Vec<RowId>> {
    const UNPRINTED: &str = "SELECT row FROM statement WHERE printed = 0 AND row > ?1 ORDER BY row LIMIT ?2";
    let (after, most) = (after.map_or(i64::MIN, |row| row.0), i64::try_from(most).unwrap_or(i64::MAX));
    let mut read = conn.prepare_cached(UNPRINTED)?;
    let rows = read.query_map([after, most], |row| Ok(RowId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Notes that the fingerprint of a row was made.
pub(crate) fn set_printed(conn: &Connection, row: RowId) -> Result<()> {
    conn.prepare_cached("UPDATE statement SET printed = 1 WHERE row = ?1")?.execute([row.0])?;
    Ok(())
}
