//! One entry of an XML feed.

use super::head::{first_date, first_line};
use super::tree::Element;
use super::{person, text};
use crate::address::{Base, is_web};
use chancery_model::Translation;

use crate::{Entry, FeedFacts, FeedFormat, clean, date, lang, plain};

const AUTHORS: &[&str] = &["author", "dc:creator", "itunes:author", "dc:author", "googleplay:author"];
const PUBLISHED: &[&str] =
    &["pubdate", "published", "issued", "dcterms:issued", "dc:date", "created", "dcterms:created", "date"];
const UPDATED: &[&str] = &["updated", "modified", "dcterms:modified", "lastbuilddate", "dc:date"];
const SUMMARIES: &[&str] = &[
    "summary",
    "description",
    "abstract",
    "dc:description",
    "itunes:summary",
    "itunes:subtitle",
    "media:description",
    "googleplay:description",
];
const CONTENTS: &[&str] = &["content:encoded", "content", "body", "xhtml:body", "fullitem"];

/// Reads an entry.
pub(super) fn read(element: Element<'_>, feed: &FeedFacts, base: &Base) -> Entry {
    let base = base.within(element.attr("xml:base"));
    let guid = element.child("guid").or_else(|| element.child("id"));
    let id = guid.and_then(Element::value).or_else(|| element.attr("rdf:about").map(str::to_owned));
    let link = link(element, &base).or_else(|| link_of_guid(element, &base));
    let bodies = bodies(element);
    let summary = SUMMARIES.iter().find_map(|name| {
        let mut named = bodies.iter().filter(|body| body.name == *name && !body.text.is_empty());
        named.next().map(|body| body.text.clone())
    });
    let content = longest(&bodies, CONTENTS);
    let has_content = content.is_some();
    Entry {
        id,
        title: first_line(element, &["title", "dc:title", "media:title", "itunes:title"]),
        link,
        published: first_date(element, PUBLISHED),
        updated: first_date(element, UPDATED).or_else(|| date::parse(element.attr("lastmod")?)),
        authors: authors(element, feed),
        categories: categories(element),
        text: fullest(content, longest(&bodies, SUMMARIES)),
        summary,
        lang: language(element).or_else(|| feed.lang.clone()),
        has_content,
        translations: translations(element, &base),
    }
}

/// Returns what links with a language of their own name (RFC 4287, 4.2.7.4); links of RSS may be Atom's.
pub(super) fn translations(element: Element<'_>, base: &Base) -> Vec<Translation> {
    let links = element.children().filter(|child| matches!(child.name, "link" | "atom:link" | "xhtml:link"));
    let named = links.filter(|link| link.attr("rel").is_some_and(|rel| rel.trim() == "alternate"));
    let translation = |link: Element<'_>| {
        let lang = lang::primary(&lang::tag(link.attr("hreflang")?)?)?;
        Some(Translation { lang, url: base.resolved(link.attr("href")?).filter(|url| is_web(url))? })
    };
    named.filter_map(translation).collect()
}

/// Returns the authors of the entry; in Atom those of the feed stand for an entry without any (RFC 4287, 4.2.1).
fn authors(element: Element<'_>, feed: &FeedFacts) -> Vec<String> {
    let own = person::names(element, AUTHORS);
    if own.is_empty() && feed.format == FeedFormat::Atom { feed.authors.clone() } else { own }
}

/// The text of a child that may be the summary or the body; each is made plain once.
struct Body<'t> {
    name: &'t str,
    is_elsewhere: bool,
    text: String,
}

impl<'t> Body<'t> {
    fn of(child: Element<'t>) -> Self {
        Self { name: child.name, is_elsewhere: child.attr("src").is_some(), text: text::plain(child) }
    }
}

