use std::borrow::Cow;

use chancery_model::When;
use chrono::NaiveDate;

use super::{Clock, Zone, eras, full_year, iso, when, words};

/// A token of a written date.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token<'t> {
    /// Digits, their count, and the mark that stands right behind them.
    Number { value: u32, digits: usize, mark: Option<char> },
    /// A time of day.
    Clock(Clock),
    /// `+02:00`
    Offset(i32),
    /// Letters.
    Word(&'t str),
}

/// Reads dates as people write them, in any order: `Thu, 24 Oct 2024 14:00 GMT`, `24 жовтня 2024`, `10/24/2024 4 pm`.
pub(super) fn parse(text: &str, day_first: bool) -> Option<When> {
    let digits = western_digits(text);
    let text = without_brackets(&digits);
    Reader { day_first, ..Reader::default() }.read(&tokens(&text))
}

/// Returns the first date that stands in running text with a day, a month by name and a year, or as numbers in an
/// order that cannot be mistaken; its byte range comes with it.
pub(crate) fn in_text(text: &str) -> Option<(When, std::ops::Range<usize>)> {
    in_text_of(text, false)
}

/// The same in a text that writes the day first in `10/12/2024`, or the month.
pub(crate) fn in_text_of(text: &str, day_first: bool) -> Option<(When, std::ops::Range<usize>)> {
    let starts = text.char_indices().filter(|(at, _)| starts_word(text, *at)).map(|(at, _)| at);
    starts.take(400).find_map(|start| written_at(text, start, day_first))
}

fn starts_word(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let here = text[at..].chars().next();
    here.is_some_and(char::is_alphanumeric)
        && !before.is_some_and(|c| c.is_alphanumeric() || c == '/' || c == '-')
}

/// Tries the forms of a written date at a place: three parts, one of them a year.
fn written_at(text: &str, start: usize, day_first: bool) -> Option<(When, std::ops::Range<usize>)> {
    let mut ends = ends_of_parts(text, start);
    ends.truncate(6);
    ends.iter().find_map(|end| {
        let part = &text[start..*end];
        let sure = has_year(part) && part.len() >= 8;
        let found = sure.then(|| parse(part, day_first)).flatten().filter(|_| complete(part))?;
        Some((found, start..*end))
    })
}

fn ends_of_parts(text: &str, start: usize) -> Vec<usize> {
    let window = &text[start..text.floor_char_boundary(text.len().min(start + 60))];
    let mut ends = Vec::new();
    let mut inside = false;
    for (at, c) in window.char_indices() {
        if inside && !c.is_alphanumeric() && c != '.' && c != '/' && c != '-' {
            ends.push(start + at);
        }
        inside = c.is_alphanumeric() || matches!(c, '.' | '/' | '-');
    }
    if inside {
        ends.push(start + window.len());
    }
    ends
}

fn has_year(part: &str) -> bool {
    let digits = western_digits(part);
    let mut years = digits.split(|c: char| !c.is_ascii_digit()).filter(|number| number.len() == 4);
    // A year of the solar calendar stands with its month or in a date of numbers: else it is one of the Middle Ages.
    let solar = || {
        digits.chars().all(|c| c.is_ascii_digit() || c == '/')
            || digits.split(|c: char| !c.is_alphabetic()).any(|word| eras::solar_month(word).is_some())
    };
    years.any(|year| year.starts_with("19") || year.starts_with("20") || (is_solar(year) && solar()))
}

fn is_solar(year: &str) -> bool {
    year.parse().is_ok_and(eras::is_solar)
}

/// Returns whether a part names day, month and year and nothing else, so that no other word is taken for a month.
fn complete(part: &str) -> bool {
    let digits = western_digits(part);
    let tokens = tokens(&digits);
    let numbers = tokens.iter().filter(|t| matches!(t, Token::Number { .. })).count();
    let is_month = |word: &str| words::month(word).is_some() || eras::solar_month(word).is_some();
    let months = tokens.iter().filter(|token| matches!(token, Token::Word(word) if is_month(word))).count();
    numbers + months >= 3 && numbers <= 3
}

