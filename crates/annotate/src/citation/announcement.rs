//! The word that announces a citation, and the numbers that it announces: behind it, or before it.

use super::words::{self, Class};
use super::{Citation, Cited, Reader};

impl Reader<'_, '_> {
    /// A word for "resolution", with numbers after it or before it.
    pub(super) fn announced(&self, at: usize) -> Option<(Citation, usize)> {
        let (length, plural) = self.announcement(at)?;
        let (start, word_end) = (self.lexemes[at].start, self.lexemes[at + length - 1].end());
        let mut cited = self.before(at);
        let mut next = at + length;
        if cited.is_empty() {
            let (list, end) = self.list(self.skip_body(next));
            if !list.is_empty() {
                next = end;
            }
            cited = list;
            if let Some(first) = cited.first_mut()
                && self.skip_body(at + length) == at + length
            {
                first.start = start;
            }
        } else if let Some((year, _, end)) = self.year(next) {
            next = end;
            if let Some(last) = cited.last_mut() {
                last.year = last.year.or(Some(year));
            }
        }
        Some((Citation { word_start: start, word_end, plural, cited }, next))
    }

    /// How many lexemes the announcing word takes, and whether it is a plural.
    pub(super) fn announcement(&self, at: usize) -> Option<(usize, bool)> {
        let word = self.word(at);
        let two = (word, self.word(at + 1));
        match two {
            ("决", "议") | ("決", "議") => return Some((2, true)),
            ("同", _) if self.number(at + 1).is_some() || self.word(at + 1) == "第" => {
                return Some((1, true));
            }
            ("res", ".") => return Some((2, false)),
            _ => {}
        }
        words::announces(word).map(|plural| (1, plural))
    }

    /// Passes over the name of the body between the word and the number.
    pub(super) fn skip_body(&self, mut at: usize) -> usize {
        const MOST: usize = 12;
        let start = at;
        while at < start + MOST
            && (words::is(Class::Body, self.word(at)) || words::is(Class::Number, self.word(at)))
        {
            at += 1;
        }
        if self.number(at).is_some() { at } else { start }
    }

    /// Numbers that stand before the word: `第1737号、第1929号决议`, `338 (1973) ve 2334 (2016) sayılı kararları`.
    pub(super) fn before(&self, at: usize) -> Vec<Cited> {
        let joined = |n: usize| {
            let word = self.word(n);
            self.number(n).is_some()
                || words::is(Class::Separator, word)
                || words::is_number_sign(word)
                || words::is(Class::Number, word)
                || matches!(word, "(" | ")" | "年" | "sayili" | "的")
        };
        let close = at
            .checked_sub(1)
            .is_some_and(|last| words::is_number_sign(self.word(last)) || self.word(last) == "sayili");
        if !close {
            return Vec::new();
        }
        let first = (0..at).rev().take(60).take_while(|n| joined(*n)).last().unwrap_or(at);
        let first = (first..at).find(|n| self.number(*n).is_some() || self.word(*n) == "第").unwrap_or(at);
        self.list(first).0
    }

    /// Numbers between signs and conjunctions, from here on.
    pub(super) fn list(&self, mut at: usize) -> (Vec<Cited>, usize) {
        let mut found: Vec<Cited> = Vec::new();
        let mut end = at;
        while let Some((cited, next)) = self.item(self.skip_number_words(at)) {
            if !found.is_empty() && !self.continues(&cited, next, at) {
                break;
            }
            found.push(cited);
            end = next;
            let after = self.separator(next);
            if after == next && !self.word(next - 1).starts_with('호') {
                break;
            }
            at = after;
        }
        (found, end)
    }

    /// A further number without a year counts only where the list plainly goes on or ends.
    pub(super) fn continues(&self, cited: &Cited, next: usize, _from: usize) -> bool {
        let plain_end =
            !self.is_word(next) || self.separator(next) > next || words::may_follow(self.word(next));
        cited.year.is_some() || cited.number.len() >= 3 && plain_end
    }

    pub(super) fn skip_number_words(&self, mut at: usize) -> usize {
        while words::is(Class::Number, self.word(at))
            || words::announces(self.word(at)).is_some() && self.has_number_near(at + 1)
        {
            at += 1;
        }
        if self.word(at) == "s" && self.word(at + 2) == "res" { at + 4 } else { at }
    }

    pub(super) fn has_number_near(&self, at: usize) -> bool {
        self.number(at).is_some()
            || words::is(Class::Number, self.word(at)) && self.number(at + 1).is_some()
            || self.number(at + 2).is_some() && words::is(Class::Number, self.word(at))
    }

    /// Passes over a comma, a slash, a conjunction or several of them; returns the same place when there is none.
    pub(super) fn separator(&self, at: usize) -> usize {
        let mut next = at;
        while next < at + 5
            && (words::is(Class::Separator, self.word(next))
                || next > at && words::is(Class::Between, self.word(next)))
        {
            next += 1;
        }
        next
    }
}
