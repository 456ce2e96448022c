//! Office, name and verb in Arabic.

use super::{Reading, Speech, Words};
use crate::lexeme::{Lexeme, Sort, lexemes};
use crate::mention::begins_word;

/// The fewest and the most words of a name.
const FEWEST: usize = 2;
const MOST: usize = 5;

/// Verb, office, body, a name of two to five words and what must follow it
/// (قال المتحدث باسم وزارة الخارجية ماجد الأنصاري إن …), or verb, name, comma and office.
pub(super) fn speech(reading: &Reading<'_>, (start, end): (usize, usize)) -> Option<Speech> {
    let Reading { words, text, .. } = *reading;
    if !begins_word(text, start) || is_within_word(text, end) {
        return None;
    }
    name_behind(words, text, start, end).or_else(|| name_before(words, text, start, end))
}

fn name_behind(words: &Words, text: &str, start: usize, end: usize) -> Option<Speech> {
    const NEAR: usize = 240;
    let found: Vec<Lexeme<'_>> = lexemes(&text[end..text.floor_char_boundary(end + NEAR)]).collect();
    let first = found.iter().position(|lexeme| !is_of_body(words, lexeme))?;
    let is_name =
        |lexeme: &&Lexeme<'_>| is_of_name(words, lexeme) && !begins_office(words, text, end + lexeme.start);
    let name: Vec<&Lexeme<'_>> = found[first..].iter().take_while(is_name).collect();
    let follows = found.get(first + name.len())?;
    let is_closed = words.cue.all().contains(&follows.text)
        || matches!(follows.text, "," | "،" | ":")
        || begins_office(words, text, end + follows.start);
    let (from, to) = (name.first()?, name.last()?);
    let fits = is_closed && (FEWEST..=MOST).contains(&name.len()) && !from.text.starts_with("ال");
    let office_end =
        found[..first].iter().rfind(|lexeme| lexeme.sort == Sort::Word).map_or(end, |last| end + last.end());
    let is_said = said_before(words, text, start) || words.says(text, end + to.end());
    (fits && is_said)
        .then_some(Speech { name: (end + from.start, end + to.end()), office: (start, office_end) })
}

/// Verb, name, comma and office: وقالت نورة الكندري، المندوبة الدائمة لدى الأمم المتحدة.
fn name_before(words: &Words, text: &str, start: usize, end: usize) -> Option<Speech> {
    const NEAR: usize = 120;
    let from = text.ceil_char_boundary(start.saturating_sub(NEAR));
    let before = text[from..start].trim_end().strip_suffix(['،', ','])?;
    let found: Vec<Lexeme<'_>> = lexemes(before).collect();
    let count = found.iter().rev().take_while(|lexeme| is_of_name(words, lexeme)).count();
    let verb = found.len() - count;
    let is_said = verb > 0 && words.said.all().contains(&found[verb - 1].text);
    let titles = found[verb..].iter().take_while(|lexeme| is_of_body(words, lexeme)).count();
    let (first, count) = (verb + titles, count - titles);
    let name = (from + found.get(first)?.start, from + found.last()?.end());
    let near = lexemes(&text[end..text.floor_char_boundary(end + NEAR)]);
    let of_body = near.take_while(|lexeme| lexeme.sort == Sort::Word && is_of_body(words, lexeme)).last();
    let office = (start, of_body.map_or(end, |last| end + last.end()));
    (is_said && (FEWEST..=MOST).contains(&count)).then_some(Speech { name, office })
}

/// Whether an office begins at a byte: it ends a name.
fn begins_office(words: &Words, text: &str, at: usize) -> bool {
    const NEAR: usize = 48;
    let near = &text[at..text.floor_char_boundary(at + NEAR)];
    words.offices.find(near).is_some_and(|hit| hit.start() == 0 && !is_within_word(near, hit.end()))
}

fn is_within_word(text: &str, at: usize) -> bool {
    text[at..].starts_with(char::is_alphanumeric)
}

fn said_before(words: &Words, text: &str, start: usize) -> bool {
    text[..start].split_whitespace().next_back().is_some_and(|word| words.said.all().contains(&word))
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
        && ![words.cue.all(), words.said.all(), words.not.all()]
            .into_iter()
            .any(|class| class.contains(&lexeme.text))
}
