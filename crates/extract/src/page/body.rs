//! The main text of a page.

use std::collections::HashMap;

use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::{Config, Readability};

use super::lines;
use super::marks::{Mark, Marks};
use super::vocabulary::{Kind, kind_of};
use crate::{clean, plain};

/// Elements of a page beyond which its main text is not searched for.
const ELEMENTS: usize = 200_000;

/// A paragraph of up to this many characters that is one link leads elsewhere.
const TEASER: usize = 160;

/// The largest share of the page's text that is left out on a doubt.
const SHARE: f64 = 0.25;

/// Takes out what rarely belongs to the main text, where it is a small part, and paragraphs that are one link.
pub(super) fn prune(marks: &Marks<'_>) {
    marks.unseen.iter().for_each(NodeRef::remove_from_parent);
    let size = marks.size as f64;
    let mut of_class: HashMap<String, f64> = HashMap::new();
    let class = |mark: &Mark<'_>| mark.node.attr("class").unwrap_or_default().to_string();
    for mark in &marks.doubtful {
        *of_class.entry(class(mark)).or_default() += mark.node.normalized_char_count() as f64;
    }
    for mark in &marks.doubtful {
        // What many elements of one class hold together counts: paragraphs may each be wrapped in one.
        let held = of_class.get(&class(mark)).copied().unwrap_or_default();
        if held < size * SHARE && leads_elsewhere(mark) && !holds_text(mark) {
            mark.node.remove_from_parent();
        }
    }
    marks.lists.iter().filter(|list| is_menu(list)).for_each(NodeRef::remove_from_parent);
    for link in &marks.links {
        if let Some(paragraph) = link.parent().filter(|outer| outer.has_name("p") && is_one_link(outer, link))
        {
            paragraph.remove_from_parent();
        }
    }
}

/// Paragraphs of up to this many characters may be labels.
const LABEL: usize = 80;
/// So many characters in paragraphs are a text, whatever the name of what they stand in.
const TEXT: usize = 500;

/// Sites give names like `read-more` and `paywall` to what holds the text itself.
fn holds_text(mark: &Mark<'_>) -> bool {
    let is_named = mark.kind.has_any(Kind::BESIDE) && !mark.kind.has_any(Kind::COMMENT.and(Kind::CAPTION));
    let is_plain = ["div", "section", "article", "main", "p"].iter().any(|name| mark.node.has_name(name));
    is_named && is_plain && paragraphs(&mark.node, |length| length >= LABEL) >= TEXT
}

/// Returns how many characters stand in paragraphs that are long enough and are mostly no links.
fn paragraphs(node: &NodeRef<'_>, is_long: impl Fn(usize) -> bool) -> usize {
    let lengths = node.descendants_it().filter(|node| node.has_name("p")).map(|paragraph| {
        let length = paragraph.normalized_char_count();
        let links: usize = paragraph
            .descendants_it()
            .filter(|node| node.has_name("a"))
            .map(|a| a.normalized_char_count())
            .sum();
        if is_long(length) && links * 2 < length { length } else { 0 }
    });
    lengths.sum()
}

/// A teaser without a link is the beginning of this text.
fn leads_elsewhere(mark: &Mark<'_>) -> bool {
    let is_only_teaser = mark.kind.has(Kind::TEASER) && !mark.kind.has_any(Kind::BESIDE.and(Kind::CAPTION));
    !is_only_teaser || mark.node.descendants_it().any(|node| node.has_name("a"))
}

/// Four links or more of a few words each, and nothing else: a menu or labels, not a list of documents.
fn is_menu(list: &NodeRef<'_>) -> bool {
    let links: Vec<usize> = list
        .descendants_it()
        .filter(|node| node.has_name("a"))
        .map(|link| link.normalized_char_count())
        .collect();
    let linked: usize = links.iter().sum();
    let all = list.normalized_char_count();
    links.len() >= 4 && linked * 10 >= all.saturating_sub(links.len() * 2) * 9 && linked <= links.len() * 30
}

fn is_one_link(paragraph: &NodeRef<'_>, link: &NodeRef<'_>) -> bool {
    let length = paragraph.normalized_char_count();
    length <= TEASER && length <= link.normalized_char_count() + 3
}

