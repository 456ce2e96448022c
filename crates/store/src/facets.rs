//! Counts of tags under a result.

use std::collections::HashMap;

use chancery_model::{RowId, SourceId, TOPICS};
use rusqlite::Connection;

use crate::table::{name, tag};
use crate::{Counted, FacetCounts, Result, place};

/// Above one in this many, one pass over all tags between the first and the last row is cheaper than a look-up of
/// each row.
const DENSE: i64 = 16;

/// Counts all facets under these statements.
pub(crate) fn of(conn: &Connection, rows: &[RowId]) -> Result<FacetCounts> {
    let mut sorted: Vec<i64> = rows.iter().map(|row| row.0).collect();
    sorted.sort_unstable();
    let counts = count_tags(conn, &sorted)?;
    let mut facets = FacetCounts { months: place::by_month(rows), ..FacetCounts::default() };
    let terms = tag::all(conn)?;
    let issuers = by_number(name::all_issuers(conn)?);
    let sources = by_number(name::all_sources(conn)?);
    for (tag, count) in counts {
        if let Some(term) = terms.get(&tag) {
            enter(&mut facets, term, count, &issuers, &sources);
        }
    }
    Ok(sorted_by_count(facets))
}

fn count_tags(conn: &Connection, sorted: &[i64]) -> Result<HashMap<i64, u64>> {
    let (Some(&first), Some(&last)) = (sorted.first(), sorted.last()) else { return Ok(HashMap::new()) };
    let all: i64 = conn.prepare_cached("SELECT count(*) FROM statement")?.query_row([], |row| row.get(0))?;
    if sorted.len() as i64 >= all / DENSE {
        count_in_one_pass(conn, sorted, first, last)
    } else {
        count_one_by_one(conn, sorted)
    }
}

/// The query of the pass over all tags; it is answered from the index `tag_of_statement` alone.
pub(crate) const PASS: &str = "SELECT row, tag FROM statement_tag WHERE row BETWEEN ?1 AND ?2 ORDER BY row";

/// The query for the tags of one statement.
pub(crate) const ONE: &str = "SELECT tag FROM statement_tag WHERE row = ?1";

fn count_in_one_pass(conn: &Connection, sorted: &[i64], first: i64, last: i64) -> Result<HashMap<i64, u64>> {
    let mut counts = HashMap::new();
    let mut wanted = sorted.iter().copied().peekable();
    let mut pass = conn.prepare_cached(PASS)?;
    let mut rows = pass.query([first, last])?;
    while let Some(row) = rows.next()? {
        let at: i64 = row.get(0)?;
        while wanted.peek().is_some_and(|&next| next < at) {
            wanted.next();
        }
        if wanted.peek() == Some(&at) {
            *counts.entry(row.get(1)?).or_insert(0) += 1;
        }
    }
    Ok(counts)
}

fn count_one_by_one(conn: &Connection, sorted: &[i64]) -> Result<HashMap<i64, u64>> {
    let mut counts = HashMap::new();
    let mut one = conn.prepare_cached(ONE)?;
    for row in sorted {
        let mut tags = one.query([row])?;
        while let Some(tag) = tags.next()? {
            *counts.entry(tag.get(0)?).or_insert(0) += 1;
        }
    }
    Ok(counts)
}

type Names = HashMap<i64, name::Named>;

fn by_number(rows: Vec<name::Named>) -> Names {
    rows.into_iter().map(|row| (row.n, row)).collect()
}

/// Enters a count under the facet that the term's beginning names; other terms are no facets.
fn enter(facets: &mut FacetCounts, term: &str, count: u64, issuers: &Names, sources: &Names) {
    let Some((kind, value)) = term.split_at_checked(2) else { return };
    let numbered = |names: &'_ Names| value.parse().ok().and_then(|n: i64| names.get(&n).map(|row| row.n));
    match kind {
        "xc" => facets.countries.extend(value.parse().ok().map(|value| plain(value, count))),
        "xl" => facets.languages.extend(value.parse().ok().map(|value| plain(value, count))),
        "xr" => facets.resolutions.extend(value.parse().ok().map(|value| plain(value, count))),
        "xt" => facets.topics.push(plain(topic(term), count)),
        "xi" => facets.issuers.extend(numbered(issuers).map(|n| issuer(&issuers[&n], count))),
        "xs" => facets.sources.extend(numbered(sources).map(|n| source(&sources[&n], count))),
        _ => {}
    }
}

fn plain<T>(value: T, count: u64) -> Counted<T> {
    Counted { value, name: None, count }
}

/// The slug of a topic; one that is not the program's own comes as its term has it, without hyphens.
fn topic(term: &str) -> String {
    let asks = |slug: &str| chancery_text::field_term(&chancery_model::Field::Topic(slug.to_owned()));
    let known = TOPICS.iter().find(|(slug, _)| asks(slug).as_deref() == Some(term));
    known.map_or_else(|| term.trim_start_matches("xt").to_owned(), |(slug, _)| (*slug).to_owned())
}

fn issuer(named: &name::Named, count: u64) -> Counted<String> {
    let value = named.code.clone().unwrap_or_else(|| named.name.clone());
    Counted { value, name: Some(named.name.clone()), count }
}

fn source(named: &name::Named, count: u64) -> Counted<SourceId> {
    let id = SourceId(named.code.clone().unwrap_or_default());
    Counted { value: id, name: Some(named.name.clone()), count }
}

fn sorted_by_count(mut facets: FacetCounts) -> FacetCounts {
    facets.issuers = one_for_each_code(facets.issuers);
    sort(&mut facets.countries);
    sort(&mut facets.topics);
    sort(&mut facets.resolutions);
    sort(&mut facets.issuers);
    sort(&mut facets.sources);
    sort(&mut facets.languages);
    facets
}

fn sort<T: Ord>(counts: &mut [Counted<T>]) {
    counts.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
}

/// An issuer may be named in several ways under one code: they count together, under the commonest name.
fn one_for_each_code(mut issuers: Vec<Counted<String>>) -> Vec<Counted<String>> {
    issuers
        .sort_by(|a, b| a.value.cmp(&b.value).then(b.count.cmp(&a.count)).then_with(|| a.name.cmp(&b.name)));
    issuers.dedup_by(|next, kept| {
        let same = next.value == kept.value;
        kept.count += if same { next.count } else { 0 };
        same
    });
    issuers
}
