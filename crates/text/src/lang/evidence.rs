//! What the words of a text say of its language.

use hashbrown::HashMap;

use super::Detected;
use super::table::{Rows, TABLE};
use super::writing::Shared;
use crate::letter::{is_alphabetic, small};

/// A longer word is no small one.
const LONGEST_WORD: usize = 40;
/// Up to so many words are a title or less: one word that the others lack decides, in a language of which more than the
/// commonest words are known.
const FEW_WORDS: usize = 12;
/// What speaks for a language must be at least one in so many words.
const LEAST_SHARE: usize = 5;
/// The lengths of endings, in letters.
const ENDINGS: [usize; 4] = [2, 3, 4, 5];
/// A shorter word has no ending.
const SHORTEST_WITH_ENDING: usize = 5;
/// What a word weighs; one of a single letter and a mere ending, which languages share by chance, weigh half.
const WHOLE: usize = 2;

/// For each word that says something, the rows of the table that it may belong to; alike ones summed by weight.
#[derive(Debug)]
pub(super) struct Evidence {
    script: Rows,
    words: usize,
    votes: HashMap<Rows, usize>,
}

impl Evidence {
    /// Gathers what the words of one script say.
    pub(super) fn of(text: &str, script: Shared) -> Self {
        let mut evidence =
            Self { script: TABLE.of_script(script), words: 0, votes: HashMap::with_capacity(64) };
        let mut word = String::with_capacity(LONGEST_WORD);
        for letters in text.split(|letter: char| !is_alphabetic(letter) && letter != '\u{307}') {
            if letters.chars().next().and_then(Shared::of_letter) == Some(script) {
                lower(letters, &mut word);
                evidence.add(&word);
            }
        }
        evidence
    }

    fn add(&mut self, word: &str) {
        self.words += 1;
        if let Some((rows, weight)) = self.vote(word) {
            *self.votes.entry(rows).or_default() += weight;
        }
    }

    /// The rows that a word may belong to, and its weight: by itself, else by its letters and ending; none when all rows
    /// may have it.
    fn vote(&self, word: &str) -> Option<(Rows, usize)> {
        let letters = self.by_letters(word);
        let known = if word.len() > LONGEST_WORD { 0 } else { TABLE.with_word(word) };
        let whole = if word.chars().nth(1).is_some() { WHOLE } else { 1 };
        let (rows, weight) = match known & letters {
            0 => match by_ending(word) {
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

    /// The language for which most words speak, when it stands out from every other.
    pub(super) fn clear(&self) -> Option<Detected> {
        let weights = self.weights(Rows::MAX);
        let (best, &own) = weights.iter().enumerate().rev().max_by_key(|&(_, weight)| weight)?;
        if own == 0 || own * LEAST_SHARE < self.words * WHOLE {
            return None;
        }
        let lang = TABLE.langs[best];
        // What has a third of the weight has a third of the wins at most.
        let near = |row: usize| TABLE.langs[row] != lang && (own < 6 * WHOLE || 3 * weights[row] >= own);
        let rivals = (0..TABLE.langs.len()).filter(|&row| self.script >> row & 1 == 1 && near(row));
        let shared = self.weights(1 << best);
        let beside = |row: usize| (own - shared[row], weights[row] - shared[row]);
        rivals
            .map(beside)
            .try_fold(1f32, |least, (wins, losses)| {
                self.stands_out(best, wins, losses).then(|| least.min(wins as f32 / (wins + losses) as f32))
            })
            .map(|confidence| Detected { lang, confidence })
    }

    /// The weight of the words that may belong to each row, of those that may belong to one of some.
    fn weights(&self, to: Rows) -> [usize; Rows::BITS as usize] {
        let mut weights = [0; Rows::BITS as usize];
        for (&rows, weight) in self.votes.iter().filter(|(rows, _)| *rows & to != 0) {
            let mut rest = rows;
            while rest != 0 {
                weights[rest.trailing_zeros() as usize] += weight;
                rest &= rest - 1;
            }
        }
        weights
    }

    fn stands_out(&self, best: usize, wins: usize, losses: usize) -> bool {
        let alone = wins >= WHOLE && losses == 0 && self.words <= FEW_WORDS && TABLE.is_known_well[best];
        alone || (wins >= 2 * WHOLE && wins > 2 * losses)
    }
}

/// Writes a word in small letters. The dot that a Turkish capital leaves behind is dropped.
fn lower(letters: &str, word: &mut String) {
    word.clear();
    if letters.is_ascii() {
        word.push_str(letters);
        word.make_ascii_lowercase();
        return;
    }
    for letter in letters.chars() {
        match small(letter) {
            Some(letter) => word.push(letter),
            None => word.extend(letter.to_lowercase().filter(|&letter| letter != '\u{307}')),
        }
    }
}

/// The rows that have the longest ending of a word that any has.
fn by_ending(word: &str) -> Option<Rows> {
    let mut starts = [0; SHORTEST_WITH_ENDING];
    let mut letters = word.char_indices().rev();
    for start in &mut starts {
        (*start, _) = letters.next()?;
    }
    let mut longest = None;
    for length in ENDINGS {
        let Some(ending) = TABLE.ending(&word[starts[length - 1]..]) else { break };
        longest = Some(ending.rows).filter(|rows| *rows != 0).or(longest);
        if !ending.goes_on {
            break;
        }
    }
    longest
}
