//! The one write path for statements.

use chancery_model::{Annotations, Draft, Filed, Judged, Novelty, RowId, SourceId, StatementId};
use chancery_text::{Facts, analyse};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use crate::identity::public_id;
use crate::table::lexicon::{self, Known};
use crate::table::words::{self, Words};
use crate::table::{alert, name, received, setting, source, statement, tag};
use crate::{Error, Result, place};

/// Files judged documents inside the caller's transaction; answers in the order given.
///
/// They are entered by date, because rows and index are in date order and appending is cheapest.
pub(crate) fn file(
    conn: &Connection,
    items: &[Judged],
    known: &mut Known,
    now: DateTime<Utc>,
) -> Result<Vec<Filed>> {
    let rule_set = setting::rule_set(conn)?;
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|&at| place::wanted(&items[at].annotated.draft, items[at].collected_at));
    let mut outcomes = vec![Filed::Stale; items.len()];
    for at in order {
        outcomes[at] = file_one(conn, &items[at], rule_set, known, now)?;
    }
    Ok(outcomes)
}

fn file_one(
    conn: &Connection,
    item: &Judged,
    rule_set: i64,
    known: &mut Known,
    now: DateTime<Utc>,
) -> Result<Filed> {
    let id = public_id(&item.source, &item.identity);
    let standing = statement::place(conn, &id)?;
    match (standing, &item.novelty) {
        (Some(standing), _) if standing.content.0 == item.annotated.content_sha256 => Ok(Filed::Known(id)),
        (None, Novelty::New) if item.rule_set == rule_set => enter(conn, id, item, known, now),
        (Some(standing), Novelty::Revised { head, .. })
            if item.rule_set == rule_set && head.id == id && head.revision == standing.revision =>
        {
            revise(conn, id, &standing, item, known, now)
        }
        _ => Ok(Filed::Stale),
    }
}

fn enter(
    conn: &Connection,
    id: StatementId,
    item: &Judged,
    known: &mut Known,
    now: DateTime<Utc>,
) -> Result<Filed> {
    let source = source::number(conn, &item.source)?;
    let receipt = item.received.as_ref().map(|received| received::keep(conn, received)).transpose()?;
    let wanted = place::wanted(&item.annotated.draft, item.collected_at);
    let row = place::free(conn, wanted)?;
    statement::insert(conn, row, &id, source, item, receipt)?;
    source::count_new(conn, source, item.collected_at)?;
    index(conn, row, &item.annotated.draft, &item.annotated.annotations, source, known)?;
    alert::raise(conn, row, 1, &item.matches, now)?;
    Ok(Filed::New(id))
}

fn revise(
    conn: &Connection,
    id: StatementId,
    standing: &statement::Place,
    item: &Judged,
    known: &mut Known,
    now: DateTime<Utc>,
) -> Result<Filed> {
    let receipt = item.received.as_ref().map(|received| received::keep(conn, received)).transpose()?;
    statement::revise(conn, standing.row, item, receipt)?;
    unindex(conn, standing.row)?;
    let row = replace(conn, standing.row, &item.annotated.draft)?;
    index(conn, row, &item.annotated.draft, &item.annotated.annotations, standing.source, known)?;
    alert::raise(conn, row, standing.revision + 1, &item.matches, now)?;
    Ok(Filed::Revised(id))
}

/// Moves a statement whose date was corrected to where it belongs now.
fn replace(conn: &Connection, row: RowId, draft: &Draft) -> Result<RowId> {
    const COLLECTED: &str = "SELECT collected_at FROM statement WHERE row = ?1";
    const BEFORE: &str = "SELECT draft FROM earlier WHERE row = ?1 ORDER BY revision DESC LIMIT 1";
    let collected_at = conn.prepare_cached(COLLECTED)?.query_row([row.0], |row| row.get(0))?;
    let collected_at = crate::codec::moment(collected_at);
    let before: Option<String> = conn.prepare_cached(BEFORE)?.query_row([row.0], |r| r.get(0)).optional()?;
    let before: Draft = before.map(|json| statement::dates_of(&json)).transpose()?.unwrap_or_default();
    let (old, new) = (place::wanted(&before, collected_at), place::wanted(draft, collected_at));
    if place::same_second(old, new) {
        return Ok(row);
    }
    let to = place::free(conn, new)?;
    statement::move_row(conn, row, to)?;
    Ok(to)
}

/// Replaces the tags of a statement's newest revision.
pub(crate) fn retag(
    conn: &Connection,
    id: &StatementId,
    annotations: &Annotations,
    known: &mut Known,
) -> Result<()> {
    let unknown = || Error::NoStatement(id.clone());
    let standing = statement::place(conn, id)?.ok_or_else(unknown)?;
    let draft = statement::by_row(conn, standing.row)?.ok_or_else(unknown)?.draft;
    statement::set_annotations(conn, standing.row, annotations)?;
    unindex(conn, standing.row)?;
    index(conn, standing.row, &draft, annotations, standing.source, known)
}

/// Enters words, tags and lexicon of a statement. Title and text are analysed each for itself, in the language that
/// [`Annotations::reading_lang`] gives: rules must be judged on the same.
fn index(
    conn: &Connection,
    row: RowId,
    draft: &Draft,
    annotations: &Annotations,
    source: i64,
    known: &mut Known,
) -> Result<()> {
    let lang = annotations.reading_lang(draft.lang);
    let words = Words { title: analyse(&draft.title, lang), body: analyse(&draft.text, lang) };
    let terms = index_terms(conn, annotations, source, row)?;
    words::add(conn, row, &words, &terms)?;
    tag::add(conn, row, &terms)?;
    lexicon::add(conn, &words.title, known)?;
    lexicon::add(conn, &words.body, known)
}

fn unindex(conn: &Connection, row: RowId) -> Result<()> {
    words::remove(conn, row)?;
    tag::clear(conn, row)
}

/// The tags of a statement as the index knows them: what its facts say, and the names that the archive numbers.
fn index_terms(conn: &Connection, annotations: &Annotations, source: i64, row: RowId) -> Result<Vec<String>> {
    // Source and day have no term among the facts.
    let facts = Facts::of(annotations, &SourceId::from(""), "", place::day_of(row));
    let mut terms = facts.index_terms();
    terms.push(name::source_term(source));
    if let Some(issuer) = &annotations.issuer {
        terms.push(name::issuer(conn, issuer)?);
    }
    for speaker in &annotations.speakers {
        terms.push(name::speaker(conn, &speaker.name)?);
    }
    terms.sort_unstable();
    terms.dedup();
    Ok(terms)
}
