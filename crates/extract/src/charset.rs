//! From bytes to characters, once: byte-order mark, then what HTTP says, then what the document says, then a guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// How far into a document its own declaration of an encoding is looked for.
const HEAD: usize = 4096;

/// Returns the text of bytes; `content_type` is the HTTP header. Bytes that do not fit become U+FFFD.
pub(crate) fn decoded(bytes: &[u8], content_type: Option<&str>) -> String {
    if let Some(text) = utf32(bytes) {
        return text;
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    if let Some(encoding) = wide(bytes) {
        return encoding.decode(bytes).0.into_owned();
    }
    let stated = [content_type.and_then(of_content_type), of_document(bytes)];
    let mut candidates: Vec<_> = stated.into_iter().flatten().filter(|e| !is_wide(e)).collect();
    if !candidates.contains(&encoding_rs::ISO_2022_JP)
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return text.to_owned();
    }
    if candidates.is_empty() {
        candidates.push(guess(bytes));
    }
    let clean = candidates.iter().find_map(|e| e.decode_without_bom_handling_and_without_replacement(bytes));
    clean.unwrap_or_else(|| lossy(bytes, &candidates)).into_owned()
}

/// Decodes with a replacement for each faulty byte; a wrong claim of UTF-8 is answered with a guess.
fn lossy<'b>(bytes: &'b [u8], candidates: &[&'static Encoding]) -> std::borrow::Cow<'b, str> {
    let first = candidates.first().copied().unwrap_or(UTF_8);
    let (text, _) = first.decode_without_bom_handling(bytes);
    let faults = text.matches('\u{FFFD}').count();
    let letters = text.chars().filter(|c| !c.is_ascii()).count();
    if faults * 4 > letters { guess(bytes).decode_without_bom_handling(bytes).0 } else { text }
}

/// Returns whether bytes can be decoded by a name of an encoding.
pub(crate) fn is_known(name: &str) -> bool {
    label(name).is_some()
}

/// Returns the text of bytes in the encoding of a longer text that they belong to.
pub(crate) fn decoded_like(bytes: &[u8], whole: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => guess(whole).decode_without_bom_handling(bytes).0.into_owned(),
    }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

fn is_wide(encoding: &Encoding) -> bool {
    encoding == encoding_rs::UTF_16LE || encoding == encoding_rs::UTF_16BE
}

/// Recognises UTF-16 without a byte-order mark by its first two characters (`<?`, `<r`, …).
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [b'<', 0, c, 0, ..] if *c != 0 => Some(encoding_rs::UTF_16LE),
        [0, b'<', 0, c, ..] if *c != 0 => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}

/// Decodes UTF-32, which encoding_rs leaves out, when its mark or its first character shows it.
fn utf32(bytes: &[u8]) -> Option<String> {
    let big = match bytes {
        [0, 0, 0xFE, 0xFF, ..] | [0, 0, 0, b'<', ..] => true,
        [0xFF, 0xFE, 0, 0, ..] | [b'<', 0, 0, 0, ..] => false,
        _ => return None,
    };
    let units = bytes.chunks_exact(4).map(|unit| {
        let unit = [unit[0], unit[1], unit[2], unit[3]];
        if big { u32::from_be_bytes(unit) } else { u32::from_le_bytes(unit) }
    });
    Some(units.map(|unit| char::from_u32(unit).unwrap_or('\u{FFFD}')).filter(|c| *c != '\u{FEFF}').collect())
}

fn label(text: &str) -> Option<&'static Encoding> {
    let text = text.trim().trim_matches(['"', '\'']);
    // Names that feeds use and the standard's table lacks.
    match text.to_ascii_lowercase().as_str() {
        "cp819" | "latin-1" => Some(WINDOWS_1252),
        "cp866" => Some(encoding_rs::IBM866),
        name => Encoding::for_label(name.as_bytes()),
    }
}

/// Returns the encoding that a `Content-Type` names.
fn of_content_type(header: &str) -> Option<&'static Encoding> {
    header.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| label(value)).flatten()
    })
}

/// Returns the encoding that an XML declaration or a `<meta>` element names.
fn of_document(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let declaration = head.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split("?>").next());
    if let Some(name) = declaration.and_then(|d| after(d, "encoding")) {
        return label(name);
    }
    head.split("<meta").skip(1).find_map(|meta| {
        let meta = meta.split('>').next()?;
        label(after(meta, "charset")?)
    })
}

/// Returns the word that stands after `name =`.
fn after<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(name)?;
    let rest = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    rest.split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '/' | '>' | '?')).next()
}
