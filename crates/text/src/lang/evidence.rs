//! What the words of a text say of its language.

use std::cmp::Reverse;

use super::Detected;
use super::table::{Rows, TABLE};
use super::writing::Shared;
use crate::letter::{is_alphabetic, small};

/// Up to so many words are a title or less: one word that the others lack decides, in a language of which more than the
/// commonest words are known.
const FEW_WORDS: u32 = 12;
/// What a word weighs; one of a single letter and a mere ending, which languages share by chance, weigh half.
const WHOLE: u32 = 2;

/// For each word that says something, the rows of the table that it may belong to and its weight.
#[derive(Debug)]
pub(super) struct Evidence {
    script: Rows,
    words: u32,
    votes: Vec<(Rows, u32)>,
}

impl Evidence {
    /// Gathers what the words of one script say in some stretches of a text.
    pub(super) fn of<'t>(stretches: impl IntoIterator<Item = &'t str>, script: Shared) -> Self {
        let mut evidence = Self { script: TABLE.of_script(script), words: 0, votes: Vec::with_capacity(32) };
        let mut word = Word::default();
        for letters in stretches.into_iter().flat_map(runs_of_letters) {
            if letters.chars().next().and_then(Shared::of_letter) == Some(script) {
                evidence.words += 1;
                evidence.votes.extend(evidence.vote(word.lower(letters)));
            }
        }
        evidence
    }

    /// The rows that a word may belong to, and its weight: by itself, else by its letters and ending; none when all rows
    /// may have it.
    fn vote(&self, word: &str) -> Option<(Rows, u32)> {
        let letters = self.by_letters(word);
        let known = TABLE.with_word(word);
        let whole = if word.chars().nth(1).is_some() { WHOLE } else { 1 };
        let (rows, weight) = match known & letters {
            0 => match TABLE.with_ending_of(word) {
                Some(ending) if letters == self.script => (letters & ending, 1),
                ending => (letters & ending.unwrap_or(self.script), whole),
            },
            rows => (rows, whole),
        };
        (rows != self.script).then_some((rows, weight))
    }

    /// The rows that write all letters of a word.
    fn by_letters(&self, word: &str) -> Rows {
        if word.is_ascii() {
            return self.script;
        }
        let mut letters = word.chars().peekable();
        let mut rows = self.script;
        while let Some(letter) = letters.next() {
            rows &= if letter == 'ъ' {
                TABLE.with_hard_sign(letters.peek().copied())
            } else {
                TABLE.that_may_write(letter)
            };
        }
        rows
    }

    /// The language for which most words speak, and at least one in so many, when it stands out from every other.
    pub(super) fn clear(&self, least_share: u32) -> Option<Detected> {
        let weights = self.weights(self.script);
        let best = numbers(self.script).max_by_key(|row| (weights[*row], Reverse(*row)))?;
        let own = weights[best];
        if own == 0 || own * least_share < self.words * WHOLE {
            return None;
        }
        let lang = TABLE.langs[best];
        let is_other = |row: &usize| TABLE.langs[*row] != lang;
        // Of the many for which no word speaks one tells for all.
        if numbers(self.script).any(|row| is_other(&row)) && !self.stands_out(best, own, 0) {
            return None;
        }
        // What has a third of the weight has a third of the wins at most.
        let near = |row: &usize| own < 6 * WHOLE || 3 * weights[*row] >= own;
        let shared = self.weights(1 << best);
        let beside = |row: usize| (own - shared[row], weights[row] - shared[row]);
        let voted = self.votes.iter().fold(0, |voted, (rows, _)| voted | rows);
        numbers(voted & self.script)
            .filter(|row| is_other(row) && near(row))
            .map(beside)
            .try_fold(1f32, |least, (wins, losses)| {
                self.stands_out(best, wins, losses).then(|| least.min(wins as f32 / (wins + losses) as f32))
            })
            .map(|confidence| Detected { lang, confidence })
    }

    /// The weight of the words that may belong to each row, of those that may belong to one of some.
    fn weights(&self, to: Rows) -> [u32; Rows::BITS as usize] {
        let mut weights = [0; Rows::BITS as usize];
        for (rows, weight) in self.votes.iter().filter(|(rows, _)| rows & to != 0) {
            numbers(*rows).for_each(|row| weights[row] += weight);
        }
        weights
    }

    fn stands_out(&self, best: usize, wins: u32, losses: u32) -> bool {
        let alone = wins >= WHOLE && losses == 0 && self.words <= FEW_WORDS && TABLE.is_known_well[best];
        alone || (wins >= 2 * WHOLE && wins > 2 * losses)
    }
}

/// The numbers of some rows, in order.
fn numbers(mut rows: Rows) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let next = (rows != 0).then(|| rows.trailing_zeros() as usize);
        rows &= rows.wrapping_sub(1);
        next
    })
}

/// Runs of letters; the dot that a Turkish capital leaves behind is one.
fn runs_of_letters(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let word = &rest[first_letter(rest, true)?..];
        let length = first_letter(word, false).unwrap_or(word.len());
        rest = &word[length..];
        Some(&word[..length])
    })
}

/// Where the first character stands that is a letter, or the first that is none.
fn first_letter(text: &str, wanted: bool) -> Option<usize> {
    let passes = |byte: &&u8| byte.is_ascii() && byte.is_ascii_alphabetic() != wanted;
    let mut at = 0;
    loop {
        at += text.as_bytes()[at..].iter().take_while(passes).count();
        let letter = text[at..].chars().next()?;
        if is_of_word(letter) == wanted {
            return Some(at);
        }
        at += letter.len_utf8();
    }
}

fn is_of_word(letter: char) -> bool {
    is_alphabetic(letter) || letter == '\u{307}'
}

/// Bytes of a word that is written in place.
const IN_PLACE: usize = 32;

/// A word in small letters.
#[derive(Default)]
struct Word {
    short: [u8; IN_PLACE],
    long: String,
}

impl Word {
    /// Writes a word in small letters. The dot that a Turkish capital leaves behind is dropped.
    fn lower(&mut self, letters: &str) -> &str {
        if letters.is_ascii() && letters.len() <= IN_PLACE {
            let short = &mut self.short[..letters.len()];
            short.copy_from_slice(letters.as_bytes());
            short.make_ascii_lowercase();
            return str::from_utf8(short).unwrap_or("");
        }
        self.long.clear();
        for letter in letters.chars() {
            match small(letter) {
                Some(letter) => self.long.push(letter),
                None => self.long.extend(letter.to_lowercase().filter(|&letter| letter != '\u{307}')),
            }
        }
        &self.long
    }
}
