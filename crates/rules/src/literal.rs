//! Words, phrases and beginnings of words.

use std::ops::Range;

use chancery_model::{Literal, LiteralKind, Scope};
use chancery_text::analyse;

use crate::QueryFault;

/// Reads a word as typed outside quotes, perhaps with a star behind it.
pub(crate) fn bare_literal(word: &str, at: Range<usize>, scope: Scope) -> Result<Literal, QueryFault> {
    let (text, kind) = match word.strip_suffix('*') {
        Some(beginning) => (beginning, LiteralKind::Prefix),
        None => (word, LiteralKind::Word),
    };
    if word.chars().all(|c| c == '*') {
        return Err(QueryFault::new(at, "A star alone matches nothing.")
            .hinted("Write the beginning of a word before it, as in deploy*."));
    }
    let inside = text.contains('*') || (kind == LiteralKind::Prefix && !text.ends_with(ends_a_word));
    if inside {
        return Err(misplaced_star(word, at));
    }
    literal(text, kind, at, scope)
}

/// Reads what stands between quotes.
pub(crate) fn phrase(text: &str, at: Range<usize>, scope: Scope) -> Result<Literal, QueryFault> {
    let starred = |word: &str| word.ends_with('*') && word.chars().any(char::is_alphanumeric);
    if text.split_whitespace().any(starred) {
        return Err(QueryFault::new(at, "A star does not work inside quotes.")
            .hinted("Words in quotes match in all their forms; for a beginning write it without quotes."));
    }
    literal(text, LiteralKind::Phrase, at, scope)
}

fn literal(text: &str, kind: LiteralKind, at: Range<usize>, scope: Scope) -> Result<Literal, QueryFault> {
    if !holds_word(text) {
        return Err(QueryFault::new(at, "There is no word here to search for.")
            .hinted("Write a word with letters or digits, or take this out."));
    }
    Ok(Literal { text: text.to_owned(), kind, scope })
}

/// Returns whether the analyser finds a word in a text.
pub(crate) fn holds_word(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_alphanumeric()) || !analyse(text, None).tokens.is_empty()
}

fn ends_a_word(c: char) -> bool {
    c.is_alphanumeric() || !(c.is_ascii() || c.is_whitespace())
}

fn misplaced_star(word: &str, at: Range<usize>) -> QueryFault {
    QueryFault::new(at, format!("The star in “{word}” does not stand behind the beginning of a word."))
        .hinted("A star stands at the end of a word, as in deploy*.")
}
