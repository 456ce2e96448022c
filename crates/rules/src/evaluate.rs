use chancery_model::{Scope, Span};
use chancery_text::{AnalysedQuery, holds};
use chrono::{DateTime, Utc};

use crate::document::Prepared;
use crate::lexicon::Lexicon;
use crate::vocabulary::Vocabulary;
use crate::{Compiled, Document};

/// Evaluates a query on a document: none when it does not match, else what matched, in order, in bytes of the original.
///
/// Fields and NOT leave no span. `within:` is judged with `now`. Fields that only a search can answer hold for no document.
pub fn evaluate(query: &AnalysedQuery, document: &Document<'_>, now: DateTime<Utc>) -> Option<Vec<Span>> {
    let mut vocabulary = Vocabulary::default();
    let compiled = vocabulary.compile(query);
    Prepared::new(document, &vocabulary, &Lexicon::default()).evaluate(&compiled, now)
}

impl Prepared<'_> {
    /// Evaluates a query on this document; see [`evaluate`].
    pub(crate) fn evaluate(&self, query: &Compiled, now: DateTime<Utc>) -> Option<Vec<Span>> {
        if !self.holds(query, now) {
            return None;
        }
        let mut marks = Marks::default();
        self.mark(query, now, &mut marks);
        Some(marks.in_order())
    }

    /// Returns whether a query matches, as early as it is known.
    pub(crate) fn holds(&self, query: &Compiled, now: DateTime<Utc>) -> bool {
        match query {
            Compiled::Everything => true,
            Compiled::Nothing => false,
            Compiled::And(parts) => parts.iter().all(|part| self.holds(part, now)),
            Compiled::Or(parts) => parts.iter().any(|part| self.holds(part, now)),
            Compiled::Not(part) => !self.holds(part, now),
            Compiled::Field(field) => holds(field, self.document.facts, now).unwrap_or(false),
            Compiled::Sequence { positions, scope } => match &positions[..] {
                [word] => !self.places(*word, *scope).is_empty(),
                _ => !self.sequence(positions, *scope).is_empty(),
            },
            Compiled::Near { left, right, words, scope } => {
                !self.near(left, right, *words, *scope).0.is_empty()
            }
        }
    }

    /// Gathers what the parts that match have matched; nothing under a NOT.
    fn mark(&self, query: &Compiled, now: DateTime<Utc>, marks: &mut Marks) {
        match query {
            Compiled::And(parts) => parts.iter().for_each(|part| self.mark(part, now, marks)),
            Compiled::Or(parts) => {
                parts
                    .iter()
                    .filter(|part| self.holds(part, now))
                    .for_each(|part| self.mark(part, now, marks));
            }
            Compiled::Sequence { positions, scope } => {
                self.mark_places(&self.sequence(positions, *scope), positions, marks);
            }
            Compiled::Near { left, right, words, scope } => {
                let (lefts, rights) = self.near(left, right, *words, *scope);
                self.mark_places(&lefts, left, marks);
                self.mark_places(&rights, right, marks);
            }
            Compiled::Everything | Compiled::Nothing | Compiled::Not(_) | Compiled::Field(_) => {}
        }
    }

    fn mark_places(&self, places: &[u32], positions: &[u32], marks: &mut Marks) {
        marks.add(places.iter().filter_map(|&place| self.span(place, length(positions))));
    }

    /// Returns where words stand side by side in order: the places of the first word.
    pub(crate) fn sequence(&self, positions: &[u32], scope: Scope) -> Vec<u32> {
        let Some((first, rest)) = positions.split_first() else { return Vec::new() };
        let mut starts = self.places(*first, scope).to_vec();
        for (offset, position) in (1..).zip(rest) {
            if starts.is_empty() {
                break;
            }
            let places = self.places(*position, scope);
            starts.retain(|start| places.binary_search(&(start + offset)).is_ok());
        }
        starts
    }

    /// Returns the places of two sequences that have a partner which shares no word with them and is near enough.
    pub(crate) fn near(&self, left: &[u32], right: &[u32], words: u8, scope: Scope) -> (Vec<u32>, Vec<u32>) {
        let lefts = self.sequence(left, scope);
        if lefts.is_empty() {
            return (Vec::new(), Vec::new());
        }
        let rights = self.sequence(right, scope);
        let (left, right) = (length(left), length(right));
        (partnered(&lefts, left, &rights, right, words), partnered(&rights, right, &lefts, left, words))
    }
}

/// What was matched so far; a long query that asks for one word again and again does not let it grow.
#[derive(Default)]
struct Marks {
    spans: Vec<Span>,
    /// How many spans were distinct when that was last looked at.
    distinct: usize,
}

impl Marks {
    fn add(&mut self, spans: impl Iterator<Item = Span>) {
        self.spans.extend(spans);
        if self.spans.len() > 2 * self.distinct + 256 {
            self.sort();
            self.distinct = self.spans.len();
        }
    }

    fn sort(&mut self) {
        self.spans.sort_unstable_by_key(|span| (span.part, span.start, span.end));
        self.spans.dedup();
    }

    fn in_order(mut self) -> Vec<Span> {
        self.sort();
        self.spans
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
pub(crate) fn length(positions: &[u32]) -> u32 {
    u32::try_from(positions.len()).unwrap_or(u32::MAX)
}
