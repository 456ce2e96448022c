//! Whose resolution a cited number is: what its symbol, its year and the names of bodies beside it say.

use chancery_model::Organ;

use crate::catalogue::resolution;
use crate::citation::{Citation, Cited};
use crate::organ::{first_named, last_named};

/// Numbers under which the General Assembly is meant when neither year nor body is written.
const FAMOUS_IN_THE_ASSEMBLY: &[u32] = &[181, 194, 217, 377, 1514, 2625, 2758, 3314, 3379];

/// Whose resolution it is, and whether the text says so; none for a number that is hardly a resolution.
pub(super) fn body(text: &str, citation: &Citation, cited: &Cited) -> Option<(Organ, bool)> {
    match cited.symbol {
        Some('s') => return Some((Organ::SecurityCouncil, true)),
        Some('a') => return Some((assembly_or_council(text, citation), true)),
        Some('h') => return Some((Organ::HumanRightsCouncil, true)),
        _ => {}
    }
    let number: u32 = cited.number.parse().ok()?;
    let agrees = cited.year.is_some_and(|year| resolution(number).is_some_and(|known| known.year == year));
    match written_body(text, citation) {
        Some(Organ::SecurityCouncil) => Some((Organ::SecurityCouncil, true)),
        Some(Organ::GeneralAssembly) if agrees && !citation.cited.iter().all(|other| other == cited) => {
            Some((Organ::SecurityCouncil, false))
        }
        Some(organ) => Some((organ, true)),
        None if agrees => Some((Organ::SecurityCouncil, false)),
        None if cited.year.is_some() => Some((Organ::Other, false)),
        None if FAMOUS_IN_THE_ASSEMBLY.contains(&number) => Some((Organ::GeneralAssembly, false)),
        None => (number > 99 && resolution(number).is_some()).then_some((Organ::SecurityCouncil, false)),
    }
}

/// `49/1` of the Human Rights Council looks like a number of the Assembly.
fn assembly_or_council(text: &str, citation: &Citation) -> Organ {
    match written_body(text, citation) {
        Some(Organ::HumanRightsCouncil) => Organ::HumanRightsCouncil,
        Some(Organ::Other) => Organ::Other,
        _ => Organ::GeneralAssembly,
    }
}

/// The body that the sentence names: close before the word, else between word and numbers or close after them, else
/// farther before.
fn written_body(text: &str, citation: &Citation) -> Option<Organ> {
    const CLOSE: usize = 24;
    const FAR: usize = 110;
    let end = citation.cited.last().map_or(citation.word_end, |last| last.end).max(citation.word_end);
    let before = sentence_before(text, citation.word_start, FAR);
    let close = &before[before.floor_char_boundary(before.len().saturating_sub(CLOSE))..];
    let inside = &text[citation.word_start..end];
    let after = sentence_after(text, end, 48);
    last_named(close)
        .or_else(|| first_named(inside))
        .or_else(|| first_named(after).filter(|named| named.start < CLOSE))
        .or_else(|| last_named(before))
        .map(|named| named.organ)
}

const STOPS: &[&str] = &[";", "\n", "\u{1}", "。", ". "];

pub(super) fn sentence_before(text: &str, at: usize, most: usize) -> &str {
    let stretch = &text[text.floor_char_boundary(at.saturating_sub(most))..at];
    let stop = STOPS.iter().filter_map(|stop| stretch.rfind(stop).map(|found| found + stop.len())).max();
    &stretch[stop.unwrap_or(0)..]
}

pub(super) fn sentence_after(text: &str, at: usize, most: usize) -> &str {
    let to = text.floor_char_boundary((at + most).min(text.len()));
    let stretch = &text[at.min(to)..to];
    let stop = STOPS.iter().chain([&","]).filter_map(|stop| stretch.find(stop)).min();
    &stretch[..stop.unwrap_or(stretch.len())]
}
