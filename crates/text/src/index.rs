//! How words are written into the archive's index: one term a word, positions divided by a space, several terms of
//! one position by a tab. A term holds neither.

use std::collections::HashSet;

use crate::{Analysed, Key, Token};

/// Divides the written form from what decides its keys; folded forms never hold it.
const SEPARATOR: char = '|';

/// The index term of a word: its written form, `|`, the language of its passage where known, and `^` for an acronym
/// that is a common word too (`sanctions|en`, `us|en^`, `制裁|`). Native prefix search works on the form.
///
/// The keys of a word depend on its term alone.
pub fn term(token: &Token) -> String {
    let mut term = String::with_capacity(token.form.len() + 4);
    write_term(token, &mut term);
    term
}

fn write_term(token: &Token, into: &mut String) {
    into.push_str(&token.form);
    into.push(SEPARATOR);
    if let Some(lang) = &token.lang {
        into.push_str(lang.as_str());
    }
    if token.is_acronym() {
        into.push('^');
    }
}

/// Writes a whole text for the index.
pub fn encode(text: &Analysed) -> String {
    let mut encoded = String::with_capacity(text.tokens.len() * 12);
    for token in &text.tokens {
        if !encoded.is_empty() {
            encoded.push(' ');
        }
        write_term(token, &mut encoded);
    }
    encoded
}

/// Every term of a text with each key that it answers to, for the archive's lexicon; each pair once.
pub fn lexicon(text: &Analysed) -> Vec<(Key, String)> {
    let mut seen = HashSet::new();
    let mut pairs = Vec::new();
    for token in &text.tokens {
        let term = term(token);
        if !seen.contains(&term) {
            pairs.extend(token.keys().into_iter().map(|key| (key, term.clone())));
            seen.insert(term);
        }
    }
    pairs
}

/// The half-open range of index terms that begin with a folded prefix.
pub fn prefix_range(prefix: &str) -> (String, String) {
    (prefix.to_owned(), format!("{prefix}\u{10FFFF}"))
}
