//! The bodies that issue statements, from `data/gazetteer/bodies.tsv`, and how their names go on in a text.

use std::sync::LazyLock;

use chancery_model::{CountryCode, Part};
use hashbrown::HashSet;

use crate::countries::Placed;
use crate::gazetteer::Kind;
use crate::lexeme::{Lexeme, lexemes};
use crate::phrase::phrase_end;
use crate::scan::{Scan, Section};
use crate::table;

const TABLE: &str = include_str!("../../../../data/gazetteer/bodies.tsv");
const WORDS_TABLE: &str = include_str!("../../../../data/gazetteer/ministry-words.tsv");

/// What a name of the table says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Body {
    /// A body of its own.
    Known {
        /// Its code.
        code: &'static str,
        /// Its name.
        name: &'static str,
    },
    /// A body or office that every state has; the text may leave out which.
    OfState,
    /// A word that says a body or office only beside its country.
    Beside,
}

impl Body {
    /// The code of a body of its own.
    pub fn code(self) -> Option<&'static str> {
        match self {
            Self::Known { code, .. } => Some(code),
            Self::OfState | Self::Beside => None,
        }
    }
}

/// The phrases with what they say, in the order of the table.
static BODIES: LazyLock<Vec<(&'static str, Body)>> = LazyLock::new(|| {
    let of_row = |[code, name, phrases]: [&'static str; 3]| {
        table::listed(phrases).map(move |phrase| (phrase, body(code, name)))
    };
    table::rows(TABLE).flat_map(of_row).collect()
});

/// What the names of bodies begin with, before the first star of each, to scan for.
pub(crate) fn patterns() -> impl Iterator<Item = &'static str> {
    BODIES.iter().map(|(phrase, _)| phrase.split('*').next().unwrap_or(phrase))
}

fn body(code: &'static str, name: &'static str) -> Body {
    match code {
        "-" => Body::OfState,
        "+" => Body::Beside,
        _ => Body::Known { code, name },
    }
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
    /// The country beside the name, or before a body of the east that other countries have too.
    pub country: Option<CountryCode>,
}

/// How much of a ministry's name is read behind its first word, in bytes.
const LONGEST: usize = 160;

/// The bodies named in the first `most` bytes of a part, in order, without overlaps.
pub(super) fn bodies_in(
    text: &str,
    scan: &Scan,
    most: usize,
    part: Part,
    countries: &[Placed],
) -> Vec<Found> {
    let beside: Vec<&Placed> = countries
        .iter()
        .filter(|placed| placed.part == part && placed.mention.start <= most + LONGEST)
        .filter(|placed| placed.mention.kind != Kind::Initial)
        .collect();
    let mut found = Vec::new();
    let mut reached = 0;
    for (start, end, body) in names_in(text, scan, most) {
        if start < reached {
            continue;
        }
        let named = found_body(text, body, (start, end), &beside);
        if named.country.is_some() || body != Body::Beside {
            reached = named.end;
            found.push(named);
        }
    }
    found
}

/// Where bodies of their own are named in a text, by start.
pub(super) fn known_names(text: &str, scan: &Scan) -> Vec<(usize, usize)> {
    let known = scan.hits(Section::Bodies).iter().filter(|hit| BODIES[hit.pattern].1.code().is_some());
    let names =
        known.filter_map(|hit| Some((hit.start, phrase_end(text, hit.start, BODIES[hit.pattern].0)?)));
    names.collect()
}

/// Every name of the table that begins in the first `most` bytes, the longest first where several begin.
fn names_in(text: &str, scan: &Scan, most: usize) -> Vec<(usize, usize, Body)> {
    let hits = scan.hits(Section::Bodies).iter().take_while(|hit| hit.start < most);
    let mut names: Vec<_> = hits
        .filter_map(|hit| {
            let (phrase, body) = BODIES[hit.pattern];
            Some((hit.start, phrase_end(text, hit.start, phrase)?, body))
        })
        .collect();
    names.sort_by_key(|(start, end, body)| (*start, std::cmp::Reverse(*end), *body == Body::Beside));
    names
}

