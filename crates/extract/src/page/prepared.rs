//! What is taken from a page before it becomes a tree: scripts, styles and comments, which are half of many pages and no
//! part of their text, and elements within elements without end.

use std::borrow::Cow;

use memchr::memchr_iter;

use super::depth;
use crate::markup::{comment_end, end_tag, tag_end};

/// A page without what no reader sees.
pub(crate) struct Prepared<'h> {
    /// What is left, nested within reason.
    pub(crate) html: Cow<'h, str>,
    /// The scripts that were taken out, in order.
    pub(crate) scripts: Vec<Script<'h>>,
}

/// A script of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Script<'h> {
    /// Its start tag as written.
    tag: &'h str,
    /// What stands in it.
    pub(crate) text: &'h str,
}

impl Script<'_> {
    /// Returns whether it holds JSON-LD.
    pub(crate) fn is_linked(&self) -> bool {
        self.tag.to_ascii_lowercase().contains("application/ld+json")
    }
}

/// Elements that are taken out with their content.
const UNSEEN: &[&str] = &["script", "style", "noscript", "iframe", "svg"];

/// Takes out what no reader sees. What is not closed stays.
pub(crate) fn prepared(html: &str) -> Prepared<'_> {
    let mut kept = String::with_capacity(html.len());
    let mut scripts = Vec::new();
    let mut levels = depth::Levels::default();
    let (mut from, mut past) = (0, 0);
    for at in memchr_iter(b'<', html.as_bytes()) {
        if at < past {
            continue;
        }
        let rest = &html[at..];
        match rest.as_bytes() {
            [b'<', b'!', b'-', b'-', ..] => {
                let Some(end) = comment_end(rest) else { break };
                kept.push_str(&html[from..at]);
                (from, past) = (at + end, at + end);
            }
            [b'<', b'/', c, ..] if c.is_ascii_alphabetic() => levels.close(name_at(rest, 2)),
            [b'<', c, ..] if c.is_ascii_alphabetic() => {
                let Some(end) = tag_end(rest) else { break };
                past = at + end;
                let tag = &rest[..end];
                match unseen(tag, &rest[end..]) {
                    Some((content, length)) => {
                        if name_at(tag, 1).eq_ignore_ascii_case("script") && !content.trim().is_empty() {
                            scripts.push(Script { tag, text: content });
                        }
                        kept.push_str(&html[from..at]);
                        (from, past) = (past + length, past + length);
                    }
                    None => levels.open(name_at(tag, 1)),
                }
            }
            _ => {}
        }
    }
    let html = if from == 0 { Cow::Borrowed(html) } else { Cow::Owned(kept + &html[from..]) };
    let html = if levels.is_deep() { Cow::Owned(depth::flattened(&html)) } else { html };
    Prepared { html, scripts }
}

/// Returns the name of an element that begins at this place.
fn name_at(text: &str, start: usize) -> &str {
    let rest = &text[start..];
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    &rest[..end]
}

/// The content of an element that no reader sees, and how long it is with its end tag; none for others, and for one that
/// is not closed.
fn unseen<'h>(tag: &str, rest: &'h str) -> Option<(&'h str, usize)> {
    let name = UNSEEN.iter().find(|name| name_at(tag, 1).eq_ignore_ascii_case(name))?;
    if *name == "svg" && tag.ends_with("/>") {
        return Some(("", 0));
    }
    let end = end_tag(rest, name)?;
    Some((&rest[..end], end + tag_end(&rest[end..])?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_reader_sees_is_taken_out() {
        let page = prepared(
            "<p>a</p><!-- <p>b</p> --><SCRIPT type='application/ld+json'>{\"<p>\": 1}</script ><style>p{}</style>\
             <p title='<script>'>c<svg/><svg><path></svg></p><noscript><img></noscript><iframe src=x></iframe>",
        );
        assert_eq!(page.html, "<p>a</p><p title='<script>'>c</p>");
        assert_eq!(page.scripts.len(), 1);
        assert!(page.scripts[0].is_linked());
        assert_eq!(page.scripts[0].text, "{\"<p>\": 1}");
    }

    #[test]
    fn what_is_not_closed_stays() {
        for html in ["<p>a<!-- b", "<p>a<script>b</p>", "<p>a<b"] {
            assert_eq!(prepared(html).html, html);
        }
    }

    #[test]
    fn what_is_nested_beyond_reason_becomes_paragraphs() {
        let deep = format!("{}Text &amp; more{}", "<div>".repeat(1000), "</div>".repeat(1000));
        assert_eq!(prepared(&deep).html, "<html><body><p>Text &amp; more</p></body></html>");
        let flat = "<div>Text</div>".repeat(1000);
        assert_eq!(prepared(&flat).html, flat);
    }
}
