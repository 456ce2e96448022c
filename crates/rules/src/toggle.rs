use std::ops::Range;

use chancery_model::{Field, Query};

use crate::parse::read;
use crate::print::{quoted_value, whole_leaf};
use crate::syntax::{Node, NodeKind};
use crate::{Language, QueryFault};

/// Puts a field's term into a query, takes it out if it stands there, or turns it round if it stands there with the
/// other sign; the rest stays as typed.
///
/// Only the parts that must all hold are looked at; a term inside an OR is left alone. A query keeps one `after:`, one
/// `before:` and one `within:`: another value takes the place of the old one.
///
/// # Errors
/// The fault of the query as typed, or of the term when the field does not take the value.
pub fn toggle(source: &str, field: &str, value: &str, exclude: bool) -> Result<String, QueryFault> {
    toggle_in(source, (field, value), exclude, &Language::default())
}

/// Toggles a term that may name what a language takes.
pub(crate) fn toggle_in(
    source: &str,
    (field, value): (&str, &str),
    exclude: bool,
    language: &Language,
) -> Result<String, QueryFault> {
    let term = read_term(field, value, language)?;
    let wanted = format!("{}{}", if exclude { "-" } else { "" }, whole_leaf(&term));
    let Some(root) = read(source, language)? else { return Ok(wanted) };
    let parts = match &root.kind {
        NodeKind::And(parts) => parts.as_slice(),
        _ => std::slice::from_ref(&root),
    };
    let found = parts.iter().position(|part| part.single_leaf().is_some_and(|(leaf, _)| *leaf == term));
    let rival = || parts.iter().position(|part| is_rival(part, &term, exclude));
    Ok(match found.or_else(rival) {
        Some(at) if parts[at].single_leaf() == Some((&term, exclude)) => without(source, parts, at),
        Some(at) => replaced(source, &parts[at].at, &wanted),
        None => appended(source, &root, &wanted),
    })
}

fn read_term(field: &str, value: &str, language: &Language) -> Result<Query, QueryFault> {
    let typed = format!("{field}:{}", quoted_value(value));
    let term = read(&typed, language)?.and_then(|node| match node.kind {
        NodeKind::Leaf(query) => Some(query),
        _ => None,
    });
    term.ok_or_else(|| QueryFault::new(0..typed.len(), format!("“{typed}” is not one term of a query.")))
}

/// Returns whether a part is a date bound whose place another value of the same field takes.
fn is_rival(part: &Node, term: &Query, exclude: bool) -> bool {
    let (Query::Field(wanted), Some((Query::Field(found), false))) = (term, part.single_leaf()) else {
        return false;
    };
    let bound = matches!(wanted, Field::After(_) | Field::Before(_) | Field::Within(_));
    bound && !exclude && std::mem::discriminant(wanted) == std::mem::discriminant(found)
}

/// Takes a part out, with the white space and AND between it and its neighbour.
fn without(source: &str, parts: &[Node], at: usize) -> String {
    let gap = match (at.checked_sub(1).and_then(|before| parts.get(before)), parts.get(at + 1)) {
        (Some(before), _) => before.at.end..parts[at].at.end,
        (None, Some(after)) => parts[at].at.start..after.at.start,
        (None, None) => return String::new(),
    };
    replaced(source, &gap, "")
}

fn replaced(source: &str, at: &Range<usize>, with: &str) -> String {
    format!("{}{with}{}", &source[..at.start], &source[at.end..])
}

fn appended(source: &str, root: &Node, wanted: &str) -> String {
    let typed = source.trim();
    match root.kind {
        NodeKind::Or(_) => format!("({typed}) {wanted}"),
        _ => format!("{typed} {wanted}"),
    }
}
