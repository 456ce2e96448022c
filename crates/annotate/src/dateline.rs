//! The line that says where and when a text was written: `BRUSSELS, 24 October 2024 (Newswire) —`, `Київ, 24 жовтня.`,
//! `МОСКВА, 3 марта —`, `新华社北京10月24日电`, `【ワシントン共同】`. Words from `data/gazetteer/dateline.tsv`.

use std::sync::LazyLock;

use hashbrown::HashSet;

use crate::gazetteer::Kind;
use crate::lexeme::{Lexeme, Sort, lexemes};
use crate::mention::Mention;
use crate::table;

const TABLE: &str = include_str!("../../../data/gazetteer/dateline.tsv");

/// How many bytes of the head are read.
pub(crate) const LONGEST: usize = 200;

struct Words {
    date: HashSet<&'static str>,
    small: HashSet<&'static str>,
    wire: HashSet<&'static str>,
    done: Vec<&'static str>,
    lead: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    fn of(wanted: &str) -> impl Iterator<Item = &'static str> {
        let rows = table::rows(TABLE).filter(move |[class, _]| *class == wanted);
        rows.flat_map(|[_, words]| table::listed(words))
    }
    Words {
        date: of("date").collect(),
        small: of("small").collect(),
        wire: of("wire").collect(),
        done: of("done").collect(),
        lead: of("lead").collect(),
    }
});

/// Where the dateline of a folded text ends; `mentions` are those of the text, in order.
pub(crate) fn dateline_end(text: &str, mentions: &[Mention]) -> Option<usize> {
    let city = mentions.first().filter(|mention| mention.kind == Kind::Place)?;
    let head = &text[..text.floor_char_boundary(LONGEST)];
    let line = head.split(['\n', '\u{1}']).next().unwrap_or("");
    let before = line.get(..city.start)?;
    if let Some(end) = bracketed(before, line) {
        return Some(end);
    }
    let dated = lead_in(before)?;
    let mut reading = Reading { line, mentions, dated, agency: false };
    reading.end_from(city.end)
}

/// Whether a city of a folded text stands in a line that says where the text was done: "Done at Vienna, 14 July 2015",
/// "Brussels, 3 May 2024" by itself.
pub(crate) fn closes(text: &str, city: &Mention, mentions: &[Mention]) -> bool {
    let from = text.floor_char_boundary(city.start.saturating_sub(LONGEST));
    let Some(before) = text.get(from..city.start) else { return false };
    let line = before.rsplit(['\n', '\u{1}']).next().unwrap_or("");
    if is_done(line.rsplit(". ").next().unwrap_or("")) {
        return true;
    }
    let Some(dated) = lead(line) else { return false };
    let end = text[city.end..].find(['\n', '\u{1}']).map_or(text.len(), |length| city.end + length);
    let whole = &text[..end];
    if end - city.end > LONGEST {
        return false;
    }
    let mut reading = Reading { line: whole, mentions, dated, agency: false };
    reading.end_from(city.end).is_some_and(|reached| reached >= whole.trim_end().len() && reading.dated)
}

/// "Done in duplicate at": a sentence that begins so and goes no further before the city.
fn is_done(sentence: &str) -> bool {
    const LONGEST: usize = 60;
    let sentence = sentence.trim_start();
    sentence.len() < LONGEST
        && WORDS.done.iter().any(|words| {
            let mut words = words.split(' ');
            let (first, last) = (words.next().unwrap_or(""), words.next_back().unwrap_or(""));
            let mut read = sentence.split_whitespace();
            read.next() == Some(first) && read.next_back() == Some(last)
        })
}

/// What may stand before the city on a line of its own: nothing, a date, or a sign that a town follows.
fn lead(line: &str) -> Option<bool> {
    let bare = line.trim().trim_end_matches(['.', ',', '于', '於']);
    match bare {
        "" => Some(false),
        _ if WORDS.lead.contains(&bare) => Some(false),
        _ => lead_in(bare).filter(|dated| *dated),
    }
}

/// `【ワシントン共同】`, `(서울=연합뉴스)`: the city stands first in a bracket at the head.
fn bracketed(before: &str, line: &str) -> Option<usize> {
    const FARTHEST: usize = 90;
    let close = match before.trim() {
        "【" => '】',
        "[" => ']',
        "(" => ')',
        _ => return None,
    };
    let at = line.find(close).filter(|at| *at < FARTHEST)?;
    Some(at + close.len_utf8())
}

/// What may stand before the city: nothing, the date, or a few characters of a Chinese agency; `Some(true)` for a date.
fn lead_in(before: &str) -> Option<bool> {
    const AGENCY: usize = 5;
    let first = || lexemes(before).take(3);
    if first().count() < 3 && first().all(|lexeme| lexeme.sort == Sort::Sign) {
        return Some(false);
    }
    if lexemes(before).all(|lexeme| is_of_date(&lexeme) || matches!(lexeme.text, "," | "." | "-" | "/")) {
        return Some(true);
    }
    let is_chinese = before.chars().all(|c| c.is_whitespace() || ('\u{4E00}'..='\u{9FFF}').contains(&c));
    (is_chinese && lexemes(before).take(AGENCY + 1).count() <= AGENCY).then_some(false)
}

