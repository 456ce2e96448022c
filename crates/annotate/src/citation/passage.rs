//! The stretches of a text around the words that may announce a citation: the rest need not be read by the grammar.

use std::sync::LazyLock;

use chancery_model::Part;
use memchr::memmem::Finder;

use super::{Citation, citations};
use crate::countries::Document;
use crate::lexeme::lexemes_in;
use crate::scan::{Hit, Scan, Section};

/// How much is read before and after an announcing word, in bytes: the longest lists of the Council's preambles fit.
const BEFORE: usize = 600;
const AFTER: usize = 3_000;

/// Compounds of German end with this: *Sicherheitsratsresolution*.
const WITHIN_COMPOUNDS: &str = "resolution";

static COMPOUNDS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(WITHIN_COMPOUNDS));

/// The citations of a document, part by part.
pub(crate) struct Passages(Vec<(Part, Vec<Citation>)>);

impl Passages {
    /// Reads both parts of a document.
    pub fn new(document: &Document<'_>) -> Self {
        let read = |part: Part| (part, citations_in(&document.part(part).text, document.scan(part)));
        Self([Part::Title, Part::Text].into_iter().map(read).collect())
    }

    /// Returns the citations with the part that they stand in, in order.
    pub fn citations(&self) -> impl Iterator<Item = (Part, &Citation)> {
        self.0.iter().flat_map(|(part, found)| found.iter().map(|citation| (*part, citation)))
    }
}

/// Finds the citations of a folded text.
fn citations_in(text: &str, scan: &Scan) -> Vec<Citation> {
    let triggers = triggers(text, scan);
    let read = |(start, end)| {
        let within = triggers.partition_point(|trigger| trigger.0 < start);
        citations(lexemes_in(text, start, end), &triggers[within..])
    };
    stretches(text, &triggers).into_iter().flat_map(read).collect()
}

/// Where words stand that may announce a citation, in order: begin and end.
fn triggers(text: &str, scan: &Scan) -> Vec<(usize, usize)> {
    let announcing = scan.hits(Section::Announcements).iter().filter(|hit| !is_alone(text, hit));
    let begun = announcing.map(|hit| (hit.start, hit.end));
    let within = COMPOUNDS.find_iter(text.as_bytes()).map(|at| (at, at + WITHIN_COMPOUNDS.len()));
    let mut all: Vec<(usize, usize)> = begun.chain(within).collect();
    all.sort_unstable();
    all
}

/// Whether a hit is the character "同", which stands in many words, with no number behind it.
fn is_alone(text: &str, hit: &Hit) -> bool {
    let behind = || text[hit.end..].trim_start_matches([' ', '\n']);
    &text[hit.start..hit.end] == "同" && !behind().starts_with(|c: char| c == '第' || c.is_ascii_digit())
}

/// The stretches to read, in order and apart from one another.
fn stretches(text: &str, triggers: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for &(start, end) in triggers {
        match found.last_mut() {
            Some((_, reached)) if start < reached.saturating_add(BEFORE) => *reached = after(text, end),
            _ => found.push((before(text, start), after(text, end))),
        }
    }
    found
}

fn before(text: &str, at: usize) -> usize {
    let floor = text.floor_char_boundary(at.saturating_sub(BEFORE));
    if floor == 0 { 0 } else { text[floor..at].find([' ', '\n']).map_or(floor, |space| floor + space) }
}

fn after(text: &str, at: usize) -> usize {
    let ceiling = text.floor_char_boundary((at + AFTER).min(text.len()));
    if ceiling == text.len() {
        ceiling
    } else {
        text[at..ceiling].rfind([' ', '\n']).map_or(ceiling, |space| at + space)
    }
}

#[cfg(test)]
mod tests {
    use chancery_model::Lang;

    use super::*;
    use crate::folded::Folded;
    use crate::scan::Tables;

    fn scanned(text: &str) -> Scan {
        Scan::new(&Folded::new(text), &Tables::of(Lang::new(b"en")).patterns)
    }

    fn stretches_of(text: &str) -> Vec<(usize, usize)> {
        stretches(text, &triggers(text, &scanned(text)))
    }

    #[test]
    fn words_far_apart_are_read_in_stretches_apart() {
        let text =
            format!("resolution 1718 {} resolution 1874 {}", "word ".repeat(1_000), "end ".repeat(900));
        let found = stretches_of(&text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].1 <= found[1].0 && found[1].1 < text.len());
        assert_eq!(
            citations_in(&text, &scanned(&text)).iter().map(|citation| citation.cited.len()).sum::<usize>(),
            2
        );
    }

    #[test]
    fn compounds_announce() {
        assert_eq!(stretches_of("die sicherheitsratsresolution 1718"), [(0, 34)]);
    }

    #[test]
    fn a_text_without_announcing_words_is_not_read() {
        assert_eq!(stretches_of("the ministers met in geneva on 3 may 2024"), []);
    }
}
