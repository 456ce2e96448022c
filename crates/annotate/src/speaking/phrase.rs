//! Phrases of the tables in a folded text: whole words, of which those that end with a star may go on.

use crate::letter::{begins_word, joins};

/// How many letters a star stands for at most.
const LONGEST_ENDING: usize = 12;

/// Where a phrase that begins at a byte of a text ends; none when it does not stand there as whole words. Scripts
/// whose words take particles on (from the Arabic one onwards) may go on behind the phrase.
pub(super) fn phrase_end(text: &str, at: usize, phrase: &str) -> Option<usize> {
    let mut end = at;
    let mut pieces = phrase.split('*').peekable();
    while let Some(piece) = pieces.next() {
        end += text[end..].starts_with(piece).then_some(piece.len())?;
        if pieces.peek().is_some() {
            end = word_end(text, end)?;
        }
    }
    let last = text[..end].chars().next_back()?;
    let closed = phrase.ends_with('*') || last > '\u{5FF}' || !goes_on(text, end, last);
    (closed && begins_word(text, at)).then_some(end)
}

fn goes_on(text: &str, end: usize, last: char) -> bool {
    text[end..].chars().next().is_some_and(|next| joins(last, next))
}

/// The end of the word that goes on at a byte, unless its rest is no ending.
fn word_end(text: &str, at: usize) -> Option<usize> {
    let last = text[..at].chars().next_back()?;
    let rest = || text[at..].chars().take_while(|next| joins(last, *next));
    (rest().take(LONGEST_ENDING + 1).count() <= LONGEST_ENDING)
        .then(|| at + rest().map(char::len_utf8).sum::<usize>())
}

/// The first place of a phrase in a text.
pub(super) fn find_phrase(text: &str, phrase: &str) -> Option<(usize, usize)> {
    let first = phrase.split('*').next()?;
    let places = text.match_indices(first).map(|(at, _)| at);
    places.filter_map(|at| Some((at, phrase_end(text, at, phrase)?))).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_the_rest_of_a_word() {
        let found = |text: &'static str, phrase| find_phrase(text, phrase).map(|(from, to)| &text[from..to]);
        assert_eq!(found("сесія верховної ради україни", "верховн* рад*"), Some("верховної ради"));
        assert_eq!(found("presidential palace", "president"), None);
        assert_eq!(found("vizepresident", "president"), None);
        assert_eq!(found("the nato allies", "nato"), Some("nato"));
        assert_eq!(found("联合国秘书长说", "联合国秘书长"), Some("联合国秘书长"));
        assert_eq!(found("", "nato"), None);
    }
}
