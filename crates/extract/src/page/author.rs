//! Who wrote a page.

use super::marks::Mark;
use super::vocabulary::Kind;
use super::{Page, written};
use crate::address::is_web;
use crate::clean;

const META: &[&str] = &[
    "author",
    "article:author",
    "og:article:author",
    "article:author_name",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor.author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "cxenseparse:author",
    "citation_author",
    "authors",
    "creator",
];

/// Texts of up to this many bytes are read as bylines.
const BYLINE: usize = 160;
/// Names of a page beyond these are of a list of something else.
const NAMES: usize = 12;

/// Returns the authors as named.
pub(super) fn of(page: &Page<'_>, site: Option<&str>) -> Vec<String> {
    let meta = |names: &[&str]| names.iter().find_map(|name| some(split(page.meta.all(name).into_iter())));
    let linked = || some(split(page.linked.authors.iter().map(String::as_str)));
    let stated = meta(&["citation_author"]).or_else(linked).or_else(|| meta(META)).or_else(|| of_card(page));
    let stated = stated.unwrap_or_default();
    let is_body = |name: &String| is_publisher(name, site, page);
    // Sites often state themselves; who is named beside the text says more.
    if !stated.is_empty() && !stated.iter().all(is_body) {
        return stated.into_iter().filter(|name| !is_body(name)).collect();
    }
    let visible = some(of_elements(page)).or_else(|| some(of_short_texts(page)));
    match visible {
        Some(names) if stated.is_empty() || !names.iter().any(is_body) => names,
        _ => stated,
    }
}

/// Returns whether a name is that of the site or of who publishes it, not of a person.
fn is_publisher(name: &str, site: Option<&str>, page: &Page<'_>) -> bool {
    let host = page.url.and_then(|url| url::Url::parse(url).ok()).and_then(|url| url.host_str().map(fold));
    let of_host = host.is_some_and(|host| {
        let name = fold(name);
        name.len() >= 2 && host.contains(&name)
    });
    of_host
        || site.is_some_and(|site| alike(site, name))
        || page.linked.publisher.as_deref().is_some_and(|publisher| alike(publisher, name))
        || name.contains("www.")
        || written::names_a_body(name)
}

/// The card that messengers show names the author under a label of its own.
fn of_card(page: &Page<'_>) -> Option<Vec<String>> {
    let label = page.meta.first(&["twitter:label1"])?;
    let is_author = written::labelled(&format!("{label}:")).is_some();
    is_author.then(|| some(split(page.meta.all("twitter:data1").into_iter()))).flatten()
}

fn some(names: Vec<String>) -> Option<Vec<String>> {
    if names.is_empty() { None } else { Some(names) }
}

fn alike(one: &str, other: &str) -> bool {
    fold(one) == fold(other)
}

fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Elements that say that they name an author: microdata first, then those near the title, then the others.
fn of_elements(page: &Page<'_>) -> Vec<String> {
    let heading = page.heading();
    let rank = |mark: &Mark<'_>| {
        let outside = u8::from(mark.beside || mark.kind.has_any(Kind::COMMENT));
        let far = u8::from(!page.marks.is_near(mark.place, heading));
        let microdata = u8::from(!(mark.node.has_attr("itemprop") || mark.node.has_attr("rel")));
        (outside, far.min(microdata), microdata)
    };
    let mut marks: Vec<&Mark<'_>> =
        page.marks.authors.iter().filter(|mark| !mark.kind.has(Kind::COMMENT)).collect();
    marks.sort_by_key(|mark| rank(mark));
    let mut names: Vec<String> = Vec::new();
    let mut best = None;
    for mark in marks.into_iter().take(40) {
        if best.is_some_and(|best| best != rank(mark)) {
            break;
        }
        for name in of_element(mark) {
            if !names.iter().any(|known| alike(known, &name) || known.contains(&name) || name.contains(known))
            {
                names.push(name);
                best = Some(rank(mark));
            }
        }
    }
    names.truncate(3);
    names
}

fn of_element(mark: &Mark<'_>) -> Vec<String> {
    let stated = mark.node.attr("content").map(|content| content.to_string());
    let Some(text) = stated.or_else(|| written::short_text(&mark.node, BYLINE)) else { return Vec::new() };
    let fits = |name: &String| name.split_whitespace().count() < 3 || is_person(name);
    let names: Vec<String> = byline(&text).into_iter().filter(fits).collect();
    if !names.is_empty() {
        return names;
    }
    // Names that stand in elements of their own, with nothing between them.
    let parts: Vec<String> =
        mark.node.element_children().iter().filter_map(|part| written::short_text(part, BYLINE)).collect();
    parts.iter().flat_map(|part| byline(part)).filter(|name| is_person(name)).collect()
}

/// Short texts that announce a name: near the title with a word like "by" or behind a date, anywhere with a label like
/// "Author:".
fn of_short_texts(page: &Page<'_>) -> Vec<String> {
    let heading = page.heading();
    page.marks
        .short
        .iter()
        .find_map(|mark| of_short_text(mark, page.marks.is_near(mark.place, heading)))
        .unwrap_or_default()
}

