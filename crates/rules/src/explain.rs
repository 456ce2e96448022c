use chancery_model::Span;
use chrono::{DateTime, Utc};

use crate::{Document, Parsed};

/// Whether one part of a query holds for a document, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermReason {
    /// The part as the printer writes it, with `-` before it where it stands under a NOT.
    pub term: String,
    /// Whether it holds; under a NOT, whether it is absent.
    pub holds: bool,
    /// What was found, or what is missing, in one sentence.
    pub reason: String,
    /// What it matched, in bytes of the original.
    pub spans: Vec<Span>,
}

/// Says for each term of a query, in the order typed, whether it holds for a document and why.
pub fn explain(parsed: &Parsed, document: &Document<'_>, now: DateTime<Utc>) -> Vec<TermReason> {
    let _ = (parsed, document, now);
    Vec::new()
}
