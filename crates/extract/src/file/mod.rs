//! Files that are no text: letters, saved pages, PDF and Word documents.

mod enclosed;
mod letter;
mod pdf;
mod word;

use std::borrow::Cow;
use std::io::Read as _;

use crate::{Note, PageFacts, Why};

/// The largest that a packed file may become, in bytes.
pub(crate) const LONGEST: u64 = 64 << 20;

/// A document of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Document {
    /// What it says.
    pub(crate) page: PageFacts,
    /// Its own identifier, where it has one.
    pub(crate) guid: Option<String>,
    /// What went less than well.
    pub(crate) notes: Vec<Note>,
}

impl From<PageFacts> for Document {
    fn from(page: PageFacts) -> Self {
        Self { page, guid: None, notes: Vec::new() }
    }
}

/// The kinds of such files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Pdf,
    Word,
}

/// Header lines that programs write, and people who write memos do not.
const WRITTEN_BY_PROGRAMS: &[&str] =
    &["received:", "return-path:", "message-id:", "mime-version:", "delivered-to:", "x-mozilla-status:"];

/// Returns what a file compressed with gzip holds, such as `sitemap.xml.gz`; other bytes, and a faulty file, as they are.
pub(crate) fn unpacked(bytes: &[u8]) -> Cow<'_, [u8]> {
    if !bytes.starts_with(b"\x1f\x8b") {
        return Cow::Borrowed(bytes);
    }
    let mut out = Vec::new();
    let read = flate2::read::MultiGzDecoder::new(bytes).take(LONGEST + 1).read_to_end(&mut out);
    let whole = read.is_ok() && out.len() as u64 <= LONGEST;
    if whole { Cow::Owned(out) } else { Cow::Borrowed(bytes) }
}

/// Reads such a file; none when the bytes are something else. The beginning decides, then the type, then the name.
pub(crate) fn read(name: &str, bytes: &[u8], content_type: Option<&str>) -> Option<Result<Document, Why>> {
    Some(match kind(name, bytes, content_type)? {
        Kind::Letter => letter::read(name, bytes),
        Kind::Pdf => pdf::read(name, bytes),
        Kind::Word => word::read(name, bytes),
    })
}

fn kind(name: &str, bytes: &[u8], content_type: Option<&str>) -> Option<Kind> {
    let name = name.split(['?', '#']).next().unwrap_or(name).to_ascii_lowercase();
    let typed = content_type.unwrap_or("").to_ascii_lowercase();
    let ends = |list: &[&str]| list.iter().any(|end| name.ends_with(end));
    if bytes.starts_with(b"%PDF") || ends(&[".pdf"]) {
        Some(Kind::Pdf)
    } else if bytes.starts_with(b"PK\x03\x04") || ends(&[".docx", ".docm"]) {
        Some(Kind::Word)
    } else if ends(&[".eml", ".mht", ".mhtml"]) || typed.starts_with("message/rfc822") || is_letter(bytes) {
        Some(Kind::Letter)
    } else {
        None
    }
}

/// Returns whether bytes begin with header lines of which programs write at least two.
fn is_letter(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(8192)]).to_ascii_lowercase();
    let lines = head.lines().take_while(|line| !line.is_empty());
    let starts = |line: &str| WRITTEN_BY_PROGRAMS.iter().any(|name| line.starts_with(name));
    let begins = |line: &str| line.split(':').next().is_some_and(|name| is_header_name(name, line));
    head.lines().next().is_some_and(begins) && lines.filter(|line| starts(line)).count() >= 2
}

fn is_header_name(name: &str, line: &str) -> bool {
    !name.is_empty()
        && name.len() < line.len()
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, bytes: &[u8], expected: Option<Kind>) {
        assert_eq!(kind(name, bytes, None), expected, "{name}");
    }

    #[test]
    fn the_beginning_tells_and_else_the_name() {
        check("statement", b"%PDF-1.7", Some(Kind::Pdf));
        check("statement.PDF", b"no", Some(Kind::Pdf));
        check("a", b"PK\x03\x04", Some(Kind::Word));
        check("a.eml", b"hello", Some(Kind::Letter));
        check("a", b"Return-Path: <a@b.example>\r\nMessage-ID: <1@b>\r\n\r\nText", Some(Kind::Letter));
    }

    #[test]
    fn a_memo_is_a_text() {
        check("memo.txt", b"From: Ministry\nDate: 24 October 2024\nSubject: Sanctions\n\nText", None);
    }
}
