//! One pattern of a topic file: words with stars, what must stand beside them and what must not.

use super::fault::RowFault;
use crate::folded::{Folded, fold_pattern};
use crate::mention::{begins_word, joins};
use crate::scan::first_eight;

/// Letters that a star stands for at most.
const LONGEST_STAR: usize = 40;
/// Letters of the longest prefix that Arabic joins to a word.
const LONGEST_PREFIX: usize = 4;

/// A pattern: `asset freeze*`, `*waffen*`, `coup* ! coupe*`, `судн* + порт*, гаван*`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern {
    /// The words themselves.
    pub words: Phrase,
    /// One of these must stand in the same sentence, when there are any.
    pub needs: Vec<Phrase>,
    /// None of these may stand in the same sentence.
    pub bars: Vec<Phrase>,
}

impl Pattern {
    /// Reads a pattern.
    pub fn new(text: &str) -> Result<Self, RowFault> {
        if has_loose_sign(text) {
            return Err(RowFault::Sign(text.trim().to_owned()));
        }
        let (rest, bars) = split(text, " ! ");
        let (words, needs) = split(rest, " + ");
        Ok(Self { words: Phrase::new(words)?, needs: phrases(needs)?, bars: phrases(bars)? })
    }
}

/// Whether a sign stands at an end of the pattern, twice, or in the wrong order.
fn has_loose_sign(text: &str) -> bool {
    if !text.contains(['+', '!']) {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_sign = |word: &&&str| matches!(**word, "+" | "!");
    let signs: Vec<&&str> = words.iter().filter(is_sign).collect();
    let at_end = [words.first(), words.last()].iter().flatten().any(is_sign);
    at_end
        || !matches!(signs[..], [] | [_] | [&"+", &"!"])
        || words.windows(2).any(|pair| pair.iter().filter(is_sign).count() == 2)
}

fn split<'t>(text: &'t str, sign: &str) -> (&'t str, Option<&'t str>) {
    text.split_once(sign).map_or((text, None), |(before, after)| (before, Some(after)))
}

fn phrases(list: Option<&str>) -> Result<Vec<Phrase>, RowFault> {
    list.map_or(Ok(Vec::new()), |list| list.split(',').map(Phrase::new).collect())
}

/// Words that follow each other, between them a space, a hyphen or the end of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    words: Vec<Word>,
    /// Whether the letters are capitals in the text too.
    capitals: bool,
}

/// One word of a phrase; without letters it stands for any word.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    letters: String,
    /// Whether the word may have begun earlier.
    open: bool,
    /// Whether the word may go on.
    goes_on: bool,
}

impl Phrase {
    fn new(text: &str) -> Result<Self, RowFault> {
        let written = text.trim();
        let folded = fold_pattern(written);
        let words: Vec<Word> = folded.split([' ', '-']).map(Word::new).collect();
        if !words[0].letters.starts_with(chancery_text::is_alphanumeric) {
            return Err(RowFault::Beginning(written.to_owned()));
        }
        if words.iter().any(|word| word.letters.contains('*')) {
            return Err(RowFault::StarWithin(written.to_owned()));
        }
        Ok(Self { words, capitals: is_acronym(written) })
    }

    /// The folded letters of the first word, by which an automaton finds the phrase.
    pub fn literal(&self) -> &str {
        &self.words[0].letters
    }

    /// Whether it may begin within a word.
    pub fn is_open(&self) -> bool {
        self.words[0].open
    }

    /// Whether its first word may go on behind its letters.
    pub fn goes_on(&self) -> bool {
        self.words[0].goes_on
    }

    /// What must stand behind its literal, as far as a glance tells.
    pub(super) fn glance(&self) -> Glance {
        let second = self.words.get(1).map_or(&[][..], |second| second.letters.as_bytes());
        let (next, mask) = head(second);
        Glance { whole: !self.words[0].goes_on, next, mask }
    }

    /// Where the phrase stands when its literal was found there, in bytes of the folded text; the word that the literal
    /// ends in goes on for `rest` bytes.
    pub fn at(
        &self,
        text: &Folded<'_>,
        start: usize,
        literal_end: usize,
        rest: usize,
    ) -> Option<(usize, usize)> {
        let folded = text.text.as_str();
        let first = &self.words[0];
        let mut end = (first.goes_on || rest == 0).then_some(literal_end + rest)?;
        for word in &self.words[1..] {
            let next = folded[end..].starts_with([' ', '-', '\n']).then_some(end + 1)?;
            end = word.follows(folded, next)?;
        }
        let begin = if first.open {
            start - word_before(folded, start)
        } else {
            begins_word(folded, start).then_some(start)?
        };
        (!self.capitals || is_in_capitals(text, start, end)).then_some((begin, end))
    }
}

