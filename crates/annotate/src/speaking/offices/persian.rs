//! Office, name and verb in Persian.

use super::{Reading, Speech, Words};
use crate::letter::begins_word;
use crate::lexeme::{Lexeme, Sort, lexemes};

/// A name before the office (بهمن رستگارپور، سخنگوی وزارتخانه، گفت) or behind it (سخنگوی وزارتخانه، بهمن رستگارپور، گفت), between
/// commas or without.
pub(super) fn speech(reading: &Reading<'_>, (start, end): (usize, usize)) -> Option<Speech> {
    let Reading { words, text, .. } = *reading;
    if !begins_word(text, start) || text[end..].starts_with(char::is_alphanumeric) {
        return None;
    }
    if !words.says(text, end) {
        return by_source(words, text, start, end);
    }
    name_before(words, text, start, end)
        .or_else(|| by_source(words, text, start, end))
        .or_else(|| name_behind(words, text, start, end))
        .or_else(|| name_directly_behind(reading, start, end))
        .or_else(|| name_directly_before(reading, start, end))
}

/// A name of two or three words that begins the sentence, with the verb behind it: لارس نیلسن گفت:.
pub(super) fn without_office(reading: &Reading<'_>) -> Vec<Speech> {
    let verbs = reading
        .words
        .alone
        .iter()
        .flat_map(|verb| reading.text.match_indices(verb).map(|(at, verb)| (at, at + verb.len())));
    let named = verbs.filter_map(|(at, end)| {
        let before = reading.text[..at].strip_suffix(' ')?;
        let whole = !reading.text[end..].starts_with(char::is_alphanumeric);
        let name = sentence_before(reading, before.len()).filter(|_| whole)?;
        Some(Speech { name, office: name })
    });
    named.collect()
}

/// به گفته مریم صادقی، معاون وزیر بهداشت: the name behind what gives a source.
fn by_source(words: &Words, text: &str, start: usize, end: usize) -> Option<Speech> {
    let from = clause_start(text, start)?;
    let before = text[from..start].trim_end().strip_suffix(COMMA)?;
    let cue = words.source.iter().filter_map(|cue| Some(before.find(*cue)? + cue.len())).min()?;
    let name = before[cue..].trim();
    let at = name.as_ptr() as usize - text.as_ptr() as usize;
    is_name(words, name).then_some(Speech { name: (at, at + name.len()), office: (start, end) })
}

/// Where the clause before an office begins, its comma passed over.
fn clause_start(text: &str, start: usize) -> Option<usize> {
    const FARTHEST: usize = 120;
    let from = text.ceil_char_boundary(start.saturating_sub(FARTHEST));
    let before = text[from..start].trim_end().strip_suffix(COMMA)?;
    let sign = |c: char| matches!(c, '.' | '\n' | '\u{1}' | '؟' | '!' | ':' | '»' | '«' | COMMA);
    let cut = before.char_indices().rev().find(|(_, c)| sign(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    Some(from + cut)
}

/// Where the sentence's words before a byte stand, when they are a name and nothing else.
fn sentence_before(reading: &Reading<'_>, end: usize) -> Option<(usize, usize)> {
    const FARTHEST: usize = 120;
    let Reading { words, text, .. } = *reading;
    let from = text.ceil_char_boundary(end.saturating_sub(FARTHEST));
    let name = text[from..end].rsplit(['.', '\n', '\u{1}', '؟', '!', '»', '«', COMMA]).next()?.trim();
    let at = name.as_ptr() as usize - text.as_ptr() as usize;
    let stretch = (at, at + name.len());
    let placed = reading.places.iter().any(|place| place.0 < stretch.1 && stretch.0 < place.1);
    (!placed && name.split(' ').count() <= 3 && is_name(words, name)).then_some(stretch)
}

/// کاظم نادری سخنگوی وزارت امور خارجه.
fn name_directly_before(reading: &Reading<'_>, start: usize, end: usize) -> Option<Speech> {
    let before = reading.text[..start].strip_suffix(' ')?;
    let name = sentence_before(reading, before.len())?;
    Some(Speech { name, office: (start, body_end(reading, end)) })
}

/// سخنگوی وزارت امور خارجه کاظم نادری در نشست خبری: the words behind the body up to one that is no name.
fn name_directly_behind(reading: &Reading<'_>, start: usize, end: usize) -> Option<Speech> {
    const NEAR: usize = 120;
    let Reading { words, text, .. } = *reading;
    let office = body_end(reading, end);
    let found: Vec<Lexeme<'_>> = lexemes(&text[office..text.floor_char_boundary(office + NEAR)]).collect();
    let is_part = |lexeme: &&Lexeme<'_>| lexeme.sort == Sort::Word && !is_common(words, lexeme.text);
    let name: Vec<&Lexeme<'_>> = found.iter().take_while(is_part).collect();
    let follows = found.get(name.len())?;
    let closed = words.cue.all().contains(&follows.text)
        || words.said.all().iter().any(|verb| follows.text.starts_with(verb))
        || matches!(follows.text, "،" | ":" | ",");
    let (from, to) = (office + name.first()?.start, office + name.last()?.end());
    let named = |place: &&(usize, usize)| place.0 < to && from < place.1;
    let fits = closed && (2..=4).contains(&name.len()) && !reading.places.iter().any(|place| named(&place));
    fits.then_some(Speech { name: (from, to), office: (start, office) })
}

/// The end of an office with its body and country.
fn body_end(reading: &Reading<'_>, end: usize) -> usize {
    const NEAR: usize = 120;
    let Reading { words, text, places } = *reading;
    let found = lexemes(&text[end..text.floor_char_boundary(end + NEAR)]);
    let is_body = |lexeme: &Lexeme<'_>| {
        let at = end + lexeme.start;
        words.body.contains(&lexeme.text) || places.iter().any(|place| place.0 <= at && at < place.1)
    };
    found.take_while(is_body).last().map_or(end, |last| end + last.end())
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
    let fits =
        |part: &str| !part.is_empty() && part.chars().all(char::is_alphabetic) && !is_common(words, part);
    (2..=4).contains(&parts().count()) && parts().all(fits)
}

fn is_common(words: &Words, part: &str) -> bool {
    let is_office = words.offices.find(part).is_some_and(|hit| hit.start() == 0 && hit.end() == part.len());
    [words.not.all(), words.body.as_slice(), words.cue.all()].into_iter().any(|class| class.contains(&part))
        || is_office
        || words.said.all().iter().any(|verb| part.starts_with(verb))
}
