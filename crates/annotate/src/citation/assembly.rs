//! Numbers of the General Assembly and of other bodies: `68/262`, `ES-11/1`, `181 (II)`, `217 A (III)`, `2005/69`.

use super::{Cited, Reader};
use crate::lexeme::Sort;

impl Reader<'_> {
    /// A number that is the Assembly's by its form (`a`), or that of a body that counts by years (`o`).
    pub(super) fn assembly_number(&self, at: usize) -> Option<(Cited, usize)> {
        self.session(at).or_else(|| self.counted_by_years(at)).or_else(|| self.roman_session(at))
    }

    /// `68/262`, and of emergency and special sessions `ES-11/1`, `S-10/2`.
    pub(super) fn session(&self, at: usize) -> Option<(Cited, usize)> {
        let prefix = match self.word(at) {
            "es" | "s" if self.word(at + 1) == "-" => 2,
            _ => 0,
        };
        let number = at + prefix;
        self.number(number).filter(|session| *session < 100)?;
        let second = self.part(number)?;
        let text = self.join(at, number + 2).to_uppercase();
        (second.len() < 4).then(|| (self.cited(text, 'a', at, number + 2), number + 3))
    }

    /// `2005/69` of the Economic and Social Council, `2021/2718(RSP)` of the European Parliament.
    fn counted_by_years(&self, at: usize) -> Option<(Cited, usize)> {
        let year = self.number(at).filter(|year| (1946..=2099).contains(year))?;
        let second = self.part(at)?;
        let is_year = second.parse().is_ok_and(|n: u32| (1946..=2099).contains(&n));
        (!is_year).then(|| (self.cited(format!("{year}/{second}"), 'o', at, at + 2), at + 3))
    }

    /// The number behind the stroke; none in a date of three numbers.
    fn part(&self, at: usize) -> Option<&str> {
        let second = self.lexemes.get(at + 2).filter(|next| next.sort == Sort::Number)?;
        (self.word(at + 1) == "/" && self.word(at + 3) != "/").then_some(second.text)
    }

    /// `181 (II)`, `217 A (III)`, `2252 (ES-V)`; in Arabic and Persian the session may be a plain number.
    fn roman_session(&self, at: usize) -> Option<(Cited, usize)> {
        self.number(at)?;
        let letter = self.is_word(at + 1)
            && (self.word(at + 1).chars().count() == 1 || self.word(at + 1) == "الف")
            && self.word(at + 2) == "(";
        let open = at + 1 + usize::from(letter);
        let close = (open + 1..open + 5).find(|n| matches!(self.word(*n), ")" | ","))?;
        let inside = self.word(open) == "(" && close > open + 1;
        let session = inside.then(|| (open + 1..close).map(|n| self.word(n)).collect::<String>())?;
        let session = roman(&session)?;
        let letter = if letter { format!(" {}", latin(self.word(at + 1))) } else { String::new() };
        let text = format!("{}{letter} ({session})", self.word(at));
        Some((self.cited(text, 'a', at, close), close + 1))
    }

    fn cited(&self, number: String, symbol: char, first: usize, last: usize) -> Cited {
        let (start, end) = (self.start(first), self.end(last));
        Cited { number, year: None, symbol: Some(symbol), start, end }
    }

    fn join(&self, first: usize, last: usize) -> String {
        (first..=last).map(|n| self.word(n)).collect()
    }
}

/// A session in Roman numerals, capital; Cyrillic letters that look the same are taken for them.
fn roman(session: &str) -> Option<String> {
    let digits = session.strip_prefix("د-").unwrap_or(session);
    if let Ok(number @ 1..=30) = digits.parse::<usize>() {
        const TENS: [&str; 4] = ["", "X", "XX", "XXX"];
        const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        return Some(format!("{}{}", TENS[number / 10], ONES[number % 10]));
    }
    let latin: String = session.chars().map(latin_of).collect();
    let is_roman = !latin.is_empty()
        && latin.len() < 9
        && latin.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l' | b's' | b'e' | b'-'))
        && latin.contains(['i', 'v', 'x']);
    is_roman.then(|| latin.to_uppercase())
}

fn latin(letter: &str) -> String {
    if letter == "الف" {
        "A".into()
    } else {
        letter.chars().map(latin_of).collect::<String>().to_uppercase()
    }
}

fn latin_of(letter: char) -> char {
    match letter {
        'і' => 'i',
        'х' => 'x',
        'а' => 'a',
        'в' | 'б' => 'b',
        'с' => 'c',
        other => other,
    }
}
