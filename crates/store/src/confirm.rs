//! Judges words on a text itself, for the two cases that the index cannot answer: notes, which are not in it, and
//! NEAR between words that could be the same one.

use chancery_text::{Analysed, Position, Token};

/// Returns whether the positions stand side by side, in order.
pub(crate) fn sequence(text: &Analysed, positions: &[Position]) -> bool {
    !starts(text, positions).is_empty()
}

/// Returns whether both sequences stand in the text without sharing a word, with at most `words` words between.
pub(crate) fn near(text: &Analysed, left: &[Position], right: &[Position], words: usize) -> bool {
    let close = |first: usize, length: usize, second: usize| {
        second.checked_sub(first + length).is_some_and(|between| between <= words)
    };
    let rights = starts(text, right);
    starts(text, left)
        .into_iter()
        .any(|a| rights.iter().any(|&b| close(a, left.len(), b) || close(b, right.len(), a)))
}

fn starts(text: &Analysed, positions: &[Position]) -> Vec<usize> {
    if positions.is_empty() {
        return Vec::new();
    }
    let stands =
        |tokens: &[Token]| tokens.iter().zip(positions).all(|(token, position)| answers(token, position));
    let windows = text.tokens.windows(positions.len()).enumerate();
    windows.filter(|(_, tokens)| stands(tokens)).map(|(at, _)| at).collect()
}

fn answers(token: &Token, position: &Position) -> bool {
    match position {
        Position::Word(keys) => token.keys().iter().any(|key| keys.contains(key)),
        Position::Prefix(prefix) => token.form.starts_with(prefix),
    }
}
