//! Phrases of the tables in a folded text: whole words, of which those that end with a star may go on.

use crate::letter::{Class, begins_word, joins, word_beginnings};
use crate::scan::{Meaning, Trie};

/// How many letters a star stands for at most.
const LONGEST_ENDING: usize = 12;

/// Where a phrase that begins at a byte of a text ends; none when it does not stand there as whole words. Scripts
/// whose words take particles on (from the Arabic one onwards) may go on behind the phrase.
pub(crate) fn phrase_end(text: &str, at: usize, phrase: &str) -> Option<usize> {
    let (mut end, mut rest) = (at, phrase);
    while let Some(star) = rest.bytes().position(|byte| byte == b'*') {
        end = word_end(text, behind(text, end, &rest[..star])?)?;
        rest = &rest[star + 1..];
    }
    end = behind(text, end, rest)?;
    let last = text[..end].chars().next_back()?;
    let closed = phrase.ends_with('*') || last > '\u{5FF}' || !goes_on(text, end, last);
    (closed && begins_word(text, at)).then_some(end)
}

/// Where a piece of a phrase ends that a text goes on with at a byte.
fn behind(text: &str, at: usize, piece: &str) -> Option<usize> {
    text.as_bytes()[at..].starts_with(piece.as_bytes()).then_some(at + piece.len())
}

fn goes_on(text: &str, end: usize, last: char) -> bool {
    text[end..].chars().next().is_some_and(|next| joins(last, next))
}

/// The end of the word that goes on at a byte, unless its rest is no ending.
fn word_end(text: &str, at: usize) -> Option<usize> {
    let last = Class::of(text[..at].chars().next_back()?);
    let mut end = at;
    for (count, next) in text[at..].chars().enumerate() {
        if !last.joins(Class::of(next)) {
            break;
        }
        if count == LONGEST_ENDING {
            return None;
        }
        end += next.len_utf8();
    }
    Some(end)
}

/// The phrases of a table, found together however many they are.
#[derive(Debug)]
pub(crate) struct Phrases {
    /// What they begin with, up to the first star of each.
    beginnings: Trie,
    phrases: Vec<&'static str>,
}

impl Phrases {
    /// Gathers phrases.
    pub fn new(phrases: Vec<&'static str>) -> Self {
        let meaning = |pattern| Meaning { section: 0, pattern };
        let beginning = |phrase: &&'static str| phrase.split('*').next().unwrap_or("");
        let beginnings = Trie::new(phrases.iter().map(beginning).zip((0..).map(meaning)).collect());
        Self { beginnings, phrases }
    }

    /// Returns the phrases as they stand in the table.
    pub fn all(&self) -> &[&'static str] {
        &self.phrases
    }

    /// Whether a text begins with the letters of one, be it within a word.
    pub fn begin(&self, text: &str) -> bool {
        let mut begins = false;
        self.beginnings.walk(text.as_bytes(), 0, |_, _| begins = true);
        begins
    }

    /// Whether one of them stands at the beginning of a text as whole words.
    pub fn open(&self, text: &str) -> bool {
        let mut opens = false;
        self.at(text, 0, |_| opens = true);
        opens
    }

    /// Whether one of them stands at the end of a text as whole words.
    pub fn close(&self, text: &str) -> bool {
        let tail = text.ceil_char_boundary(text.len().saturating_sub(LONGEST));
        let mut closes = false;
        let starts = word_beginnings(&text[tail..]).map(|start| tail + start);
        starts.for_each(|start| self.at(text, start, |end| closes |= end == text.len()));
        closes
    }

    /// Where they stand in a text as whole words, by start.
    pub fn places(&self, text: &str) -> Vec<(usize, usize)> {
        let mut places = Vec::new();
        for start in word_beginnings(text) {
            self.at(text, start, |end| places.push((start, end)));
        }
        places
    }

    /// Where the first and shortest of them stands in a text as whole words, of those that stand where they are asked to.
    pub fn first(&self, text: &str, stands: impl Fn(usize) -> bool) -> Option<(usize, usize)> {
        word_beginnings(text).find_map(|start| {
            let mut shortest = None;
            self.at(text, start, |end| shortest = shortest.filter(|known| *known < end).or(Some(end)));
            shortest.filter(|_| stands(start)).map(|end| (start, end))
        })
    }

    /// Hands over the ends of those that begin at a byte.
    fn at(&self, text: &str, start: usize, mut found: impl FnMut(usize)) {
        self.beginnings.walk(text.as_bytes(), start, |_, meaning| {
            let phrase = self.phrases.get(meaning.pattern as usize);
            if let Some(end) = phrase.and_then(|phrase| phrase_end(text, start, phrase)) {
                found(end);
            }
        });
    }
}

/// Bytes of the longest phrase that closes a text.
const LONGEST: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_the_rest_of_a_word() {
        let found = |text: &'static str, phrase| {
            let places = Phrases::new(vec!["never", phrase]).places(text);
            places.first().map(|(from, to)| &text[*from..*to])
        };
        assert_eq!(found("сесія верховної ради україни", "верховн* рад*"), Some("верховної ради"));
        assert_eq!(found("presidential palace", "president"), None);
        assert_eq!(found("vizepresident", "president"), None);
        assert_eq!(found("the nato allies", "nato"), Some("nato"));
        assert_eq!(found("联合国秘书长说", "联合国秘书长"), Some("联合国秘书长"));
        assert_eq!(found("", "nato"), None);
        assert_eq!(found("للامين العام", "امين عام"), None);
        assert_eq!(found("ودول الناتو", "ناتو"), Some("ناتو"));
    }

    #[test]
    fn the_first_that_stands_where_it_may_is_found() {
        let phrases = Phrases::new(vec!["our country", "our", "we"]);
        let first = |text: &str, from: usize| phrases.first(text, |at| at >= from);
        assert_eq!(first("in our country we", 0), Some((3, 6)));
        assert_eq!(first("in our country we", 4), Some((15, 17)));
        assert_eq!(first("in our country we", 16), None);
    }

    #[test]
    fn phrases_open_and_close_a_text() {
        let phrases = Phrases::new(vec!["statement by", "with"]);
        assert!(phrases.open("statement by the minister") && !phrases.open("a statement by the minister"));
        assert!(phrases.close("talks with") && !phrases.close("herewith") && !phrases.close("with him"));
        assert!(phrases.begin("without") && !phrases.open("without"));
    }
}
