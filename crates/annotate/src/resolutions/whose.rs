//! Whose resolution a cited number is: what its symbol, its year and the names of bodies beside it say.

use chancery_model::Organ;

use crate::catalogue::{highest_number, regimes, resolution};
use crate::citation::{Citation, Cited, names_united_nations};
use crate::organ::{first_named, last_named};

/// Numbers under which the General Assembly is meant when neither year nor body is written.
const FAMOUS_IN_THE_ASSEMBLY: &[u32] = &[181, 194, 217, 377, 1514, 2625, 2758, 3314, 3379];

/// Low numbers that are the Security Council's when nothing else is written: on the Middle East and the Gulf.
const FAMOUS_IN_THE_COUNCIL: &[u32] = &[242, 338, 425, 598, 660, 678, 687];

/// Whether people cite a resolution of the Security Council by its number alone: a famous one, or a later one that a
/// sanctions regime rests on. Of any other bare number the document must show the United Nations.
fn is_known_by_its_number(number: u32) -> bool {
    let of_a_regime = || regimes().iter().any(|regime| regime.resolutions.contains(&number));
    FAMOUS_IN_THE_COUNCIL.contains(&number) || number > 999 && of_a_regime()
}

/// Whose resolution a number is.
pub(super) struct Whose {
    /// The body.
    pub organ: Organ,
    /// Whether the text or the form of the number says so.
    pub said: bool,
}

impl Whose {
    fn said(organ: Organ) -> Option<Self> {
        Some(Self { organ, said: true })
    }

    fn guessed(organ: Organ) -> Option<Self> {
        Some(Self { organ, said: false })
    }
}

/// Whose resolution it is; none for a number that is hardly a resolution. `council_named` tells whether the document
/// shows the United Nations at all: by their name, their Council's, or another resolution of it with its year.
pub(super) fn body(
    citation: &Citation,
    cited: &Cited,
    beside: &Beside,
    council_named: impl Fn() -> bool,
) -> Option<Whose> {
    match cited.symbol {
        Some('s') => return Whose::said(Organ::SecurityCouncil),
        Some('a') => return Whose::said(assembly_or_council(beside.written, cited)),
        Some('h') => return Whose::said(Organ::HumanRightsCouncil),
        Some(_) => return Whose::said(Organ::Other),
        None if citation.foreign => return Whose::said(Organ::Other),
        None => {}
    }
    let number: u32 = cited.number.parse().ok()?;
    let known = resolution(number);
    let agrees = known.is_some_and(|known| cited.year == Some(known.year));
    match beside.written {
        Some(Written { organ: Organ::SecurityCouncil, .. }) => Whose::said(Organ::SecurityCouncil),
        Some(Written { beside: false, .. }) | None if agrees => Whose::guessed(Organ::SecurityCouncil),
        Some(Written { organ: Organ::GeneralAssembly, .. }) if agrees && citation.cited.len() > 1 => {
            Whose::guessed(Organ::SecurityCouncil)
        }
        Some(Written { organ, .. }) => Whose::said(organ),
        None if is_newer(number, cited.year) => Whose::said(Organ::SecurityCouncil),
        None if cited.year.is_some() => Whose::guessed(Organ::Other).filter(|_| !citation.wide),
        None if FAMOUS_IN_THE_ASSEMBLY.contains(&number) => Whose::guessed(Organ::GeneralAssembly),
        None => {
            let likely = number > 99 && known.is_some();
            let plain = !citation.wide && is_known_by_its_number(number);
            let told = || plain || beside.united_nations || council_named();
            (likely && told()).then_some(Whose { organ: Organ::SecurityCouncil, said: false })
        }
    }
}

/// A number above the catalogue with a year not before its last: `2850 (2027)`.
fn is_newer(number: u32, year: Option<u16>) -> bool {
    let last = resolution(highest_number()).map(|last| last.year);
    number > highest_number() && number < highest_number() + 1_000 && year.is_some() && year >= last
}

/// `49/1` of the Human Rights Council looks like a number of the Assembly; an emergency session is the Assembly's.
fn assembly_or_council(written: Option<Written>, cited: &Cited) -> Organ {
    if cited.number.starts_with("ES-") {
        return Organ::GeneralAssembly;
    }
    match written {
        Some(Written { organ: Organ::HumanRightsCouncil, .. }) => Organ::HumanRightsCouncil,
        Some(Written { organ: Organ::Other, beside: true }) => Organ::Other,
        _ => Organ::GeneralAssembly,
    }
}