/// The first bytes of a word, eight at most, and a mask with their bits.
fn head(word: &[u8]) -> (u64, u64) {
    let mask = if word.is_empty() { 0 } else { u64::MAX << (64 - 8 * word.len().min(8)) };
    (first_eight(word), mask)
}

/// What stands behind the literal of a phrase: of many phrases that share their first word most are put aside by it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Glance {
    /// Whether the first word ends with its letters.
    whole: bool,
    /// The first eight bytes of the second word, as far as the mask has bits.
    next: u64,
    mask: u64,
}

impl Glance {
    /// Whether the phrase cannot stand where its literal ends at a byte and its word goes on for `rest` bytes. Prefixes that
    /// Arabic joins may stand before the second word.
    pub fn fails(self, text: &[u8], literal_end: usize, rest: usize) -> bool {
        if self.whole && rest > 0 {
            return true;
        }
        if self.mask == 0 {
            return false;
        }
        let Some([b' ' | b'-' | b'\n', second @ ..]) = text.get(literal_end + rest..) else {
            return true;
        };
        first_eight(second) & self.mask != self.next && !matches!(second, [0xD8..=0xDB, ..])
    }
}

impl Word {
    fn new(text: &str) -> Self {
        let letters = text.trim_start_matches('*');
        let goes_on = text.ends_with('*');
        Self {
            letters: letters.trim_end_matches('*').to_owned(),
            open: text.starts_with('*') && !letters.is_empty(),
            goes_on,
        }
    }

    /// Where the word ends whose letters end here.
    fn end(&self, text: &str, letters_end: usize) -> Option<usize> {
        let rest = word_rest(text, letters_end);
        (self.goes_on || rest == 0).then_some(letters_end + rest)
    }

    /// Where the word ends when it begins here, behind a space or a hyphen, the prefixes that Arabic joins left aside.
    fn follows(&self, text: &str, at: usize) -> Option<usize> {
        let stands = text.as_bytes()[at..].starts_with(self.letters.as_bytes());
        if !stands && text.as_bytes().get(at).is_none_or(u8::is_ascii) {
            return None;
        }
        let first = text[at..].chars().next().filter(|c| chancery_text::is_alphanumeric(*c))?;
        if self.letters.is_empty() {
            return Some(at + first.len_utf8() + word_rest(text, at + first.len_utf8()));
        }
        if !is_arabic(first) {
            return if stands { self.end(text, at + self.letters.len()) } else { None };
        }
        let (head, mask) = head(self.letters.as_bytes());
        let may_stand = |start: &usize| first_eight(&text.as_bytes()[*start..]) & mask == head;
        let offsets = text[at..].char_indices().take(LONGEST_PREFIX + 1).map(|(offset, _)| at + offset);
        offsets
            .filter(may_stand)
            .filter(|start| text[*start..].starts_with(&self.letters) && begins_word(text, *start))
            .find_map(|start| self.end(text, start + self.letters.len()))
    }
}

fn is_arabic(character: char) -> bool {
    ('\u{600}'..='\u{6FF}').contains(&character)
}

/// Two letters or more, none of them small.
fn is_acronym(written: &str) -> bool {
    let letters = || written.chars().filter(|c| chancery_text::is_alphabetic(*c));
    letters().take(2).count() == 2 && letters().all(char::is_uppercase)
}

fn is_in_capitals(text: &Folded<'_>, start: usize, end: usize) -> bool {
    let written = text.original.get(text.start_of(start)..text.end_of(end)).unwrap_or("");
    written.chars().take_while(|c| !c.is_lowercase()).count() >= 2
}

/// How many bytes of the word that ends here go on.
pub(super) fn word_rest(text: &str, at: usize) -> usize {
    if text.as_bytes().get(at).is_none_or(|next| next.is_ascii() && !next.is_ascii_alphanumeric()) {
        return 0;
    }
    let Some(last) = text[..at].chars().next_back() else { return 0 };
    text[at..].chars().take_while(|next| joins(last, *next)).take(LONGEST_STAR).map(char::len_utf8).sum()
}

/// How many bytes of the word stand before this place.
fn word_before(text: &str, at: usize) -> usize {
    let Some(first) = text[at..].chars().next() else { return 0 };
    let before = text[..at].chars().rev();
    before.take_while(|letter| joins(*letter, first)).take(LONGEST_STAR).map(char::len_utf8).sum()
}
