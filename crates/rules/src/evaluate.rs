use chancery_model::{Scope, Span};
use chancery_text::{AnalysedQuery, Position, holds};
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
        if !self.holds(query, now) {
            return None;
        }
        let mut spans = Vec::new();
        self.mark(query, now, &mut spans);
        spans.sort_unstable_by_key(|span| (span.part, span.start, span.end));
        spans.dedup();
        Some(spans)
    }

    /// Returns whether a query matches, as early as it is known.
    pub(crate) fn holds(&self, query: &AnalysedQuery, now: DateTime<Utc>) -> bool {
        match query {
            AnalysedQuery::Everything => true,
            AnalysedQuery::Nothing => false,
            AnalysedQuery::And(parts) => parts.iter().all(|part| self.holds(part, now)),
            AnalysedQuery::Or(parts) => parts.iter().any(|part| self.holds(part, now)),
            AnalysedQuery::Not(part) => !self.holds(part, now),
            AnalysedQuery::Field(field) => holds(field, self.document.facts, now).unwrap_or(false),
            AnalysedQuery::Sequence { positions, scope } => !self.sequence(positions, *scope).is_empty(),
            AnalysedQuery::Near { left, right, words, scope } => {
                !self.near(left, right, *words, *scope).0.is_empty()
            }
        }
    }

    /// Gathers what the parts that match have matched; nothing under a NOT.
    fn mark(&self, query: &AnalysedQuery, now: DateTime<Utc>, spans: &mut Vec<Span>) {
        match query {
            AnalysedQuery::And(parts) => parts.iter().for_each(|part| self.mark(part, now, spans)),
            AnalysedQuery::Or(parts) => {
                parts
                    .iter()
                    .filter(|part| self.holds(part, now))
                    .for_each(|part| self.mark(part, now, spans));
            }
            AnalysedQuery::Sequence { positions, scope } => {
                let places = self.sequence(positions, *scope);
                spans.extend(places.iter().filter_map(|&place| self.span(place, length(positions))));
            }
            AnalysedQuery::Near { left, right, words, scope } => {
                let (lefts, rights) = self.near(left, right, *words, *scope);
                spans.extend(lefts.iter().filter_map(|&place| self.span(place, length(left))));
                spans.extend(rights.iter().filter_map(|&place| self.span(place, length(right))));
            }
            AnalysedQuery::Everything
            | AnalysedQuery::Nothing
            | AnalysedQuery::Not(_)
            | AnalysedQuery::Field(_) => {}
        }
    }

    /// Returns where words stand side by side in order: the places of the first word.
    pub(crate) fn sequence(&self, positions: &[Position], scope: Scope) -> Vec<u32> {
        let Some((first, rest)) = positions.split_first() else { return Vec::new() };
        let mut starts = self.places(first, scope);
        for (offset, position) in (1..).zip(rest) {
            if starts.is_empty() {
                break;
            }
            let places = self.places(position, scope);
            starts.retain(|start| places.binary_search(&(start + offset)).is_ok());
        }
        starts
    }

    /// Returns the places of two sequences that have a partner which shares no word with them and is near enough.
    pub(crate) fn near(
        &self,
        left: &[Position],
        right: &[Position],
        words: u8,
        scope: Scope,
    ) -> (Vec<u32>, Vec<u32>) {
        let lefts = self.sequence(left, scope);
        if lefts.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let rights = self.sequence(right, scope);
        let (left, right) = (length(left), length(right));
        (partnered(&lefts, left, &rights, right, words), partnered(&rights, right, &lefts, left, words))
    }
}

/// Returns the places of stretches of `length` words that have one of `others` at most `words` words away.
fn partnered(places: &[u32], length: u32, others: &[u32], other_length: u32, words: u8) -> Vec<u32> {
    let reach = u32::from(words);
    let has_partner = |&place: &u32| {
        let from = others.partition_point(|&other| other + other_length + reach < place);
        let near = others[from..].iter().take_while(|&&other| other <= place + length + reach);
        near.into_iter().any(|&other| between(place, length, other, other_length).is_some())
    };
    places.iter().copied().filter(has_partner).collect()
}

/// Returns how many words stand between two stretches of words; none when they share one.
pub(crate) fn between(a: u32, a_length: u32, b: u32, b_length: u32) -> Option<u32> {
    b.checked_sub(a + a_length).or_else(|| a.checked_sub(b + b_length))
}

/// Returns how many words a sequence has.
pub(crate) fn length(positions: &[Position]) -> u32 {
    u32::try_from(positions.len()).unwrap_or(u32::MAX)
}
