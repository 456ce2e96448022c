//! Sanctions regimes: named, founded by an act that is cited, or only implied.
//!
//! Stated: the regime's name, its committee, its programme's code, an act that founded or amended it, or a measure with
//! the resolution that founded it. Implied: another resolution of its committee is cited, or the issuer speaks of its
//! sanctions against a country.

mod names;
mod own;
mod words;

pub(crate) use names::Names;

use chancery_model::{
    Check, CountryTag, InstrumentKind, InstrumentTag, Organ, Part, RegimeTag, ResolutionTag, Span,
};

use crate::catalogue::{Regime, regimes};
use crate::countries::Document;
use crate::folded::fold_pattern;
use crate::instruments::{programme_regime, regimes_of};
use crate::letter::joins;
use crate::scan::{Hit, Section};
use names::{is_committee, numbers_of};
use words::MEASURES;

/// What else a document was found to say.
pub(crate) struct Found<'f> {
    /// Its resolutions.
    pub resolutions: &'f [ResolutionTag],
    /// Its other instruments.
    pub instruments: &'f [InstrumentTag],
    /// Its countries.
    pub countries: &'f [CountryTag],
    /// The code of its issuer.
    pub issuer: Option<&'f str>,
}

/// Makes the tags: regimes named in the text, those of the acts that it cites, then those that are only implied.
pub(crate) fn regime_tags(document: &Document<'_>, found: &Found<'_>) -> Vec<RegimeTag> {
    let mut tags = Vec::new();
    for part in [Part::Title, Part::Text] {
        for (regime, span) in named(document, part) {
            add(&mut tags, &regime.key, true, &[span]);
        }
    }
    for tag in found.instruments {
        acting(tag).into_iter().for_each(|key| add(&mut tags, key, true, &tag.spans));
    }
    for tag in found.resolutions.iter().filter(|tag| is_council(tag)) {
        for regime in committees_of(tag) {
            let stated =
                is_founding(regime, tag) && tag.spans.iter().any(|span| measure_before(document, span));
            add(&mut tags, &regime.key, stated, &tag.spans);
        }
    }
    for (regime, span) in own::implied(document, found.issuer, found.countries) {
        add(&mut tags, &regime.key, false, &[span]);
    }
    tags.iter_mut().for_each(|tag| in_order(&mut tag.spans));
    tags
}

fn in_order(spans: &mut Vec<Span>) {
    spans.sort_unstable_by_key(|span| (span.part, span.start, span.end));
    spans.dedup();
}

/// The regimes whose names stand in a part.
fn named<'d>(
    document: &'d Document<'_>,
    part: Part,
) -> impl Iterator<Item = (&'static Regime, Span)> + use<'d> {
    let folded = document.part(part);
    let suits = move |hit: &Hit| {
        let original = folded.original.get(folded.start_of(hit.start)..folded.end_of(hit.end));
        let (form, regime) = document.tables.regimes.get(hit.pattern)?;
        (ends_word(&folded.text, hit.end) && form.suits(original.unwrap_or(""))).then_some(regime)
    };
    let hits = document.scan(part).longest(Section::Regimes);
    hits.filter_map(move |hit| Some((suits(&hit)?, document.span(part, hit.start, hit.end))))
}

/// The keys of the regimes that an instrument founded, amended or names.
fn acting(tag: &InstrumentTag) -> Vec<&'static str> {
    match tag.kind {
        InstrumentKind::Programme => programme_regime(&tag.key).into_iter().collect(),
        InstrumentKind::Charter | InstrumentKind::Treaty => Vec::new(),
        _ => regimes_of(&tag.key).iter().map(|regime| regime.key.as_str()).collect(),
    }
}

fn add(tags: &mut Vec<RegimeTag>, key: &str, stated: bool, spans: &[Span]) {
    match tags.iter_mut().find(|tag| tag.key == key) {
        Some(tag) if tag.stated && !stated => {}
        Some(tag) => {
            tag.stated |= stated;
            tag.spans.extend(spans);
        }
        None => tags.push(RegimeTag { key: key.to_owned(), stated, spans: spans.to_vec() }),
    }
}

fn is_council(tag: &ResolutionTag) -> bool {
    tag.organ == Organ::SecurityCouncil && tag.check == Check::Ok
}

/// The committees of the Security Council among whose resolutions a cited one is: the one that it founded, else those
/// that it followed, else those that it preceded.
fn committees_of(tag: &ResolutionTag) -> Vec<&'static Regime> {
    let Ok(number) = tag.number.parse::<u32>() else { return Vec::new() };
    let committees = regimes().iter().filter(|regime| is_committee(regime));
    let all: Vec<_> = committees.filter(|regime| regime.resolutions.contains(&number)).collect();
    let best = all.iter().map(|regime| standing(regime, number)).min();
    all.into_iter().filter(|regime| Some(standing(regime, number)) == best).collect()
}

fn is_founding(committee: &Regime, tag: &ResolutionTag) -> bool {
    tag.stated && tag.number.parse().is_ok_and(|number| standing(committee, number) == 0)
}

/// Whether a measure or body of a regime stands before a citation: "the arms embargo of resolution 1970".
fn measure_before(document: &Document<'_>, span: &Span) -> bool {
    const NEAR: usize = 90;
    const STOPS: [&str; 5] = [". ", "\n", ";", "。", ","];
    let original = match span.part {
        Part::Title => document.title.original,
        Part::Text => document.text.original,
    };
    let end = original.floor_char_boundary(span.start as usize);
    let near = &original[original.floor_char_boundary(end.saturating_sub(NEAR))..end];
    let start = STOPS.iter().filter_map(|stop| near.rfind(stop).map(|at| at + stop.len())).max();
    MEASURES.are_in(&fold_pattern(&near[start.unwrap_or(0)..]))
}

/// What a resolution is to a committee: 0 when it founded it, 1 when it came after, 2 when it came before.
fn standing(committee: &Regime, number: u32) -> u8 {
    let founding: Vec<u32> = numbers_of(committee).filter_map(|own| own.parse().ok()).collect();
    match founding.first() {
        _ if founding.contains(&number) => 0,
        Some(first) if *first < number => 1,
        _ => 2,
    }
}

/// Whether a word ends here; in the scripts of the east particles may follow.
fn ends_word(text: &str, end: usize) -> bool {
    match (text[..end].chars().next_back(), text[end..].chars().next()) {
        (Some(last), Some(next)) => last > '\u{2E80}' || !joins(last, next),
        _ => true,
    }
}
