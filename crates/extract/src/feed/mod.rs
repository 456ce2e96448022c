//! Feeds in all their formats.

mod entry;
mod head;
mod json;
mod person;
mod sitemap;
mod text;
mod tree;

use crate::address::Base;
use crate::{FeedFacts, FeedFormat, Why, prepare};
use tree::{Element, Tree};

/// What a document that could be a feed turned out to be.
pub(crate) enum Attempt {
    /// A feed.
    Feed(Box<FeedFacts>),
    /// XML or JSON of another kind.
    Other(Why),
    /// Nothing that looks like a feed.
    No,
}

/// Reads a document as a feed; `url` is its address, `name` stands in sentences about it.
pub(crate) fn read(text: &str, name: &str, url: Option<&str>) -> Attempt {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    if start.starts_with('{') || start.starts_with('[') {
        return json::read(start, name, url);
    }
    if !start.contains('<') || is_html(start) {
        return Attempt::No;
    }
    xml(text, name, url)
}

/// Returns whether a document begins as HTML does, behind its XML declaration and comments.
fn is_html(text: &str) -> bool {
    let text = without_prolog(text);
    let head = text[..text.floor_char_boundary(text.len().min(1024))].to_ascii_lowercase();
    let feed = ["<rss", "<feed", "<rdf", "<channel"].iter().any(|root| head.contains(root));
    !feed && (head.starts_with("<!doctype html") || head.starts_with("<html"))
}

fn without_prolog(text: &str) -> &str {
    let mut rest = text.trim_start();
    loop {
        let after = match rest {
            _ if rest.starts_with("<?") => rest.split_once("?>"),
            _ if rest.starts_with("<!--") => rest.split_once("-->"),
            _ => None,
        };
        let Some((_, after)) = after else { return rest };
        rest = after.trim_start();
    }
}

fn xml(text: &str, name: &str, url: Option<&str>) -> Attempt {
    let prepared = prepare::prepared(text);
    let tree = Tree::of(&prepared);
    let Some(first) = tree.all(|_| true).next() else { return Attempt::No };
    match root(&tree) {
        Some((root, format @ (FeedFormat::Sitemap | FeedFormat::SitemapIndex))) => {
            let facts = sitemap::facts(root, format, url);
            Attempt::Feed(Box::new(FeedFacts { broken_off: root.breaks_off(), ..facts }))
        }
        Some((root, format)) => {
            let facts = FeedFacts { broken_off: root.breaks_off(), ..facts(&tree, root, format, url) };
            match facts.entries.is_empty() && facts.broken_off {
                true => Attempt::Other(Why::BrokenOff { name: name.to_owned() }),
                false => Attempt::Feed(Box::new(facts)),
            }
        }
        None if text.trim_start().starts_with("<?xml") && !first.name.ends_with("html") => {
            Attempt::Other(Why::OtherXml { name: name.to_owned(), root: first.name.to_owned() })
        }
        None => Attempt::No,
    }
}

/// Finds the outermost element of a feed; some junk may stand before it.
fn root<'t>(tree: &'t Tree<'t>) -> Option<(Element<'t>, FeedFormat)> {
    let mut outer = tree.all(|_| true).take(24);
    let first = outer.next()?;
    if matches!(first.name, "html" | "xhtml:html" | "svg" | "opml") {
        return None;
    }
    std::iter::once(first).chain(outer).find_map(|element| Some((element, format(element)?)))
}

fn format(element: Element<'_>) -> Option<FeedFormat> {
    match element.name {
        "rss" | "rdf:rdf" | "rdf" => Some(FeedFormat::Rss),
        "feed" => Some(FeedFormat::Atom),
        "urlset" => Some(FeedFormat::Sitemap),
        "sitemapindex" => Some(FeedFormat::SitemapIndex),
        "channel" if element.attr("href").is_some() || element.child("abstract").is_some() => {
            Some(FeedFormat::Cdf)
        }
        "channel" => Some(FeedFormat::Rss),
        "entry" if element.child("id").is_some() => Some(FeedFormat::Atom),
        _ => None,
    }
}

fn facts(tree: &Tree<'_>, root: Element<'_>, format: FeedFormat, url: Option<&str>) -> FeedFacts {
    let document = Base::of(url);
    let head = root.child("channel").unwrap_or(root);
    let mut facts = FeedFacts::new(format);
    let base = head::read(&mut facts, root, head, &document);
    let mut end = 0;
    for element in tree.all(|name| matches!(name, "item" | "entry")) {
        let range = element.range();
        if range.start < end {
            continue;
        }
        end = range.end;
        facts.entries.push(entry::read(element, &facts, &base));
    }
    facts
}
