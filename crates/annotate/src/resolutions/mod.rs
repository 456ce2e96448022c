//! Resolutions that a document cites, and those that it only implies.

mod implied;
mod whose;

use chancery_model::{Check, Organ, Part, ResolutionTag, Span};

use crate::catalogue::{highest_number, resolution};
use crate::citation::{Citation, Cited, citations};
use crate::countries::{Document, Placed};
use crate::lexeme::lexemes;
use implied::{council_beside, implied_regimes};
use whose::body;

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
