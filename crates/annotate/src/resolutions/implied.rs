//! "Multiple Security Council resolutions" without a number: the resolutions of the committee that is meant.

use std::sync::LazyLock;

use chancery_model::{CountryCode, Part};

use super::whose::{sentence_after, sentence_before};
use crate::catalogue::{Regime, regime};
use crate::citation::Citation;
use crate::countries::{Document, Placed};
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

/// The regimes of the Security Council that a mention without numbers means: that of a country named in its
/// paragraph, else of one named anywhere.
pub(super) fn implied_regimes(
    document: &Document<'_>,
    countries: &[Placed],
    (part, at): (Part, usize),
) -> Vec<&'static Regime> {
    let text = &document.part(part).text;
    let start = text[..at].rfind(['\n', '\u{1}', '.', '。']).map_or(0, |n| n + 1);
    let end = text[at..].find(['\n', '\u{1}', '.', '。']).map_or(text.len(), |n| at + n);
    let near =
        countries.iter().filter(|placed| placed.part == part && (start..end).contains(&placed.mention.start));
    let found = regimes_of(near.flat_map(|placed| placed.mention.codes.iter().copied()));
    if !found.is_empty() {
        return found;
    }
    let anywhere = regimes_of(countries.iter().flat_map(|placed| placed.mention.codes.iter().copied()));
    if anywhere.len() == 1 { anywhere } else { Vec::new() }
}

fn regimes_of(codes: impl Iterator<Item = CountryCode>) -> Vec<&'static Regime> {
    let codes: Vec<CountryCode> = codes.collect();
    let concerns = |regime: &&Regime| {
        regime.countries.iter().any(|code| codes.iter().any(|named| named.as_str() == code))
    };
    COMMITTEES.iter().copied().filter(concerns).collect()
}

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
