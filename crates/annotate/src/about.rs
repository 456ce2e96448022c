//! Which of the countries named a document is about. Title, lead, lists, blame, thanks and the issuer's own part decide, by
//! the weights of `about/weights.rs`.

mod disputes;
mod lists;
mod passage;
mod regions;
mod standing;
mod sum;
mod weights;
mod words;

use chancery_model::{CountryCode, CountryTag};

use crate::countries::{Document, Placed};
pub(crate) use regions::patterns as region_patterns;
use standing::standings;
use weights::{ABOUT, FIRST};
pub(crate) use words::{Cue, cues};

/// Marks the countries that the document is about. `own` is the issuer's country.
pub(crate) fn mark_about(
    document: &Document<'_>,
    all: &[Placed],
    tags: &mut [CountryTag],
    own: Option<CountryCode>,
) {
    let standings = standings(document, all, own);
    let score = |tag: &CountryTag| standings.get(&tag.code).map_or(f32::MIN, |features| features.score());
    let scores: Vec<f32> = tags.iter().map(score).collect();
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let least = if highest >= ABOUT { ABOUT } else { highest.max(FIRST) };
    for (tag, score) in tags.iter_mut().zip(scores) {
        tag.about = score >= least;
    }
}
