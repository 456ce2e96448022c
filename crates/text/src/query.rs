use chancery_model::{Field, Literal, LiteralKind, Query, Scope};

use crate::{Key, analyse};

/// What may stand at one position of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
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
pub fn analyse_query(query: &Query) -> AnalysedQuery {
    match query {
        Query::Everything => AnalysedQuery::Everything,
        Query::And(parts) => AnalysedQuery::And(parts.iter().map(analyse_query).collect()),
        Query::Or(parts) => AnalysedQuery::Or(parts.iter().map(analyse_query).collect()),
        Query::Not(part) => AnalysedQuery::Not(Box::new(analyse_query(part))),
        Query::Field(field) => AnalysedQuery::Field(field.clone()),
        Query::Literal(literal) => match positions(literal) {
            positions if positions.is_empty() => AnalysedQuery::Nothing,
            positions => AnalysedQuery::Sequence { positions, scope: literal.scope },
        },
        Query::Near { left, right, words } => AnalysedQuery::Near {
            left: positions(left),
            right: positions(right),
            words: *words,
            scope: left.scope,
        },
    }
}

fn positions(literal: &Literal) -> Vec<Position> {
    let words = analyse(&literal.text, None).tokens;
    match literal.kind {
        LiteralKind::Prefix => words.into_iter().map(|word| Position::Prefix(word.form)).collect(),
        _ => words.into_iter().map(|word| Position::Word(word.keys())).collect(),
    }
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
