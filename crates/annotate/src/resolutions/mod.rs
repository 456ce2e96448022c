//! Resolutions that a document cites, and those that it only implies.

mod gathered;
mod implied;
mod whose;

use std::cell::OnceCell;
use std::sync::LazyLock;

use chancery_model::{Check, Organ, Part, ResolutionTag, Span};

use crate::catalogue::{highest_number, resolution};
use crate::citation::{Citation, Cited, Passages};
use crate::countries::{Document, Placed};
use crate::folded::Folded;
use crate::organ::council_named;
use crate::phrase::Phrases;
use crate::table;
use gathered::Gathered;
use implied::{Concerned, between, council_beside};
use whose::{Beside, body};

const UNITED_NATIONS: &str = include_str!("../../../../data/gazetteer/united-nations.tsv");

/// Makes the tags: stated ones in order of first mention, then implied ones.
pub(crate) fn resolution_tags(document: &Document<'_>, countries: &[Placed]) -> Vec<ResolutionTag> {
    let passages = Passages::new(document);
    if passages.citations().next().is_none() {
        return Vec::new();
    }
    let mut tags = Gathered::default();
    let reader = Reader { document, passages: &passages, council: OnceCell::new() };
    for (part, citation) in passages.citations() {
        let beside = Beside::new(&document.part(part).text, citation);
        let found = citation.cited.iter().filter_map(|cited| reader.stated(part, citation, cited, &beside));
        found.for_each(|tag| tags.add(tag));
    }
    let concerned = Concerned::new(countries);
    let states_a_number = tags.states_the_council();
    for (part, citation) in passages.citations() {
        let is_headline = part == Part::Title && citation.cited.is_empty();
        if is_headline && states_a_number {
            continue;
        }
        for (number, span) in implied(document, &concerned, part, citation) {
            tags.add_implied(number, span);
        }
    }
    tags.into_tags()
}

/// The numbers that a citation implies: those within a range, or the set of the regime that is meant.
fn implied(
    document: &Document<'_>,
    concerned: &Concerned,
    part: Part,
    citation: &Citation,
) -> Vec<(u32, Span)> {
    if !citation.cited.is_empty() {
        let numbers = between(citation).into_iter();
        return numbers.map(|(number, start, end)| (number, document.span(part, start, end))).collect();
    }
    let text = &document.part(part).text;
    let Some((start, end)) = citation.plural.then(|| council_beside(text, citation)).flatten() else {
        return Vec::new();
    };
    let span = document.span(part, start, end);
    let regime = concerned.meant(text, (part, start));
    regime.map_or_else(Vec::new, |regime| regime.resolutions.iter().map(|number| (*number, span)).collect())
}

/// Whether a text names the United Nations.
fn names_united_nations(text: &Folded<'_>) -> bool {
    static NAMES: LazyLock<Phrases> =
        LazyLock::new(|| Phrases::new(table::lines(UNITED_NATIONS).flat_map(table::listed).collect()));
    let mut words = text.original.split(|c: char| !c.is_alphanumeric());
    words.any(|word| word == "UN") || !NAMES.places(&text.text).is_empty()
}

/// Reads citations of one document.
struct Reader<'d, 't> {
    document: &'d Document<'t>,
    passages: &'d Passages,
    /// Whether the document shows the United Nations, once it was asked.
    council: OnceCell<bool>,
}

impl Reader<'_, '_> {
    fn stated(
        &self,
        part: Part,
        citation: &Citation,
        cited: &Cited,
        beside: &Beside,
    ) -> Option<ResolutionTag> {
        let whose = body(citation, cited, beside, || self.shows_united_nations())?;
        let number: Option<u32> = cited.number.parse().ok();
        let known = number.and_then(resolution).filter(|_| whose.organ == Organ::SecurityCouncil);
        let check = match (whose.organ, known, cited.year) {
            (Organ::SecurityCouncil, Some(known), Some(year)) if known.year != year => Check::YearDiffers,
            (Organ::SecurityCouncil, None, _) if whose.said && number > Some(highest_number()) => {
                Check::UnknownNumber
            }
            (Organ::SecurityCouncil, None, _) => return None,
            _ => Check::Ok,
        };
        Some(ResolutionTag {
            number: cited.number.clone(),
            year: cited.year.or(known.map(|known| known.year)),
            organ: whose.organ,
            stated: true,
            check,
            spans: vec![self.document.span(part, cited.start, cited.end)],
        })
    }

    /// Whether the document shows the United Nations: it names them or their Council, or cites a resolution of it by its
    /// number and year or symbol.
    fn shows_united_nations(&self) -> bool {
        let named = |part: Part| {
            let text = self.document.part(part);
            council_named(&text.text).is_some() || names_united_nations(text)
        };
        let is_sure = |cited: &Cited| {
            let known = cited.number.parse().ok().and_then(resolution);
            cited.symbol == Some('s') || known.is_some_and(|known| cited.year == Some(known.year))
        };
        let cites = || self.passages.citations().any(|(_, citation)| citation.cited.iter().any(is_sure));
        *self.council.get_or_init(|| named(Part::Title) || named(Part::Text) || cites())
    }
}
