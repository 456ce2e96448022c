//! The elements of an XML document as ranges over its tokens: no recursion, whatever the depth.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::markup::{self, Dialect, Piece, Tag};
use crate::plain::PlainText;

/// Namespaces that feeds use, by the prefix that this crate knows them under; `""` is the feed's own vocabulary.
const NAMESPACES: &[(&str, &str)] = &[
    ("http://www.w3.org/2005/atom", ""),
    ("http://purl.org/atom/ns#", ""),
    ("http://example.com/newformat#", ""),
    ("http://purl.org/rss/1.0/", ""),
    ("http://my.netscape.com/rdf/simple/0.9/", ""),
    ("http://channel.netscape.com/rdf/simple/0.9/", ""),
    ("http://backend.userland.com/rss", ""),
    ("http://blogs.law.harvard.edu/tech/rss", ""),
    ("http://purl.org/net/rss1.1#", ""),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"),
    ("http://purl.org/dc/elements/1.1/", "dc:"),
    ("http://purl.org/dc/elements/1.0/", "dc:"),
    ("http://purl.org/dc/terms/", "dcterms:"),
    ("http://purl.org/rss/1.0/modules/content/", "content:"),
    ("http://purl.org/rss/1.0/modules/syndication/", "sy:"),
    ("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"),
    ("http://example.com/dtds/podcast-1.0.dtd", "itunes:"),
    ("http://search.yahoo.com/mrss", "media:"),
    ("http://www.sitemaps.org/schemas/sitemap/0.9", ""),
    ("http://www.google.com/schemas/sitemap/0.84", ""),
    ("http://www.google.com/schemas/sitemap-news/0.9", "news:"),
    ("http://www.w3.org/1999/xhtml", "xhtml:"),
    ("http://www.w3.org/xml/1998/namespace", "xml:"),
];

/// One node.
pub(super) enum Node<'t> {
    /// An element with its canonical name and its attributes; `end` is the index of the first token behind its content.
    Open { name: Cow<'t, str>, tag: Tag<'t>, attrs: Attrs<'t>, end: usize, ended: bool },
    /// The place where the element that begins at `of` ends, for texts rebuilt from markup.
    Close { of: usize },
    /// Text.
    Text(Cow<'t, str>),
}

/// Attributes: names in small letters, and values.
type Attrs<'t> = Vec<(Cow<'t, str>, Cow<'t, str>)>;

/// A whole document.
pub(super) struct Tree<'t> {
    nodes: Vec<Node<'t>>,
}

/// An element of a document.
#[derive(Clone, Copy)]
pub(super) struct Element<'t> {
    tree: &'t Tree<'t>,
    /// Canonical name: `title`, `dc:creator`.
    pub(super) name: &'t str,
    attrs: &'t Attrs<'t>,
    start: usize,
    end: usize,
}

impl<'x> Tree<'x> {
    /// Reads a document that has no document type.
    pub(super) fn of(xml: &'x str) -> Tree<'x> {
        let mut grower = Grower::default();
        for piece in markup::pieces(xml, Dialect::Xml) {
            grower.take(piece);
        }
        grower.close_down_to(0);
        Tree { nodes: grower.nodes }
    }

    /// Returns the elements of the whole document that satisfy a condition, in order, at any depth.
    pub(super) fn all<'t>(
        &'t self,
        wanted: impl Fn(&str) -> bool + 't,
    ) -> impl Iterator<Item = Element<'t>> + 't {
        (0..self.nodes.len()).filter_map(|at| self.element(at)).filter(move |e| wanted(e.name))
    }

    fn element(&self, at: usize) -> Option<Element<'_>> {
        match self.nodes.get(at)? {
            Node::Open { name, attrs, end, .. } => {
                Some(Element { tree: self, name, attrs, start: at + 1, end: *end })
            }
            _ => None,
        }
    }
}

/// An element that is still open while a document is read.
struct Started {
    at: usize,
    /// Namespace declarations that were in force before it, where it made some.
    outer: Option<HashMap<String, &'static str>>,
}

#[derive(Default)]
struct Grower<'t> {
    nodes: Vec<Node<'t>>,
    open: Vec<Started>,
    prefixes: HashMap<String, &'static str>,
}

impl<'t> Grower<'t> {
    fn take(&mut self, piece: Piece<'t>) {
        match piece {
            Piece::Text(text) => self.nodes.push(Node::Text(text)),
            Piece::Open(tag) => self.start(tag),
            Piece::Close(name) => self.end(&name),
        }
    }

    fn start(&mut self, tag: Tag<'t>) {
        let attrs: Attrs<'t> = tag.attrs().collect();
        let outer = self.declare(&attrs);
        let name = self.canonical(&tag.name);
        let closed = tag.self_closing;
        self.open.push(Started { at: self.nodes.len(), outer });
        self.nodes.push(Node::Open { name, tag, attrs, end: usize::MAX, ended: false });
        if closed {
            self.close_down_to(self.open.len() - 1);
        }
    }

