use std::collections::HashMap;

use chancery_model::{Part, Scope, Span};
use chancery_text::{Analysed, Facts, Position, Token, term};

/// A statement as queries see it.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// The words of the title.
    pub title: &'a Analysed,
    /// The words of the text.
    pub text: &'a Analysed,
    /// What fields are judged on.
    pub facts: &'a Facts,
}

/// Places left free between title and text, so that no phrase and no NEAR crosses: more than any NEAR lets stand between.
const SEAM: u32 = 1 << 10;

/// A document with its words in order of keys, made once for many queries.
///
/// Words are numbered through title and text, with a gap between the two that nothing spans.
#[derive(Debug)]
pub struct Prepared<'a> {
    pub(crate) document: Document<'a>,
    /// Each distinct word: the token that it was first met as, and its places.
    words: Vec<Word<'a>>,
    /// The words that answer to a key.
    by_key: HashMap<String, Vec<u32>>,
    /// The first place of the text.
    text_from: u32,
}

#[derive(Debug)]
struct Word<'a> {
    token: &'a Token,
    places: Vec<u32>,
}

impl<'a> Prepared<'a> {
    /// Sorts the words of a document by their keys.
    pub fn new(document: &Document<'a>) -> Self {
        let text_from = number(document.title.tokens.len()).saturating_add(SEAM);
        let words = distinct_words(document, text_from);
        let mut by_key: HashMap<String, Vec<u32>> = HashMap::new();
        for (index, word) in words.iter().enumerate() {
            for key in word.token.keys().iter() {
                by_key.entry(key.clone()).or_default().push(number(index));
            }
        }
        Self { document: *document, words, by_key, text_from }
    }

    /// Returns the places in `scope` of the words that answer to a position of a query, in order.
    pub(crate) fn places(&self, position: &Position, scope: Scope) -> Vec<u32> {
        if scope == Scope::Note {
            return Vec::new();
        }
        let mut places: Vec<u32> =
            self.words_at(position).flat_map(|word| word.places.iter().copied()).collect();
        if scope == Scope::Title {
            places.retain(|&place| place < self.text_from);
        }
        places.sort_unstable();
        places.dedup();
        places
    }

    /// Returns whether some word in `scope` answers to a position of a query.
    pub(crate) fn has(&self, position: &Position, scope: Scope) -> bool {
        let in_scope = |place: Option<&u32>| match scope {
            Scope::Anywhere => true,
            Scope::Title => place.is_some_and(|&place| place < self.text_from),
            Scope::Note => false,
        };
        self.words_at(position).any(|word| in_scope(word.places.first()))
    }

    fn words_at<'p>(&'p self, position: &'p Position) -> Box<dyn Iterator<Item = &'p Word<'a>> + 'p> {
        match position {
            Position::Word(keys) => {
                let indices = keys.iter().filter_map(|key| self.by_key.get(key)).flatten();
                Box::new(indices.filter_map(|&index| self.words.get(index as usize)))
            }
            Position::Prefix(prefix) => {
                Box::new(self.words.iter().filter(move |word| word.token.form.starts_with(prefix.as_str())))
            }
        }
    }

    /// Every key that some word answers to.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.by_key.keys().map(String::as_str)
    }

    /// Every written form, folded; one may come more than once.
    pub(crate) fn forms(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| word.token.form.as_str())
    }

    /// Returns the written forms of the words in a stretch, folded.
    pub(crate) fn forms_in(&self, span: &Span) -> Vec<&str> {
        let part = match span.part {
            Part::Title => self.document.title,
            Part::Text => self.document.text,
        };
        let inside = |token: &&Token| span.start <= token.start && token.end <= span.end;
        part.tokens.iter().filter(inside).map(|token| token.form.as_str()).collect()
    }

    /// Returns whether one place lies in the title and the other in the text.
    pub(crate) fn is_across_seam(&self, a: u32, b: u32) -> bool {
        (a < self.text_from) != (b < self.text_from)
    }

    /// Returns the stretch from a place over so many words.
    pub(crate) fn span(&self, place: u32, words: u32) -> Option<Span> {
        let (first, part) = self.token(place)?;
        let (last, _) = self.token(place + words.saturating_sub(1))?;
        Some(Span { part, start: first.start, end: last.end })
    }

    fn token(&self, place: u32) -> Option<(&Token, Part)> {
        match place.checked_sub(self.text_from) {
            Some(in_text) => self.document.text.tokens.get(in_text as usize).map(|token| (token, Part::Text)),
            None => self.document.title.tokens.get(place as usize).map(|token| (token, Part::Title)),
        }
    }
}

/// Gathers the words that differ in what they answer to: two tokens of one index term have the same keys.
fn distinct_words<'a>(document: &Document<'a>, text_from: u32) -> Vec<Word<'a>> {
    let mut words: Vec<Word<'a>> = Vec::new();
    let mut by_term: HashMap<String, usize> = HashMap::new();
    for (from, part) in [(0, document.title), (text_from, document.text)] {
        for (place, token) in part.tokens.iter().enumerate() {
            let index = *by_term.entry(term(token)).or_insert_with(|| {
                words.push(Word { token, places: Vec::new() });
                words.len() - 1
            });
            words[index].places.push(from.saturating_add(number(place)));
        }
    }
    words
}

/// A count as a place; a text of more than four thousand million words is not counted on.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
