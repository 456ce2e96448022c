//! From markup to plain text with paragraphs.

use dom_query::{NodeData, NodeRef};

use crate::clean;
use crate::markup::{Dialect, Piece, pieces};

/// Builds plain text from markup: block elements end a paragraph, line breaks a line.
#[derive(Default)]
pub(crate) struct PlainText {
    out: String,
    /// Line breaks that stand before the next text: 0 none, 1 a new line, 2 a new paragraph.
    breaks: u8,
    /// A blank stands before the next text.
    blank: bool,
    /// How many open elements hide their text.
    hidden: u32,
    /// Open `pre` elements: line breaks are kept.
    pre: u32,
}

/// Returns whether an element's text is not for readers. Only elements that are closed dependably: an unclosed one
/// swallows the rest.
fn hides(name: &str) -> bool {
    matches!(name, "script" | "style" | "template" | "noembed" | "noframes" | "svg" | "select" | "textarea")
}

/// Returns a name without its namespace prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn breaks_of(name: &str) -> u8 {
    match name {
        "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "nav"
        | "blockquote" | "pre" | "ul" | "ol" | "dl" | "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
        | "figure" | "figcaption" | "hr" | "address" | "details" | "center" | "body" | "form"
        | "fieldset" => 2,
        "li" | "tr" | "dt" | "dd" | "summary" | "option" | "caption" => 1,
        _ => 0,
    }
}

impl PlainText {
    /// Takes a start tag.
    pub(crate) fn open(&mut self, name: &str, self_closing: bool) {
        let name = local(name);
        match name {
            "br" => self.breaks = (self.breaks + 1).min(2),
            "td" | "th" => self.blank = true,
            _ => self.breaks = self.breaks.max(breaks_of(name)),
        }
        if !self_closing {
            self.hidden += u32::from(hides(name));
            self.pre += u32::from(name == "pre");
        }
    }

    /// Takes an end tag.
    pub(crate) fn close(&mut self, name: &str) {
        let name = local(name);
        self.breaks = self.breaks.max(breaks_of(name));
        if hides(name) {
            self.hidden = self.hidden.saturating_sub(1);
        }
        if name == "pre" {
            self.pre = self.pre.saturating_sub(1);
        }
    }

    /// Takes text.
    pub(crate) fn text(&mut self, text: &str) {
        if self.hidden > 0 {
            return;
        }
        for (n, line) in text.split('\n').enumerate() {
            if n > 0 {
                self.line_end();
            }
            self.words(line);
        }
    }

    fn line_end(&mut self) {
        if self.pre > 0 {
            self.breaks = (self.breaks + 1).min(2);
        } else {
            self.blank = true;
        }
    }

    /// Takes the words of a line. Blanks beyond ASCII are rare, and left to the last step.
    fn words(&mut self, line: &str) {
        let mut rest = line;
        while let Some(start) = rest.bytes().position(|byte| !byte.is_ascii_whitespace()) {
            self.blank |= start > 0;
            rest = &rest[start..];
            let end = rest.bytes().position(|byte| byte.is_ascii_whitespace()).unwrap_or(rest.len());
            self.gap();
            self.out.push_str(&rest[..end]);
            rest = &rest[end..];
        }
        self.blank |= !rest.is_empty();
    }

    fn gap(&mut self) {
        if !self.out.is_empty() {
            match self.breaks {
                0 if self.blank => self.out.push(' '),
                0 => {}
                1 => self.out.push('\n'),
                _ => self.out.push_str("\n\n"),
            }
        }
        self.breaks = 0;
        self.blank = false;
    }

    /// Returns the text.
    pub(crate) fn finish(self) -> String {
        // What needs no cleaning is in its last form already.
        if clean::is_clean(&self.out) { self.out } else { clean::paragraphs(&self.out) }
    }
}

/// Returns the text of HTML, paragraphs separated by an empty line.
pub(crate) fn of_html(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return plain_lines(html);
    }
    let mut text = PlainText::default();
    for piece in pieces(html, Dialect::Html) {
        match piece {
            Piece::Open(tag) => text.open(&tag.name, tag.self_closing),
            Piece::Close(name) => text.close(&name),
            Piece::Text(run) => text.text(&run),
        }
    }
    text.finish()
}

/// Returns the text of an element of a page, paragraphs separated by an empty line.
pub(crate) fn of_node(root: NodeRef<'_>) -> String {
    let mut text = PlainText::default();
    let mut at = root;
    loop {
        if let Some(element) = at.element_ref() {
            text.open(&element.name.local, false);
        } else {
            at.query(|node| {
                if let NodeData::Text { contents } = &node.data {
                    text.text(contents);
                }
            });
        }
        if let Some(child) = at.first_child() {
            at = child;
            continue;
        }
        // Up to the next element that has one behind it.
        loop {
            if let Some(element) = at.element_ref() {
                text.close(&element.name.local);
            }
            if at.id == root.id {
                return text.finish();
            }
            match (at.next_sibling(), at.parent()) {
                (Some(next), _) => {
                    at = next;
                    break;
                }
                (None, Some(parent)) => at = parent,
                (None, None) => return text.finish(),
            }
        }
    }
}

/// Returns text without markup: single line ends are blanks, empty lines separate paragraphs.
pub(crate) fn plain_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let line = line.trim();
        match (line.is_empty(), out.ends_with("\n\n") || out.is_empty()) {
            (true, false) => {
                out.truncate(out.trim_end().len());
                out.push_str("\n\n");
            }
            (true, true) => {}
            (false, _) => {
                out.push_str(line);
                out.push(' ');
            }
        }
    }
    clean::paragraphs(&out)
}
