//! Office, name and verb in Persian.

use super::{Speech, Words};
use crate::letter::begins_word;

/// A name between commas before the office (بهمن رستگارپور، سخنگوی وزارتخانه، گفت) or behind it (سخنگوی وزارتخانه، بهمن رستگارپور، گفت).
pub(super) fn speech(words: &Words, text: &str, (start, end): (usize, usize)) -> Option<Speech> {
    if !begins_word(text, start) || !words.says(text, end) {
        return None;
    }
    name_before(words, text, start, end).or_else(|| name_behind(words, text, start, end))
}

const COMMA: char = '،';

fn name_before(words: &Words, text: &str, start: usize, end: usize) -> Option<Speech> {
    const FARTHEST: usize = 120;
    let from = text.ceil_char_boundary(start.saturating_sub(FARTHEST));
    let before = text[from..start].trim_end().strip_suffix(COMMA)?;
    let name = before.rsplit(['.', '\n', '\u{1}', '؟', '!', ':', '»', '«', COMMA]).next()?.trim();
    let at = name.as_ptr() as usize - text.as_ptr() as usize;
    let office_end = end + clause(&text[end..])?.trim_end().len();
    is_name(words, name).then_some(Speech { name: (at, at + name.len()), office: (start, office_end) })
}

fn name_behind(words: &Words, text: &str, start: usize, end: usize) -> Option<Speech> {
    let office = clause(&text[end..])?;
    let from = end + office.len() + COMMA.len_utf8();
    let name = clause(&text[from..])?.trim();
    let at = name.as_ptr() as usize - text.as_ptr() as usize;
    let office = (start, end + office.trim_end().len());
    is_name(words, name).then_some(Speech { name: (at, at + name.len()), office })
}

/// What stands before the next comma, when that is near.
fn clause(text: &str) -> Option<&str> {
    const FARTHEST: usize = 120;
    let near = &text[..text.floor_char_boundary(FARTHEST)];
    near.split_once(COMMA)
        .map(|(clause, _)| clause)
        .filter(|clause| !clause.contains(['.', '\n', '\u{1}', ':', '«']))
}

/// Two to four words, none of them a common one.
fn is_name(words: &Words, name: &str) -> bool {
    let parts = || name.split(' ');
    let common =
        |part: &str| words.not.contains(&part) || words.said.iter().any(|verb| part.starts_with(verb));
    (2..=4).contains(&parts().count())
        && parts().all(|part| !part.is_empty() && part.chars().all(char::is_alphabetic) && !common(part))
}
