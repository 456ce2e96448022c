//! The bodies that issue statements, from `data/gazetteer/bodies.tsv`, and how their names go on in a text.

use std::collections::HashSet;
use std::sync::LazyLock;

use chancery_model::{CountryCode, Part};

use crate::countries::Placed;
use crate::gazetteer::Kind;
use crate::letter::joins;
use crate::lexeme::lexemes;
use crate::scan::{Scan, Section};
use crate::table;

const TABLE: &str = include_str!("../../../../data/gazetteer/bodies.tsv");
const WORDS_TABLE: &str = include_str!("../../../../data/gazetteer/ministry-words.tsv");

/// A body of the table; a ministry whose country the text must say has no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Body {
    /// Its code.
    pub code: Option<&'static str>,
    /// Its name; none for one that is called as the text calls it.
    pub name: Option<&'static str>,
}

/// The bodies with their names, in the order of the table.
static BODIES: LazyLock<Vec<(&'static str, Body)>> = LazyLock::new(|| {
    let said = |cell: &'static str| (cell != "-").then_some(cell);
    let of_row = |[code, name, phrases]: [&'static str; 3]| {
        let body = Body { code: said(code), name: said(name) };
        table::listed(phrases).map(move |phrase| (phrase, body))
    };
    table::rows(TABLE).flat_map(of_row).collect()
});

/// The names of bodies, to scan for.
pub(crate) fn patterns() -> impl Iterator<Item = &'static str> {
    BODIES.iter().map(|(phrase, _)| *phrase)
}

/// The words that go on a ministry's name: those of the name, and those that link them.
struct MinistryWords {
    nouns: HashSet<&'static str>,
    links: HashSet<&'static str>,
    joins: HashSet<&'static str>,
}

static WORDS: LazyLock<MinistryWords> = LazyLock::new(|| {
    let of = |wanted: &str| {
        let rows = table::rows(WORDS_TABLE).filter(|[class, _]| *class == wanted);
        rows.flat_map(|[_, words]| table::listed(words)).collect()
    };
    MinistryWords { nouns: of("noun"), links: of("link"), joins: of("join") }
});

/// A body named in a text, with the country that its name says.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// Which body.
    pub body: Body,
    /// First byte of the name, folded.
    pub start: usize,
    /// One past its last byte, the country included.
    pub end: usize,
    /// The country beside a ministry, or before a body of the east that other countries have too.
    pub country: Option<CountryCode>,
}

/// The bodies named in the first `most` bytes of a part, in order.
pub(super) fn bodies_in(
    text: &str,
    scan: &Scan,
    most: usize,
    part: Part,
    countries: &[Placed],
) -> Vec<Found> {
    let beside: Vec<&Placed> = countries
        .iter()
        .filter(|placed| placed.part == part && !matches!(placed.mention.kind, Kind::Initial | Kind::Place))
        .collect();
    let hits = scan.longest(Section::Bodies).take_while(|hit| hit.end <= most);
    hits.filter_map(|hit| {
        let (_, body) = BODIES[hit.pattern];
        let end = whole_end(text, hit.start, hit.end, body)?;
        Some(found(text, body, (hit.start, end), &beside))
    })
    .collect()
}

fn found(text: &str, body: Body, (start, end): (usize, usize), beside: &[&Placed]) -> Found {
    if body.code.is_some() {
        let owner = beside.iter().find(|placed| placed.mention.end == start && is_eastern(&text[start..end]));
        let country = owner.and_then(|placed| placed.mention.codes.first().copied());
        let start = owner.map_or(start, |placed| placed.mention.start);
        return Found { body, start, end, country };
    }
    let (end, after) = name_end(text, end, beside);
    let before =
        beside.iter().find(|placed| placed.mention.end <= start && links(text, placed.mention.end, start));
    let owner = before.filter(|_| after.is_none());
    let country = after.or_else(|| owner.and_then(|placed| placed.mention.codes.first().copied()));
    Found { body, start: owner.map_or(start, |placed| placed.mention.start), end, country }
}

fn is_eastern(name: &str) -> bool {
    name.chars().next().is_some_and(|c| c > '\u{2E80}')
}

/// Where a ministry's name ends, and the country that ends it.
fn name_end(text: &str, end: usize, beside: &[&Placed]) -> (usize, Option<CountryCode>) {
    const MOST: usize = 120;
    let stretch = &text[end..text.floor_char_boundary(end + MOST)];
    let mut reached = end;
    let mut joined = false;
    for lexeme in lexemes(stretch) {
        let at = end + lexeme.start;
        let country = beside.iter().find(|placed| placed.mention.start == at);
        if let Some(placed) = country.filter(|_| !joined) {
            return (placed.mention.end, placed.mention.codes.first().copied());
        }
        joined = match lexeme.text {
            word if WORDS.nouns.contains(word) => {
                reached = end + lexeme.end();
                false
            }
            word if WORDS.joins.contains(word) => true,
            word if WORDS.links.contains(word) => joined,
            _ => break,
        };
    }
    (reached, None)
}

/// Whether nothing but "'s" and the like stands between a country and its ministry.
fn links(text: &str, from: usize, to: usize) -> bool {
    const MOST: usize = 24;
    to - from <= MOST
        && lexemes(&text[from..to]).iter().all(|lexeme| {
            matches!(lexeme.text, "'" | "s" | "federal" | "national") || WORDS.nouns.contains(lexeme.text)
        })
}

/// The end of the word in which a name ends: a ministry's word may go on with a case ending.
fn whole_end(text: &str, start: usize, end: usize, body: Body) -> Option<usize> {
    const SHORTEST: usize = 7;
    let last = text[..end].chars().next_back()?;
    let rest: usize = text[end..].chars().take_while(|next| joins(last, *next)).map(char::len_utf8).sum();
    let goes_on = || end - start >= SHORTEST && is_case_ending(&text[end..end + rest]);
    let open_ended = last > '\u{5FF}' || body.code.is_none() && goes_on();
    let fits = rest == 0 || open_ended;
    fits.then_some(if body.code.is_none() && last < '\u{2E80}' { end + rest } else { end })
}

/// Whether the rest of a word is a case ending: "presidential" is no form of "president", and "ministers" are several.
fn is_case_ending(rest: &str) -> bool {
    const LATIN: &[&str] = &["a", "e", "u", "o", "y", "i", "em", "om", "ie", "ia", "in", "nin", "nden"];
    const LONGEST: usize = 8;
    if rest.is_ascii() { LATIN.contains(&rest) } else { rest.len() <= LONGEST }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folded::fold_pattern;

    #[test]
    fn every_row_of_the_tables_is_read() {
        let phrases = table::rows(TABLE).flat_map(|[_, _, phrases]| table::listed(phrases));
        phrases.for_each(|phrase| assert_eq!(phrase, fold_pattern(phrase)));
        assert_eq!(table::rows::<3>(TABLE).count(), table::lines(TABLE).count());
        for line in table::lines(WORDS_TABLE) {
            let (class, words) = line.split_once('\t').expect("two columns");
            let known = match class {
                "noun" => &WORDS.nouns,
                "link" => &WORDS.links,
                "join" => &WORDS.joins,
                _ => panic!("{class} is no class"),
            };
            assert!(
                table::listed(words).all(|word| known.contains(word) && word == fold_pattern(word)),
                "{line}"
            );
        }
    }
}