/// Returns a text with the digits and the years that most of the world writes.
fn western_digits(text: &str) -> String {
    let western = |c: char| match c {
        '٠'..='٩' => char::from_digit(c as u32 - '٠' as u32, 10).unwrap_or(c),
        '۰'..='۹' => char::from_digit(c as u32 - '۰' as u32, 10).unwrap_or(c),
        '０'..='９' => char::from_digit(c as u32 - '０' as u32, 10).unwrap_or(c),
        _ => c,
    };
    let digits: String = text.chars().map(western).collect();
    match eras::western(&digits) {
        Cow::Borrowed(_) => digits,
        Cow::Owned(years) => years,
    }
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0u32;
    let keep = |c: &char| {
        depth = match c {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        depth == 0 && *c != ')'
    };
    text.chars().filter(keep).collect()
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (token, length) = if c.is_ascii_digit() {
            number_or_clock(rest)
        } else if matches!(c, '+' | '-' | '\u{2212}') && !tokens.is_empty() {
            offset(rest, &tokens)
        } else if c.is_alphabetic() {
            word(rest)
        } else {
            (None, c.len_utf8())
        };
        tokens.extend(token);
        rest = &rest[length..];
    }
    tokens
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

fn number_or_clock(rest: &str) -> (Option<Token<'_>>, usize) {
    let clock = run(rest, |c| c.is_ascii_digit() || c == ':');
    let written = rest[..clock].trim_end_matches(':');
    if written.contains(':') {
        let fraction = rest[clock..].strip_prefix('.').map_or(0, |f| 1 + run(f, |c| c.is_ascii_digit()));
        let fraction = if fraction > 1 { fraction } else { 0 };
        return (clock_of(written).map(Token::Clock), clock + fraction);
    }
    let digits = run(rest, |c| c.is_ascii_digit());
    let value = rest[..digits].parse().ok();
    // The words for year, month and day may stand behind a blank.
    let next = rest[digits..].trim_start().chars().next();
    let mark = next.filter(|c| "年月日년월일".contains(*c)).or_else(|| rest[digits..].chars().next());
    (value.map(|value| Token::Number { value, digits, mark }), digits)
}

/// A faulty clock is kept as an impossible one, so that the whole date is refused.
fn clock_of(written: &str) -> Option<Clock> {
    let mut units = written.split(':').map(|unit| unit.parse().unwrap_or(99));
    let clock =
        Clock { hour: units.next()?, minute: units.next().unwrap_or(0), second: units.next().unwrap_or(0) };
    Some(clock)
}

/// A sign counts as an offset behind a clock or a zone's name; elsewhere it is a hyphen.
fn offset<'t>(rest: &str, before: &[Token<'_>]) -> (Option<Token<'t>>, usize) {
    let sign = rest.chars().next().map_or(1, char::len_utf8);
    let length = sign + run(&rest[sign..], |c| c.is_ascii_digit() || c == ':');
    let follows = match before.last() {
        Some(Token::Clock(_)) => true,
        Some(Token::Word(word)) => words::zone(word).is_some() || words::half(word).is_some(),
        _ => false,
    };
    if !follows {
        return (None, sign);
    }
    (iso::offset(rest[..length].trim_end_matches(':')).map(Token::Offset), length)
}

