//! One cited number: plain, a symbol, or a number of the General Assembly.

use super::words;
use super::{Citation, Cited, Reader};
use crate::lexeme::Sort;

impl Reader<'_, '_> {
    /// `S/RES/2270 (2016)`, `A/RES/68/262`, `A/HRC/RES/49/1`.
    pub(super) fn symbol(&self, at: usize) -> Option<(Citation, usize)> {
        let parts = |words: &[&str]| words.iter().enumerate().all(|(n, word)| self.word(at + n) == *word);
        let (symbol, length) = if parts(&["s", "/", "res", "/"]) {
            ('s', 4)
        } else if parts(&["a", "/", "res", "/"]) {
            ('a', 4)
        } else if parts(&["a", "/", "hrc", "/", "res", "/"]) {
            ('h', 6)
        } else {
            return None;
        };
        let (mut cited, next) = self.item(at + length)?;
        cited.start = self.lexemes[at].start;
        cited.symbol = Some(symbol);
        let (start, end) = (cited.start, cited.end);
        Some((Citation { word_start: start, word_end: end, plural: false, cited: vec![cited] }, next))
    }

    /// One number with what belongs to it: its sign, its year or date.
    pub(super) fn item(&self, at: usize) -> Option<(Cited, usize)> {
        let value = self.number(at)?;
        let lexeme = &self.lexemes[at];
        if let Some(assembly) = self.assembly_number(at) {
            return Some(assembly);
        }
        if !(1..=9999).contains(&value) || self.is_date(at) || self.is_counted(at + 1) {
            return None;
        }
        let mut next = at + 1;
        if words::is_number_sign(self.word(next)) {
            next += 1;
        }
        let mut cited = Cited {
            number: value.to_string(),
            year: None,
            symbol: None,
            start: lexeme.start,
            end: self.lexemes[next - 1].end(),
        };
        if let Some((year, end, after)) = self.year(next) {
            cited.year = Some(year);
            cited.end = end;
            next = after;
            if words::is_number_sign(self.word(next)) {
                next += 1;
            }
        }
        (value > 99 || cited.year.is_some() || lexeme.start > 0).then_some((cited, next))
    }

    /// Things that are counted: `1540개`, `20 ships` are no resolutions.
    pub(super) fn is_counted(&self, at: usize) -> bool {
        words::counts(self.word(at))
    }

    /// `68/262`, `ES-11/1`, `181 (II)`, `217 A (III)`.
    pub(super) fn assembly_number(&self, at: usize) -> Option<(Cited, usize)> {
        let lexeme = &self.lexemes[at];
        let session = self.number(at)?;
        if self.word(at + 1) == "/" && session < 100 {
            let second =
                self.lexemes.get(at + 2).filter(|next| next.sort == Sort::Number && next.text.len() < 4)?;
            let number = format!("{session}/{}", second.text);
            return Some((
                Cited { number, year: None, symbol: Some('a'), start: lexeme.start, end: second.end() },
                at + 3,
            ));
        }
        let letter = usize::from(self.is_word(at + 1) && self.word(at + 1).len() == 1);
        let open = at + 1 + letter;
        let mut close = open + 1;
        while close < open + 4 && (is_roman(self.word(close)) || self.word(close) == "-") {
            close += 1;
        }
        let roman = self.word(open) == "(" && close > open + 1 && matches!(self.word(close), ")" | ",");
        roman.then(|| {
            let end = self.lexemes[close].end();
            let number = format!("{session} ({})", self.word(open + 1).to_uppercase());
            (Cited { number, year: None, symbol: Some('a'), start: lexeme.start, end }, close + 1)
        })
    }
}

fn is_roman(word: &str) -> bool {
    !word.is_empty()
        && word.len() < 8
        && word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l' | b's' | b'e'))
}
