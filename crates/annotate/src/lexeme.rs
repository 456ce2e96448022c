//! A folded text as words, numbers and signs, for the grammars of citations and names.

use std::cell::RefCell;

use chancery_text::is_alphabetic;

use crate::letter::joins;

/// What a lexeme is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Letters of one script; a single character for Chinese and kana.
    Word,
    /// Digits.
    Number,
    /// Anything else, one character.
    Sign,
}

/// One word, number or sign; offsets are bytes of the folded text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lexeme<'t> {
    /// The folded text of it.
    pub text: &'t str,
    /// First byte.
    pub start: usize,
    /// What it is.
    pub sort: Sort,
}

impl Lexeme<'_> {
    /// One past the last byte.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The value of a number of at most nine digits.
    pub fn number(&self) -> Option<u32> {
        (self.sort == Sort::Number && self.text.len() < 10).then(|| self.text.parse().ok())?
    }
}

/// Splits a folded text; white space is left out, a break between paragraphs is a sign.
pub(crate) fn lexemes(text: &str) -> Lexemes<'_> {
    lexemes_in(text, 0, text.len())
}

/// Splits a stretch of a folded text; the offsets are those of the whole.
pub(crate) fn lexemes_in(text: &str, from: usize, to: usize) -> Lexemes<'_> {
    Lexemes { text: &text[..to], at: from }
}

/// The lexemes of a stretch, in order, each read when it is asked for.
pub(crate) struct Lexemes<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Iterator for Lexemes<'t> {
    type Item = Lexeme<'t>;

    fn next(&mut self) -> Option<Lexeme<'t>> {
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.at), Some(b' ' | b'\n')) {
            self.at += 1;
        }
        let start = self.at;
        let first = match *bytes.get(start)? {
            byte @ ..0x80 => char::from(byte),
            _ => self.text[start..].chars().next()?,
        };
        let sort = sort_of(first);
        self.at = match sort {
            Sort::Number => run_of(bytes, start, u8::is_ascii_digit),
            Sort::Word => word_end(self.text, start, first),
            Sort::Sign => start + first.len_utf8(),
        };
        Some(Lexeme { text: &self.text[start..self.at], start, sort })
    }
}

/// How many lexemes are mostly read at least, and how many are read at once.
const USUAL: usize = 64;
const AHEAD: usize = 16;

/// The lexemes of a stretch by their numbers, each read when it is first asked for.
pub(crate) struct Numbered<'t> {
    read: RefCell<Vec<Lexeme<'t>>>,
    rest: RefCell<Lexemes<'t>>,
}

impl<'t> Numbered<'t> {
    /// Numbers lexemes from nought on.
    pub fn new(lexemes: Lexemes<'t>) -> Self {
        Self { read: RefCell::new(Vec::with_capacity(USUAL)), rest: RefCell::new(lexemes) }
    }

    /// Returns a lexeme; none behind the last.
    pub fn get(&self, at: usize) -> Option<Lexeme<'t>> {
        if let Some(lexeme) = self.read.borrow().get(at) {
            return Some(*lexeme);
        }
        let mut read = self.read.borrow_mut();
        let missing = at + AHEAD - read.len();
        read.extend(self.rest.borrow_mut().by_ref().take(missing));
        read.get(at).copied()
    }
}

/// Where a run of bytes ends.
fn run_of(bytes: &[u8], start: usize, goes_on: impl Fn(&u8) -> bool) -> usize {
    bytes[start..].iter().position(|byte| !goes_on(byte)).map_or(bytes.len(), |length| start + length)
}

/// Where the word ends that begins with a letter: where something else than a letter stands, or one of another script.
fn word_end(text: &str, start: usize, first: char) -> usize {
    let mut last = first;
    let mut at = start + first.len_utf8();
    loop {
        if last.is_ascii() {
            at = run_of(text.as_bytes(), at, u8::is_ascii_alphabetic);
        }
        match text[at..].chars().next() {
            Some(next) if is_alphabetic(next) && joins(last, next) => {
                at += next.len_utf8();
                last = next;
            }
            _ => return at,
        }
    }
}

fn sort_of(character: char) -> Sort {
    match character {
        '0'..='9' => Sort::Number,
        _ if is_alphabetic(character) => Sort::Word,
        _ => Sort::Sign,
    }
}
