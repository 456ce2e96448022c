//! The stretches of a text around the words that may announce a citation: the rest need not be read by the grammar.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use chancery_model::Part;

use super::{Citation, citations, words};
use crate::countries::Document;
use crate::lexeme::{Lexeme, lexemes};

/// How much is read before and after an announcing word, in bytes: the longest lists of the Council's preambles fit.
const BEFORE: usize = 600;
const AFTER: usize = 3_000;

static TRIGGERS: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasickBuilder::new().match_kind(MatchKind::Standard).build(words::triggers()).ok());

/// The citations of a document, part by part.
pub(crate) struct Passages(Vec<(Part, Vec<Citation>)>);

impl Passages {
    /// Reads both parts of a document.
    pub fn new(document: &Document<'_>) -> Self {
        let read = |part: Part| (part, citations_in(&document.part(part).text));
        Self([Part::Title, Part::Text].into_iter().map(read).collect())
    }

    /// Returns the citations with the part that they stand in, in order.
    pub fn citations(&self) -> impl Iterator<Item = (Part, &Citation)> {
        self.0.iter().flat_map(|(part, found)| found.iter().map(|citation| (*part, citation)))
    }
}

/// Finds the citations of a folded text.
fn citations_in(text: &str) -> Vec<Citation> {
    stretches(text).into_iter().flat_map(|(start, end)| citations(&lexed(text, start, end))).collect()
}

fn lexed(text: &str, start: usize, end: usize) -> Vec<Lexeme<'_>> {
    let mut found = lexemes(&text[start..end]);
    found.iter_mut().for_each(|lexeme| lexeme.start += start);
    found
}

/// The stretches to read, in order and apart from one another.
fn stretches(text: &str) -> Vec<(usize, usize)> {
    let Some(triggers) = TRIGGERS.as_ref() else { return Vec::new() };
    let mut found: Vec<(usize, usize)> = Vec::new();
    for hit in triggers.find_iter(text) {
        match found.last_mut() {
            Some((_, end)) if hit.start() < end.saturating_add(BEFORE) => *end = after(text, hit.end()),
            _ => found.push((before(text, hit.start()), after(text, hit.end()))),
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
    use super::*;

    #[test]
    fn words_far_apart_are_read_in_stretches_apart() {
        let text =
            format!("resolution 1718 {} resolution 1874 {}", "word ".repeat(1_000), "end ".repeat(900));
        let found = stretches(&text);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].1 <= found[1].0 && found[1].1 < text.len());
        assert_eq!(citations_in(&text).iter().map(|citation| citation.cited.len()).sum::<usize>(), 2);
    }

    #[test]
    fn a_text_without_announcing_words_is_not_read() {
        assert_eq!(stretches("the ministers met in geneva on 3 may 2024"), []);
    }
}
