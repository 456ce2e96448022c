//! Folding: what is the same letter for the reader is the same letter for the analyser.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds case, Latin and Greek diacritics, `ё`, Arabic vowel signs and hamza seats, and variants of quotes and
/// apostrophes. `й`, `ї`, kana voicing and Hangul stay. Folding a folded text changes nothing.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends the folded form of `text`.
pub(crate) fn fold_into(text: &str, folded: &mut String) {
    if text.is_ascii() {
        folded.extend(text.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
    } else if text.chars().all(|letter| quick(letter).is_some()) {
        folded.extend(text.chars().filter_map(quick).filter(|&letter| letter != NOTHING));
    } else {
        folded.extend(text.nfkc().flat_map(slow));
    }
}

/// Stands for a character that folding leaves out.
const NOTHING: char = '\u{10fffe}';
/// Stands for a character that needs the long way.
const UNKNOWN: char = char::MAX;
/// Latin, Greek, Cyrillic, Hebrew and Arabic lie below this.
const TABLE_SIZE: usize = 0x700;

static TABLE: LazyLock<Box<[char]>> = LazyLock::new(|| {
    (0..TABLE_SIZE as u32).map(|code| char::from_u32(code).map_or(UNKNOWN, table_entry)).collect()
});

/// The folded form where it is at most one character and does not depend on the neighbours.
fn quick(letter: char) -> Option<char> {
    let code = letter as usize;
    match TABLE.get(code) {
        Some(&entry) => (entry != UNKNOWN).then_some(entry),
        None => is_untouched(code).then_some(letter),
    }
}

/// Han, kana (but for the half and voiced combining forms) and Hangul syllables fold to themselves.
fn is_untouched(code: usize) -> bool {
    matches!(code, 0x3041..=0x3096 | 0x30a1..=0x30fa | 0x30fc | 0x4e00..=0x9fff | 0xac00..=0xd7a3)
}

fn table_entry(letter: char) -> char {
    if is_combining_mark(letter) && !is_arabic_sign(letter) {
        return UNKNOWN;
    }
    let mut folded = std::iter::once(letter).nfkc().flat_map(slow);
    match (folded.next(), folded.next()) {
        (None, _) => NOTHING,
        (Some(one), None) => one,
        _ => UNKNOWN,
    }
}

/// Folds one character of a text in NFKC to none, one or several.
fn slow(letter: char) -> impl Iterator<Item = char> {
    let lower = letter.to_lowercase().flat_map(without_diacritics);
    lower.flat_map(|letter| spelled(letter).chars_or(letter))
}

/// Takes Latin, Greek and Arabic letters apart and leaves their marks out; `й` and `ї` and all other scripts stay whole.
fn without_diacritics(letter: char) -> impl Iterator<Item = char> {
    let apart = matches!(letter as u32, 0xc0..=0x24f | 0x370..=0x3ff | 0x622..=0x6d3 | 0x1e00..=0x1fff);
    let marks = std::iter::once(letter).nfd().filter(|&part| !is_dropped(part));
    let (whole, parts) =
        if apart { (None, Some(marks)) } else { (Some(letter).filter(|&l| !is_dropped(l)), None) };
    whole.into_iter().chain(parts.into_iter().flatten())
}

/// Marks and signs that a reader does not need: combining accents, Arabic vowel signs, tatweel, the stroke within a fraction,
/// invisible characters.
fn is_dropped(letter: char) -> bool {
    matches!(letter as u32,
        0xad | 0x300..=0x36f | 0x610..=0x61a | 0x640 | 0x64b..=0x65f | 0x670 | 0x6d6..=0x6dc | 0x6df..=0x6e4
        | 0x6e7 | 0x6e8 | 0x6ea..=0x6ed | 0x200c..=0x200f | 0x202a..=0x202e | 0x2044 | 0x2060 | 0x2066..=0x2069 | 0xfe00..=0xfe0f | 0xfeff)
}

/// Arabic vowel signs: leaving them out needs no look at the letter before.
fn is_arabic_sign(letter: char) -> bool {
    is_dropped(letter) && letter > '\u{36f}'
}

/// Letters that fold to others without a mark to leave out.
fn spelled(letter: char) -> Spelling {
    Spelling(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ς' => "σ",
        'ё' => "е",
        'ٱ' => "ا",
        'ى' | 'ی' => "ي",
        'ک' => "ك",
        'ہ' | 'ۀ' => "ه",
        '٠'..='٩' => return Spelling(ascii_digit(letter as u32 - '٠' as u32)),
        '۰'..='۹' => return Spelling(ascii_digit(letter as u32 - '۰' as u32)),
        '‘' | '’' | '‛' | 'ʼ' | 'ʹ' | '′' | '´' | 'ʻ' => "'",
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => "\"",
        _ => "",
    })
}

struct Spelling(&'static str);

impl Spelling {
    fn chars_or(self, letter: char) -> impl Iterator<Item = char> {
        let own = self.0.is_empty().then_some(letter);
        own.into_iter().chain(self.0.chars())
    }
}

fn ascii_digit(value: u32) -> &'static str {
    let at = value as usize % 10;
    &"0123456789"[at..=at]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(fold(text), expected);
    }

    #[test]
    fn folds_what_a_reader_takes_for_the_same() {
        check("ÉLYSÉE Łódź Straße Øresund", "elysee lodz strasse oresund");
        check("Ελλάς", "ελλασ");
        check("ЁЛКА ёлка", "елка елка");
        check("مُحَمَّدـ أإآؤئ", "محمد اااوي");
        check("İstanbul YAPTIRIM yaptırım", "istanbul yaptirim yaptirim");
        check("об’єднання обʼєднання", "об'єднання об'єднання");
        check("ＤＰＲＫ ﬁn", "dprk fin");
        check("گفت‌وگو ۱۷۱۸", "گفتوگو 1718");
    }

    #[test]
    fn keeps_what_makes_another_word() {
        check("Їй й", "їй й");
        check("ガ が", "ガ が");
        check("e\u{301} и\u{306} カ\u{3099}", "e й ガ");
        check("북한", "북한");
    }

    proptest! {
        #[test]
        fn is_idempotent(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn the_table_agrees_with_the_long_way(text in "[\u{0}-\u{6ff}]{0,12}") {
            let long: String = text.nfkc().flat_map(slow).collect();
            prop_assert_eq!(fold(&text), long);
        }
    }
}
