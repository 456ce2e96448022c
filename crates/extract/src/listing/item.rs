//! One item of a list: the link, and what stands beside it.

use std::collections::HashMap;

use chancery_model::When;
use dom_query::{NodeId, NodeRef};

use super::Link;
use crate::{Entry, clean, date};

/// How far out an item may reach from its link.
const REACH: usize = 8;
/// A link with more characters than this is a card: its title is a heading within.
const CARD: usize = 200;
/// A title shorter than this (`Read more`, `»`) gives way to the heading beside it.
const STUB: usize = 15;
/// What stands beside a title and is longer than this is a summary.
const SUMMARY: usize = 40;
/// Characters of an item that are read; one that holds more is no item of a list.
const LONGEST: usize = 2000;

const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];

/// The elements around links, and whether they hold one address or several.
pub(super) struct Containers {
    held: HashMap<NodeId, Option<usize>>,
}

/// Notes what the elements around the links of a list hold.
pub(super) fn containers(links: &[Link<'_>]) -> Containers {
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut held: HashMap<NodeId, Option<usize>> = HashMap::new();
    for link in links {
        let next = numbers.len();
        let number = *numbers.entry(&link.address).or_insert(next);
        for outer in link.node.ancestors_it(Some(REACH)) {
            let only = held.entry(outer.id).or_insert(Some(number));
            if *only != Some(number) {
                *only = None;
            }
        }
    }
    Containers { held }
}

impl Containers {
    /// Returns the largest element around a link that holds no other item.
    pub(super) fn of<'d>(&self, link: &Link<'d>) -> NodeRef<'d> {
        let alone = |outer: &NodeRef<'d>| self.held.get(&outer.id).is_some_and(Option::is_some);
        let outer = link.node.ancestors_it(Some(REACH)).take_while(alone).last();
        outer.unwrap_or(link.node)
    }
}

/// Reads an item: its title, its date and what sums it up.
pub(super) fn entry(link: &Link<'_>, container: &NodeRef<'_>) -> Entry {
    let beside = beginning(container);
    let title = title(&link.node, container);
    let (published, rest) = dated(container, &beside, title.as_deref().unwrap_or(""));
    let summary = clean::non_empty(rest).filter(|rest| rest.chars().count() >= SUMMARY);
    Entry {
        title,
        link: Some(link.address.clone()),
        published,
        text: summary.clone().unwrap_or_default(),
        summary,
        ..Entry::default()
    }
}

fn beginning(container: &NodeRef<'_>) -> String {
    let text = clean::one_line(&container.formatted_text());
    let end = text.floor_char_boundary(text.len().min(LONGEST));
    text[..end].to_owned()
}

fn title(link: &NodeRef<'_>, container: &NodeRef<'_>) -> Option<String> {
    let own = clean::one_line(&link.formatted_text());
    let length = own.chars().count();
    let said = || {
        ["title", "aria-label"].iter().find_map(|name| clean::non_empty(clean::one_line(&link.attr(name)?)))
    };
    match length {
        0..STUB => heading(container).or_else(|| clean::non_empty(own)).or_else(said),
        STUB..=CARD => Some(own),
        _ => heading(link).or_else(said).or(Some(own)),
    }
}

fn heading(node: &NodeRef<'_>) -> Option<String> {
    let is_heading = |inner: &NodeRef<'_>| HEADINGS.iter().any(|name| inner.has_name(name));
    let headings = node.descendants_it().take(400).filter(is_heading);
    let mut lines = headings.map(|heading| clean::one_line(&heading.formatted_text()));
    // A day above its documents is a heading and no title.
    lines.find(|line| !line.is_empty() && date::parse(line).is_none())
}

/// The date beside the title, and what is left of the text without both.
fn dated(container: &NodeRef<'_>, text: &str, title: &str) -> (Option<When>, String) {
    let stated = container.descendants_it().take(400).filter(|inner| inner.has_name("time"));
    let stated = stated.filter_map(|time| date::parse(&time.attr("datetime")?)).next();
    let rest = match text.split_once(title) {
        Some((before, after)) if !title.is_empty() => format!("{before} {after}"),
        _ => text.to_owned(),
    };
    match date::in_text(&rest) {
        Some((when, range)) => {
            let without = format!("{} {}", &rest[..range.start], &rest[range.end..]);
            (stated.or(Some(when)), clean::one_line(&without))
        }
        None => (stated, clean::one_line(&rest)),
    }
}
