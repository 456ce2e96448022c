//! What a list says of one party, as a tree: whatever the format and whether or not its fields are known.

use std::collections::HashSet;
use std::sync::Arc;

/// The names of a list, each kept once however many nodes bear it.
#[derive(Debug, Default)]
pub(crate) struct Names(HashSet<Arc<str>>);

impl Names {
    pub(crate) fn get(&mut self, name: &str) -> Arc<str> {
        if let Some(known) = self.0.get(name) {
            return known.clone();
        }
        let kept: Arc<str> = name.into();
        self.0.insert(kept.clone());
        kept
    }
}

/// An element, a column or a member: its name, what it says and what it holds.
///
/// An attribute is a child whose name begins with `@`. Text has its white space collapsed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Node {
    name: Arc<str>,
    text: Box<str>,
    children: Vec<Node>,
}

impl Node {
    /// Makes a node that holds nothing yet.
    pub(crate) fn new(name: Arc<str>) -> Self {
        Self { name, ..Self::default() }
    }

    /// Makes a node that says something.
    pub(crate) fn leaf(name: Arc<str>, text: &str) -> Self {
        Self { name, text: collapsed(text), children: Vec::new() }
    }

    /// Returns the name, without the prefix of a name space.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns what it says itself.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns what it holds.
    pub fn children(&self) -> &[Node] {
        &self.children
    }

    /// Returns the first child of a name.
    pub fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.name() == name)
    }

    /// Returns what stands at the end of a path of names, the first of each.
    pub fn at(&self, path: &[&str]) -> Option<&str> {
        let found = path.iter().try_fold(self, |node, name| node.child(name))?;
        Some(found.text()).filter(|text| !text.is_empty())
    }

    /// Adds to what it says.
    pub(crate) fn say(&mut self, text: &str) {
        let text = collapsed(text);
        if text.is_empty() {
            return;
        }
        self.text = if self.text.is_empty() { text } else { format!("{} {text}", self.text).into() };
    }

    /// Adds a child.
    pub(crate) fn add(&mut self, child: Node) {
        self.children.push(child);
    }

    /// Adds a child, if it says anything.
    pub(crate) fn add_said(&mut self, child: Node) {
        if !child.text.is_empty() || !child.children.is_empty() {
            self.children.push(child);
        }
    }

    /// Puts what it holds into one order: the order of an export says nothing.
    pub(crate) fn settle(&mut self) {
        self.children.iter_mut().for_each(Node::settle);
        self.order();
    }

    /// Puts children that are settled themselves into one order.
    pub(crate) fn order(&mut self) {
        self.children.sort_unstable();
    }

    /// Returns what it holds, for another to take.
    pub(crate) fn into_children(self) -> Vec<Node> {
        self.children
    }
}

/// A text with each run of white space as one space, and none at its ends.
fn collapsed(text: &str) -> Box<str> {
    let mut words = text.split_whitespace();
    let mut collapsed = String::with_capacity(text.len());
    collapsed.push_str(words.next().unwrap_or(""));
    for word in words {
        collapsed.push(' ');
        collapsed.push_str(word);
    }
    collapsed.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(name: &str, text: &str) -> Node {
        Node::leaf(name.into(), text)
    }

    #[test]
    fn order_and_white_space_say_nothing() {
        let mut one = Node::new("entry".into());
        one.add(leaf("alias", "Ada  Quist\n"));
        one.add(leaf("alias", "A. Quist"));
        one.add_said(leaf("note", " \t"));
        let mut other = Node::new("entry".into());
        other.add(leaf("alias", "A. Quist"));
        other.add(leaf("alias", "Ada Quist"));
        one.settle();
        other.settle();
        assert_eq!(one, other);
        assert_eq!(one.at(&["alias"]), Some("A. Quist"));
        assert_eq!(one.at(&["alias", "quality"]), None);
    }
}
