//! One entry of an XML feed.

use super::head::{first_date, first_line};
use super::tree::Element;
use super::{person, text};
use crate::address::{Base, is_web};
use crate::{Entry, FeedFacts, clean, lang};

const AUTHORS: &[&str] = &["author", "dc:creator", "itunes:author", "dc:author", "media:credit"];
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
];
const CONTENTS: &[&str] = &["content:encoded", "content", "body", "xhtml:body", "fullitem"];

/// Reads an entry.
pub(super) fn read(element: Element<'_>, feed: &FeedFacts, base: &Base) -> Entry {
    let base = base.within(element.attr("xml:base"));
    let guid = element.child("guid").or_else(|| element.child("id"));
    let id = guid.and_then(Element::value).or_else(|| element.attr("rdf:about").map(str::to_owned));
    let link = link(element, &base).or_else(|| link_of_guid(element, &base));
    let summary = SUMMARIES.iter().find_map(|name| {
        element.children().filter(|c| c.name == *name).find_map(|c| clean::non_empty(text::plain(c)))
    });
    let content = content(element);
    let has_content = content.is_some();
    Entry {
        id,
        title: first_line(element, &["title", "dc:title", "media:title", "itunes:title"]),
        link,
        published: first_date(element, PUBLISHED),
        updated: first_date(element, UPDATED),
        authors: person::names(element, AUTHORS),
        categories: categories(element),
        text: fullest(content, summary.as_deref()),
        summary,
        lang: language(element).or_else(|| feed.lang.clone()),
        has_content,
    }
}

/// Returns the longest of the bodies that the entry carries.
fn content(element: Element<'_>) -> Option<String> {
    let bodies = element.children().filter(|c| CONTENTS.contains(&c.name) && c.attr("src").is_none());
    bodies.map(text::plain).filter(|text| !text.is_empty()).max_by_key(String::len)
}

fn fullest(content: Option<String>, summary: Option<&str>) -> String {
    match (content, summary) {
        (Some(content), Some(summary)) if content.len() < summary.len() => summary.to_owned(),
        (Some(content), _) => content,
        (None, summary) => summary.unwrap_or("").to_owned(),
    }
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
    let text = links.iter().find_map(|e| within(*e).resolved(&e.value()?));
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
    let about = element.attr("rdf:about").or_else(|| element.attr("href"))?;
    base.resolved(about).filter(|address| is_web(address))
}

/// Returns the categories as named, without repetition.
pub(super) fn categories(parent: Element<'_>) -> Vec<String> {
    let mut categories: Vec<String> = Vec::new();
    for child in parent.children().filter(|c| matches!(c.name, "category" | "dc:subject" | "itunes:category"))
    {
        let stated = child.attr("label").or_else(|| child.attr("term")).or_else(|| child.attr("text"));
        let value = stated.map(str::to_owned).or_else(|| child.value());
        let line = value.map(|value| clean::one_line(&crate::plain::of_html(&value))).unwrap_or_default();
        if !line.is_empty() && !categories.contains(&line) {
            categories.push(line);
        }
    }
    categories
}
