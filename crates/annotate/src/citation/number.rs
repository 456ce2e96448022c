//! One cited number: plain, or a symbol.

use super::words::{self, Class};
use super::{Citation, Cited, Reader};
use crate::catalogue::resolution;

impl Reader<'_> {
    /// `S/RES/2270 (2016)`, `A/RES/68/262`, `A/HRC/RES/49/1`, `E/RES/2004/40`.
    pub(super) fn symbol(&self, at: usize) -> Option<(Citation, usize)> {
        let (symbol, length) = self.symbol_of(at)?;
        let (mut cited, next) = self.item(at + length)?;
        cited.start = self.start(at);
        cited.symbol = Some(symbol);
        let (start, end) = (cited.start, cited.end);
        let citation = Citation {
            word_start: start,
            word_end: end,
            plural: false,
            wide: false,
            foreign: false,
            cited: vec![cited],
            ranges: Vec::new(),
        };
        Some((citation, next))
    }

    /// The body of a symbol, and how many lexemes stand before its number.
    fn symbol_of(&self, at: usize) -> Option<(char, usize)> {
        let parts = |words: &[&str]| words.iter().enumerate().all(|(n, word)| self.word(at + n) == *word);
        let (symbol, length) = match self.word(at) {
            "s" | "sc" if parts(&[self.word(at), "/", "res"]) => ('s', 3),
            "a" if parts(&["a", "/", "res"]) => ('a', 3),
            "a" if parts(&["a", "/", "hrc", "/", "res"]) => ('h', 5),
            "e" if parts(&["e", "/", "res"]) => ('o', 3),
            _ => return None,
        };
        Some((symbol, length + usize::from(self.word(at + length) == "/")))
    }

    /// One number with what belongs to it: its sign, its year or date.
    pub(super) fn item(&self, at: usize) -> Option<(Cited, usize)> {
        if let Some(assembly) = self.assembly_number(at) {
            return Some(assembly);
        }
        let (value, length) = self.numeral(at).filter(|(value, _)| (1..=9999).contains(value))?;
        if self.is_date(at) || self.is_counted(at + length) || self.is_year_named(at, value) {
            return None;
        }
        let mut next = at + length;
        next += usize::from(words::is_number_sign(self.word(next)));
        let (start, end) = (self.start(at), self.end(next - 1));
        let mut cited = Cited { number: value.to_string(), year: None, symbol: None, start, end };
        if let Some((year, end, after)) = self.struck_year(next, value).or_else(|| self.year(next)) {
            (cited.year, cited.end) = (Some(year), end);
            next = after + usize::from(words::is_number_sign(self.word(after)));
        }
        Some((cited, next))
    }

    /// Things that are counted: `1540개`, `20 ships` are no resolutions.
    fn is_counted(&self, at: usize) -> bool {
        words::counts(self.word(at))
    }

    /// `2014 года`: a year and no number.
    fn is_year_named(&self, at: usize, value: u32) -> bool {
        (1946..=2099).contains(&value) && words::is(Class::YearNoun, self.word(at + 1))
    }

    /// `2231/2015`, where the catalogue has that number in that year; `1970/1973` are two numbers.
    fn struck_year(&self, at: usize, value: u32) -> Option<(u16, usize, usize)> {
        let year = self.number(at + 1).filter(|_| self.word(at) == "/")?;
        let known = resolution(value).filter(|known| u32::from(known.year) == year)?;
        Some((known.year, self.end(at + 1), at + 2))
    }
}
