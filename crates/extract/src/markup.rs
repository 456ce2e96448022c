//! Tokens of markup, whatever its state: undeclared entities, bare ampersands, missing quotes and broken tags are taken as
//! they come, by the rules of HTML's tokenizer where these matter for what is read. XML is read with it too, with CDATA
//! sections and without raw-text elements; names come in small letters. Nothing is copied that stands there as it is read.

use std::borrow::Cow;

use memchr::{memchr, memchr3, memmem};

use crate::reference;

/// How markup is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// XML: CDATA sections, no elements with rules of their own, references that end with a semicolon.
    Xml,
    /// HTML: script, style and the like hold raw text, some references need no semicolon.
    Html,
}

/// One token.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// A start tag.
    Open(Tag<'t>),
    /// The name of an end tag.
    Close(Cow<'t, str>),
    /// Text, references resolved.
    Text(Cow<'t, str>),
}

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag<'t> {
    /// Its name, in small letters.
    pub(crate) name: Cow<'t, str>,
    /// Whether it says that it has no content.
    pub(crate) self_closing: bool,
    /// Its attributes as they are written.
    attrs: &'t str,
}

impl<'t> Tag<'t> {
    /// Returns the attributes, names in small letters.
    pub(crate) fn attrs(&self) -> Attrs<'t> {
        Attrs { rest: self.attrs }
    }

    /// Returns the value of an attribute (name in small letters).
    pub(crate) fn attr(&self, name: &str) -> Option<Cow<'t, str>> {
        self.attrs().find(|(own, _)| own == name).map(|(_, value)| value)
    }
}

/// The attributes of a tag: names in small letters, and values with their references resolved.
#[derive(Debug, Clone)]
pub(crate) struct Attrs<'t> {
    rest: &'t str,
}

impl<'t> Iterator for Attrs<'t> {
    type Item = (Cow<'t, str>, Cow<'t, str>);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        let first = rest.chars().next()?.len_utf8();
        let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/');
        let end = rest[first..].find(ends).map_or(rest.len(), |at| first + at);
        let (name, after) = rest.split_at(end);
        let Some(value) = after.trim_ascii_start().strip_prefix('=') else {
            self.rest = after;
            return Some((lower(name), Cow::Borrowed("")));
        };
        let value = value.trim_ascii_start();
        let (value, rest) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            _ => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
        };
        self.rest = rest;
        Some((lower(name), reference::in_value(value)))
    }
}

/// Returns the tokens of a text.
pub(crate) fn pieces(text: &str, dialect: Dialect) -> Pieces<'_> {
    Pieces { rest: text, dialect, raw: None }
}

/// The tokens of a text, in order.
pub(crate) struct Pieces<'t> {
    rest: &'t str,
    dialect: Dialect,
    /// The element whose raw text comes next.
    raw: Option<&'static str>,
}

/// Elements of HTML that hold raw text, and whether references are resolved in it.
const RAW: &[(&str, bool)] = &[
    ("script", false),
    ("style", false),
    ("noembed", false),
    ("noframes", false),
    ("xmp", false),
    ("textarea", true),
    ("title", true),
];

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        while !self.rest.is_empty() {
            if let Some(piece) = self.step() {
                return Some(piece);
            }
        }
        None
    }
}

impl<'t> Pieces<'t> {
    /// Takes what stands next; none for what says nothing.
    fn step(&mut self) -> Option<Piece<'t>> {
        if let Some(name) = self.raw.take() {
            return self.raw_text(name);
        }
        let rest = self.rest;
        match rest.as_bytes() {
            [b'<', b'!', ..] => self.declaration(),
            [b'<', b'?', ..] => self.pass_over(),
            [b'<', b'/', c, ..] if c.is_ascii_alphabetic() => self.tag(2).map(|(_, name)| Piece::Close(name)),
            [b'<', b'/', ..] => self.pass_over(),
            [b'<', c, ..] if c.is_ascii_alphabetic() => self.start(),
            _ => {
                let end = memchr(b'<', &rest.as_bytes()[1..]).map_or(rest.len(), |at| at + 1);
                let text = self.take(end);
                Some(Piece::Text(reference::in_text(text, self.dialect)))
            }
        }
    }

    /// Takes so many bytes.
    fn take(&mut self, end: usize) -> &'t str {
        let (head, rest) = self.rest.split_at(end);
        self.rest = rest;
        head
    }

    /// Passes over everything up to the next `>`.
    fn pass_over(&mut self) -> Option<Piece<'t>> {
        let end = memchr(b'>', self.rest.as_bytes()).map_or(self.rest.len(), |at| at + 1);
        self.take(end);
        None
    }

    /// Comments and document types say nothing; a CDATA section of XML is text.
    fn declaration(&mut self) -> Option<Piece<'t>> {
        let rest = self.rest;
        if rest.starts_with("<!--") {
            self.take(comment_end(rest).unwrap_or(rest.len()));
            return None;
        }
        match rest.strip_prefix("<![CDATA[").filter(|_| self.dialect == Dialect::Xml) {
            Some(inner) => {
                let (text, rest) = inner.split_once("]]>").unwrap_or((inner, ""));
                self.rest = rest;
                (!text.is_empty()).then_some(Piece::Text(Cow::Borrowed(text)))
            }
            None => self.pass_over(),
        }
    }

    /// Takes a tag whose name begins at this place; one that breaks off is none.
    fn tag(&mut self, start: usize) -> Option<(&'t str, Cow<'t, str>)> {
        let Some(end) = tag_end(self.rest) else {
            self.rest = "";
            return None;
        };
        let inner = &self.take(end)[start..end - 1];
        let named = inner.find(|c: char| c.is_ascii_whitespace() || c == '/').unwrap_or(inner.len());
        Some((&inner[named..], lower(&inner[..named])))
    }

    fn start(&mut self) -> Option<Piece<'t>> {
        let (attrs, name) = self.tag(1)?;
        let self_closing = is_self_closing(attrs);
        let attrs = if self_closing { &attrs[..attrs.trim_ascii_end().len() - 1] } else { attrs };
        if self.dialect == Dialect::Html && !self_closing {
            self.raw = RAW.iter().map(|(raw, _)| *raw).find(|raw| *raw == name);
        }
        Some(Piece::Open(Tag { name, self_closing, attrs }))
    }

    /// The content of an element that holds raw text, up to its end tag.
    fn raw_text(&mut self, name: &'static str) -> Option<Piece<'t>> {
        let end = end_tag(self.rest, name).unwrap_or(self.rest.len());
        let text = self.take(end);
        let resolved = RAW.iter().any(|(raw, resolved)| *raw == name && *resolved);
        let text = if resolved { reference::in_text(text, self.dialect) } else { Cow::Borrowed(text) };
        (!text.is_empty()).then_some(Piece::Text(text))
    }
}

