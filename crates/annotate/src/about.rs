//! Which of the countries named a document is about: title, lead and share of the mentions decide.

use chancery_model::{CountryCode, CountryTag, Part, Span};

use crate::countries::Document;

/// Marks the countries that the document is about. The issuer's `own` country counts only where the title names it
/// beside no other.
pub(crate) fn mark_about(document: &Document<'_>, tags: &mut [CountryTag], own: Option<CountryCode>) {
    let lead = lead_end(document.text.original);
    let weights: Vec<f32> =
        tags.iter().map(|tag| weight(tag, lead) * own_share(tag.code, own, tags)).collect();
    let highest = weights.iter().copied().fold(0.0, f32::max);
    for (tag, weight) in tags.iter_mut().zip(weights) {
        tag.about = weight >= 2.0 && weight >= 0.45 * highest;
    }
}

fn own_share(code: CountryCode, own: Option<CountryCode>, tags: &[CountryTag]) -> f32 {
    if Some(code) == own && tags.len() > 1 { 0.3 } else { 1.0 }
}

/// A mention weighs one, in the lead one and a half, in the title four (once).
fn weight(tag: &CountryTag, lead: u32) -> f32 {
    let in_text = tag.spans.iter().filter(|span| span.part == Part::Text);
    let body: f32 = in_text.map(|span: &Span| if span.start < lead { 1.5 } else { 1.0 }).sum();
    let title = tag.spans.iter().any(|span| span.part == Part::Title);
    body.min(6.0) + if title { 4.0 } else { 0.0 }
}

/// The lead: the first paragraph, at most 400 bytes of it.
fn lead_end(text: &str) -> u32 {
    let paragraph = text.find("\n\n").unwrap_or(text.len());
    u32::try_from(paragraph.min(400)).unwrap_or(400)
}
