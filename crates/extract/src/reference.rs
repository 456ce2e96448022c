//! References to characters: `&amp;`, `&nbsp`, `&#8217;`, `&#x2019;`.

use std::borrow::Cow;

use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};
use memchr::memchr;

use crate::markup::Dialect;

/// The longest name of a character is no longer than this.
const LONGEST: usize = 32;

/// A reference and how many bytes it takes.
type Found = (Characters, usize);

/// One character or two.
type Characters = (char, Option<char>);

/// Resolves the references of a text.
pub(crate) fn in_text(text: &str, dialect: Dialect) -> Cow<'_, str> {
    resolved(text, |rest| match dialect {
        Dialect::Xml => closed(rest),
        Dialect::Html => closed(rest).or_else(|| open(rest)),
    })
}

/// Resolves the references of an attribute's value: in addresses `&copy=1` is none.
pub(crate) fn in_value(value: &str) -> Cow<'_, str> {
    resolved(value, |rest| closed(rest).or_else(|| open(rest).filter(|found| is_apart(rest, found))))
}

fn is_apart(rest: &str, (_, length): &Found) -> bool {
    !rest[*length..].starts_with(|c: char| c == '=' || c.is_ascii_alphanumeric())
}

fn resolved(text: &str, read: impl Fn(&str) -> Option<Found>) -> Cow<'_, str> {
    let Some(first) = memchr(b'&', text.as_bytes()) else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..first]);
    let mut rest = &text[first..];
    while !rest.is_empty() {
        let length = match read(rest) {
            Some(((one, other), length)) => {
                out.push(one);
                out.extend(other);
                length
            }
            None => {
                out.push('&');
                1
            }
        };
        rest = &rest[length..];
        let end = memchr(b'&', rest.as_bytes()).unwrap_or(rest.len());
        out.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    Cow::Owned(out)
}

/// Reads a reference that ends with a semicolon.
fn closed(text: &str) -> Option<Found> {
    let head = &text.as_bytes()[1..text.len().min(LONGEST + 2)];
    let end = memchr(b';', head)?;
    let name = text.get(1..=end)?;
    let characters = match name {
        "lt" => ('<', None),
        "gt" => ('>', None),
        "amp" => ('&', None),
        "quot" => ('"', None),
        "apos" => ('\'', None),
        "nbsp" => ('\u{A0}', None),
        _ if name.starts_with('#') => (numbered(&name[1..])?, None),
        _ => named(text.get(1..end + 2)?)?,
    };
    Some((characters, end + 2))
}

/// Reads a reference without a semicolon: a number, or the longest of the old names that stands here.
fn open(text: &str) -> Option<Found> {
    let bytes = text.as_bytes();
    if bytes.get(1) == Some(&b'#') {
        let hex = usize::from(matches!(bytes.get(2), Some(b'x' | b'X')));
        let is_digit = |byte: &u8| if hex == 1 { byte.is_ascii_hexdigit() } else { byte.is_ascii_digit() };
        let end = 2 + hex + bytes[2 + hex..].iter().take_while(|byte| is_digit(byte)).count();
        return Some(((numbered(&text[2..end])?, None), end));
    }
    let letters = bytes[1..].iter().take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    (2..=letters).rev().find_map(|length| Some((named(&text[1..=length])?, length + 1)))
}

/// Returns the characters of a name of HTML's table, which knows the old names without their semicolon.
fn named(name: &str) -> Option<Characters> {
    let (one, other) = *NAMED_ENTITIES.get(name)?;
    let one = char::from_u32(one).filter(|c| *c != '\0')?;
    Some((one, char::from_u32(other).filter(|c| *c != '\0')))
}

/// Returns the character of a number: one of the second control block means what it does in Windows-1252.
fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) if hex.bytes().all(|byte| byte.is_ascii_hexdigit()) => u32::from_str_radix(hex, 16),
        None if number.bytes().all(|byte| byte.is_ascii_digit()) => number.parse(),
        _ => return None,
    };
    if number.trim_start_matches(['x', 'X']).is_empty() {
        return None;
    }
    let code = code.unwrap_or(0);
    let replaced = code.checked_sub(0x80).and_then(|at| *C1_REPLACEMENTS.get(at as usize)?);
    Some(replaced.or(char::from_u32(code)).filter(|c| *c != '\0').unwrap_or('\u{FFFD}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_needs_no_semicolon_for_old_names_and_xml_does() {
        let both =
            |text| (in_text(text, Dialect::Html).into_owned(), in_text(text, Dialect::Xml).into_owned());
        let pair = |html: &str, xml: &str| (html.to_owned(), xml.to_owned());
        assert_eq!(both("a &amp; b &lt; &nbsp;"), pair("a & b < \u{A0}", "a & b < \u{A0}"));
        assert_eq!(both("?a=1&region=2 &copy 3"), pair("?a=1®ion=2 © 3", "?a=1&region=2 &copy 3"));
        assert_eq!(both("&notin; &unknown; &"), pair("∉ &unknown; &", "∉ &unknown; &"));
    }

    #[test]
    fn numbers_are_characters() {
        let html = |text| in_text(text, Dialect::Html).into_owned();
        assert_eq!(html("&#8217;&#x2019;&#146;&#8217x"), "’’’’x");
        assert_eq!(html("&#0;&#xD800;&#99999999999;"), "\u{FFFD}\u{FFFD}\u{FFFD}");
        assert_eq!(html("&#;&#x;&#xg;"), "&#;&#x;&#xg;");
    }

    #[test]
    fn the_parameters_of_an_address_are_none() {
        assert_eq!(in_value("?id=7&copy=1&amp;b=2&lt"), "?id=7&copy=1&b=2<");
    }
}
