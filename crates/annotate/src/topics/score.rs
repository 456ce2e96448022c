//! What the words of a topic weigh together, and how much is enough.

use super::finder::{Hit, Term};

/// Where a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// Anywhere else.
    Body,
    /// The first paragraph, its first 400 bytes.
    Lead,
    /// The title.
    Title,
}

impl Place {
    fn factor(self) -> f32 {
        match self {
            Self::Body => 1.0,
            Self::Lead => 1.5,
            Self::Title => 2.0,
        }
    }
}

/// What a word adds each time that the number of its places doubles, as a part of its weight.
const AGAIN: f32 = 0.5;
/// How often it doubles at most.
const DOUBLINGS: f32 = 3.0;
/// The weight that makes a topic in a text of a thousand letters.
const ENOUGH: f32 = 2.0;
/// What each further thousand letters ask for.
const PER_THOUSAND: f32 = 0.5;
/// No text asks for more than this.
const MOST: f32 = 5.0;
/// The part of the heaviest topic's weight that any other must have.
const SHARE: f32 = 0.15;
/// How many letters of an alphabet say what one Chinese, Japanese or Korean character does.
const DENSE: f32 = 2.5;

/// How much a text must say of a topic, by its length.
pub(crate) fn enough(text: &str) -> f32 {
    let characters = text.chars().count();
    let dense = dense(text);
    let letters = DENSE * dense as f32 + (characters - dense) as f32;
    (ENOUGH + PER_THOUSAND * (letters / 1000.0 - 1.0).max(0.0)).min(MOST)
}

/// How many characters of a text are dense: most are told by their first byte, some by the second.
fn dense(text: &str) -> usize {
    let bytes = text.as_bytes();
    let by_first = bytes.iter().filter(|first| matches!(first, 0xE3..=0xE9 | 0xEB | 0xEC)).count();
    let by_second = |at: &usize| {
        let second = bytes.get(at + 1).copied().unwrap_or(0);
        match bytes[*at] {
            0xE2 => second >= 0xBA,
            0xEA => second >= 0xB0,
            _ => second <= 0x9E,
        }
    };
    by_first + memchr::memchr3_iter(0xE2, 0xEA, 0xED, bytes).filter(by_second).count()
}

/// How much a topic must weigh in a text that has another of the heaviest weight.
pub(crate) fn threshold(enough: f32, heaviest: f32) -> f32 {
    enough.max(SHARE * heaviest)
}

/// What the hits of one topic weigh: each term at its best place, and half as much once more with each doubling.
pub(crate) fn weight(hits: &[(Hit, Place)], terms: &[Term]) -> f32 {
    let mut hits: Vec<(usize, Place)> = hits.iter().map(|(hit, place)| (hit.term, *place)).collect();
    hits.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    let groups = hits.chunk_by(|a, b| a.0 == b.0);
    groups
        .map(|group| {
            let again = AGAIN * (group.len() as f32).log2().min(DOUBLINGS);
            terms[group[0].0].weight * (group[0].1.factor() + again)
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_the_east_are_dense() {
        let is_dense = |c: char| matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7BF}');
        for character in '\0'..=char::MAX {
            assert_eq!(dense(&character.to_string()), usize::from(is_dense(character)), "{character:?}");
        }
        assert_eq!(dense("“Ja” 中文, 한국"), 4);
    }
}
