//! Spans in characters as the command line prints them.

use chancery_exchange::Places;
use chancery_model::{Part, Span};
use serde_json::{Value, json};

/// Writes spans as `{start, end}`, those of the title with `in: "title"`.
pub(super) fn spans_json(places: &Places, spans: &[Span]) -> Value {
    spans.iter().map(|span| span_json(places, span)).collect()
}

fn span_json(places: &Places, span: &Span) -> Value {
    let (start, end) = places.of(span);
    match span.part {
        Part::Title => json!({ "start": start, "end": end, "in": "title" }),
        Part::Text => json!({ "start": start, "end": end }),
    }
}
