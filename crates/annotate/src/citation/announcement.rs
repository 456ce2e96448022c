//! The word that announces a citation, and what stands between it and its numbers: behind it, or before it.

use super::words::{self, Class};
use super::{Citation, Cited, Reader};
use crate::catalogue::resolution;

/// An announcing word.
struct Announcement {
    /// How many lexemes it takes.
    length: usize,
    /// Whether it is a plural, or its language has none.
    plural: bool,
    /// Whether it means any decision.
    wide: bool,
}

impl Reader<'_> {
    /// A word for "resolution", with numbers after it or before it.
    pub(super) fn announced(&self, at: usize) -> Option<(Citation, usize)> {
        let Announcement { length, plural, wide } = self.announcement(at)?;
        if self.is_of_a_thing(at, length) {
            return None;
        }
        let (start, word_end) = (self.start(at), self.end(at + length - 1));
        let foreign = self.is_foreign(at);
        let citation = |cited: Vec<Cited>, ranges: Vec<usize>| Citation {
            word_start: start,
            word_end,
            plural,
            wide,
            foreign,
            cited,
            ranges,
        };
        let (mut cited, ranges) = self.before(at);
        if !cited.is_empty() {
            let next = self.year_behind(at + length, &mut cited);
            return Some((citation(cited, ranges), next));
        }
        let (cited, ranges, next) = self.behind(at, length, plural);
        Some((citation(cited, ranges), next))
    }

    /// The numbers behind the word: at once, or set apart by "in particular".
    fn behind(&self, at: usize, length: usize, plural: bool) -> (Vec<Cited>, Vec<usize>, usize) {
        let after = at + length;
        let first = self.skip_body(after);
        let mut list = self.list(first);
        if self.is_year_of(&list.cited, first) {
            return (Vec::new(), Vec::new(), after);
        }
        if list.cited.is_empty() {
            let set_apart = || plural.then(|| self.set_apart(after)).flatten();
            let first = self.behind_insertion(after).or_else(set_apart);
            list = first.map(|first| self.list(first)).unwrap_or_default();
        }
        if let Some(cited) = list.cited.first_mut().filter(|_| first == after && self.number(after).is_some())
        {
            cited.start = self.start(at);
        }
        let next = if list.cited.is_empty() { after } else { list.end };
        (list.cited, list.ranges, next)
    }

    /// "The resolution of 2015", "a resolution of 1920 by 1080": no number of a resolution.
    fn is_year_of(&self, cited: &[Cited], first: usize) -> bool {
        let [only] = cited else { return false };
        let bare = only.year.is_none() && only.symbol.is_none();
        bare && first > 0 && words::leads_to_year(self.word(first - 1))
    }

    /// The year that stands behind the word when the number stands before it.
    fn year_behind(&self, at: usize, cited: &mut [Cited]) -> usize {
        let Some((year, _, end)) = self.year(at) else { return at };
        if let Some(last) = cited.last_mut() {
            last.year = last.year.or(Some(year));
        }
        end
    }

    /// The announcing word that stands here.
    fn announcement(&self, at: usize) -> Option<Announcement> {
        let (word, next) = (self.word(at), self.word(at + 1));
        let one = |length, plural| Some(Announcement { length, plural, wide: false });
        match (word, next) {
            ("决", "议") | ("決", "議") => return one(2, true),
            ("同", _) if self.number(at + 1).is_some() || next == "第" => return one(1, true),
            ("res", ".") => return one(2, false),
            ("res" | "unsc", _) if self.number(at + 1).is_some_and(|number| number > 99) => {
                return one(1, false);
            }
            _ => {}
        }
        if next == "-" && self.is_word(at + 2) && word.len() < 20 {
            let whole = format!("{word}{}", self.word(at + 2));
            if words::announces_divided(&whole) && words::announces(word).is_none() {
                return one(3, words::announces(&whole) == Some(true));
            }
        }
        let plural = words::announces(word)?;
        let wide = words::is_wide(word);
        Some(Announcement { length: 1 + self.joint_number(at + 1), plural, wide })
    }

    /// The hyphen of `UNSCR-1718`.
    fn joint_number(&self, at: usize) -> usize {
        let joined = self.word(at) == "-"
            && self.number(at + 1).is_some()
            && at > 0
            && self.end(at - 1) == self.start(at)
            && self.end(at) == self.start(at + 1);
        usize::from(joined)
    }

    /// A legislature's: `H. Con. Res. 24`, `S.J.Res. 54`, `concurrent resolution 83`.
    fn is_foreign(&self, at: usize) -> bool {
        let back = |n: usize| at.checked_sub(n).map_or("", |place| self.word(place));
        words::is(Class::Foreign, back(1))
            || back(1) == "." && self.word(at) == "res" && words::is(Class::Foreign, back(2))
            || back(1) == "." && self.word(at) == "res" && matches!(back(2), "h" | "s")
    }

    /// That of a picture or a good intention: "screen resolution 1920", "a resolution of 1080 pixels", "New Year's".
    fn is_of_a_thing(&self, at: usize, length: usize) -> bool {
        const NEAR: usize = 5;
        let year =
            at >= 3 && self.word(at - 1) == "s" && self.word(at - 2) == "'" && self.word(at - 3) == "year";
        let before = at > 0 && words::is(Class::Thing, self.word(at - 1));
        let behind = || (at + length..at + length + NEAR).any(|n| words::is(Class::Thing, self.word(n)));
        year || before || behind()
    }

    /// Passes over the name of the body between the word and the number.
    pub(super) fn skip_body(&self, mut at: usize) -> usize {
        const MOST: usize = 12;
        let start = at;
        let passes = |word: &str| {
            [Class::Body, Class::Number, Class::From].iter().any(|class| words::is(*class, word))
        };
        while at < start + MOST && passes(self.word(at)) {
            at += 1;
        }
        if self.numeral(at).is_some() || self.has_symbol(at) { at } else { start }
    }

    /// `S/RES/2270` and the numbers of emergency sessions, `ES-11/1`.
    fn has_symbol(&self, at: usize) -> bool {
        self.word(at + 1) == "/" && self.word(at + 2) == "res" || self.session(at).is_some()
    }

    /// Numbers that stand before the word: `第1737号、第1929号决议`, `338 (1973) ve 2334 (2016) sayılı kararları`.
    fn before(&self, at: usize) -> (Vec<Cited>, Vec<usize>) {
        let Some(close) = self.number_close(at) else { return Default::default() };
        let joined = |n: usize| {
            let word = self.word(n);
            self.number(n).is_some()
                || self.is_character_of_number(n)
                || words::is(Class::Separator, word)
                || words::is_number_sign(word)
                || words::is(Class::Number, word)
                || words::is(Class::YearNoun, word)
                || words::counts(word)
                || matches!(word, "(" | ")" | "sayili" | "的")
        };
        let earliest = (0..close).rev().take(60).take_while(|n| joined(*n)).last().unwrap_or(close);
        let mut starts = (earliest..close).filter(|n| self.number(*n).is_some() || self.word(*n) == "第");
        let lists = starts.find_map(|first| Some(self.list(first)).filter(|list| !list.cited.is_empty()));
        lists.map(|list| (list.cited, list.ranges)).unwrap_or_default()
    }

    /// One past the sign that closes the numbers before the word; the body's name may stand between.
    fn number_close(&self, at: usize) -> Option<usize> {
        const MOST: usize = 8;
        let closes = |n: usize| words::is_number_sign(self.word(n)) || self.word(n) == "sayili";
        let passed = |n: usize| words::is(Class::Body, self.word(n)) || matches!(self.word(n), "的" | "'");
        let behind = (0..at).rev().take(MOST).take_while(|n| !closes(*n) && passed(*n)).count();
        at.checked_sub(behind + 1).filter(|last| closes(*last)).map(|last| last + 1)
    }

    /// The number behind words in quotation marks (*la résolution « injuste » 2397*), or behind an adjective where its
    /// year proves it (*la résolution historique 1325 (2000)*).
    fn behind_insertion(&self, at: usize) -> Option<usize> {
        const MOST: usize = 6;
        const QUOTES: [&str; 8] = ["«", "»", "\"", "“", "”", "„", "「", "」"];
        if QUOTES.contains(&self.word(at)) {
            let close = (at + 1..at + MOST).find(|n| QUOTES.contains(&self.word(*n)))?;
            return self.number(close + 1).filter(|number| *number > 99).map(|_| close + 1);
        }
        let first = (at + 1..at + 3).find(|n| !self.is_word(n - 1) || self.number(*n).is_some())?;
        let (cited, _) = self.item(first).filter(|_| self.is_word(first - 1))?;
        let known = resolution(cited.number.parse().ok()?)?;
        (cited.year == Some(known.year)).then_some(first)
    }

    /// Where the numbers begin that "in particular" sets apart, each with its year.
    fn set_apart(&self, at: usize) -> Option<usize> {
        const MOST: usize = 16;
        let stops = |n: usize| matches!(self.word(n), "." | ";" | "\u{1}" | "。" | "");
        let told = (at..at + MOST)
            .take_while(|n| !stops(*n) && self.number(*n).is_none())
            .find(|n| words::is(Class::Namely, self.word(*n)))?;
        let first = self.skip_body(told + 1);
        self.item(first).filter(|(cited, _)| cited.year.is_some()).map(|_| first)
    }
}
