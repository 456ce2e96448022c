//! The one write path for statements.

use chancery_model::{Annotations, Draft, Filed, Match, Novelty, RowId, Showing, SourceId, StatementId};
use chancery_text::Facts;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

use crate::identity::public_id;
use crate::table::lexicon::{self, Known};
use crate::table::{alert, band, group, name, received, setting, source, statement, tag, words};
use crate::{Entry, Error, Printed, Result, Retagged, Words, place};

/// Files judged documents inside the caller's transaction; answers in the order given.
///
/// They are entered by date, because rows and index are in date order and appending is cheapest.
pub(crate) fn file(
    conn: &Connection,
    entries: &[Entry],
    known: &mut Known,
    now: DateTime<Utc>,
) -> Result<Vec<Filed>> {
    let rule_set = setting::rule_set(conn)?;
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|&at| wanted(&entries[at]));
    let mut outcomes = vec![Filed::Stale; entries.len()];
    for at in order {
        outcomes[at] = file_one(conn, &entries[at], rule_set, known, now)?;
    }
    Ok(outcomes)
}

/// The internal id that a document would have if it were free.
fn wanted(entry: &Entry) -> i64 {
    place::wanted(&entry.judged.annotated.draft, entry.judged.collected_at)
}

fn file_one(
    conn: &Connection,
    entry: &Entry,
    rule_set: i64,
    known: &mut Known,
    now: DateTime<Utc>,
) -> Result<Filed> {
    let item = &entry.judged;
    let id = public_id(&item.source, &item.identity);
    let standing = statement::place(conn, &id)?;
    if has_new_neighbours(conn, entry, standing.as_ref().map(|standing| standing.row))? {
        return Ok(Filed::Stale);
    }
    match (standing, &item.novelty) {
        (Some(standing), _) if standing.content.0 == item.annotated.content_sha256 => Ok(Filed::Known(id)),
        (Some(standing), Novelty::Known(head)) if head.id == id && head.revision == standing.revision => {
            Ok(Filed::Known(id))
        }
        (None, Novelty::New) if item.rule_set == rule_set => enter(conn, id, entry, known, now),
        (Some(standing), Novelty::Revised { head, .. })
            if item.rule_set == rule_set && head.id == id && head.revision == standing.revision =>
        {
            revise(conn, id, &standing, entry, known, now)
        }
        _ => Ok(Filed::Stale),
    }
}

/// Whether a body is near that this one was not compared with: another source brought it meanwhile.
fn has_new_neighbours(conn: &Connection, entry: &Entry, standing: Option<RowId>) -> Result<bool> {
    let (Some(made), Some(compared)) = (&entry.print.made, &entry.print.compared) else { return Ok(false) };
    let near = band::near(conn, RowId(wanted(entry)), made)?;
    Ok(near.into_iter().any(|row| Some(row) != standing && !compared.contains(&row)))
}

/// Enters the fingerprint of a statement and puts it into the group of what is the same; else into none.
fn assemble(conn: &Connection, row: RowId, entry: &Entry) -> Result<()> {
    let print = &entry.print;
    if let Some(made) = &print.made {
        band::add(conn, row, made)?;
    }
    let draft = &entry.judged.annotated.draft;
    let same_as = match print.same_as {
        // An empty body says nothing.
        None if !draft.text.trim().is_empty() => {
            group::with_content(conn, &entry.judged.annotated.content_sha256, row)?
        }
        found => found,
    };
    match same_as {
        Some(first) => group::join(conn, row, first),
        None => group::leave(conn, row),
    }
}

/// Enters fingerprints of statements that were filed without; one whose content changed meanwhile has its own.
pub(crate) fn print(conn: &Connection, printed: &[Printed]) -> Result<()> {
    for one in printed {
        if statement::has_this_content(conn, one.row, &one.content_sha256)?
            && let Some(made) = &one.made
        {
            band::add(conn, one.row, made)?;
        }
    }
    Ok(())
}

fn enter(
    conn: &Connection,
    id: StatementId,
    entry: &Entry,
    known: &mut Known,
    now: DateTime<Utc>,
) -> Result<Filed> {
    let item = &entry.judged;
    let source = source::number(conn, &item.source)?;
    let receipt = item.received.as_ref().map(|received| received::keep(conn, received)).transpose()?;
    let row = place::free(conn, wanted(entry))?;
    statement::insert(conn, row, &id, source, item, receipt)?;
    source::count_new(conn, source, item.collected_at)?;
    index(conn, row, &entry.words, &item.annotated.annotations, source, known)?;
    assemble(conn, row, entry)?;
    alert::raise(conn, row, 1, &untold(conn, row, &item.matches)?, now)?;
    Ok(Filed::New(id))
}

/// The matches, joined where the rule has raised an alert on the same statement from another source.
fn untold(conn: &Connection, row: RowId, matches: &[Match]) -> Result<Vec<Match>> {
    let mut matches = matches.to_vec();
    if !matches.is_empty()
        && let Some(group) = group::of(conn, row)?
    {
        for found in &mut matches {
            if found.showing.is_shown() && group::was_alerted(conn, group, row, &found.rule)? {
                found.showing = Showing::Joined;
            }
        }
    }
    Ok(matches)
}

fn revise(
    conn: &Connection,
    id: StatementId,
    standing: &statement::Place,
    entry: &Entry,
    known: &mut Known,
    now: DateTime<Utc>,
) -> Result<Filed> {
    let item = &entry.judged;
    let receipt = item.received.as_ref().map(|received| received::keep(conn, received)).transpose()?;
    statement::revise(conn, standing.row, item, receipt)?;
    unindex(conn, standing.row)?;
    if let Some(before) = &entry.print.before {
        band::remove(conn, standing.row, before)?;
    }
    let row = replace(conn, standing.row, &item.annotated.draft)?;
    index(conn, row, &entry.words, &item.annotated.annotations, standing.source, known)?;
    assemble(conn, row, entry)?;
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

/// Replaces the tags of a statement, unless it has another revision by now; returns whether it did.
pub(crate) fn retag(conn: &Connection, retagged: &Retagged, known: &mut Known) -> Result<bool> {
    let Retagged { id, revision, annotations, words } = retagged;
    let standing = statement::place(conn, id)?.ok_or_else(|| Error::NoStatement(id.clone()))?;
    if standing.revision != *revision {
        return Ok(false);
    }
    statement::set_annotations(conn, standing.row, annotations)?;
    if let Some(words) = words {
        unindex(conn, standing.row)?;
        index(conn, standing.row, words, annotations, standing.source, known)?;
    }
    Ok(true)
}

/// Enters words, tags and lexicon of a statement.
fn index(
    conn: &Connection,
    row: RowId,
    words: &Words,
    annotations: &Annotations,
    source: i64,
    known: &mut Known,
) -> Result<()> {
    let terms = index_terms(conn, annotations, source, row)?;
    words::add(conn, row, words, &terms)?;
    tag::add(conn, row, &terms)?;
    lexicon::add(conn, words, known)
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
