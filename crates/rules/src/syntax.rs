//! The tree of a query as typed, with places: what the parser makes and what chips edit.

use std::ops::Range;

use chancery_model::Query;

use crate::print::leaf;
use crate::{QueryFault, TermAt};

/// The deepest that brackets and NOTs may be nested.
pub(crate) const DEEPEST: usize = 64;

/// A part of a query with its place in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Node {
    pub kind: NodeKind,
    pub at: Range<usize>,
}

/// What a part is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NodeKind {
    And(Vec<Node>),
    Or(Vec<Node>),
    Not(Box<Node>),
    /// A part in brackets.
    Group(Box<Node>),
    /// A literal, a NEAR pair or a field.
    Leaf(Query),
}

impl Node {
    /// Returns what the part means.
    pub fn query(&self) -> Query {
        match &self.kind {
            NodeKind::And(parts) => Query::And(parts.iter().map(Node::query).collect()),
            NodeKind::Or(parts) => Query::Or(parts.iter().map(Node::query).collect()),
            NodeKind::Not(part) => Query::Not(Box::new(part.query())),
            NodeKind::Group(part) => part.query(),
            NodeKind::Leaf(query) => query.clone(),
        }
    }

    /// Calls `visit` for each leaf in order with its place and whether it is negated.
    pub fn for_each_leaf<'n>(&'n self, negated: bool, visit: &mut dyn FnMut(&'n Query, &Range<usize>, bool)) {
        match &self.kind {
            NodeKind::And(parts) | NodeKind::Or(parts) => {
                parts.iter().for_each(|part| part.for_each_leaf(negated, visit));
            }
            NodeKind::Not(part) => part.for_each_leaf(!negated, visit),
            NodeKind::Group(part) => part.for_each_leaf(negated, visit),
            NodeKind::Leaf(query) => visit(query, &self.at, negated),
        }
    }

    /// Returns the terms in order.
    pub fn terms(&self) -> Vec<TermAt> {
        let mut terms = Vec::new();
        self.for_each_leaf(false, &mut |query, at, negated| {
            let (field, value) = leaf(query);
            terms.push(TermAt { field: field.map(str::to_owned), value, negated, span: at.clone() });
        });
        terms
    }

    /// Returns the one leaf of a part that is nothing but a leaf under NOTs and brackets, and whether it is negated.
    pub fn single_leaf(&self) -> Option<(&Query, bool)> {
        match &self.kind {
            NodeKind::Leaf(query) => Some((query, false)),
            NodeKind::Group(part) => part.single_leaf(),
            NodeKind::Not(part) => part.single_leaf().map(|(query, negated)| (query, !negated)),
            NodeKind::And(_) | NodeKind::Or(_) => None,
        }
    }
}

/// The fault of a query that is nested too deep.
pub(crate) fn too_deep(at: Range<usize>) -> QueryFault {
    QueryFault::new(at, format!("Brackets and NOTs are nested deeper than {DEEPEST} here."))
        .hinted("Take out brackets that are not needed, or make two queries of it.")
}