    fn declare(&mut self, attrs: &Attrs<'t>) -> Option<HashMap<String, &'static str>> {
        let mut outer = None;
        for (name, value) in attrs {
            let prefix = match name.strip_prefix("xmlns") {
                Some("") => "",
                Some(rest) if rest.starts_with(':') => &rest[1..],
                _ => continue,
            };
            outer.get_or_insert_with(|| self.prefixes.clone());
            let known = namespace(value);
            match known {
                Some(canonical) => self.prefixes.insert(prefix.to_owned(), canonical),
                None => self.prefixes.remove(prefix),
            };
        }
        outer
    }

    fn canonical(&self, name: &Cow<'t, str>) -> Cow<'t, str> {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        match self.prefixes.get(prefix) {
            Some(canonical) if **canonical == name[..name.len() - local.len()] => name.clone(),
            Some(canonical) => Cow::Owned(format!("{canonical}{local}")),
            None if matches!(prefix, "atom" | "rss" | "a10") => Cow::Owned(local.to_owned()),
            None => name.clone(),
        }
    }

    /// An end tag closes the innermost element of its name and what is left open within it; one without a beginning
    /// is passed over.
    fn end(&mut self, name: &str) {
        let matching =
            |s: &Started| matches!(&self.nodes[s.at], Node::Open { tag, .. } if *tag.name == *name);
        if let Some(depth) = self.open.iter().rposition(matching) {
            if let Node::Open { ended, .. } = &mut self.nodes[self.open[depth].at] {
                *ended = true;
            }
            self.close_down_to(depth);
        }
    }

    fn close_down_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some(started) = self.open.pop() else { return };
            let here = self.nodes.len();
            if let Node::Open { end, .. } = &mut self.nodes[started.at] {
                *end = here;
                self.nodes.push(Node::Close { of: started.at });
            }
            if let Some(outer) = started.outer {
                self.prefixes = outer;
            }
        }
    }
}

fn namespace(uri: &str) -> Option<&'static str> {
    let uri = uri.trim().to_ascii_lowercase();
    let bare = uri.trim_end_matches('/');
    let known = NAMESPACES.iter().find(|(known, _)| *known == uri || known.trim_end_matches('/') == bare);
    known.map(|(_, prefix)| *prefix)
}

impl<'t> Element<'t> {
    /// Returns the direct children.
    pub(super) fn children(self) -> impl Iterator<Item = Element<'t>> + 't {
        let mut at = self.start;
        std::iter::from_fn(move || {
            while at < self.end {
                match self.tree.element(at) {
                    Some(child) => {
                        at = child.end + 1;
                        return Some(child);
                    }
                    None => at += 1,
                }
            }
            None
        })
    }

    /// Returns the first child of this name.
    pub(super) fn child(self, name: &str) -> Option<Element<'t>> {
        self.children().find(|child| child.name == name)
    }

    /// Returns the children of this name.
    pub(super) fn named(self, name: &'t str) -> impl Iterator<Item = Element<'t>> + 't {
        self.children().filter(move |child| child.name == name)
    }

    /// Returns an attribute's value (name in small letters, as written).
    pub(super) fn attr(self, name: &str) -> Option<&'t str> {
        self.attrs.iter().find(|(own, _)| own == name).map(|(_, value)| &**value)
    }

    /// Returns whether the document ends before the element does.
    pub(super) fn breaks_off(self) -> bool {
        matches!(self.tree.nodes.get(self.start - 1), Some(Node::Open { ended: false, tag, .. }) if !tag.self_closing)
    }

    /// Returns the place of the element, to tell whether one lies within another.
    pub(super) fn range(self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// Returns the text of the element and all within it, as written.
    pub(super) fn raw_text(self) -> String {
        let mut out = String::new();
        for node in &self.tree.nodes[self.start..self.end] {
            if let Node::Text(text) = node {
                out.push_str(text);
            }
        }
        out
    }

    /// Returns the raw text, trimmed, unless it is empty.
    pub(super) fn value(self) -> Option<String> {
        let text = self.raw_text();
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// Returns whether elements stand inside.
    pub(super) fn has_children(self) -> bool {
        self.children().next().is_some()
    }

    /// Returns the plain text of markup that stands here as elements.
    pub(super) fn inline_text(self) -> String {
        let mut text = PlainText::default();
        for node in &self.tree.nodes[self.start..self.end] {
            match node {
                Node::Open { tag, .. } => text.open(&tag.name, tag.self_closing),
                Node::Close { of } => {
                    if let Some(Node::Open { tag, .. }) = self.tree.nodes.get(*of) {
                        text.close(&tag.name);
                    }
                }
                Node::Text(run) => text.text(run),
            }
        }
        text.finish()
    }
}
