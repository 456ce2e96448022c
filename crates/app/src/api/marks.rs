//! Texts with marks, offsets in UTF-16 units as the window counts.

use std::ops::Range;

use chancery_model::{Annotations, Organ, Part, Span};
use chancery_text::utf16_of_bytes;

use super::types::{Mark, MarkKind, Marked};

/// A stretch of bytes of one part with what it stands for.
#[derive(Debug, Clone)]
pub(super) struct Evidence {
    pub(super) span: Span,
    pub(super) kind: MarkKind,
    pub(super) value: String,
}

/// All evidence of a statement's tags.
pub(super) fn evidence_of(tags: &Annotations) -> Vec<Evidence> {
    let mut all = Vec::new();
    let mut add = |spans: &[Span], kind, value: &str| {
        all.extend(spans.iter().map(|&span| Evidence { span, kind, value: value.to_owned() }));
    };
    tags.countries.iter().for_each(|tag| add(&tag.spans, MarkKind::Country, tag.code.as_str()));
    tags.topics.iter().for_each(|tag| add(&tag.spans, MarkKind::Topic, &tag.slug));
    for tag in &tags.resolutions {
        add(&tag.spans, law_kind(tag.stated), &law_value(tag.organ, &tag.number));
    }
    tags.regimes.iter().for_each(|tag| add(&tag.spans, law_kind(tag.stated), &tag.key));
    tags.instruments.iter().for_each(|tag| add(&tag.spans, MarkKind::Act, &tag.key));
    tags.speakers.iter().for_each(|tag| add(&tag.spans, MarkKind::Person, &tag.name));
    if let Some(issuer) = &tags.issuer {
        add(&issuer.spans, MarkKind::Person, &issuer.name);
    }
    all
}

fn law_kind(stated: bool) -> MarkKind {
    if stated { MarkKind::Law } else { MarkKind::Implied }
}

/// A resolution as the window shows it: the bare number for the Security Council, else with its organ.
pub(super) fn law_value(organ: Organ, number: &str) -> String {
    match organ {
        Organ::SecurityCouncil => number.to_owned(),
        Organ::GeneralAssembly => format!("A/RES/{number}"),
        Organ::HumanRightsCouncil => format!("A/HRC/RES/{number}"),
        Organ::Other => number.to_owned(),
    }
}

/// Evidence of what a query matched.
pub(super) fn evidence_of_matches(spans: &[Span]) -> Vec<Evidence> {
    spans.iter().map(|&span| Evidence { span, kind: MarkKind::Match, value: String::new() }).collect()
}

/// Cuts a range of bytes out of a part and carries its evidence along.
pub(super) fn marked(whole: &str, part: Part, range: Range<usize>, evidence: &[Evidence]) -> Marked {
    let text = whole.get(range.clone()).unwrap_or("");
    let mut inside: Vec<_> = evidence
        .iter()
        .filter(|item| item.span.part == part)
        .filter_map(|item| Some((clip(&item.span, &range)?, item)))
        .collect();
    inside.sort_by_key(|(bytes, item)| (bytes.start, bytes.end, item.kind));
    inside.dedup_by(|a, b| a.0 == b.0 && a.1.kind == b.1.kind && a.1.value == b.1.value);
    let mut ends: Vec<usize> = inside.iter().flat_map(|(bytes, _)| [bytes.start, bytes.end]).collect();
    ends.sort_unstable();
    ends.dedup();
    let units = utf16_of_bytes(text, &ends);
    let unit = |byte: usize| ends.binary_search(&byte).map_or(0, |at| units[at] as u32);
    let marks = inside
        .iter()
        .map(|(bytes, item)| Mark {
            start: unit(bytes.start),
            end: unit(bytes.end),
            mark: item.kind,
            value: item.value.clone(),
        })
        .collect();
    Marked { text: text.to_owned(), marks }
}

/// The part of a span that lies in a range, counted from the range's beginning.
fn clip(span: &Span, range: &Range<usize>) -> Option<Range<usize>> {
    let start = (span.start as usize).max(range.start);
    let end = (span.end as usize).min(range.end);
    (start < end).then(|| start - range.start..end - range.start)
}

/// The paragraphs of a text as ranges of bytes, without white space at their ends.
pub(super) fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for piece in text.split("\n\n") {
        let trimmed = piece.trim();
        if !trimmed.is_empty() {
            let start = at + (piece.len() - piece.trim_start().len());
            found.push(start..start + trimmed.len());
        }
        at += piece.len() + 2;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_count_utf16_units_from_the_beginning_of_the_stretch() {
        let text = "🙂 санкції проти КНДР";
        let start = text.find("КНДР").expect("it is there");
        let evidence = [Evidence {
            span: Span::new(Part::Text, start, start + "КНДР".len()),
            kind: MarkKind::Country,
            value: "KP".to_owned(),
        }];
        let whole = marked(text, Part::Text, 0..text.len(), &evidence);
        assert_eq!((whole.marks[0].start, whole.marks[0].end), (17, 21));
        let cut = marked(text, Part::Text, 5..text.len(), &evidence);
        assert_eq!((cut.text.as_str(), cut.marks[0].start), ("санкції проти КНДР", 14));
        assert!(marked(text, Part::Title, 0..text.len(), &evidence).marks.is_empty());
    }

    #[test]
    fn paragraphs_are_cut_at_empty_lines() {
        let text = "One.\nStill one.\n\n  \n\nTwo.\n";
        let found: Vec<_> = paragraphs(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["One.\nStill one.", "Two."]);
    }
}
