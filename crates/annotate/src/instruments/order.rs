//! Executive orders of the United States and statutory instruments of the United Kingdom.

use super::entries::statute_title;
use super::{Cited, Reader};

impl Reader<'_, '_> {
    /// The orders that a phrase of `length` lexemes begins: `Executive Orders 13224 and 13382`, `行政命令第14024号`.
    pub(super) fn orders(&self, length: usize) -> Vec<Cited> {
        let mut found = Vec::new();
        let mut at = self.skip_order_words(length);
        while let Some(number) = self.order_number(at) {
            let start = self.lexemes[if found.is_empty() { 0 } else { at }].start;
            found.push(order(number, start, self.lexemes[at].end()));
            let next = at + 1 + usize::from(matches!(self.word(at + 1), "号" | "號" | "호"));
            at = self.skip_order_words(self.separator(next));
            if at == next {
                break;
            }
        }
        found
    }

    /// The order whose number stands before the phrase that begins at a lexeme and ends with the last: `第14024号行政命令`.
    pub(super) fn order_before(&self, phrase: usize) -> Option<Cited> {
        const SIGNS: [&str; 7] = ["号", "號", "호", "sayili", "numarali", "的", "美"];
        let back = (0..phrase).rev().take(4).find(|n| self.order_number(*n).is_some())?;
        let close = back + 1 < phrase && (back + 1..phrase).all(|n| SIGNS.contains(&self.word(n)));
        let start = if back > 0 && self.word(back - 1) == "第" { back - 1 } else { back };
        let (start, end) = (self.lexemes[start].start, self.lexemes.last()?.end());
        self.order_number(back).filter(|_| close).map(|number| order(number, start, end))
    }

    fn skip_order_words(&self, mut at: usize) -> usize {
        const SKIPPED: [&str; 17] = [
            "(",
            ")",
            "e",
            "o",
            ".",
            "eo",
            "no",
            "nos",
            "nr",
            "n",
            "№",
            "°",
            "º",
            "第",
            "제",
            "رقم",
            "شماره",
        ];
        let start = at;
        while at < start + 8 && SKIPPED.contains(&self.word(at)) {
            at += 1;
        }
        at
    }

    /// The numbers of the last hundred years; governors number theirs by the year.
    fn order_number(&self, at: usize) -> Option<u32> {
        let number = self.number(at).filter(|number| (6_000..20_000).contains(number))?;
        (self.word(at + 1) != "-" || self.number(at + 2).is_none()).then_some(number)
    }

    /// `S.I. 2019/855`, `SI No. 2019/855`.
    pub(super) fn statutes(&self, length: usize) -> Vec<Cited> {
        let mut found = Vec::new();
        let mut at = self.skip_order_words(length);
        while let Some(number) = self.statute_number(at) {
            let start = self.lexemes[if found.is_empty() { 0 } else { at }].start;
            found.push(statute(&number, start, self.lexemes[at + 2].end()));
            let next = at + 3;
            at = self.separator(next);
            if at == next {
                break;
            }
        }
        found
    }

    fn statute_number(&self, at: usize) -> Option<String> {
        let year = self.number(at).filter(|year| (1948..=2099).contains(year))?;
        let number = self.number(at + 2).filter(|_| self.word(at + 1) == "/")?;
        (1..10_000).contains(&number).then(|| format!("{year}/{number}"))
    }
}

fn order(number: u32, start: usize, end: usize) -> Cited {
    Cited { key: format!("EO{number}"), name: format!("Executive Order {number}"), start, end }
}

/// A statutory instrument by year and number.
pub(super) fn statute(number: &str, start: usize, end: usize) -> Cited {
    let name = statute_title(number).map_or_else(|| format!("S.I. {number}"), str::to_owned);
    Cited { key: format!("uksi/{number}"), name, start, end }
}
