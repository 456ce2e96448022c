//! One walk over the tree of a page, which finds everything that its head, its dates and its authors are read from.

use std::sync::LazyLock;

use dom_query::{Document, NodeRef};

use super::vocabulary::{Kind, kind_of, names_of};

/// An element that may state a date or an author, and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Mark<'d> {
    /// The element; a text node when the text alone is the sign.
    pub(super) node: NodeRef<'d>,
    /// What its names say of it.
    pub(super) kind: Kind,
    /// Its place among the elements of the page.
    pub(super) place: usize,
    /// Whether it stands in something that is beside the text.
    pub(super) beside: bool,
}

/// What the walk found, each in the order of the page.
#[derive(Debug, Default)]
pub(super) struct Marks<'d> {
    /// `meta` elements.
    pub(super) metas: Vec<NodeRef<'d>>,
    /// `link` elements.
    pub(super) relations: Vec<NodeRef<'d>>,
    /// `a` elements.
    pub(super) links: Vec<NodeRef<'d>>,
    /// Lists.
    pub(super) lists: Vec<NodeRef<'d>>,
    /// What never belongs to a text: it is not looked into.
    pub(super) unseen: Vec<NodeRef<'d>>,
    /// What the page's addresses are relative to, as it states it.
    pub(super) base: Option<NodeRef<'d>>,
    /// Headings of the first and second order.
    pub(super) headings: Vec<Mark<'d>>,
    /// Elements that say that they hold a date.
    pub(super) dates: Vec<Mark<'d>>,
    /// Elements that say that they name an author.
    pub(super) authors: Vec<Mark<'d>>,
    /// Short texts with a number that looks like a year, or with a colon or few words: a date or a byline may be written in them.
    pub(super) short: Vec<Mark<'d>>,
    /// Texts that may be the beginning of a paragraph.
    pub(super) texts: Vec<Mark<'d>>,
    /// Elements that say that they stand beside the text, or hold captions.
    pub(super) doubtful: Vec<Mark<'d>>,
    /// Characters of the page.
    pub(super) size: usize,
    places: usize,
}

/// What holds more than this share of the page's text, or the title, is not beside the text whatever its names say.
const SHARE: f64 = 0.25;

/// Texts of up to this many bytes are looked at for a date or a byline.
const SHORT: usize = 160;

/// Texts from this many bytes on may begin a paragraph.
const SENTENCE: usize = 32;

impl<'d> Marks<'d> {
    /// Walks over a page.
    pub(super) fn of(doc: &'d Document) -> Self {
        let size = doc.body().map_or(0, |body| body.normalized_char_count());
        let mut marks = Marks { size, ..Marks::default() };
        let mut open = vec![(doc.root(), false)];
        while let Some((node, beside)) = open.pop() {
            let (within, skip) = marks.take(node, beside);
            open.extend(node.next_sibling().map(|next| (next, beside)));
            if !skip {
                open.extend(node.first_child().map(|child| (child, within)));
            }
        }
        marks
    }

    /// Takes a node; returns whether its content stands beside the text, and whether it is left out.
    fn take(&mut self, node: NodeRef<'d>, beside: bool) -> (bool, bool) {
        let Some(element) = node.element_ref() else {
            if !beside && node.is_text() {
                self.take_text(node);
            }
            return (beside, false);
        };
        self.places += 1;
        let name = &*element.name.local;
        match name {
            "meta" => self.metas.push(node),
            "link" => self.relations.push(node),
            "a" => self.links.push(node),
            "base" if self.base.is_none() => self.base = Some(node),
            "ul" | "ol" => self.lists.push(node),
            _ => {}
        }
        if matches!(
            name,
            "script" | "style" | "noscript" | "template" | "svg" | "iframe" | "select" | "button"
        ) {
            self.unseen.push(node);
            return (beside, true);
        }
        let mut kind = Kind::default();
        for attr in &element.attrs {
            let value: &str = &attr.value;
            match &*attr.name.local {
                "class" | "id" => kind = kind.and(kind_of(value)),
                "itemprop" | "property" | "rel" => kind = kind.and(stated(value)),
                "href" if name == "a" && leads_to_author(value) => kind = kind.and(Kind::AUTHOR),
                "role" if matches!(value, "navigation" | "contentinfo" | "search" | "complementary") => {
                    kind = kind.and(Kind::BESIDE);
                }
                _ => {}
            }
        }
        let of_change = || element.attrs.iter().any(|attr| stated(&attr.value) == Kind::CHANGE);
        if name == "time" && !of_change() {
            kind = kind.and(Kind::DATE);
        }
        let mark = || Mark { node, kind, place: self.places, beside };
        let aside = (kind.has_any(Kind::BESIDE.and(Kind::COMMENT))
            || matches!(name, "nav" | "footer" | "aside" | "form"))
            && (beside || self.is_small(&node));
        let is_dated = kind.has_any(Kind::DATE.and(Kind::CHANGE));
        match name {
            // Some sites head the texts of a day with the day.
            "h2" if is_dated => self.dates.push(mark()),
            "h1" | "h2" => self.headings.push(mark()),
            "html" | "body" | "main" | "article" => return (beside, false),
            _ if is_dated => self.dates.push(mark()),
            _ => {}
        }
        if kind.has(Kind::AUTHOR) {
            self.authors.push(Mark { node, kind, place: self.places, beside });
        }
        if aside || kind.has_any(Kind::CAPTION.and(Kind::TEASER)) || name == "figcaption" {
            self.doubtful.push(Mark { node, kind, place: self.places, beside });
        }
        (beside || aside, false)
    }

    fn is_small(&self, node: &NodeRef<'d>) -> bool {
        (node.normalized_char_count() as f64) < self.size as f64 * SHARE
            && !node.descendants_it().any(|node| node.has_name("h1"))
    }

    fn take_text(&mut self, node: NodeRef<'d>) {
        let length = node.query_or(0, |data| match &data.data {
            dom_query::NodeData::Text { contents } => contents.trim().len(),
            _ => 0,
        });
        let mark = || Mark { node, kind: Kind::default(), place: self.places, beside: false };
        if length >= SENTENCE {
            self.texts.push(mark());
        }
        if (4..=SHORT).contains(&length) {
            self.short.push(mark());
        }
    }

    /// Returns whether a place is near the title: at most so many elements before or behind the heading.
    pub(super) fn is_near(&self, place: usize, heading: Option<usize>) -> bool {
        heading.is_some_and(|heading| place + 25 >= heading && place <= heading + 60)
    }
}

/// Sites keep the pages of their authors in a folder of their own.
fn leads_to_author(address: &str) -> bool {
    static FOLDERS: LazyLock<Vec<&str>> = LazyLock::new(|| names_of("folder").collect());
    FOLDERS.iter().any(|folder| address.contains(folder))
}

/// What an attribute of microdata or RDFa states.
fn stated(value: &str) -> Kind {
    const STATED: &[(&str, Kind)] = &[
        ("datepublished", Kind::DATE),
        ("datecreated", Kind::DATE),
        ("pubdate", Kind::DATE),
        ("datemodified", Kind::CHANGE),
        ("author", Kind::AUTHOR),
        ("creator", Kind::AUTHOR),
    ];
    let value = value.rsplit(':').next().unwrap_or(value).trim();
    let known = STATED.iter().find(|(name, _)| value.eq_ignore_ascii_case(name));
    known.map_or(Kind::default(), |(_, kind)| *kind)
}
