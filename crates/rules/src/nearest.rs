//! “Did you mean”: the nearest of some names to what was typed.

use strsim::osa_distance;

/// Returns the candidate that is nearest to a text, when it is near enough to be a slip of the hand.
pub(crate) fn nearest<'c>(typed: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let typed = typed.to_lowercase();
    let most = (typed.chars().count() / 3).clamp(1, 4);
    candidates
        .into_iter()
        .map(|candidate| (osa_distance(&typed, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Returns the nearest candidate, else the first that begins with or contains what was typed (three letters or more).
pub(crate) fn nearest_or_containing<'c>(typed: &str, candidates: &[&'c str]) -> Option<&'c str> {
    let wanted = typed.to_lowercase();
    let find = |holds: fn(&str, &str) -> bool| {
        candidates.iter().copied().find(|c| wanted.chars().count() >= 3 && holds(&c.to_lowercase(), &wanted))
    };
    find(|c, w| c.starts_with(w))
        .or_else(|| nearest(typed, candidates.iter().copied()))
        .or_else(|| find(|c, w| c.contains(w)))
}
