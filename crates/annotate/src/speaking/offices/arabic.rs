//! Office, name and verb in Arabic.

use super::{Speech, Words};
use crate::lexeme::{Lexeme, Sort, lexemes};
use crate::mention::begins_word;

/// Verb, office, body, a name of two to five words and what must follow it:
/// قال المتحدث باسم وزارة الخارجية ماجد الأنصاري إن ….
pub(super) fn speech(words: &Words, text: &str, (start, end): (usize, usize)) -> Option<Speech> {
    const MOST: usize = 240;
    let found = lexemes(&text[end..text.floor_char_boundary(end + MOST)]);
    let first = found.iter().position(|lexeme| !is_of_body(words, lexeme))?;
    let name: Vec<&Lexeme<'_>> =
        found[first..].iter().take_while(|lexeme| is_of_name(words, lexeme)).collect();
    let follows = found.get(first + name.len())?;
    let is_closed = words.cue.contains(&follows.text) || matches!(follows.text, "," | "،" | ":");
    let (from, to) = (name.first()?, name.last()?);
    let fits = is_closed
        && (2..=5).contains(&name.len())
        && !from.text.starts_with("ال")
        && begins_word(text, start);
    let office_end =
        found[..first].iter().rfind(|lexeme| lexeme.sort == Sort::Word).map_or(end, |last| end + last.end());
    let is_said = said_before(words, text, start) || words.says(text, end + to.end());
    (fits && is_said)
        .then_some(Speech { name: (end + from.start, end + to.end()), office: (start, office_end) })
}

fn said_before(words: &Words, text: &str, start: usize) -> bool {
    text[..start].split_whitespace().next_back().is_some_and(|word| words.said.contains(&word))
}

/// The body's name, its adjectives, and the comma before a name.
fn is_of_body(words: &Words, lexeme: &Lexeme<'_>) -> bool {
    words.body.contains(&lexeme.text)
        || lexeme.sort == Sort::Word && (lexeme.text.starts_with("ال") || lexeme.text.starts_with("لل"))
        || lexeme.text == "،"
        || lexeme.text == ","
}

fn is_of_name(words: &Words, lexeme: &Lexeme<'_>) -> bool {
    lexeme.sort == Sort::Word
        && ![&words.cue, &words.said, &words.not].into_iter().any(|class| class.contains(&lexeme.text))
}
