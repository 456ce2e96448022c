//! A bound on how deep elements lie within each other: a tree of a hundred thousand levels would need more stack than
//! there is.

use std::borrow::Cow;

use crate::markup::{Dialect, Piece, pieces};
use crate::plain;

/// Elements within elements beyond this are taken as one level: deeper trees cost more than they say.
const DEPTH: usize = 400;

/// Returns a page as HTML that is not nested beyond reason.
pub(crate) fn bounded(html: &str) -> Cow<'_, str> {
    // Fewer tags than levels need no look at which they are.
    let count =
        html.as_bytes().windows(2).filter(|pair| pair[0] == b'<' && pair[1].is_ascii_alphabetic()).count();
    if count <= DEPTH || rough_depth(html) <= DEPTH || depth(html) <= DEPTH {
        return Cow::Borrowed(html);
    }
    Cow::Owned(flattened(html))
}

/// Counts start and end tags without reading them; what scripts and comments hold may be counted too.
fn rough_depth(html: &str) -> usize {
    let bytes = html.as_bytes();
    let (mut open, mut deepest) = (0usize, 0);
    for at in tag_places(bytes) {
        match bytes.get(at + 1) {
            Some(b'/') => open = open.saturating_sub(1),
            Some(c) if c.is_ascii_alphabetic() && !is_void(name_at(html, at + 1)) => open += 1,
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

fn tag_places(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    bytes.iter().enumerate().filter(|(_, byte)| **byte == b'<').map(|(at, _)| at)
}

fn name_at(html: &str, start: usize) -> &str {
    let rest = &html[start..];
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    &rest[..end]
}

fn depth(html: &str) -> usize {
    let (mut open, mut deepest) = (0usize, 0);
    for piece in pieces(html, Dialect::Html) {
        match piece {
            Piece::Open(tag) if !tag.self_closing && !is_void(&tag.name) => open += 1,
            Piece::Close(_) => open = open.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(open);
    }
    deepest
}

fn is_void(name: &str) -> bool {
    const NAMES: &[&str] =
        &["br", "img", "meta", "link", "input", "hr", "source", "wbr", "area", "col", "embed", "p", "li"];
    NAMES.iter().any(|void| name.eq_ignore_ascii_case(void))
}

fn flattened(html: &str) -> String {
    let paragraphs = plain::of_html(html);
    let escaped = paragraphs.replace('&', "&amp;").replace('<', "&lt;");
    let body: Vec<String> = escaped.split("\n\n").map(|paragraph| format!("<p>{paragraph}</p>")).collect();
    format!("<html><body>{}</body></html>", body.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nested_beyond_reason_becomes_paragraphs() {
        let deep = format!("{}Text & more{}", "<div>".repeat(1000), "</div>".repeat(1000));
        assert_eq!(bounded(&deep), "<html><body><p>Text &amp; more</p></body></html>");
        let flat = "<div>Text</div>".repeat(1000);
        assert_eq!(bounded(&flat), flat);
    }
}
