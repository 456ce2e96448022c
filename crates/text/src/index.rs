//! How words are written into the archive's index: one term a word, positions divided by a space, several terms of
//! one position by a tab. A term holds neither.

use crate::{Analysed, Key, Token};

/// The index term of a word: its written form with what decides its stem. Native prefix search works on it.
pub fn term(token: &Token) -> String {
    token.form.clone()
}

/// Writes a whole text for the index.
pub fn encode(text: &Analysed) -> String {
    text.tokens.iter().map(term).collect::<Vec<_>>().join(" ")
}

/// Every term of a text with each key that it answers to, for the archive's lexicon (may repeat).
pub fn lexicon(text: &Analysed) -> Vec<(Key, String)> {
    text.tokens.iter().flat_map(|token| token.keys().into_iter().map(|key| (key, term(token)))).collect()
}

/// The half-open range of index terms that begin with a folded prefix.
pub fn prefix_range(prefix: &str) -> (String, String) {
    (prefix.to_owned(), format!("{prefix}\u{10FFFF}"))
}