fn of_short_text(mark: &Mark<'_>, near: bool) -> Option<Vec<String>> {
    let own = clean::one_line(&mark.node.text());
    let persons = |text: &str| some(byline(text).into_iter().filter(|name| is_person(name)).collect());
    if near && let Some(name) = behind_date(&own) {
        return persons(name).filter(|names| names.len() < 3);
    }
    let rest = if near { written::announced(&own) } else { written::labelled(&own) }?;
    persons(rest).or_else(|| {
        // The name stands in an element of its own: `<p>By <a>Ann Other</a></p>`, `<strong>Author:</strong> Ann Other`.
        let next = mark.node.next_sibling().or_else(|| mark.node.parent()?.next_sibling())?;
        let name =
            if next.is_text() { clean::one_line(&next.text()) } else { written::short_text(&next, BYLINE)? };
        rest.trim().is_empty().then(|| persons(&name)).flatten()
    })
}

/// Returns what stands behind the date that a text begins with.
fn behind_date(text: &str) -> Option<&str> {
    let (_, range) = crate::date::in_text(text).filter(|(_, range)| range.start == 0)?;
    let rest = text[range.end..].trim_start_matches(|c: char| !c.is_alphabetic());
    let rest = written::announced(rest).unwrap_or(rest);
    (!rest.is_empty() && rest.len() <= 60).then_some(rest)
}

/// Returns whether a line announces the name of a person and says nothing else.
pub(super) fn is_byline(line: &str) -> bool {
    written::announced(line).is_some_and(|rest| {
        let names = split(std::iter::once(rest));
        let length: usize = names.iter().map(String::len).sum();
        !names.is_empty()
            && names.iter().all(|name| is_person(name))
            && rest.len() <= length + 12 * names.len()
    })
}

/// Reads the names of a byline: without the words before them, and up to a date or what else follows.
fn byline(text: &str) -> Vec<String> {
    let line = clean::one_line(text);
    let mut from = written::announced(&line).unwrap_or(&line);
    if from.len() == line.len()
        && let Some(at) = found_inside(&line)
    {
        from = at;
    }
    let marks = from.find(['|', '•', '·', '—', '<', '@']);
    let end = written::end_of_names(from).into_iter().chain(marks).min().unwrap_or(from.len());
    split(std::iter::once(&from[..end]))
}

/// A byline may begin with its date: `Posted on September 21, 2020 by Ann Other`.
fn found_inside(line: &str) -> Option<&str> {
    let starts = line.char_indices().filter(|(at, c)| *c == ' ' && *at > 0 && *at < 60).map(|(at, _)| at + 1);
    starts
        .map(|at| &line[at..])
        .find_map(|rest| written::announced(rest).filter(|name| is_person(first_words(name))))
}

fn first_words(text: &str) -> &str {
    let end = text.trim_start().match_indices(' ').nth(1).map(|(at, _)| at);
    let text = text.trim_start();
    &text[..end.unwrap_or(text.len())]
}

/// Splits lists of names and leaves out what is none.
fn split<'t>(stated: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for text in stated {
        let parts = text.split([';', '|', '•', ',', '、', '&']);
        for part in parts.flat_map(written::apart) {
            let name = bare(part);
            if is_name(&name) && !names.iter().any(|known| alike(known, &name)) {
                names.push(name);
            }
        }
    }
    names.truncate(NAMES);
    names
}

fn bare(text: &str) -> String {
    let line = clean::one_line(text);
    let mut rest = line.as_str();
    while let Some(name) = written::announced(rest) {
        rest = name.trim_start();
    }
    rest.trim_matches(|c: char| c.is_whitespace() || ",:-–./()[]\"„“".contains(c)).to_owned()
}

fn is_name(text: &str) -> bool {
    let length = text.chars().count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let words = text.split_whitespace().count();
    let ideographs = text.chars().any(|c| ('\u{3040}'..='\u{9FFF}').contains(&c));
    (2..=60).contains(&length)
        && (digits == 0 || (words == 1 && digits <= 3 && text.starts_with(char::is_alphabetic)))
        && text.contains(char::is_alphabetic)
        && (!ideographs || length <= 16)
        && !text.contains(['*', ':', '@', '{', '<', '=', '?', '!', '…'])
        && !is_web(text)
        && words <= 6
        && !written::is_no_name(text)
        && crate::date::in_text(text).is_none()
}

/// Returns whether a text reads like the name of a person or an agency: its words begin with capitals, where the writing
/// has any.
fn is_person(text: &str) -> bool {
    let text = text.trim();
    let mut words = text.split([' ', '-']).filter(|word| !word.is_empty());
    let capital = |word: &str| {
        word.starts_with(|c: char| !c.is_lowercase() && c.is_alphabetic()) || written::is_particle(word)
    };
    let count = text.split_whitespace().count();
    (1..=5).contains(&count) && words.all(capital) && text.chars().count() >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byline_gives_its_names_alone() {
        assert_eq!(byline("By Ann Other and Some One"), ["Ann Other", "Some One"]);
        assert_eq!(byline("Posted on September 21, 2020 by Ann Other"), ["Ann Other"]);
        assert_eq!(byline("Von Ann van der Other | 12/10/2020"), ["Ann van der Other"]);
        assert_eq!(byline("(责编：牛镛、岳弘彬)"), ["牛镛", "岳弘彬"]);
        assert_eq!(byline("Auteur : Ann Other"), ["Ann Other"]);
        assert!(byline("24 October 2024").is_empty());
    }

    #[test]
    fn a_sentence_is_no_person() {
        assert!(is_person("Ann van der Other") && !is_person("det/dpa"));
        assert!(!is_person("the ministers of both countries"));
    }
}
