//! Numbers between signs and conjunctions, and the ranges among them.

use super::words::{self, Class};
use super::{Cited, Reader};

/// The numbers of a list.
#[derive(Debug, Default)]
pub(super) struct List {
    /// The numbers, in order.
    pub cited: Vec<Cited>,
    /// The places in `cited` of the first number of each range.
    pub ranges: Vec<usize>,
    /// The place after the last of them.
    pub end: usize,
}

impl Reader<'_> {
    /// The list that begins here; without numbers when there is none.
    pub(super) fn list(&self, mut at: usize) -> List {
        let mut list = List { end: at, ..List::default() };
        let mut open = true;
        loop {
            let first = self.skip_number_words(at);
            let Some((mut cited, next)) = self.item(first) else { break };
            if self.names_council(at, first) {
                cited.symbol.get_or_insert('s');
            }
            if !list.cited.is_empty() && !self.continues(&cited, next, open) {
                break;
            }
            open &= list.cited.is_empty() || self.has_only_commas(list.end, at);
            list.cited.push(cited);
            list.end = next;
            let after = self.next_item(next);
            if after == next && !self.word(next - 1).starts_with('호') {
                break;
            }
            if self.is_range(next, after) {
                list.ranges.push(list.cited.len() - 1);
            }
            at = after;
        }
        list.ranges.retain(|first| first + 1 < list.cited.len());
        list
    }

    /// Whether the words before a number are a form that only resolutions of the Security Council have.
    fn names_council(&self, from: usize, to: usize) -> bool {
        let is_symbol = |n| self.word(n) == "s" && self.word(n + 1) == "/" && self.word(n + 2) == "res";
        (from..to).any(|n| matches!(self.word(n), "unscr" | "unscrs") || is_symbol(n))
    }

    fn has_only_commas(&self, from: usize, to: usize) -> bool {
        (from..to).all(|n| matches!(self.word(n), "," | "،" | "、" | "/"))
    }

    /// A further number without a year counts until the conjunction that closes the list; behind it, only where the
    /// list plainly goes on or ends.
    fn continues(&self, cited: &Cited, next: usize, open: bool) -> bool {
        let plain_end = !self.is_word(next)
            || words::is(Class::Separator, self.word(next))
            || words::may_follow(self.word(next));
        cited.year.is_some() || cited.number.len() >= 3 && (open || plain_end)
    }

    fn is_range(&self, from: usize, to: usize) -> bool {
        (from..to).any(|n| words::is(Class::Range, self.word(n)))
    }

    fn skip_number_words(&self, mut at: usize) -> usize {
        while words::is(Class::Number, self.word(at))
            || words::announces(self.word(at)).is_some() && self.has_number_near(at + 1)
        {
            at += 1;
        }
        if self.word(at) == "s" && self.word(at + 2) == "res" { at + 4 } else { at }
    }

    fn has_number_near(&self, at: usize) -> bool {
        self.number(at).is_some()
            || words::is(Class::Number, self.word(at)) && self.number(at + 1).is_some()
            || self.number(at + 2).is_some() && words::is(Class::Number, self.word(at))
    }

    /// The place of the next item: behind the separator, and behind an item that a scan has spoilt (`S11 (1982),`).
    fn next_item(&self, at: usize) -> usize {
        let next = self.separator(at);
        if next == at || self.number(next).is_some() {
            return next;
        }
        let spoilt = (next + 1..next + 4).take_while(|n| words::announces(self.word(*n - 1)).is_none());
        let open = spoilt.into_iter().find(|n| self.word(*n) == "(");
        let behind = open.and_then(|open| self.bracketed_year(open)).map(|(_, _, end)| end);
        behind.map(|end| self.separator(end)).filter(|after| self.number(*after).is_some()).unwrap_or(next)
    }

    fn may_stand_between(&self, at: usize) -> bool {
        words::is(Class::Between, self.word(at)) || words::is(Class::Namely, self.word(at))
    }

    /// Passes over a comma, a slash, a conjunction or several of them; returns the same place when there is none.
    pub(super) fn separator(&self, at: usize) -> usize {
        let mut next = at;
        while next < at + 5
            && (words::is(Class::Separator, self.word(next))
                || words::is(Class::Range, self.word(next))
                || next > at && self.may_stand_between(next))
        {
            next += 1;
        }
        next
    }
}
