//! The grammar of citations: `resolution 1718 (2006)`, `UNSCRs 1718 and 2397`, `S/RES/2270 (2016)`,
//! `резолюцій Ради Безпеки ООН 1718, 1874 та 2397`, `第2231（2015）号决议`, `결의 2397호`.

mod announcement;
mod assembly;
mod date;
mod list;
mod number;
mod numeral;
mod passage;
mod words;

pub(crate) use passage::Passages;
pub(crate) use words::{names_united_nations, triggers};

use crate::lexeme::{Lexemes, Numbered, Sort};

/// A number that is cited, before anything is known of its body. Offsets are bytes of the folded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cited {
    /// The number as written: `1718`, or `68/262` and `181 (II)` for the General Assembly.
    pub number: String,
    /// The year beside it.
    pub year: Option<u16>,
    /// Whether a symbol says the body: `S/RES/…`.
    pub symbol: Option<char>,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// The word that announces a citation, with the numbers that follow or precede it.
#[derive(Debug, Clone)]
pub(crate) struct Citation {
    /// First byte of the announcing word.
    pub word_start: usize,
    /// One past its last byte.
    pub word_end: usize,
    /// Whether the word is in the plural, or its language has none.
    pub plural: bool,
    /// Whether the word means any decision (Arabic, Turkish), so that a bare number needs a body beside it.
    pub wide: bool,
    /// Whether another body's kind of resolution is announced (`S.J. Res. 54`, `concurrent resolution 83`).
    pub foreign: bool,
    /// The numbers; empty for a mention without numbers.
    pub cited: Vec<Cited>,
    /// The places in `cited` of the first number of each range.
    pub ranges: Vec<usize>,
}

/// Finds all citations, and mentions of resolutions without a number, in order. Only words are read behind whose
/// beginning one of the `triggers` begins at once: begins and ends, in order.
pub(crate) fn citations(lexemes: Lexemes<'_>, triggers: &[(usize, usize)]) -> Vec<Citation> {
    let mut found = Vec::new();
    let mut at = 0;
    let reader = Reader { lexemes: Numbered::new(lexemes) };
    let mut ahead = triggers.iter().map(|(start, _)| *start).peekable();
    while let Some(lexeme) = reader.lexemes.get(at) {
        while ahead.next_if(|start| *start < lexeme.start).is_some() {}
        let Some(next) = ahead.peek() else { break };
        let citation = (*next < lexeme.end() + LONGEST_SYMBOL)
            .then(|| reader.symbol(at).or_else(|| reader.announced(at)))
            .flatten();
        let (citation, next) = citation.map_or((None, at + 1), |(citation, next)| (Some(citation), next));
        found.extend(citation);
        at = next.max(at + 1);
    }
    found
}

/// How many bytes of a symbol may stand before its `RES`: `A/HRC/`, with spaces.
const LONGEST_SYMBOL: usize = 12;

struct Reader<'t> {
    lexemes: Numbered<'t>,
}

impl<'t> Reader<'t> {
    fn word(&self, at: usize) -> &'t str {
        self.lexemes.get(at).map_or("", |lexeme| lexeme.text)
    }

    fn number(&self, at: usize) -> Option<u32> {
        self.lexemes.get(at)?.number()
    }

    /// The first byte of a lexeme that was read.
    fn start(&self, at: usize) -> usize {
        self.lexemes.get(at).map_or(0, |lexeme| lexeme.start)
    }

    /// One past the last byte of a lexeme that was read.
    fn end(&self, at: usize) -> usize {
        self.lexemes.get(at).map_or(0, |lexeme| lexeme.end())
    }

    fn is_word(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| lexeme.sort == Sort::Word)
    }
}
