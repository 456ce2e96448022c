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
    (b"\xd0\xcf\x11\xe0", "an old office document"),
];

/// Returns what bytes look like when they are no text.
pub(crate) fn binary(bytes: &[u8]) -> Option<&'static str> {
    if let Some((_, looks)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(looks);
    }
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = head.iter().filter(|b| **b == 0).count();
    let controls = head.iter().filter(|b| matches!(b, 1..=8 | 14..=26 | 28..=31)).count();
    // A zero in every other byte is UTF-16 or UTF-32.
    let wide = zeros * 3 > head.len() || head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]);
    (!wide && (zeros > 8 || controls * 10 > head.len())).then_some("binary data")
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
