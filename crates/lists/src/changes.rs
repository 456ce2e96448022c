//! What differs between two editions of a list, by content.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{Edition, Node};

/// What differs between two editions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// The key of the list.
    pub list: &'static str,
    /// The uids that only the new edition has, in order.
    pub added: Vec<String>,
    /// The uids that only the old edition has, in order.
    pub removed: Vec<String>,
    /// The entries of both that say something else, in order of their uids.
    pub amended: Vec<Amended>,
}

/// An entry that says something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Amended {
    /// Its uid.
    pub uid: String,
    /// What differs.
    pub fields: Vec<FieldChange>,
}

/// A value that differs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct FieldChange {
    /// The names that lead to it, with `/` between them; of an attribute with `@`.
    pub field: String,
    /// What the old edition says; none where it says nothing.
    pub old: Option<String>,
    /// What the new edition says; none where it says nothing.
    pub new: Option<String>,
}

/// Says what differs between two editions of one list.
pub fn changes(old: &Edition, new: &Edition) -> Changes {
    let only = |of: &Edition, other: &Edition| {
        of.entries.keys().filter(|uid| !other.entries.contains_key(*uid)).cloned().collect()
    };
    let both = old.entries.iter().filter_map(|(uid, was)| Some((uid, was, new.entries.get(uid)?)));
    let differ = both.filter(|(_, was, is)| was != is);
    Changes {
        list: new.list.key(),
        added: only(new, old),
        removed: only(old, new),
        amended: differ.map(|(uid, was, is)| Amended { uid: uid.clone(), fields: fields(was, is) }).collect(),
    }
}

/// The values that differ: those of the parts of an entry that both have not.
fn fields(was: &Node, is: &Node) -> Vec<FieldChange> {
    let mut values: BTreeMap<String, (Vec<&str>, Vec<&str>)> = BTreeMap::new();
    differing(was, is, "", &mut values);
    let changes = values.into_iter().flat_map(|(field, (old, new))| pairs(&field, old, new));
    let mut changes: Vec<FieldChange> = changes.collect();
    changes.sort_unstable();
    changes.dedup();
    if changes.is_empty() { whole(was, is) } else { changes }
}

/// Walks what both have not alike: a part that stands once in both is looked into, others give all that they say.
fn differing<'n>(
    was: &'n Node,
    is: &'n Node,
    path: &str,
    values: &mut BTreeMap<String, (Vec<&'n str>, Vec<&'n str>)>,
) {
    if was.text() != is.text() {
        let found = values.entry(path.to_owned()).or_default();
        found.0.extend(Some(was.text()).filter(|text| !text.is_empty()));
        found.1.extend(Some(is.text()).filter(|text| !text.is_empty()));
    }
    let gone = surplus(was.children(), is.children());
    let come = surplus(is.children(), was.children());
    for old in &gone {
        let name = below(path, old.name());
        match partner(old, &gone, &come) {
            Some(new) => differing(old, new, &name, values),
            None => leaves(old, &name, &mut |path, text| values.entry(path).or_default().0.push(text)),
        }
    }
    for new in come.iter().filter(|new| partner(new, &come, &gone).is_none()) {
        let name = below(path, new.name());
        leaves(new, &name, &mut |path, text| values.entry(path).or_default().1.push(text));
    }
}

/// What one sorted list has and another has not, or not as often.
fn surplus<'n, T: Ord>(values: &'n [T], others: &[T]) -> Vec<&'n T> {
    let mut others = others.iter().peekable();
    let mut kept = Vec::new();
    for value in values {
        while others.next_if(|other| *other < value).is_some() {}
        if others.next_if(|other| *other == value).is_none() {
            kept.push(value);
        }
    }
    kept
}

/// The node of the other side that a node stands against: each is the only one of its name.
fn partner<'n>(node: &Node, beside: &[&Node], others: &[&'n Node]) -> Option<&'n Node> {
    let same_name = |other: &&&Node| other.name() == node.name();
    let mut candidates = others.iter().filter(|other| other.name() == node.name());
    let first = candidates.next().filter(|_| candidates.next().is_none());
    first.filter(|_| beside.iter().filter(same_name).count() == 1).copied()
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}

/// All that a node and what it holds say, with the path of each; a placeholder says an empty text.
fn leaves<'n>(node: &'n Node, path: &str, take: &mut impl FnMut(String, &'n str)) {
    if !node.text().is_empty() || node.children().is_empty() {
        take(path.to_owned(), node.text());
    }
    for child in node.children() {
        leaves(child, &below(path, child.name()), take);
    }
}

/// The values of one field that only one side has, each old one beside a new one as long as there are both.
fn pairs(field: &str, mut old: Vec<&str>, mut new: Vec<&str>) -> Vec<FieldChange> {
    old.sort_unstable();
    new.sort_unstable();
    let (only_old, only_new) = (surplus(&old, &new), surplus(&new, &old));
    let most = only_old.len().max(only_new.len());
    let at = |values: &[&&str], index: usize| values.get(index).map(|text| (**text).to_owned());
    (0..most)
        .map(|index| FieldChange {
            field: field.to_owned(),
            old: at(&only_old, index),
            new: at(&only_new, index),
        })
        .collect()
}

/// Where the same values are put together otherwise, the parts that differ, each in one line.
fn whole(was: &Node, is: &Node) -> Vec<FieldChange> {
    let mut values: BTreeMap<String, (Vec<String>, Vec<String>)> = BTreeMap::new();
    for part in surplus(was.children(), is.children()) {
        values.entry(part.name().to_owned()).or_default().0.push(line(part));
    }
    for part in surplus(is.children(), was.children()) {
        values.entry(part.name().to_owned()).or_default().1.push(line(part));
    }
    let said = |lines: &[String]| Some(lines.join(" | ")).filter(|text| !text.is_empty());
    let made = values.iter().map(|(field, (old, new))| FieldChange {
        field: field.clone(),
        old: said(old),
        new: said(new),
    });
    made.collect()
}

fn line(node: &Node) -> String {
    let mut said = Vec::new();
    leaves(node, "", &mut |path, text| {
        said.push(if path.is_empty() { text.to_owned() } else { format!("{path}: {text}") })
    });
    said.join(", ")
}
