//! Texts of elements: plain, escaped, inline or in base64.

use super::tree::Element;
use crate::clean;
use crate::plain;

/// Returns the plain text of an element, whatever way its markup was put in.
pub(super) fn plain(element: Element<'_>) -> String {
    let kind = element.attr("type").unwrap_or("").trim().to_ascii_lowercase();
    let mode = element.attr("mode").unwrap_or("").trim().to_ascii_lowercase();
    let raw = || element.raw_text();
    if mode == "base64" || (is_binary(&kind) && !element.has_children()) {
        return base64(&raw()).map_or_else(|| plain::of_html(&raw()), |text| plain::of_html(&text));
    }
    if element.has_children() {
        return element.inline_text();
    }
    match kind.as_str() {
        "text" | "text/plain" => literal(&raw()),
        _ => plain::of_html(&raw()),
    }
}

/// Text that is declared as plain; many publishers declare markup so.
fn literal(raw: &str) -> String {
    if has_markup(raw) { plain::of_html(raw) } else { plain::plain_lines(raw) }
}

/// Returns whether a text holds an end tag, a line break or a reference.
pub(super) fn has_markup(raw: &str) -> bool {
    let tag = raw.contains("</") || raw.contains("/>") || raw.contains("<br") || raw.contains("<p>");
    tag || raw.split('&').skip(1).any(|rest| {
        let end = rest.find(';').unwrap_or(0);
        (2..=8).contains(&end) && rest[..end].chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
    })
}

/// Returns the element's text as one line.
pub(super) fn line(element: Element<'_>) -> Option<String> {
    clean::non_empty(clean::one_line(&plain(element)))
}

fn is_binary(kind: &str) -> bool {
    kind.contains('/') && !kind.starts_with("text/") && !kind.ends_with("xml") && !kind.contains("html")
}

/// Decodes base64 (RFC 4648, white space passed over) that holds UTF-8.
fn base64(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut held) = (0u32, 0u32);
    for c in text.bytes().filter(|b| !b.is_ascii_whitespace() && *b != b'=') {
        let six = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(six);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
            bits &= (1 << held) - 1;
        }
    }
    String::from_utf8(bytes).ok()
}