/// Returns the main text of a page, paragraphs separated by an empty line; the title is not repeated. `html` is what the
/// document was made of: finding the text uses the document up.
pub(super) fn text(html: &str, doc: Document, url: Option<&str>, title: &str) -> String {
    // With what readers wrote: telling that apart costs more than finding the text anew where it matters.
    let size: usize = cluster(&doc, |_| true)
        .map_or(0, |node| parts(&node).map(|part| part.normalized_char_count() + PARAGRAPH_END).sum());
    let config = Config { max_elements_to_parse: ELEMENTS, disable_json_ld: true, ..Config::default() };
    let url = url.filter(|url| crate::address::is_web(url));
    let text = Readability::with_document(doc, url, Some(config)).ok().and_then(article).unwrap_or_default();
    // Only where the cluster may hold much more is its text made.
    let cluster =
        if text.chars().count() * 2 < size { text_of_cluster(&pruned(html)) } else { String::new() };
    let text = if is_a_part(&text, &cluster) { cluster } else { text };
    let text = if text.is_empty() { plain::of_html(html) } else { text };
    lines::tidied(&without_title(&text, title))
}

/// The text that Readability finds.
fn article(mut page: Readability) -> Option<String> {
    page.parse().ok()?;
    // Where it leaves the element that holds the article.
    let holder = page.doc.select_single("#readability-page-1");
    holder.nodes().first().map(|node| plain::of_node(*node))
}

fn pruned(html: &str) -> Document {
    let doc = Document::from(html);
    prune(&Marks::of(&doc));
    doc
}

/// Returns the element whose paragraphs hold most, of which Readability may take a part only.
fn cluster(doc: &Document, counts: impl Fn(&NodeRef<'_>) -> bool) -> Option<NodeRef<'_>> {
    let mut held: Vec<(NodeId, usize)> = Vec::new();
    let mut places: HashMap<NodeId, usize> = HashMap::new();
    for paragraph in doc.body()?.descendants_it().filter(|node| node.has_name("p")) {
        let length = paragraph.normalized_char_count();
        if length < LABEL || !counts(&paragraph) {
            continue;
        }
        for around in paragraph.ancestors_it(Some(3)) {
            let place = *places.entry(around.id).or_insert(held.len());
            match held.get_mut(place) {
                Some((_, sum)) => *sum += length,
                None => held.push((around.id, length)),
            }
        }
    }
    // The innermost of those that hold the same comes first.
    let most = held.iter().map(|(_, sum)| *sum).max()?;
    let (id, _) = held.iter().find(|(_, sum)| *sum * 10 >= most * 9)?;
    Some(NodeRef::new(*id, &doc.tree))
}

fn text_of_cluster(doc: &Document) -> String {
    let Some(node) = cluster(doc, |paragraph| !is_comment(paragraph)) else { return String::new() };
    let texts = parts(&node).map(|part| clean::one_line(&part.text())).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join("\n\n")
}

/// What stands between two paragraphs, in characters.
const PARAGRAPH_END: usize = 2;

/// The elements that make up the text of a cluster; what stands in an item of a list is the item's.
fn parts<'n>(cluster: &'n NodeRef<'n>) -> impl Iterator<Item = NodeRef<'n>> + 'n {
    let parts = cluster.descendants_it().filter(|node| PARTS.iter().any(|name| node.has_name(name)));
    parts.filter(|part| !part.ancestors_it(Some(2)).any(|around| around.has_name("li")))
}

fn is_comment(paragraph: &NodeRef<'_>) -> bool {
    paragraph.ancestors_it(Some(8)).any(|around| {
        let mut names = ["class", "id"].iter().filter_map(|name| around.attr(name));
        names.any(|name| !around.has_name("body") && kind_of(&name).has(Kind::COMMENT))
    })
}

/// What the paragraphs of a text are made of.
const PARTS: &[&str] = &["p", "h2", "h3", "h4", "li", "pre"];

/// Returns whether what was found is a small part of the text that the page states as its own: a teaser.
pub(super) fn is_a_part(found: &str, stated: &str) -> bool {
    found.chars().count() * 2 < stated.chars().count()
}

/// Leaves out a first paragraph that repeats the title.
fn without_title(text: &str, title: &str) -> String {
    let (first, rest) = text.split_once("\n\n").unwrap_or((text, ""));
    let same = !title.is_empty() && clean::one_line(first) == title;
    if same && !rest.is_empty() { rest.to_owned() } else { text.to_owned() }
}
