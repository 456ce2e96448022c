//! How words are written into the archive's index: one term a word, positions divided by a space, several terms of
//! one position by a tab. A term holds neither.

use std::collections::HashSet;
use std::sync::Arc;

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

/// Every term of some texts, once, with the keys that it answers to: what the archive's lexicon needs.
pub fn lexicon<'t>(texts: impl IntoIterator<Item = &'t Analysed>) -> Vec<(String, Arc<[Key]>)> {
    let mut seen = HashSet::new();
    let mut entries = Vec::new();
    for token in texts.into_iter().flat_map(|text| &text.tokens) {
        // What decides the term, so that a word that comes again costs no writing.
        if seen.insert((token.form.as_str(), token.lang, token.is_acronym())) {
            entries.push((term(token), token.keys()));
        }
    }
    entries
}

/// The half-open range of index terms that begin with a folded prefix.
pub fn prefix_range(prefix: &str) -> (String, String) {
    (prefix.to_owned(), format!("{prefix}\u{10FFFF}"))
}
