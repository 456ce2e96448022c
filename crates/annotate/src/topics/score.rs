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

/// What a word adds when it is said again, as a part of its weight.
const AGAIN: f32 = 0.5;
/// The weight that makes a topic in a short text.
const ENOUGH: f32 = 2.0;
/// What each thousand bytes beyond the first ask for.
const PER_THOUSAND: f32 = 0.5;
/// No text asks for more than this.
const MOST: f32 = 5.0;

/// How much a text of this many bytes must say of a topic.
pub(crate) fn enough(bytes: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a length needs no exact value here")]
    let thousands = bytes as f32 / 1000.0;
    (ENOUGH + PER_THOUSAND * (thousands - 1.0).max(0.0)).min(MOST)
}

/// What the hits of one topic weigh: each term at its best place, and half as much once more where it is said again.
pub(crate) fn weight(hits: &[(Hit, Place)], terms: &[Term]) -> f32 {
    let mut hits: Vec<(usize, Place)> = hits.iter().map(|(hit, place)| (hit.term, *place)).collect();
    hits.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    let groups = hits.chunk_by(|a, b| a.0 == b.0);
    groups
        .map(|group| {
            let again = if group.len() > 1 { AGAIN } else { 0.0 };
            terms[group[0].0].weight * (group[0].1.factor() + again)
        })
        .sum()
}
