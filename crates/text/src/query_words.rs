//! The words of a query literal, and the ways in which words of scripts without spaces may be divided.

use std::ops::Range;

use crate::acronym::is_common_word;
use crate::analysed::form_of;
use crate::analysed::is_capitals;
use crate::letter::{is_alphabetic, is_alphanumeric};
use crate::script::Script;
use crate::words::{HanWords, word_ranges};

/// A run of Han or kana up to this long is tried in all its divisions.
const LONGEST_TRIED: usize = 4;
/// So many readings of one literal are tried at most.
const MOST_READINGS: usize = 64;

/// One word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QueryWord {
    /// The written form, folded.
    pub(crate) form: String,
    /// Typed in capitals and a common word too: asks for capitals alone.
    pub(crate) is_acronym: bool,
}

/// Every way of dividing a literal into words that a text may have been divided in; the likeliest first.
pub(crate) fn readings(text: &str) -> Vec<Vec<QueryWord>> {
    let all_capitals = is_shouted(text);
    let mut readings: Vec<Vec<QueryWord>> = vec![Vec::new()];
    for run in runs(text) {
        let divisions = divisions(&text[run.clone()]);
        let word = |piece: &str| word(piece, all_capitals);
        let divided: Vec<Vec<QueryWord>> =
            divisions.into_iter().map(|pieces| pieces.into_iter().filter_map(word).collect()).collect();
        readings = longer(readings, &divided);
    }
    readings
}

fn longer(readings: Vec<Vec<QueryWord>>, divided: &[Vec<QueryWord>]) -> Vec<Vec<QueryWord>> {
    let ways = if readings.len() * divided.len() > MOST_READINGS { &divided[..1] } else { divided };
    let mut longer = Vec::with_capacity(readings.len() * ways.len());
    for reading in &readings {
        longer.extend(ways.iter().map(|way| [reading.as_slice(), way].concat()));
    }
    longer
}

fn word(piece: &str, all_capitals: bool) -> Option<QueryWord> {
    let form = form_of(piece);
    let is_acronym = !all_capitals && is_capitals(piece) && is_common_word(&form);
    form.contains(is_alphanumeric).then_some(QueryWord { form, is_acronym })
}

/// A phrase of several words in capitals, one of them too long for an acronym, says nothing about acronyms.
fn is_shouted(text: &str) -> bool {
    let has_small = text.chars().any(|letter| is_alphabetic(letter) && !letter.is_uppercase());
    !has_small && text.split_whitespace().any(|word| word.chars().count() > 5)
}

/// Words of scripts with spaces one by one, and unbroken runs of the others.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for range in word_ranges(text, HanWords::of_passage(text)) {
        match runs.last_mut() {
            Some(run)
                if run.end == range.start
                    && unspaced(&text[run.clone()])
                    && unspaced(&text[range.clone()]) =>
            {
                run.end = range.end;
            }
            _ => runs.push(range),
        }
    }
    runs
}

fn unspaced(word: &str) -> bool {
    Script::of_word(word).has_no_spaces()
}

fn divisions(run: &str) -> Vec<Vec<&str>> {
    if !unspaced(run) {
        return vec![vec![run]];
    }
    if run.chars().count() <= LONGEST_TRIED {
        return compositions(run);
    }
    let mut divisions: Vec<Vec<&str>> = [HanWords::Chinese, HanWords::Japanese]
        .map(|han| word_ranges(run, han).into_iter().map(|range| &run[range]).collect())
        .to_vec();
    divisions.dedup();
    divisions
}

/// All ways of cutting a run between its characters, the whole first.
fn compositions(run: &str) -> Vec<Vec<&str>> {
    let inner: Vec<usize> = run.char_indices().skip(1).map(|(at, _)| at).collect();
    let cut = |choice: u32| {
        let chosen = inner.iter().enumerate().filter(|(n, _)| choice >> n & 1 == 1).map(|(_, &at)| at);
        let ends: Vec<usize> = chosen.chain([run.len()]).collect();
        let mut start = 0;
        ends.into_iter().map(|end| &run[std::mem::replace(&mut start, end)..end]).collect()
    };
    (0..1u32 << inner.len()).map(cut).collect()
}
