use std::collections::HashSet;

use chancery_model::{Field, Literal, LiteralKind, Query, Scope};

use crate::query_words::{QueryWord, readings};
use crate::{Key, keys};

/// What may stand at one position of a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Position {
    /// A word that answers to one of these keys.
    Word(Vec<Key>),
    /// A word whose folded written form begins so.
    Prefix(String),
}

/// A query in terms of analysed words: what both engines evaluate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnalysedQuery {
    /// Matches every statement.
    Everything,
    /// Matches none.
    Nothing,
    /// All match.
    And(Vec<AnalysedQuery>),
    /// At least one matches.
    Or(Vec<AnalysedQuery>),
    /// The part does not match.
    Not(Box<AnalysedQuery>),
    /// Words side by side, in order, within one part of the statement; at least one position.
    Sequence {
        /// The words.
        positions: Vec<Position>,
        /// Where to look.
        scope: Scope,
    },
    /// Two sequences of different words with at most `words` words between, in either order, within one part.
    Near {
        /// One side.
        left: Vec<Position>,
        /// The other.
        right: Vec<Position>,
        /// How many words may stand between.
        words: u8,
        /// Where to look.
        scope: Scope,
    },
    /// A field.
    Field(Field),
}

/// Leads the words of a query to their keys, in every language that their script allows.
///
/// A word of a script without spaces may be divided in several ways; the text may have divided it in any of them, so it
/// becomes an OR of sequences. A literal without any word (`"…"`) matches nothing. A part that an AND or OR holds several
/// times is kept once, so that a query costs what it asks for and not how long it is.
pub fn analyse_query(query: &Query) -> AnalysedQuery {
    match query {
        Query::Everything => AnalysedQuery::Everything,
        Query::And(parts) => joined(parts, AnalysedQuery::And),
        Query::Or(parts) => joined(parts, AnalysedQuery::Or),
        Query::Not(part) => AnalysedQuery::Not(Box::new(analyse_query(part))),
        Query::Field(field) => AnalysedQuery::Field(field.clone()),
        Query::Literal(literal) => {
            any_of(sequences(literal).map(|positions| sequence(positions, literal.scope)))
        }
        Query::Near { left, right, words } => near(left, right, *words),
    }
}

/// Analyses each distinct part; one alone needs no AND or OR.
fn joined(parts: &[Query], join: impl Fn(Vec<AnalysedQuery>) -> AnalysedQuery) -> AnalysedQuery {
    let mut seen = HashSet::new();
    let distinct = parts.iter().filter(|part| seen.insert(*part));
    let mut analysed: Vec<AnalysedQuery> = distinct.map(analyse_query).collect();
    match analysed.len() {
        1 => analysed.remove(0),
        _ => join(analysed),
    }
}

fn sequence(positions: Vec<Position>, scope: Scope) -> AnalysedQuery {
    AnalysedQuery::Sequence { positions, scope }
}

fn near(left: &Literal, right: &Literal, words: u8) -> AnalysedQuery {
    let rights: Vec<_> = sequences(right).collect();
    let pairs =
        sequences(left).flat_map(|left| rights.iter().map(move |right| (left.clone(), right.clone())));
    any_of(pairs.map(|(one, other)| AnalysedQuery::Near {
        left: one,
        right: other,
        words,
        scope: left.scope,
    }))
}

fn any_of(parts: impl Iterator<Item = AnalysedQuery>) -> AnalysedQuery {
    let mut parts: Vec<_> = parts.collect();
    match parts.len() {
        0 => AnalysedQuery::Nothing,
        1 => parts.remove(0),
        _ => AnalysedQuery::Or(parts),
    }
}

/// The sequences of words any of which is what a literal means; none when it holds no word.
fn sequences(literal: &Literal) -> impl Iterator<Item = Vec<Position>> {
    let is_prefix = literal.kind == LiteralKind::Prefix;
    readings(&literal.text)
        .into_iter()
        .filter(|reading| !reading.is_empty())
        .map(move |reading| positions(reading, is_prefix))
}

/// All words as words, but for the last of a prefix.
fn positions(words: Vec<QueryWord>, is_prefix: bool) -> Vec<Position> {
    let last = words.len() - 1;
    let position = |(n, word): (usize, QueryWord)| match is_prefix && n == last {
        true => Position::Prefix(word.form),
        false => Position::Word(keys::asked(&word.form, word.is_acronym)),
    };
    words.into_iter().enumerate().map(position).collect()
}

impl AnalysedQuery {
    /// Returns whether the query asks for something that only a search can answer (what the user did).
    pub fn is_search_only(&self) -> bool {
        match self {
            AnalysedQuery::And(parts) | AnalysedQuery::Or(parts) => parts.iter().any(Self::is_search_only),
            AnalysedQuery::Not(part) => part.is_search_only(),
            AnalysedQuery::Sequence { scope, .. } | AnalysedQuery::Near { scope, .. } => {
                *scope == Scope::Note
            }
            AnalysedQuery::Field(Field::Label(_) | Field::Is(_) | Field::Has(_)) => true,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_is_repeated_is_kept_once() {
        let word = |text: &str| {
            Query::Literal(Literal { text: text.to_owned(), kind: LiteralKind::Word, scope: Scope::Anywhere })
        };
        let [one, other] = ["ships", "troops"].map(word);
        let repeated = Query::And(vec![one.clone(), other.clone(), one.clone()]);
        assert_eq!(analyse_query(&repeated), analyse_query(&Query::And(vec![one.clone(), other])));
        assert_eq!(analyse_query(&Query::Or(vec![one.clone(), one.clone()])), analyse_query(&one));
    }
}
