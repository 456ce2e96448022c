//! Who speaks in a transcript: the cue in capitals before a colon at the head of a line, "SECRETARY QUIST:".

use super::acts::{Person, Reader};
use super::persons::{Class, Token, is_of};
use crate::folded::with_folded;
use crate::surroundings::ContextWords;

/// Bytes of the longest cue.
const LONGEST: usize = 60;

/// How many cues make a transcript.
const FEWEST: usize = 2;

/// How many lines are read.
const MOST: usize = 5_000;

/// Everybody whom a cue names behind an office or a courtesy, or by a full name that comes again. One line alone is no
/// transcript: headings end with a colon too.
pub(super) fn cued<'r>(reader: &Reader<'r>, text: &'r str, words: &ContextWords) -> Vec<Person> {
    let cue = |(start, colon)| cue(reader, text, (start, colon), words);
    let cues: Vec<Cue> = lines(text).filter_map(cue).collect();
    if cues.len() < FEWEST {
        return Vec::new();
    }
    let written = |person: &Person| &text[person.name.0..person.name.1];
    let comes_again = |person: &Person| {
        let named = cues.iter().filter_map(|cue| cue.person.as_ref());
        named.filter(|other| written(other) == written(person)).take(FEWEST).count() == FEWEST
    };
    let safe = |cue: &&Cue| cue.titled || cue.person.as_ref().is_some_and(comes_again);
    cues.iter().filter(safe).filter_map(|cue| cue.person).collect()
}

/// The head of a line before its colon.
struct Cue {
    person: Option<Person>,
    /// Whether an office or a courtesy stands before the name.
    titled: bool,
}

/// Where each line begins, and where its colon stands when it comes early.
fn lines(text: &str) -> impl Iterator<Item = (usize, usize)> {
    text.split('\n').take(MOST).filter_map(move |line| {
        let start = line.as_ptr() as usize - text.as_ptr() as usize;
        let colon = line[..line.floor_char_boundary(LONGEST)].find(':')?;
        Some((start, start + colon))
    })
}

fn cue<'r>(
    reader: &Reader<'r>,
    text: &'r str,
    (start, colon): (usize, usize),
    known: &ContextWords,
) -> Option<Cue> {
    let head = &text[start..colon];
    let is_capital = head.chars().any(char::is_uppercase) && !head.chars().any(char::is_lowercase);
    let speaks = text[colon + 1..].starts_with([' ', '\u{A0}', '\n']);
    if !is_capital || !speaks {
        return None;
    }
    let words: Vec<Token<'r>> = reader.tokens(start, colon).into_iter().filter(Token::is_word).collect();
    let is_office = |word: &Token<'r>| {
        reader.is_within_role(word.start) || with_folded(word.text, |word| known.is_office(word))
    };
    let is_courtesy = |word: &Token<'r>| {
        is_of(Class::Honorific, word.text) || with_folded(word.text, |word| known.is_courtesy(word))
    };
    let is_title = |word: &&Token<'r>| is_office(word) || is_courtesy(word);
    let titles = words.iter().take_while(is_title).count();
    let names = &words[titles..];
    let is_name = |word: &Token<'r>| {
        word.text.len() > 1 && word.text.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
    };
    let fits = names.iter().all(|word| is_name(word) && !word.taken && !is_title(&word)) && names.len() <= 3;
    let fewest = if titles > 0 { 1 } else { 2 };
    let name = (fits && names.len() >= fewest).then(|| (names[0].start, names[names.len() - 1].end()));
    let mut role = words[..titles].iter().filter(|word| is_office(word));
    let role = role.next().map(|first| (first.start, role.next_back().unwrap_or(first).end()));
    let person = name.map(|name| Person { name, role, genitive: false });
    Some(Cue { person, titled: titles > 0 })
}
