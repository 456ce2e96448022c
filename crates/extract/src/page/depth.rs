//! A bound on how deep elements lie within each other: a tree of a hundred thousand levels would need more stack than
//! there is.

use crate::plain;

/// Elements within elements beyond this are taken as one level: deeper trees cost more than they say.
const DEPTH: usize = 400;

/// Counts the levels of a page as its tags go by.
#[derive(Debug, Default)]
pub(super) struct Levels<'h> {
    open: Vec<&'h str>,
    is_deep: bool,
}

impl<'h> Levels<'h> {
    /// Takes the name of a start tag.
    pub(super) fn open(&mut self, name: &'h str) {
        if self.is_deep || may_stay_open(name) {
            return;
        }
        self.open.push(name);
        self.is_deep = self.open.len() > DEPTH;
    }

    /// Takes the name of an end tag: it closes the innermost element of its name, and nothing where there is none.
    pub(super) fn close(&mut self, name: &str) {
        if let Some(at) = self.open.iter().rposition(|open| open.eq_ignore_ascii_case(name)) {
            self.open.truncate(at);
        }
    }

    /// Returns whether there are more levels than are read.
    pub(super) fn is_deep(&self) -> bool {
        self.is_deep
    }
}

/// Elements that have no content, and those that the next of their like ends. They count as no level.
fn may_stay_open(name: &str) -> bool {
    const NAMES: &[&str] = &[
        "br", "img", "meta", "link", "input", "hr", "source", "wbr", "area", "col", "embed", "param",
        "track", "base", "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "option", "html", "head",
        "body",
    ];
    NAMES.iter().any(|one| name.eq_ignore_ascii_case(one))
}

/// Returns a page as paragraphs beside each other.
pub(super) fn flattened(html: &str) -> String {
    let paragraphs = plain::of_html(html);
    let escaped = paragraphs.replace('&', "&amp;").replace('<', "&lt;");
    let body: Vec<String> = escaped.split("\n\n").map(|paragraph| format!("<p>{paragraph}</p>")).collect();
    format!("<html><body>{}</body></html>", body.join("\n"))
}
