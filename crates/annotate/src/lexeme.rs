//! A folded text as words, numbers and signs, for the grammars of citations and names.

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
pub(crate) fn lexemes(text: &str) -> Vec<Lexeme<'_>> {
    lexemes_in(text, 0, text.len())
}

/// Splits a stretch of a folded text; the offsets are those of the whole.
pub(crate) fn lexemes_in(text: &str, from: usize, to: usize) -> Vec<Lexeme<'_>> {
    let mut found = Vec::with_capacity((to - from) / 5);
    let mut rest = text[from..to].char_indices().map(|(at, character)| (from + at, character)).peekable();
    while let Some((start, first)) = rest.next() {
        if first == ' ' || first == '\n' {
            continue;
        }
        let sort = sort_of(first);
        let mut last = first;
        let mut end = start + first.len_utf8();
        while let Some(&(at, next)) = rest.peek() {
            if sort == Sort::Sign || sort_of(next) != sort || sort == Sort::Word && !joins(last, next) {
                break;
            }
            end = at + next.len_utf8();
            last = next;
            rest.next();
        }
        found.push(Lexeme { text: &text[start..end], start, sort });
    }
    found
}

fn sort_of(character: char) -> Sort {
    match character {
        '0'..='9' => Sort::Number,
        _ if is_alphabetic(character) => Sort::Word,
        _ => Sort::Sign,
    }
}
