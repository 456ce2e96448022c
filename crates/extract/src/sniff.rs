//! What bytes and texts look like.

/// The kinds of documents that are no feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// HTML.
    Html,
    /// JSON that cannot be read.
    Json,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

/// First bytes of files that people mistake for text.
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3\0", "a database"),
    (b"Rar!", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
];

/// First bytes of office documents that are not read.
const OFFICE: &[(&[u8], &str)] =
    &[(b"\xd0\xcf\x11\xe0", "an old office document"), (b"{\\rtf", "a rich-text document")];

/// Returns what an office document is that is not read.
pub(crate) fn office(bytes: &[u8]) -> Option<&'static str> {
    OFFICE.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

/// Returns what bytes look like when they are no text.
pub(crate) fn binary(bytes: &[u8]) -> Option<&'static str> {
    if let Some((_, looks)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(looks);
    }
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = head.iter().filter(|b| **b == 0).count();
    let controls = head.iter().filter(|b| matches!(b, 1..=8 | 14..=26 | 28..=31)).count();
    let wide = is_wide(head, zeros) || head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]);
    (!wide && (zeros > 8 || controls * 10 > head.len())).then_some("binary data")
}

/// Whether bytes may be UTF-16 or UTF-32 without a mark: many zeros, which nearly all stand on one side of each pair.
fn is_wide(head: &[u8], zeros: usize) -> bool {
    let even = head.iter().step_by(2).filter(|byte| **byte == 0).count();
    let in_fours =
        head.chunks_exact(4).filter(|four| four.iter().filter(|byte| **byte == 0).count() == 3).count();
    let one_sided = even * 10 <= zeros || even * 10 >= zeros * 9;
    zeros * 3 > head.len() && (one_sided || in_fours * 40 > head.len() * 9)
}

/// Returns what kind of document a text is; its beginning decides, then its type, then its name.
pub(crate) fn kind(text: &str, name: &str, content_type: Option<&str>) -> Kind {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let head = start[..start.floor_char_boundary(start.len().min(2048))].to_ascii_lowercase();
    let name = name.split(['?', '#']).next().unwrap_or(name).to_ascii_lowercase();
    let typed = content_type.unwrap_or("").to_ascii_lowercase();
    let ends = |list: &[&str]| list.iter().any(|end| name.ends_with(end));
    if looks_like_html(&head) || typed.contains("html") || ends(&[".html", ".htm", ".xhtml"]) {
        Kind::Html
    } else if (typed.contains("json") || ends(&[".json"])) && head.starts_with(['{', '[']) {
        Kind::Json
    } else if typed.contains("markdown") || ends(&[".md", ".markdown"]) {
        Kind::Markdown
    } else {
        Kind::Text
    }
}

fn looks_like_html(head: &str) -> bool {
    let roots = ["<!doctype html", "<html", "<head", "<body", "<meta ", "<title"];
    roots.iter().any(|root| head.contains(root))
        || (head.starts_with('<')
            && ["<p>", "<p ", "<div", "<article", "<h1"].iter().any(|tag| head.contains(tag)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_are_text_and_programs_are_not() {
        let wide: Vec<u8> = "Statement on sanctions".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(binary(&wide), None);
        let wider: Vec<u8> = "Statement".chars().flat_map(|letter| u32::from(letter).to_be_bytes()).collect();
        assert_eq!(binary(&wider), None);
        assert_eq!(binary(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0"), Some("a program"));
        let records: Vec<u8> = (0..200_u32).flat_map(|n| [n as u8, 0, 0, 7, 0, 3]).collect();
        assert_eq!(binary(&records), Some("binary data"));
    }
}
