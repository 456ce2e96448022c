//! Which characters make a word together, and where words begin.

use std::sync::LazyLock;

/// What a character is to the word that it stands in.
#[derive(PartialEq, Eq, Clone, Copy, Debug)]
pub(crate) enum Class {
    /// No part of a word.
    Other,
    /// A letter or digit of a script that writes spaces.
    Letter,
    /// A letter of the Arabic script, to which prefixes are joined.
    Arabic,
    /// A syllable of Korean.
    Hangul,
    /// A character of Chinese or kana: a word of its own.
    Ideograph,
}

/// The classes of the basic plane; the standard library searches for each letter beyond ASCII.
static CLASSES: LazyLock<Box<[Class]>> = LazyLock::new(|| {
    (0..0x1_0000).map(|code| char::from_u32(code).map_or(Class::Other, find_class)).collect()
});

fn find_class(character: char) -> Class {
    match character {
        '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' if chancery_text::is_alphabetic(character) => {
            Class::Arabic
        }
        '\u{AC00}'..='\u{D7AF}' => Class::Hangul,
        '\u{3040}'..='\u{30FF}'
        | '\u{3400}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{31F0}'..='\u{31FF}' => Class::Ideograph,
        _ if chancery_text::is_alphanumeric(character) => Class::Letter,
        _ => Class::Other,
    }
}

impl Class {
    /// Returns the class of a character.
    pub fn of(character: char) -> Self {
        match character {
            '\0'..='\x7f' if character.is_ascii_alphanumeric() => Self::Letter,
            '\0'..='\x7f' => Self::Other,
            _ => CLASSES.get(character as usize).copied().unwrap_or_else(|| find_class(character)),
        }
    }

    /// Returns whether a character of this class goes on the word of the one before.
    pub fn joins(self, next: Self) -> bool {
        self == next && !matches!(self, Self::Other | Self::Ideograph)
    }
}

/// Returns whether two neighbouring characters belong to one word.
pub(crate) fn joins(left: char, right: char) -> bool {
    Class::of(left).joins(Class::of(right))
}

/// Returns whether a character is a letter of katakana, its long sign included.
pub(crate) fn is_katakana(character: char) -> bool {
    matches!(character, '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FE}' | '\u{31F0}'..='\u{31FF}')
}

/// Returns whether a word begins here; behind the prefixes that Arabic joins one does too.
pub(crate) fn begins_word(text: &str, at: usize) -> bool {
    let is_apart = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
    if text.as_bytes()[..at].last().is_none_or(is_apart) {
        return at < text.len();
    }
    let Some(first) = text[at..].chars().next() else { return false };
    let prefix = joined_before(text, at, first);
    prefix.is_empty() || Class::of(first) == Class::Arabic && may_precede(prefix, None)
}

/// The letters of the same word before a character, at most five.
pub(crate) fn joined_before(text: &str, at: usize, first: char) -> &str {
    let letters = text[..at].chars().rev().take_while(|before| joins(*before, first)).take(5);
    let length: usize = letters.map(char::len_utf8).sum();
    &text[at - length..at]
}

/// Prefixes that Arabic joins to a word: and, so, in, to, like.
const BARE: &[&str] = &["", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "وك", "فل"];
/// The same with the article.
const DEFINITE: &[&str] = &["ال", "وال", "بال", "فال", "كال", "لل", "ولل", "وبال", "فلل"];

/// Returns whether a prefix may stand before a word whose article is part of the prefix (`Some(true)`), that takes none
/// (`Some(false)`), or that may stand with and without.
pub(crate) fn may_precede(prefix: &str, article: Option<bool>) -> bool {
    match article {
        Some(true) => DEFINITE.contains(&prefix),
        Some(false) => BARE.contains(&prefix),
        None => BARE.contains(&prefix) || DEFINITE.contains(&prefix),
    }
}

/// All of them that begin with a letter, short ones first.
fn prefixes(first: char) -> &'static [&'static str] {
    match first {
        'و' => &["و", "وب", "ول", "وك", "وال", "ولل", "وبال"],
        'ف' => &["ف", "فب", "فل", "فال", "فلل"],
        'ب' => &["ب", "بال"],
        'ل' => &["ل", "لل"],
        'ك' => &["ك", "كال"],
        'ا' => &["ال"],
        _ => &[],
    }
}

/// The lengths of the prefixes with which a word of the Arabic script begins, in bytes; none for a word without.
pub(crate) fn prefix_lengths(word: &str) -> impl Iterator<Item = usize> {
    let prefixes = word.chars().next().map_or(&[][..], prefixes).iter();
    let lengths = prefixes.filter(move |prefix| word.starts_with(**prefix)).map(|prefix| prefix.len());
    lengths.filter(move |length| is_arabic(&word[*length..]))
}

/// Returns whether a text begins with a letter of Arabic.
pub(crate) fn is_arabic(text: &str) -> bool {
    text.chars().next().is_some_and(|first| Class::of(first) == Class::Arabic)
}

/// Where words begin in a stretch of text, Arabic ones behind their joined prefixes too, in order.
pub(crate) fn word_beginnings(text: &str) -> impl Iterator<Item = usize> {
    let mut last = Class::Other;
    let words = text.char_indices().filter_map(move |(at, character)| {
        let class = Class::of(character);
        let begins = class != Class::Other && !last.joins(class);
        last = class;
        begins.then_some((at, class))
    });
    words.flat_map(|(at, class)| std::iter::once(at).chain(behind_prefixes(text, at, class)))
}

/// Where a word of Arabic begins behind its joined prefixes.
fn behind_prefixes(text: &str, at: usize, class: Class) -> impl Iterator<Item = usize> {
    let lengths = (class == Class::Arabic).then(|| prefix_lengths(&text[at..]));
    lengths.into_iter().flatten().map(move |length| at + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_classes_is_that_of_the_rules() {
        for character in '\0'..=char::MAX {
            assert_eq!(Class::of(character), find_class(character), "{character:?}");
        }
    }

    #[test]
    fn words_begin_behind_other_scripts_signs_and_joined_prefixes() {
        for (text, at, begins) in [
            ("in iran", 3, true),
            ("in iran", 4, false),
            ("о Iran", 3, true),
            ("中国", 3, true),
            ("والعراق", 6, true),
        ] {
            assert_eq!(begins_word(text, at), begins, "{text} {at}");
        }
        assert_eq!(prefix_lengths("والعراق").collect::<Vec<_>>(), [2, 6]);
        assert_eq!(prefix_lengths("مصر").count(), 0);
    }

    #[test]
    fn every_prefix_is_found_by_its_first_letter() {
        for prefix in BARE.iter().chain(DEFINITE).filter(|prefix| !prefix.is_empty()) {
            let first = prefix.chars().next().expect("a letter");
            assert!(prefixes(first).contains(prefix), "{prefix}");
            assert!(prefixes(first).iter().all(|known| may_precede(known, None)), "{prefix}");
        }
    }
}
