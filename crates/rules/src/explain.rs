use chancery_model::{Literal, Part, Query, Scope, Span};
use chancery_text::{analyse, analyse_query};
use chrono::{DateTime, Utc};

use crate::document::Prepared;
use crate::evaluate::{between, length};
use crate::field_reason::field_reason;
use crate::lexicon::Lexicon;
use crate::print::whole_leaf;
use crate::vocabulary::Vocabulary;
use crate::{Compiled, Document, Parsed};

/// Whether one part of a query holds for a document, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermReason {
    /// The part as the printer writes it, with `-` or `NOT` before it where it stands under a NOT.
    pub term: String,
    /// Whether it holds; under a NOT, whether it is absent.
    pub holds: bool,
    /// What was found, or what is missing, in one or two sentences.
    pub reason: String,
    /// What it matched, in bytes of the original.
    pub spans: Vec<Span>,
}

/// Says for each term of a query, in the order typed, whether it holds for a document and why.
pub fn explain(parsed: &Parsed, document: &Document<'_>, now: DateTime<Utc>) -> Vec<TermReason> {
    let mut vocabulary = Vocabulary::default();
    let mut leaves = Vec::new();
    for_each_leaf(&parsed.query, false, &mut |query, negated| {
        leaves.push(Leaf { query, negated, compiled: vocabulary.compile(&analyse_query(query)) });
    });
    let prepared = Prepared::new(document, &vocabulary, &Lexicon::default());
    leaves.iter().map(|leaf| reason_of(leaf, &prepared, now)).collect()
}

/// A part of a query that holds no other.
struct Leaf<'q> {
    query: &'q Query,
    negated: bool,
    compiled: Compiled,
}

fn for_each_leaf<'q>(query: &'q Query, negated: bool, visit: &mut dyn FnMut(&'q Query, bool)) {
    match query {
        Query::Everything => {}
        Query::And(parts) | Query::Or(parts) => {
            parts.iter().for_each(|part| for_each_leaf(part, negated, visit));
        }
        Query::Not(part) => for_each_leaf(part, !negated, visit),
        leaf => visit(leaf, negated),
    }
}

fn reason_of(leaf: &Leaf<'_>, document: &Prepared<'_>, now: DateTime<Utc>) -> TermReason {
    let Leaf { query: leaf, negated, compiled } = leaf;
    let matched = document.evaluate(compiled, now);
    let found = matched.is_some();
    let spans = matched.unwrap_or_default();
    let reason = match leaf {
        Query::Field(field) => field_reason(field, found, document.document.facts),
        _ if found => found_words(document, compiled, &spans),
        _ => missing_words(document, leaf, compiled),
    };
    let excluded = if *negated && found { " The query excludes it." } else { "" };
    let sign = match (negated, leaf) {
        (false, _) => "",
        (true, Query::Near { .. }) => "NOT ",
        (true, _) => "-",
    };
    TermReason {
        term: format!("{sign}{}", whole_leaf(leaf)),
        holds: found != *negated,
        reason: format!("{reason}{excluded}"),
        spans,
    }
}

fn found_words(document: &Prepared<'_>, compiled: &Compiled, spans: &[Span]) -> String {
    let Some(first) = spans.first() else { return "Found.".to_owned() };
    let words = document.forms_in(first).join(" ");
    let place = match first.part {
        Part::Title => "the title",
        Part::Text => "the text",
    };
    match (compiled, spans.len()) {
        (Compiled::Near { .. }, _) => format!("Found near enough, first at “{words}” in {place}."),
        (_, 1) => format!("Found once, as “{words}” in {place}."),
        (_, times) => format!("Found {times} times, first as “{words}” in {place}."),
    }
}

fn missing_words(document: &Prepared<'_>, leaf: &Query, compiled: &Compiled) -> String {
    match (leaf, first_reading(compiled)) {
        (Query::Literal(literal), Compiled::Sequence { positions, scope }) => {
            missing_sequence(document, literal, positions, *scope)
        }
        (Query::Near { left, right, words }, Compiled::Near { left: a, right: b, scope, .. }) => {
            let sides = [(left, a), (right, b)];
            let absent = sides.iter().find(|(_, positions)| document.sequence(positions, *scope).is_empty());
            match absent {
                Some((literal, positions)) => missing_sequence(document, literal, positions, *scope),
                None => too_far(document, a, b, *words, *scope),
            }
        }
        _ => "It holds no word to look for.".to_owned(),
    }
}

/// A literal that may be divided into words in several ways is explained by the first.
fn first_reading(compiled: &Compiled) -> &Compiled {
    match compiled {
        Compiled::Or(readings) => readings.first().unwrap_or(compiled),
        _ => compiled,
    }
}

fn missing_sequence(document: &Prepared<'_>, literal: &Literal, positions: &[u32], scope: Scope) -> String {
    let place = match scope {
        Scope::Anywhere => "the title and the text",
        Scope::Title => "the title",
        Scope::Note => {
            return "A statement's own words hold no note; only a search can look there.".to_owned();
        }
    };
    let typed = analyse(&literal.text, None).tokens;
    let absent = positions.iter().position(|&position| document.places(position, scope).is_empty());
    let word = absent.filter(|_| typed.len() == positions.len()).and_then(|at| typed.get(at));
    let word = word.and_then(|token| literal.text.get(token.start as usize..token.end as usize));
    match (absent, word) {
        (None, _) => format!("All its words stand in {place}, but nowhere side by side in this order."),
        (Some(_), Some(word)) => format!("“{word}” stands in no form in {place}."),
        (Some(_), None) => format!("“{}” stands in no form in {place}.", literal.text),
    }
}

fn too_far(document: &Prepared<'_>, left: &[u32], right: &[u32], words: u8, scope: Scope) -> String {
    let (lefts, rights) = (document.sequence(left, scope), document.sequence(right, scope));
    let distances = lefts.iter().flat_map(|&a| {
        let together = rights.iter().filter(move |&&b| !document.is_across_seam(a, b));
        together.filter_map(move |&b| between(a, length(left), b, length(right)))
    });
    match distances.min() {
        Some(distance) => {
            format!("Both are there, but at least {distance} words stand between, more than {words}.")
        }
        None => "Both are there, but never as two different words of one part.".to_owned(),
    }
}