fn found_body(text: &str, body: Body, (start, end): (usize, usize), beside: &[&Placed]) -> Found {
    if let Body::Known { .. } = body {
        let owner = beside.iter().find(|placed| placed.mention.end == start && is_eastern(&text[start..end]));
        let country = owner.and_then(|placed| placed.mention.codes.first().copied());
        if let (to, Some(other)) = name_end(text, end, beside)
            && is_ministry(&text[start..end])
        {
            return Found { body, start, end: to, country: Some(other) };
        }
        let start = owner.map_or(start, |placed| placed.mention.start);
        return Found { body, start, end, country };
    }
    let eastern = is_eastern(&text[start..end]);
    let (name_end, after) = if eastern { (end, None) } else { name_end(text, end, beside) };
    let before = beside
        .iter()
        .rev()
        .find(|placed| placed.mention.end <= start && links(text, placed.mention.end, start, eastern));
    let owner = before.filter(|_| after.is_none());
    let country = after.or_else(|| owner.and_then(|placed| placed.mention.codes.first().copied()));
    let start = owner.map_or_else(|| name_start(text, start), |placed| placed.mention.start);
    Found { body, start, end: name_end, country }
}

/// Where the words of a name before its head begin (Tarım ve Orman Bakanlığı).
fn name_start(text: &str, start: usize) -> usize {
    const MOST: usize = 60;
    let from = text.ceil_char_boundary(start.saturating_sub(MOST));
    let before: Vec<Lexeme<'_>> = lexemes(&text[from..start]).collect();
    let words = before.iter().rev().take_while(|lexeme| {
        WORDS.nouns.contains(lexeme.text) || WORDS.joins.contains(lexeme.text) && lexeme.text.len() > 1
    });
    let first = words.filter(|lexeme| WORDS.nouns.contains(lexeme.text)).last();
    first.map_or(start, |lexeme| from + lexeme.start)
}

/// Whether a body of one state is called as those of others are, so that a country behind it says whose it is
/// (ministério dos Negócios Estrangeiros de Moçambique).
fn is_ministry(name: &str) -> bool {
    name.starts_with("minist") || name.starts_with("secretaria de")
}

fn is_eastern(name: &str) -> bool {
    name.chars().next().is_some_and(|c| c > '\u{2E80}')
}

/// Where a ministry's name ends, and the country that ends it.
fn name_end(text: &str, end: usize, beside: &[&Placed]) -> (usize, Option<CountryCode>) {
    let stretch = &text[end..text.floor_char_boundary(end + LONGEST)];
    let mut reached = end;
    let mut joined = false;
    for lexeme in lexemes(stretch) {
        let (at, to) = (end + lexeme.start, end + lexeme.end());
        let country = beside.iter().find(|placed| (at..to).contains(&placed.mention.start));
        if let Some(placed) = country.filter(|_| !joined) {
            return (placed.mention.end, placed.mention.codes.first().copied());
        }
        joined = match lexeme.text {
            word if WORDS.nouns.contains(word) => {
                reached = to;
                false
            }
            word if WORDS.joins.contains(word) => true,
            word if WORDS.links.contains(word) => joined,
            _ => break,
        };
    }
    (reached, None)
}

/// Whether nothing but "'s" and the like stands between a country and its ministry. The scripts of the east write a
/// body's own words there (海地过渡委员会发言人).
fn links(text: &str, from: usize, to: usize, eastern: bool) -> bool {
    const MOST: usize = 24;
    if to - from > MOST {
        return false;
    }
    let between = &text[from..to];
    if eastern {
        return between
            .chars()
            .all(|c| c > '\u{2E80}' && c.is_alphabetic() && !"的、，。は를을의と和与".contains(c));
    }
    lexemes(between).all(|lexeme| {
        matches!(lexeme.text, "'" | "s" | "federal" | "national") || WORDS.nouns.contains(lexeme.text)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folded::fold_pattern;

    #[test]
    fn every_row_of_the_tables_is_read() {
        let phrases = table::rows(TABLE).flat_map(|[_, _, phrases]| table::listed(phrases));
        phrases.for_each(|phrase| {
            assert_eq!(phrase, fold_pattern(phrase));
            assert!(!phrase.starts_with('*') && !phrase.is_empty(), "{phrase}");
        });
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
