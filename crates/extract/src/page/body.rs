//! The main text of a page.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use crate::markup::{Dialect, Piece, pieces};
use crate::{clean, plain};

/// Elements within elements beyond this are taken as one level: deeper trees cost more than they say.
const DEPTH: usize = 400;
/// Elements of a page beyond which its main text is not searched for.
const ELEMENTS: usize = 200_000;

/// What never belongs to the main text.
const REMOVED: &str = "script, style, noscript, template, iframe, button, select, svg";

/// What rarely belongs to it, and is left out where it is a small part of the page.
const DOUBTFUL: &str = "figcaption, [class*=caption], nav, footer, form, aside, [role=navigation], [role=contentinfo], [role=search], \
    [class*=cookie], [id*=cookie], [class*=consent], [class*=newsletter], [class*=subscribe], \
    [class*=share-], [class*=sharing], [class*=social-], [class*=related], [class*=recommend], [class*=teaser], \
    [class*=promo], [id*=disqus], #comments, .comments, .comment-list, [class*=breadcrumb], [class*=tag-list], \
    [class*=author-bio], [class*=most-read], [class*=read-more], [class*=also-read], [class*=copyright]";

/// A paragraph of up to this many characters that is one link leads elsewhere.
const TEASER: usize = 160;

/// The largest share of the page's text that is left out on a doubt.
const SHARE: f64 = 0.25;

/// Returns a page as HTML that is not nested beyond reason: a tree of a hundred thousand levels would need more stack
/// than there is.
pub(super) fn bounded(html: &str) -> String {
    let mut depth = 0usize;
    let mut deepest = 0;
    for piece in pieces(html, Dialect::Html) {
        match piece {
            Piece::Open(tag) if !tag.self_closing && !is_void(&tag.name) => depth += 1,
            Piece::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    if deepest <= DEPTH { html.to_owned() } else { flattened(html) }
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "br" | "img"
            | "meta"
            | "link"
            | "input"
            | "hr"
            | "source"
            | "wbr"
            | "area"
            | "col"
            | "embed"
            | "p"
            | "li"
    )
}

fn flattened(html: &str) -> String {
    let paragraphs = plain::of_html(html);
    let escaped = paragraphs.replace('&', "&amp;").replace('<', "&lt;");
    let body: Vec<String> = escaped.split("\n\n").map(|paragraph| format!("<p>{paragraph}</p>")).collect();
    format!("<html><body>{}</body></html>", body.join("\n"))
}

/// Takes out what rarely belongs to the main text, where it is a small part, and paragraphs that are one link.
fn prune(doc: &Document) {
    let size = doc.body().map_or(0, |body| body.normalized_char_count()) as f64;
    for node in doc.select(DOUBTFUL).nodes() {
        let small = (node.normalized_char_count() as f64) < size * SHARE;
        if small && !node.has_name("body") && !node.has_name("article") {
            node.remove_from_parent();
        }
    }
    for link in doc.select("p > a:only-child").nodes() {
        if let Some(paragraph) = link.parent().filter(|paragraph| is_one_link(paragraph, link)) {
            paragraph.remove_from_parent();
        }
    }
}

fn is_one_link(paragraph: &NodeRef<'_>, link: &NodeRef<'_>) -> bool {
    let length = paragraph.normalized_char_count();
    length <= TEASER && length <= link.normalized_char_count() + 3
}

/// Returns the main text of a page, paragraphs separated by an empty line; the title is not repeated.
pub(super) fn text(doc: Document, url: Option<&str>, title: &str) -> String {
    doc.select(REMOVED).remove();
    prune(&doc);
    let whole = doc.body().map(|body| body.inner_html()).unwrap_or_default();
    let config = Config { max_elements_to_parse: ELEMENTS, disable_json_ld: true, ..Config::default() };
    let url = url.filter(|url| crate::address::is_web(url));
    let article = Readability::with_document(doc, url, Some(config)).and_then(|mut page| page.parse());
    let text = article.map(|article| plain::of_html(&article.content)).unwrap_or_default();
    let text = if text.is_empty() { plain::of_html(&whole) } else { text };
    without_title(&text, title)
}

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
