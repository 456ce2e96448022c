//! Resolutions that a document cites, and those that it only implies.

mod gathered;
mod implied;
mod whose;

use std::cell::OnceCell;

use chancery_model::{Check, Organ, Part, ResolutionTag, Span};

use crate::catalogue::{highest_number, resolution};
use crate::citation::{Citation, Cited, Passages};
use crate::countries::{Document, Placed};
use crate::organ::council_named;
use gathered::Gathered;
use implied::{Concerned, between, council_beside};
use whose::{Beside, body};

/// Makes the tags: stated ones in order of first mention, then implied ones.
pub(crate) fn resolution_tags(document: &Document<'_>, countries: &[Placed]) -> Vec<ResolutionTag> {
    let passages = Passages::new(document);
    if passages.citations().next().is_none() {
        return Vec::new();
    }
    let mut tags = Gathered::default();
    let reader = Reader { document, council: OnceCell::new() };
    for (part, citation) in passages.citations() {
        let beside = Beside::new(&document.part(part).text, citation);
        let found = citation.cited.iter().filter_map(|cited| reader.stated(part, citation, cited, &beside));
        found.for_each(|tag| tags.add(tag));
    }
    let concerned = Concerned::new(countries);
    for (part, citation) in passages.citations() {
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

/// Reads citations of one document.
struct Reader<'d, 't> {
    document: &'d Document<'t>,
    /// Whether the document names the Security Council, once it was asked.
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
        let whose = body(citation, cited, beside, || self.names_council())?;
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

    fn names_council(&self) -> bool {
        let named = |part| council_named(&self.document.part(part).text).is_some();
        *self.council.get_or_init(|| named(Part::Title) || named(Part::Text))
    }
}
