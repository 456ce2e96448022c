//! The year or date that belongs to a number.

use super::Reader;
use super::words::{self, Class};

impl Reader<'_> {
    /// Whether a day of a month stands here: `12 December 1956`.
    pub(super) fn is_date(&self, at: usize) -> bool {
        self.number(at).is_some_and(|day| day < 32) && self.date(at).is_some()
    }

    /// The year that belongs to the number before, the end of its bytes, and the place after it.
    pub(super) fn year(&self, at: usize) -> Option<(u16, usize, usize)> {
        let Some((year, end, next)) = self.bracketed_year(at) else {
            return self.dated(at).or_else(|| self.named_year(at));
        };
        if let Some((_, end, next)) = self.dated(next).filter(|(again, _, _)| *again == year) {
            return Some((year, end, next));
        }
        Some((year, end, self.day_and_month(next).unwrap_or(next)))
    }

    /// `of 22 October`, without the year that stands in brackets already.
    pub(super) fn day_and_month(&self, at: usize) -> Option<usize> {
        let day = at + usize::from(words::is(Class::Date, self.word(at)));
        let is_day =
            day > at && self.number(day).is_some_and(|day| (1..32).contains(&day)) && self.is_word(day + 1);
        is_day.then_some(day + 2)
    }

    /// `2006 року` behind a number.
    fn named_year(&self, at: usize) -> Option<(u16, usize, usize)> {
        let year = year_of(self.number(at)?).filter(|_| words::is(Class::YearNoun, self.word(at + 1)))?;
        Some((year, self.end(at), at + 2))
    }

    /// `(2006)`, `（2006年）`, `[2006]`, `(2024 年 12 月 27 日)`, and as scans spoil them `1976)`, `.(1982)`, `é 1990)`.
    pub(super) fn bracketed_year(&self, at: usize) -> Option<(u16, usize, usize)> {
        let is_open = |n: usize| matches!(self.word(n), "(" | "[");
        let first = if is_open(at) {
            at + 1
        } else if self.word(at) == "." && is_open(at + 1) {
            at + 2
        } else if self.word(at + 2) == ")" && self.is_spoilt(at) {
            at + 1
        } else {
            at
        };
        let open = first > at || self.word(at + 1) == ")" && at > 0;
        let year = year_of(self.number(first)?)?;
        let close = (first + 1..first + 9).find(|close| matches!(self.word(*close), ")" | "]"))?;
        let inside = (first + 1..close).all(|n| self.belongs_to_date(n));
        (open && inside).then(|| (year, self.end(close), close + 1))
    }

    /// A single letter where a bracket was.
    fn is_spoilt(&self, at: usize) -> bool {
        self.is_word(at) && self.word(at).chars().count() == 1 && !words::is(Class::Separator, self.word(at))
    }

    fn belongs_to_date(&self, at: usize) -> bool {
        self.number(at).is_some()
            || words::is(Class::YearNoun, self.word(at))
            || matches!(self.word(at), "月" | "日" | "월" | "일" | "通" | "过" | "採" | "択" | ".")
    }

    /// `of 19 March 1978`, `від 11 вересня 2017 року`, `, de 21 de octubre de 2022`, `لسنة 1991`.
    pub(super) fn dated(&self, at: usize) -> Option<(u16, usize, usize)> {
        const MOST_WORDS: usize = 4;
        let mut next = at + usize::from(self.word(at) == ",");
        let start = next;
        while next < start + MOST_WORDS && words::is(Class::Date, self.word(next)) {
            next += 1;
        }
        if next == start && self.word(at) != "," {
            return None;
        }
        self.date(next).or_else(|| {
            let year = year_of(self.number(next)?).filter(|_| next > start && self.word(at) != ",")?;
            Some((year, self.end(next), next + 1))
        })
    }

    /// A day, a month in words, a year.
    pub(super) fn date(&self, at: usize) -> Option<(u16, usize, usize)> {
        let (year, end, mut next) = self.bare_date(at)?;
        if words::is(Class::YearNoun, self.word(next)) {
            next += 1 + usize::from(self.word(next + 1) == ".");
        }
        Some((year, end, next))
    }

    pub(super) fn bare_date(&self, at: usize) -> Option<(u16, usize, usize)> {
        self.number(at).filter(|day| (1..32).contains(day))?;
        let mut next = at + 1;
        let words = next;
        while next < words + 6
            && self.number(next).is_none()
            && (self.is_word(next) || matches!(self.word(next), "." | "/" | "º" | "°" | ","))
        {
            next += 1;
        }
        let year = year_of(self.number(next)?)?;
        (next > words).then(|| (year, self.end(next), next + 1))
    }
}

/// The years of the Security Council.
fn year_of(number: u32) -> Option<u16> {
    u16::try_from(number).ok().filter(|year| (1946..=2099).contains(year))
}