/// A body that the sentence names.
#[derive(Debug, Clone, Copy)]
struct Written {
    organ: Organ,
    /// Whether it belongs to the citation: it stands right before the word, within it or right after.
    beside: bool,
}

/// What stands around a citation.
#[derive(Debug)]
pub(super) struct Beside {
    written: Option<Written>,
    /// Whether the United Nations are named near.
    united_nations: bool,
}

impl Beside {
    /// Reads the sentence around a citation.
    pub fn new(text: &str, citation: &Citation) -> Self {
        const FAR: usize = 110;
        const NEAR: usize = 32;
        const LONGEST: usize = 400;
        let end = citation.cited.last().map_or(citation.word_end, |last| last.end).max(citation.word_end);
        let before = sentence_before(text, citation.word_start, FAR);
        let within = text.floor_char_boundary(end.min(citation.word_start + LONGEST));
        let inside = &text[citation.word_start..within];
        let after = sentence_after(text, end, 48);
        let near = [last_bytes(before, NEAR), inside, &after[..after.floor_char_boundary(NEAR)]];
        Self {
            written: written_body(before, inside, after),
            united_nations: near.into_iter().any(names_united_nations),
        }
    }
}

fn last_bytes(text: &str, most: usize) -> &str {
    &text[text.floor_char_boundary(text.len().saturating_sub(most))..]
}

/// The body that the sentence names: close before the word, else between word and numbers or close after them, else
/// farther before.
fn written_body(before: &str, inside: &str, after: &str) -> Option<Written> {
    const CLOSE: usize = 24;
    const BESIDE: usize = 4;
    let close = last_bytes(before, CLOSE);
    let written = |organ, beside| Some(Written { organ, beside });
    if let Some(named) = last_named(close) {
        return written(named.organ, close.len() - named.end < BESIDE);
    }
    if let Some(named) = first_named(inside) {
        return written(named.organ, true);
    }
    if let Some(named) = first_named(after).filter(|named| named.start < CLOSE) {
        return written(named.organ, !conjoined(&after[..named.start]));
    }
    last_named(before).and_then(|named| written(named.organ, false))
}

/// Whether a stretch between a number and a body's name holds a conjunction, or closes a bracket: the body
/// belongs to what comes next.
fn conjoined(between: &str) -> bool {
    const CONJUNCTIONS: [&str; 12] = ["and", "et", "y", "e", "und", "i", "oraz", "і", "та", "и", "ve", "as"];
    between.trim_start().starts_with(')')
        || between.split(' ').any(|word| CONJUNCTIONS.contains(&word))
        || between.contains(['和', '及', '与', 'と'])
}

pub(super) fn sentence_before(text: &str, at: usize, most: usize) -> &str {
    let stretch = &text[text.floor_char_boundary(at.saturating_sub(most))..at];
    let stop = (0..stretch.len()).rev().find_map(|at| Some(at + stop(&stretch.as_bytes()[at..])?));
    &stretch[stop.unwrap_or(0)..]
}

pub(super) fn sentence_after(text: &str, at: usize, most: usize) -> &str {
    let to = text.floor_char_boundary((at + most).min(text.len()));
    let stretch = &text[at.min(to)..to];
    let ends = |at: &usize| {
        let rest = &stretch.as_bytes()[*at..];
        rest[0] == b',' || stop(rest).is_some()
    };
    &stretch[..(0..stretch.len()).find(ends).unwrap_or(stretch.len())]
}

/// How long the sign is that ends a sentence here.
fn stop(text: &[u8]) -> Option<usize> {
    match text {
        [b';' | b'\n' | 1, ..] => Some(1),
        [b'.', b' ', ..] => Some(2),
        // 。
        [0xE3, 0x80, 0x82, ..] => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_cut_at_its_stops() {
        let text = "one. two; three 3.5 x, four。five";
        let at = text.find('x').expect("a letter of the text");
        assert_eq!(sentence_before(text, at, 110), " three 3.5 ");
        assert_eq!(sentence_before(text, 8, 110), "two");
        assert_eq!(sentence_before(text, at, 4), "3.5 ");
        assert_eq!(sentence_after(text, at, 48), "x");
        assert_eq!(sentence_after(text, at + 3, 48), "four");
        assert_eq!(sentence_after(text, text.len(), 48), "");
    }
}