fn bodies(element: Element<'_>) -> Vec<Body<'_>> {
    let is_body = |child: &Element<'_>| SUMMARIES.contains(&child.name) || CONTENTS.contains(&child.name);
    element.children().filter(is_body).map(Body::of).collect()
}

/// Returns the longest text of the bodies of these names; what lies at another address is none.
fn longest(bodies: &[Body<'_>], names: &[&str]) -> Option<String> {
    let own = bodies.iter().filter(|body| names.contains(&body.name) && !body.is_elsewhere);
    own.map(|body| &body.text).filter(|text| !text.is_empty()).max_by_key(|text| text.len()).cloned()
}

fn fullest(content: Option<String>, summary: Option<String>) -> String {
    content.into_iter().chain(summary).rev().max_by_key(String::len).unwrap_or_default()
}

fn language(element: Element<'_>) -> Option<String> {
    let own = element.attr("xml:lang").and_then(lang::tag);
    let stated = || ["language", "dc:language"].iter().find_map(|n| lang::tag(&element.child(n)?.value()?));
    let body = || {
        element.children().filter(|c| CONTENTS.contains(&c.name)).find_map(|c| lang::tag(c.attr("xml:lang")?))
    };
    own.or_else(stated).or_else(body)
}

/// Returns the address of the page: RSS's text link, Atom's `alternate`.
pub(super) fn link(parent: Element<'_>, base: &Base) -> Option<String> {
    let links: Vec<Element<'_>> = parent.named("link").collect();
    let within = |e: Element<'_>| base.within(e.attr("xml:base"));
    let atom = |e: &&Element<'_>| {
        let rel = e.attr("rel").unwrap_or("alternate").trim().to_ascii_lowercase();
        rel.is_empty() || rel == "alternate" || rel.ends_with("/alternate")
    };
    let page = |e: &&Element<'_>| e.attr("type").is_none_or(|kind| kind.contains("html"));
    let href = |e: &Element<'_>| within(*e).resolved(e.attr("href")?);
    let text = links.iter().filter(atom).find_map(|e| within(*e).resolved(&e.value()?));
    let alternates = || links.iter().filter(atom);
    text.or_else(|| alternates().filter(page).find_map(href)).or_else(|| alternates().find_map(href))
}

/// A guid that is an address, and is not said to be none, is the link.
fn link_of_guid(element: Element<'_>, base: &Base) -> Option<String> {
    if let Some(guid) = element.child("guid") {
        let is_link = !guid.attr("ispermalink").unwrap_or("true").trim().eq_ignore_ascii_case("false");
        let value = guid.value()?;
        return if is_link && is_web(&value) { Some(value) } else { None };
    }
    let stated = element.attr("rdf:about").or_else(|| element.attr("href"));
    let id = || element.child("id")?.value();
    let enclosure = || element.child("enclosure")?.attr("url").map(str::to_owned);
    let address = stated.map(str::to_owned).or_else(id).or_else(enclosure)?;
    base.resolved(&address).filter(|address| is_web(address))
}

/// Returns the categories as named, without repetition: labels, and terms that say something else.
pub(super) fn categories(parent: Element<'_>) -> Vec<String> {
    let mut categories: Vec<String> = Vec::new();
    for child in parent.children() {
        match child.name {
            "category" | "dc:subject" | "media:category" => named(child, &mut categories),
            "itunes:category" => {
                named(child, &mut categories);
                child.named("itunes:category").for_each(|nested| named(nested, &mut categories));
            }
            "itunes:keywords" | "media:keywords" => {
                child
                    .value()
                    .iter()
                    .flat_map(|list| list.split(','))
                    .for_each(|word| add(word, &mut categories));
            }
            _ => {}
        }
    }
    categories
}

fn named(element: Element<'_>, categories: &mut Vec<String>) {
    let attributes = ["label", "term", "text"].iter().filter_map(|name| element.attr(name));
    attributes.map(str::to_owned).chain(element.value()).for_each(|category| add(&category, categories));
}

fn add(category: &str, categories: &mut Vec<String>) {
    let line = clean::one_line(&plain::of_html(category));
    let folded = line.to_lowercase();
    if !line.is_empty() && !categories.iter().any(|known| known.to_lowercase() == folded) {
        categories.push(line);
    }
}
