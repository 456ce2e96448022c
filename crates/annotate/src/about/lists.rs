//! Lists of countries: a country in a list of many is named, and the statement is about none of them.

use chancery_model::{CountryCode, Part};
use hashbrown::HashSet;

use crate::countries::{Document, Placed};
use crate::letter::Class;

/// For each mention, of how many countries the list is that it stands in; one for a mention by itself.
pub(super) fn list_lengths(document: &Document<'_>, all: &[Placed]) -> Vec<usize> {
    let lists = all.chunk_by(|left, right| goes_on(document, left, right));
    let length = |list: &[Placed]| if list.len() == 1 { 1 } else { countries(list) };
    lists.flat_map(|list| std::iter::repeat_n(length(list), list.len())).collect()
}

/// The countries that the title lists with the issuer's own, three or more: they speak together.
pub(super) fn cosigners(
    document: &Document<'_>,
    all: &[Placed],
    own: Option<CountryCode>,
) -> HashSet<CountryCode> {
    const FEWEST: usize = 3;
    let Some(own) = own else { return HashSet::new() };
    let titled = &all[..all.partition_point(|placed| placed.part == Part::Title)];
    let lists = titled.chunk_by(|left, right| goes_on(document, left, right));
    let sets = lists.map(|list| list.iter().flat_map(|placed| placed.mention.codes).copied());
    let sets = sets.map(HashSet::<CountryCode>::from_iter);
    sets.filter(|set| set.len() >= FEWEST && set.contains(&own)).flatten().collect()
}

/// How many countries some mentions say.
pub(super) fn countries(list: &[Placed]) -> usize {
    const FEW: usize = 8;
    let codes = || list.iter().flat_map(|placed| placed.mention.codes);
    if codes().count() > FEW {
        return codes().collect::<HashSet<&CountryCode>>().len();
    }
    codes().enumerate().filter(|(at, code)| !codes().take(*at).any(|other| other == *code)).count()
}

/// Whether a list goes on from one mention to the next: a comma and at most three words, or one short word.
fn goes_on(document: &Document<'_>, left: &Placed, right: &Placed) -> bool {
    const LONGEST: usize = 16;
    const WORDS: usize = 3;
    let text = &document.part(left.part).text;
    let between =
        (left.part == right.part).then(|| text.get(left.mention.end..right.mention.start)).flatten();
    between.filter(|gap| gap.len() <= 4 * LONGEST).is_some_and(|gap| {
        let ideographs = gap.chars().filter(|c| Class::of(*c) == Class::Ideograph).count();
        gap.chars().count() + 3 * ideographs <= LONGEST
            && gap.split_whitespace().count() <= WORDS
            && !gap.contains(['.', ';', ':', '!', '?', '\n', '\u{1}', '(', '。'])
            && (gap.contains([',', '،', '、', '·', '/']) || is_short(gap))
    })
}

fn is_short(gap: &str) -> bool {
    const SHORT: usize = 5;
    gap.trim_matches([' ', '-', '\'']).chars().count() <= SHORT
}
