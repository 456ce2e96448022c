//! "Multiple Security Council resolutions" without a number: the resolutions of the committee that is meant.

use std::sync::LazyLock;

use chancery_model::Part;
use hashbrown::HashMap;

use super::whose::{sentence_after, sentence_before};
use crate::catalogue::{Regime, regime};
use crate::citation::Citation;
use crate::countries::Placed;
use crate::organ::council_named;
use crate::table;

const COMMITTEES_TABLE: &str = include_str!("../../../../data/gazetteer/committees.tsv");

/// The stretch "… Security Council resolutions" of a mention without numbers.
pub(super) fn council_beside(text: &str, citation: &Citation) -> Option<(usize, usize)> {
    const NEAR: usize = 60;
    let (start, end) = (citation.word_start, citation.word_end);
    let from = text.floor_char_boundary(start.saturating_sub(NEAR));
    let before = sentence_before(text, start, NEAR);
    if let Some(named) = council_named(before).filter(|named| before.len() - named.end < 8) {
        return Some((start - (before.len() - named.start), end)).filter(|(begin, _)| *begin >= from);
    }
    let after = sentence_after(text, end, NEAR);
    council_named(after).filter(|named| named.start < 32).map(|named| (start, end + named.end))
}

/// The committees' countries as a document mentions them.
pub(super) struct Concerned {
    /// Where each is mentioned, sorted.
    mentions: Vec<(Part, usize, &'static Regime)>,
    /// The only regime of the document, if there is but one.
    only: Option<&'static Regime>,
}

impl Concerned {
    /// Gathers the mentions.
    pub fn new(countries: &[Placed]) -> Self {
        let of = |placed: &Placed| {
            let regimes = placed.mention.codes.iter().filter_map(|code| regime_of(code.as_str()));
            let (part, start) = (placed.part, placed.mention.start);
            regimes.map(|regime| (part, start, regime)).collect::<Vec<_>>()
        };
        let mut mentions: Vec<_> = countries.iter().flat_map(of).collect();
        mentions.sort_by_key(|(part, start, _)| (*part == Part::Text, *start));
        let only = only_one(mentions.iter().map(|(_, _, regime)| *regime));
        Self { mentions, only }
    }

    /// The regime that a mention of resolutions without numbers means: that of the one country of its sentence that
    /// has one; where the sentence names none, that of the only such country of the document. Where two are possible
    /// none is meant.
    pub fn meant(&self, text: &str, (part, at): (Part, usize)) -> Option<&'static Regime> {
        let (start, end) = sentence(text, at);
        let place = |at: usize| (part == Part::Text, at);
        let before = |at: usize| {
            self.mentions.partition_point(|(part, start, _)| (*part == Part::Text, *start) < place(at))
        };
        match &self.mentions[before(start)..before(end)] {
            [] => self.only,
            near => only_one(near.iter().map(|(_, _, regime)| *regime)),
        }
    }
}

/// The sentence around a byte, at most some hundred bytes to either side.
fn sentence(text: &str, at: usize) -> (usize, usize) {
    const STOPS: [char; 4] = ['\n', '\u{1}', '.', '。'];
    const MOST: usize = 600;
    let from = text.floor_char_boundary(at.saturating_sub(MOST));
    let to = text.floor_char_boundary((at + MOST).min(text.len()));
    let start = text[from..at].rfind(STOPS).map_or(from, |n| from + n + 1);
    (start, text[at..to].find(STOPS).map_or(to, |n| at + n))
}

fn only_one(mut regimes: impl Iterator<Item = &'static Regime>) -> Option<&'static Regime> {
    let first = regimes.next()?;
    regimes.all(|regime| regime.key == first.key).then_some(first)
}

/// The catalogue's members between the ends of each range, where both ends belong to one regime: number and bytes of
/// the range.
pub(super) fn between(citation: &Citation) -> Vec<(u32, usize, usize)> {
    let ends = citation.ranges.iter().filter_map(|&first| {
        let (from, to) = (citation.cited.get(first)?, citation.cited.get(first + 1)?);
        Some((from.number.parse().ok()?, to.number.parse().ok()?, from.start, to.end))
    });
    ends.flat_map(|(from, to, start, end)| {
        members_between(from, to).into_iter().map(move |number| (number, start, end))
    })
    .collect()
}

fn members_between(from: u32, to: u32) -> Vec<u32> {
    let of_both = |regime: &&Regime| regime.resolutions.contains(&from) && regime.resolutions.contains(&to);
    let Some(regime) = COMMITTEES.iter().copied().find(of_both) else { return Vec::new() };
    let mut numbers: Vec<u32> =
        regime.resolutions.iter().copied().filter(|number| (from + 1..to).contains(number)).collect();
    numbers.sort_unstable();
    numbers
}

fn regime_of(code: &str) -> Option<&'static Regime> {
    BY_COUNTRY.get(code).copied()
}

/// The first committee of each country.
static BY_COUNTRY: LazyLock<HashMap<&'static str, &'static Regime>> = LazyLock::new(|| {
    let of = |regime: &&'static Regime| (*regime, regime.countries.iter());
    let all = COMMITTEES.iter().rev().map(of);
    all.flat_map(|(regime, countries)| countries.map(move |country| (country.as_str(), regime))).collect()
});

/// The committees whose measures are in force or are said to be.
static COMMITTEES: LazyLock<Vec<&'static Regime>> =
    LazyLock::new(|| table::rows(COMMITTEES_TABLE).filter_map(|[key]| regime(key)).collect());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_committee_of_the_table_is_in_the_catalogue() {
        assert_eq!(COMMITTEES.len(), table::lines(COMMITTEES_TABLE).count());
        assert!(COMMITTEES.iter().all(|regime| !regime.resolutions.is_empty()));
    }
}