fn is_of_date(lexeme: &Lexeme<'_>) -> bool {
    match lexeme.sort {
        Sort::Number => lexeme.number().is_some_and(|n| (1..=31).contains(&n) || (1900..2100).contains(&n)),
        Sort::Word => {
            WORDS.date.iter().any(|start| lexeme.text.starts_with(start))
                || WORDS.small.contains(&lexeme.text)
        }
        Sort::Sign => false,
    }
}

/// What the reading of one lexeme leads to.
enum Step {
    /// The line goes on at this byte.
    On(usize),
    /// The line ends at this byte.
    End(usize),
    /// It is no dateline.
    No,
}

struct Reading<'r> {
    line: &'r str,
    mentions: &'r [Mention],
    dated: bool,
    agency: bool,
}

impl Reading<'_> {
    /// The end of the line, read on from behind the city.
    fn end_from(&mut self, mut at: usize) -> Option<usize> {
        while at < self.line.len() {
            at = match self.step(at) {
                Step::On(next) => next,
                Step::End(end) => return Some(end),
                Step::No => return None,
            };
        }
        self.dated.then_some(at)
    }

    fn step(&mut self, at: usize) -> Step {
        let Some(lexeme) = lexemes(&self.line[at..]).next() else { return Step::On(self.line.len()) };
        let (start, end) = (at + lexeme.start, at + lexeme.end());
        if let Some(place) = self.mentions.iter().find(|mention| mention.start == start) {
            return Step::On(place.end.max(end));
        }
        match lexeme.sort {
            Sort::Sign => self.sign(lexeme.text, start, end),
            Sort::Word if self.dated && WORDS.wire.contains(&lexeme.text) => Step::End(end),
            _ if is_of_date(&lexeme) => {
                self.dated |= !WORDS.small.contains(&lexeme.text);
                Step::On(end)
            }
            _ => Step::No,
        }
    }

    fn sign(&mut self, sign: &str, start: usize, end: usize) -> Step {
        match sign {
            "," | "،" => Step::On(end),
            "(" | "/" | "[" => self.agency(sign, end),
            "-" if self.is_within_date(start, end) => Step::On(end),
            "-" => {
                if self.is_dash(start, end) {
                    Step::End(end)
                } else {
                    Step::No
                }
            }
            "=" => Step::End(end),
            ":" => {
                if self.dated || self.agency {
                    Step::End(end)
                } else {
                    Step::No
                }
            }
            "." => self.full_stop(end),
            _ => Step::No,
        }
    }

    /// The name of the agency, in brackets or between strokes.
    fn agency(&mut self, open: &str, end: usize) -> Step {
        const LONGEST_NAME: usize = 60;
        let close = match open {
            "(" => ')',
            "[" => ']',
            _ => '/',
        };
        match self.line[end..].find(close).filter(|length| *length < LONGEST_NAME) {
            Some(length) => {
                self.agency = true;
                Step::On(end + length + 1)
            }
            None => {
                if open == "/" {
                    Step::On(end)
                } else {
                    Step::No
                }
            }
        }
    }

    fn is_within_date(&self, start: usize, end: usize) -> bool {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        digit(self.line[..start].chars().next_back()) && digit(self.line[end..].chars().next())
    }

    /// A dash between words, not within one.
    fn is_dash(&self, start: usize, end: usize) -> bool {
        let after = self.line[end..].chars().next();
        self.line[..start].ends_with([' ', ')', '/']) || after.is_none_or(char::is_whitespace)
    }

    /// A full stop ends an abbreviation where the line goes on, else a dateline with a date.
    fn full_stop(&self, end: usize) -> Step {
        let goes_on = lexemes(&self.line[end..])
            .next()
            .is_some_and(|lexeme| is_of_date(&lexeme) || matches!(lexeme.text, "-" | "(" | "/" | "," | "."));
        match (goes_on, self.dated) {
            (true, _) => Step::On(end),
            (false, true) => Step::End(end),
            (false, false) => Step::No,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        for line in table::lines(TABLE) {
            let (class, words) = line.split_once('\t').expect("two columns");
            let is_known = |word: &str| match class {
                "date" => WORDS.date.contains(word),
                "small" => WORDS.small.contains(word),
                "wire" => WORDS.wire.contains(word),
                "done" => WORDS.done.contains(&word),
                "lead" => WORDS.lead.contains(&word),
                _ => panic!("{class} is no class"),
            };
            assert!(table::listed(words).all(|word| is_known(word) && !word.is_empty()), "{line}");
        }
    }
}
