//! The last step of every text that leaves this crate.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Returns whether a character is invisible and carries no meaning in running text. Joiners that Persian and Indic
/// writing need (U+200C, U+200D) and direction marks are kept; embeddings and overrides of direction are not.
fn is_invisible(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' => true,
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        '\u{80}'..='\u{9F}' => false,
        _ => c.is_control(),
    }
}

/// Returns what a control character of Latin-1 means when it came from Windows-1252, as it does in practice.
fn of_windows_1252(c: char) -> Option<char> {
    let byte = [u8::try_from(u32::from(c)).ok()?];
    let text = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte).0;
    text.chars().next().filter(|c| !c.is_control())
}

/// Returns whether a character is drawn as a space within a line.
fn is_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\n' | '\u{2028}' | '\u{2029}')
}

/// Returns whether a character stays as it is whatever stands beside it: letters and marks of the scripts that most
/// texts are written in, all of them composed (Unicode, `NFC_Quick_Check` and `Canonical_Combining_Class`).
fn is_settled(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{2FF}' | '\u{370}'..='\u{373}' | '\u{375}'..='\u{377}'
        | '\u{388}'..='\u{482}' | '\u{48A}'..='\u{52F}' | '\u{5D0}'..='\u{5EA}' | '\u{60C}'..='\u{60F}'
        | '\u{61B}'..='\u{64A}' | '\u{660}'..='\u{66F}' | '\u{671}'..='\u{6D5}' | '\u{6F0}'..='\u{6FC}'
        | '\u{200C}' | '\u{200E}'..='\u{2027}' | '\u{2030}'..='\u{205E}' | '\u{20A0}'..='\u{20BF}'
        | '\u{3001}'..='\u{3029}' | '\u{3041}'..='\u{3096}' | '\u{309B}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' | '\u{FF01}'..='\u{FFEE}' | '\n')
}

/// Returns whether cleaning a text whose blanks are in order would change nothing.
pub(crate) fn is_clean(text: &str) -> bool {
    match text.is_ascii() {
        true => text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')),
        false => text.chars().all(is_settled),
    }
}

/// Returns the text in NFC without control and invisible characters, each kind of blank as one plain space.
pub(crate) fn cleaned(text: &str) -> String {
    if is_clean(text) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    // Composing anew costs many times what looking costs, and most texts are composed already.
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => add_cleaned(text.chars(), &mut out),
        _ => add_cleaned(text.nfc(), &mut out),
    }
    out
}

fn add_cleaned(text: impl Iterator<Item = char>, out: &mut String) {
    for c in text.filter(|c| !is_invisible(*c)) {
        match c {
            '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\u{80}'..='\u{9F}' => out.extend(of_windows_1252(c)),
            _ if is_blank(c) => out.push(' '),
            _ => out.push(c),
        }
    }
}

/// Returns a cleaned text as one line.
pub(crate) fn one_line(text: &str) -> String {
    let cleaned = cleaned(text);
    let mut out = String::with_capacity(cleaned.len());
    for word in cleaned.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Returns a cleaned text whose lines are trimmed and whose paragraphs are separated by one empty line.
pub(crate) fn paragraphs(text: &str) -> String {
    let cleaned = cleaned(text);
    let mut out = String::with_capacity(cleaned.len());
    let mut gap = false;
    for line in cleaned.lines() {
        let mut words = line.split(' ').filter(|word| !word.is_empty());
        let Some(first) = words.next() else {
            gap = true;
            continue;
        };
        if !out.is_empty() {
            out.push_str(if gap { "\n\n" } else { "\n" });
        }
        out.push_str(first);
        for word in words {
            out.push(' ');
            out.push_str(word);
        }
        gap = false;
    }
    out
}

/// Returns the text unless it is empty.
pub(crate) fn non_empty(text: String) -> Option<String> {
    if text.is_empty() { None } else { Some(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_settled_is_neither_composed_nor_replaced() {
        for c in (0..=u32::from(char::MAX)).filter_map(char::from_u32).filter(|c| is_settled(*c)) {
            let pair: String = ['A', c, 'a', c].into_iter().collect();
            assert_eq!(is_nfc_quick(pair.chars()), IsNormalized::Yes, "{c:?}");
            assert!(!is_invisible(c) && (c == ' ' || !is_blank(c)), "{c:?}");
            assert!(!matches!(c, '\u{80}'..='\u{9F}' | '\u{2028}' | '\u{2029}'), "{c:?}");
        }
    }
}