fn word(rest: &str) -> (Option<Token<'_>>, usize) {
    let length = run(rest, |c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’'));
    (Some(Token::Word(&rest[..length])), length)
}

/// Collects the parts of a date.
#[derive(Default)]
struct Reader {
    numbers: Vec<(u32, usize, Option<char>)>,
    month: Option<(u32, usize)>,
    clock: Option<Clock>,
    half: Option<bool>,
    zone: Option<i32>,
    korean: bool,
    /// The month is one of the solar calendar.
    solar: bool,
    day_first: bool,
}

impl Reader {
    fn read(mut self, tokens: &[Token<'_>]) -> Option<When> {
        for token in tokens {
            match token {
                Token::Number { value, digits, mark } => self.number(*value, *digits, *mark),
                Token::Clock(clock) => self.clock = self.clock.or(Some(*clock)),
                Token::Offset(seconds) => self.zone = Some(*seconds),
                Token::Word(word) => self.word(word),
            }
        }
        let day = self.day()?;
        let clock = self.clock();
        let zone = match (self.zone, self.korean && clock.is_some()) {
            (Some(seconds), _) => Zone::East(seconds),
            (None, true) => Zone::East(9 * 3600),
            (None, false) => Zone::Unstated,
        };
        when(day, clock, zone)
    }

    fn number(&mut self, value: u32, digits: usize, mark: Option<char>) {
        match mark {
            Some('시' | '時' | '时') => self.clock = Some(Clock { hour: value, minute: 0, second: 0 }),
            Some('분' | '分') => self.clock = self.clock.map(|c| Clock { minute: value, ..c }),
            Some('초' | '秒') => self.clock = self.clock.map(|c| Clock { second: value, ..c }),
            _ => self.numbers.push((value, digits, mark)),
        }
    }

    fn word(&mut self, word: &str) {
        self.korean |= word.chars().any(|c| ('가'..='힣').contains(&c));
        let bare = word.trim_matches('.');
        if let Some(half) = words::half(bare) {
            self.half = Some(half);
        } else if let (true, Some(month)) = (self.takes_month(), eras::solar_month(bare)) {
            (self.month, self.solar) = (Some((month, self.numbers.len())), true);
        } else if let (true, Some(month)) = (self.takes_month(), words::month(bare)) {
            self.month = Some((month, self.numbers.len()));
        } else if let (None, Some(seconds), true) = (self.zone, words::zone(bare), !self.numbers.is_empty()) {
            self.zone = Some(seconds);
        }
    }

    /// A month before all numbers gives way to a later one: `mar. 3 avr. 2024` begins with a weekday.
    fn takes_month(&self) -> bool {
        self.month.is_none_or(|(_, numbers_before)| numbers_before == 0)
    }

    /// An hour may stand alone before `pm`.
    fn clock(&mut self) -> Option<Clock> {
        let spare = if self.month.is_some() { 2 } else { 3 };
        if let (None, Some(_), Some((hour, ..))) = (self.clock, self.half, self.numbers.get(spare)) {
            self.clock = Some(Clock { hour: *hour, minute: 0, second: 0 });
        }
        let clock = self.clock?;
        let hour = match self.half {
            Some(true) if clock.hour < 12 => clock.hour + 12,
            Some(false) if clock.hour == 12 => 0,
            _ => clock.hour,
        };
        Some(Clock { hour, ..clock })
    }

    fn day(&self) -> Option<NaiveDate> {
        match self.month {
            Some((month, _)) => self.day_with_month(month),
            None => self.day_of_numbers(),
        }
    }

    fn day_with_month(&self, month: u32) -> Option<NaiveDate> {
        let ymd = |year: (u32, usize), day: u32| {
            if self.solar {
                return eras::solar_day(year.0, month, day);
            }
            NaiveDate::from_ymd_opt(full_year(i32::try_from(year.0).ok()?, year.1), month, day)
        };
        match self.numbers.as_slice() {
            // A month and a year alone: the first of the month.
            [(year, 4, _)] => ymd((*year, 4), 1),
            [(year, 4, _), (day, ..), ..] => ymd((*year, 4), *day),
            [(day, 1 | 2, _), (year, digits @ (2 | 4), _), ..] => ymd((*year, *digits), *day),
            _ => None,
        }
    }

    /// Three numbers. A year of four digits decides; else the marks between them; else what is possible.
    fn day_of_numbers(&self) -> Option<NaiveDate> {
        let [(a, a_digits, mark), (b, b_digits, next), (c, c_digits, _), ..] = *self.numbers.as_slice()
        else {
            return None;
        };
        let dated =
            matches!(mark?, '/' | '.' | '-' | '년' | '年') && matches!(next?, '/' | '.' | '-' | '월' | '月');
        if !dated || b_digits > 2 {
            return None;
        }
        let ymd =
            |y: u32, digits, m, d| NaiveDate::from_ymd_opt(full_year(i32::try_from(y).ok()?, digits), m, d);
        match (a_digits, c_digits) {
            (4, 1 | 2) if eras::is_solar(a) => eras::solar_day(a, b, c),
            (4, 1 | 2) => ymd(a, 4, b, c),
            (1 | 2, 2 | 4) if mark == Some('/') && a <= 12 && !self.day_first => {
                ymd(c, c_digits, a, b).or_else(|| ymd(c, c_digits, b, a))
            }
            (1 | 2, 2 | 4) => ymd(c, c_digits, b, a).or_else(|| ymd(c, c_digits, a, b)),
            _ => None,
        }
    }
}
