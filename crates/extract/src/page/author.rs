//! Who wrote a page.

use super::Page;
use crate::address::is_web;
use crate::{clean, plain};

const META: &[&str] = &[
    "author",
    "article:author",
    "article:author_name",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "cxenseparse:author",
    "citation_author",
    "twitter:data1",
];

/// Elements that name an author, the sure ones first.
const ELEMENTS: &[&str] = &[
    "[itemprop~=author] [itemprop=name]",
    "[itemprop~=author]",
    "[rel~=author]",
    "a[href*='/author/']",
    ".author-name",
    ".byline-name",
    ".byline a",
    ".author",
    ".byline",
    "[class*=byline]",
    "[class*=author]",
];

/// Words before a name.
const BEFORE: &[&str] = &[
    "by ",
    "written by ",
    "von ",
    "par ",
    "por ",
    "di ",
    "da ",
    "door ",
    "автор:",
    "автор ",
    "author:",
    "autor:",
    "posted by ",
    "posted on ",
    "published by ",
    "text:",
    "аўтар:",
    "przez ",
    "av ",
    "af ",
    "oleh ",
];

/// Returns the authors as named.
pub(super) fn of(page: &Page<'_>, site: Option<&str>) -> Vec<String> {
    let linked = page.linked.authors.clone();
    let meta = || META.iter().find_map(|name| some(split(page.meta.all(name).into_iter(), site)));
    let elements = || {
        ELEMENTS
            .iter()
            .find_map(|selector| some(split(texts(page, selector).iter().map(String::as_str), site)))
    };
    some(split(linked.iter().map(String::as_str), site)).or_else(meta).or_else(elements).unwrap_or_default()
}

fn some(names: Vec<String>) -> Option<Vec<String>> {
    if names.is_empty() { None } else { Some(names) }
}

fn texts(page: &Page<'_>, selector: &str) -> Vec<String> {
    let selection = page.doc.select(selector);
    let nodes = selection.nodes().iter().take(4);
    let text = |node: &dom_query::NodeRef<'_>| match node.attr("content") {
        Some(content) => content.to_string(),
        None => plain::of_html(&node.inner_html()).lines().next().unwrap_or("").to_owned(),
    };
    nodes.map(text).filter(|text| !text.is_empty()).take(3).collect()
}

/// Splits lists of names and leaves out what is none.
fn split<'t>(stated: impl Iterator<Item = &'t str>, site: Option<&str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for text in stated {
        for part in
            text.split([';', '|', '•']).flat_map(|part| part.split(" and ")).flat_map(|part| part.split(','))
        {
            let name = bare(part);
            if is_name(&name, site) && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names.truncate(12);
    names
}

fn bare(text: &str) -> String {
    let line = clean::one_line(text);
    let mut rest = line.as_str();
    for word in BEFORE {
        let begins = rest.get(..word.len()).is_some_and(|head| head.to_lowercase() == *word);
        if begins {
            rest = rest[word.len()..].trim_start();
        }
    }
    rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | '-' | '–' | '.' | '/'))
        .to_owned()
}

fn is_name(text: &str, site: Option<&str>) -> bool {
    let length = text.chars().count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_site = site.is_some_and(|site| site.eq_ignore_ascii_case(text));
    (3..=60).contains(&length)
        && digits == 0
        && !text.contains(['*', ':'])
        && !is_site
        && !is_web(text)
        && !text.contains(['@', '{', '<', '/', '='])
        && text.split_whitespace().count() <= 6
        && !matches!(
            text.to_lowercase().as_str(),
            "admin" | "administrator" | "editor" | "webmaster" | "author" | "staff"
        )
}
