//! Resolutions that a document cites, and those that it only implies.

use chancery_model::{Check, CountryCode, Organ, Part, ResolutionTag, Span};

use crate::catalogue::{Regime, highest_number, regimes, resolution};
use crate::citation::{Citation, Cited, citations};
use crate::countries::{Document, Placed};
use crate::lexeme::lexemes;
use crate::organ::{council_named, first_named, last_named};

/// Numbers under which the General Assembly is meant when neither year nor body is written.
const FAMOUS_IN_THE_ASSEMBLY: &[u32] = &[181, 194, 217, 377, 1514, 2625, 2758, 3314, 3379];

/// Makes the tags: stated ones in order of first mention, then implied ones.
pub(crate) fn resolution_tags(document: &Document<'_>, countries: &[Placed]) -> Vec<ResolutionTag> {
    let mut tags = Vec::new();
    let mut bare = Vec::new();
    for part in [Part::Title, Part::Text] {
        let text = &document.part(part).text;
        for citation in citations(&lexemes(text)) {
            for cited in &citation.cited {
                if let Some(tag) = stated(document, part, &citation, cited) {
                    add(&mut tags, tag);
                }
            }
            if citation.cited.is_empty() && citation.plural {
                bare.extend(council_beside(text, &citation).map(|(start, end)| (part, start, end)));
            }
        }
    }
    for (part, start, end) in bare {
        for regime in implied_regimes(document, countries, (part, start)) {
            let span = document.span(part, start, end);
            regime.resolutions.iter().for_each(|&number| add_implied(&mut tags, number, span));
        }
    }
    tags
}

fn add(tags: &mut Vec<ResolutionTag>, tag: ResolutionTag) {
    match tags
        .iter_mut()
        .find(|known| known.organ == tag.organ && known.number == tag.number && known.check == tag.check)
    {
        Some(known) => known.spans.extend(tag.spans),
        None => tags.push(tag),
    }
}

fn add_implied(tags: &mut Vec<ResolutionTag>, number: u32, span: Span) {
    let name = number.to_string();
    match tags.iter_mut().find(|tag| tag.organ == Organ::SecurityCouncil && tag.number == name) {
        Some(tag) if tag.stated || tag.spans.contains(&span) => {}
        Some(tag) => tag.spans.push(span),
        None => tags.push(ResolutionTag {
            number: name,
            year: resolution(number).map(|known| known.year),
            organ: Organ::SecurityCouncil,
            stated: false,
            check: Check::Ok,
            spans: vec![span],
        }),
    }
}

fn stated(document: &Document<'_>, part: Part, citation: &Citation, cited: &Cited) -> Option<ResolutionTag> {
    let text = &document.part(part).text;
    let (organ, named) = body(text, citation, cited)?;
    let number: Option<u32> = cited.number.parse().ok();
    let known = number.and_then(resolution);
    let explicit = named || cited.symbol == Some('s');
    let check = match (organ, known, cited.year) {
        (Organ::SecurityCouncil, Some(known), Some(year)) if known.year != year => Check::YearDiffers,
        (Organ::SecurityCouncil, None, _) if explicit && number > Some(highest_number()) => {
            Check::UnknownNumber
        }
        (Organ::SecurityCouncil, None, _) => return None,
        _ => Check::Ok,
    };
    let catalogued = known.filter(|_| organ == Organ::SecurityCouncil).map(|known| known.year);
    Some(ResolutionTag {
        number: cited.number.clone(),
        year: cited.year.or(catalogued),
        organ,
        stated: true,
        check,
        spans: vec![document.span(part, cited.start, cited.end)],
    })
}

/// Whose resolution it is, and whether the text says so; none for a number that is hardly a resolution.
fn body(text: &str, citation: &Citation, cited: &Cited) -> Option<(Organ, bool)> {
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
    let close = &before[floor(before, before.len().saturating_sub(CLOSE))..];
    let inside = &text[citation.word_start..end];
    let after = sentence_after(text, end, 48);
    last_named(close)
        .or_else(|| first_named(inside))
        .or_else(|| first_named(after).filter(|named| named.start < CLOSE))
        .or_else(|| last_named(before))
        .map(|named| named.organ)
}

const STOPS: &[&str] = &[";", "\n", "\u{1}", "。", ". "];

fn sentence_before(text: &str, at: usize, most: usize) -> &str {
    let stretch = &text[floor(text, at.saturating_sub(most))..at];
    let stop = STOPS.iter().filter_map(|stop| stretch.rfind(stop).map(|found| found + stop.len())).max();
    &stretch[stop.unwrap_or(0)..]
}

fn sentence_after(text: &str, at: usize, most: usize) -> &str {
    let to = floor(text, (at + most).min(text.len()));
    let stretch = &text[at.min(to)..to];
    let stop = STOPS.iter().chain([&","]).filter_map(|stop| stretch.find(stop)).min();
    &stretch[..stop.unwrap_or(stretch.len())]
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The stretch "… Security Council resolutions" of a mention without numbers.
fn council_beside(text: &str, citation: &Citation) -> Option<(usize, usize)> {
    const NEAR: usize = 60;
    let (start, end) = (citation.word_start, citation.word_end);
    let from = floor(text, start.saturating_sub(NEAR));
    let before = sentence_before(text, start, NEAR);
    if let Some(named) = council_named(before).filter(|named| before.len() - named.end < 8) {
        return Some((start - (before.len() - named.start), end)).filter(|(begin, _)| *begin >= from);
    }
    let after = sentence_after(text, end, NEAR);
    council_named(after).filter(|named| named.start < 32).map(|named| (start, end + named.end))
}

/// The regimes of the Security Council that a mention without numbers means: that of a country named in its
/// paragraph, else of one named anywhere.
fn implied_regimes(
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
    let active = regimes().iter().filter(|regime| is_active_committee(regime));
    let concerns = |regime: &&Regime| {
        regime.countries.iter().any(|code| codes.iter().any(|named| named.as_str() == code))
    };
    active.filter(concerns).collect()
}

/// Keys of the committees whose measures are in force or are said to be.
fn is_active_committee(regime: &Regime) -> bool {
    const ACTIVE: &[&str] = &[
        "UN-1518",
        "UN-1533",
        "UN-1591",
        "UN-1718",
        "UN-1737",
        "UN-1970",
        "UN-1988",
        "UN-2048",
        "UN-2127/2745",
        "UN-2140",
        "UN-2206",
        "UN-2653",
        "UN-2713",
    ];
    ACTIVE.contains(&regime.key.as_str())
}
