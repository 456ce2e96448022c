//! Acts of the European Union: `Regulation (EU) No 833/2014`, `Decision 2014/512/CFSP`, with their CELEX numbers.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::entries::words_of;
use super::{Cited, Reader};
use crate::folded::fold_pattern;
use crate::lexeme::Sort;

/// A kind of act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ActKind {
    /// A regulation: its number stands before the year until 2014.
    Regulation,
    /// A decision.
    Decision,
    /// A directive.
    Directive,
    /// A common position or joint action, before 2010.
    CommonPosition,
    /// A framework decision, before 2010.
    FrameworkDecision,
}

impl ActKind {
    /// Reads the class of a table.
    pub fn of(class: &str) -> Option<Self> {
        Some(match class {
            "regulation" => Self::Regulation,
            "decision" => Self::Decision,
            "directive" => Self::Directive,
            "common-position" => Self::CommonPosition,
            "framework-decision" => Self::FrameworkDecision,
            _ => return None,
        })
    }

    /// The letter of the kind in a CELEX number of sector 3.
    fn letter(self) -> char {
        match self {
            Self::Regulation => 'R',
            Self::Decision => 'D',
            Self::Directive => 'L',
            Self::CommonPosition => 'E',
            Self::FrameworkDecision => 'F',
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Regulation => "Regulation",
            Self::Decision => "Decision",
            Self::Directive => "Directive",
            Self::CommonPosition => "Common Position",
            Self::FrameworkDecision => "Framework Decision",
        }
    }
}

/// The codes beside a number, as English writes them.
static CODES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let pairs = words_of("code").filter_map(|pair| pair.split_once(':'));
    pairs.map(|(code, word)| (fold_pattern(word), code)).collect()
});

/// Year and number of an act.
#[derive(Debug, Clone, Copy)]
struct Number {
    year: u32,
    number: u32,
    /// Whether the number was written first.
    first: bool,
}

impl Reader<'_, '_> {
    /// The acts that a word of a kind begins, `length` lexemes long. An act without a code counts where `known` has its
    /// CELEX number.
    pub(super) fn acts(&self, length: usize, kind: ActKind, known: impl Fn(&str) -> bool) -> Vec<Cited> {
        const MOST_WORDS: usize = 5;
        let mut found = Vec::new();
        let starts = length..length + MOST_WORDS;
        let Some(mut at) = self.passes(starts).find(|at| self.act(*at, kind, None).is_some()) else {
            return found;
        };
        let mut code = None;
        while let Some((act, own, next)) = self.act(at, kind, code) {
            if own.is_none() && !known(&act.key) {
                break;
            }
            code = own;
            let start = if found.is_empty() { self.lexemes[0].start } else { act.start };
            found.push(Cited { start, ..act });
            at = self.separator(next);
            if at == next {
                break;
            }
        }
        found
    }

    /// The places that may be reached from a word: over words of letters only.
    fn passes(&self, places: std::ops::Range<usize>) -> impl Iterator<Item = usize> {
        let start = places.start;
        places.take_while(move |at| (start..*at).all(|n| self.is_word(n) || self.word(n) == "'"))
    }

    /// One act: `(EU) No 833/2014`, `2014/512/CFSP`; the code of the one before holds where it has none.
    fn act(
        &self,
        mut at: usize,
        kind: ActKind,
        before: Option<&'static str>,
    ) -> Option<(Cited, Option<&'static str>, usize)> {
        let first = at;
        let mut code = None;
        if self.word(at) == "(" && self.word(at + 2) == ")" {
            code = Some(*CODES.get(self.word(at + 1))?);
            at += 3;
        }
        let numbered = at;
        while matches!(
            self.word(at),
            "no" | "nos" | "nr" | "n" | "nº" | "nºs" | "№" | "." | "°" | "º" | "o" | "ns"
        ) {
            at += 1;
        }
        let number = self.act_number(at, kind, at > numbered)?;
        let mut next = at + 3;
        if self.word(next) == "/"
            && let Some(behind) = CODES.get(self.word(next + 1))
        {
            code = code.or(Some(*behind));
            next += 2;
        }
        let code = code.or(before);
        let key = format!("3{}{}{:04}", number.year, kind.letter(), number.number);
        let (start, end) = (self.lexemes[first].start, self.lexemes[next - 1].end());
        Some((Cited { key, name: name_of(kind, number, code), start, end }, code, next))
    }

    /// `833/2014`, `2014/512`, `2271/96`: which of the two is the year.
    fn act_number(&self, at: usize, kind: ActKind, numbered: bool) -> Option<Number> {
        let number =
            |n: usize| self.lexemes.get(n).filter(|l| l.sort == Sort::Number).and_then(|l| l.number());
        let (left, right) = (number(at)?, number(at + 2).filter(|_| self.word(at + 1) == "/")?);
        let behind = year_of(right, self.word(at + 2).len()).filter(|year| *year < 2015);
        let before = year_of(left, self.word(at).len());
        let number_first = kind == ActKind::Regulation && (numbered || before.is_none_or(|year| year < 2015));
        match (number_first, behind, before) {
            (true, Some(year), _) => Some(Number { year, number: left, first: true }),
            (_, _, Some(year)) => Some(Number { year, number: right, first: false }),
            _ => None,
        }
        .filter(|found| (1..10_000).contains(&found.number))
    }
}

/// A year of four digits from 1952 on, or of two in the last century.
fn year_of(number: u32, digits: usize) -> Option<u32> {
    match digits {
        4 => Some(number).filter(|year| (1952..=2099).contains(year)),
        2 => Some(1900 + number).filter(|year| (1952..=1999).contains(year)),
        _ => None,
    }
}

/// The usual English name.
fn name_of(kind: ActKind, Number { year, number, first }: Number, code: Option<&str>) -> String {
    let usual = match year {
        ..=1993 => "EEC",
        1994..=2009 => "EC",
        _ => "EU",
    };
    let (code, kind) = (code.unwrap_or(usual), kind.name());
    match (first, year) {
        (true, _) => format!("{kind} ({code}) No {number}/{year}"),
        (false, 2015..) => format!("{kind} ({code}) {year}/{number}"),
        (false, _) => format!("{kind} {year}/{number}/{code}"),
    }
}