/// Returns where a comment that a text begins with ends.
pub(crate) fn comment_end(text: &str) -> Option<usize> {
    memmem::find(&text.as_bytes()[2..], b"-->").map(|at| at + 5)
}

/// Returns where the end tag of an element stands.
pub(crate) fn end_tag(text: &str, name: &str) -> Option<usize> {
    let named = |at: &usize| {
        let rest = &text.as_bytes()[at + 2..];
        rest.get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name.as_bytes()))
            && !rest.get(name.len()).is_some_and(u8::is_ascii_alphanumeric)
    };
    memmem::find_iter(text.as_bytes(), b"</").find(named)
}

/// Returns where the tag that a text begins with ends, behind its `>`; within a quoted value `>` ends nothing.
pub(crate) fn tag_end(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 1;
    loop {
        let found = at + memchr3(b'>', b'"', b'\'', &bytes[at..])?;
        if bytes[found] == b'>' {
            return Some(found + 1);
        }
        let before = bytes[..found].trim_ascii_end();
        at = found + 1;
        // A quote that is never closed quotes nothing.
        if before.ends_with(b"=")
            && let Some(close) = memchr(bytes[found], &bytes[at..])
        {
            at += close + 1;
        }
    }
}

/// Returns whether a tag ends with a slash that is no part of a value without quotes.
fn is_self_closing(attrs: &str) -> bool {
    let Some(before) = attrs.trim_ascii_end().strip_suffix('/') else { return false };
    let last = before.rsplit(|c: char| c.is_ascii_whitespace()).next().unwrap_or("");
    last.is_empty() || last.ends_with(['"', '\'']) || !last.contains('=')
}

/// Returns a name in small letters.
fn lower(name: &str) -> Cow<'_, str> {
    match name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(name.to_ascii_lowercase()),
        false => Cow::Borrowed(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tokens of a text, each in one word or in its text.
    fn read(text: &str, dialect: Dialect) -> Vec<String> {
        let piece = |piece| match piece {
            Piece::Open(tag) => {
                let attrs: Vec<String> =
                    tag.attrs().map(|(name, value)| format!(" {name}={value}")).collect();
                format!("<{}{}{}>", tag.name, attrs.concat(), if tag.self_closing { "/" } else { "" })
            }
            Piece::Close(name) => format!("</{name}>"),
            Piece::Text(text) => text.into_owned(),
        };
        pieces(text, dialect).map(piece).collect()
    }

    #[test]
    fn tags_are_read_in_whatever_state_they_are() {
        let read = |text| read(text, Dialect::Html).concat();
        assert_eq!(read("<P Class=a>x</P >"), "<p class=a>x</p>");
        assert_eq!(read("<a href='1>2' title = \"&lt;b\" hidden>x"), "<a href=1>2 title=<b hidden=>x");
        assert_eq!(read("<a href=/x/>y"), "<a href=/x/>y");
        assert_eq!(read("<br/><hr /><img src='a'/>"), "<br/><hr/><img src=a/>");
        assert_eq!(read("a < b <3 <> c</>d<!x>e<?f?>g"), "a < b <3 <> cdeg");
        assert_eq!(read("<a title=it's>x<b"), "<a title=it's>x");
        assert_eq!(read("<a href=\"x>y"), "<a href=x>y");
    }

    #[test]
    fn comments_and_raw_texts_end_where_they_say() {
        let read = |text| read(text, Dialect::Html);
        assert_eq!(read("a<!-- <b> -->c<!-->d"), ["a", "c", "d"]);
        assert_eq!(
            read("<script>a<b</div>&amp;</SCRIPT>c"),
            ["<script>", "a<b</div>&amp;", "</script>", "c"]
        );
        assert_eq!(read("<title>a<b>&amp;</title>"), ["<title>", "a<b>&", "</title>"]);
        assert_eq!(read("<![CDATA[a>b]]>"), ["b]]>"]);
    }

    #[test]
    fn a_section_of_characters_is_text_in_xml() {
        let read = |text| read(text, Dialect::Xml);
        assert_eq!(
            read("<a><![CDATA[<p>&amp;]]></a><title><b>"),
            ["<a>", "<p>&amp;", "</a>", "<title>", "<b>"]
        );
        assert_eq!(read("<![CDATA[cut"), ["cut"]);
    }
}
