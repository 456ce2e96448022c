//! Office, name and verb in Japanese.

use super::{Reading, Speech, Words};

/// Name, office, particle and a verb: 北村俊博外務報道官は…述べた. A name has three to five characters, a family name two
/// or three (田中外務大臣は); a foreign one is told by its script. Behind 氏 the office stands before the name, which is
/// given in full (担当理事の稲葉千里氏は).
pub(super) fn speech(reading: &Reading<'_>, (start, end): (usize, usize)) -> Option<Speech> {
    let Reading { words, text, .. } = *reading;
    let courtesy = &text[start..end] == "氏";
    if !is_subject(&text[end..]) || !words.says(text, end) {
        return None;
    }
    let kanji = run(text, start, is_kanji).filter(|name| is_native(words, name, courtesy));
    let length = kanji.or_else(|| foreign(words, text, start, courtesy))?.len();
    let name = (start - length, start);
    let office = if courtesy { office_before(text, name) } else { (start, end) };
    Some(Speech { name, office })
}

/// Whether the particle of a subject follows, behind what stands in brackets.
fn is_subject(after: &str) -> bool {
    let within = after.strip_prefix(['(', '（']).and_then(|rest| rest.split_once([')', '）']));
    let rest = within.map_or(after, |(_, rest)| rest);
    ["は", "が", "も", "から", "によ", "、", ":", "："].iter().any(|sign| rest.starts_with(sign))
}

/// The office that の joins to a name; the name itself where there is none.
fn office_before(text: &str, name: (usize, usize)) -> (usize, usize) {
    let before = text[..name.0].strip_suffix('の');
    let office = before.and_then(|before| run(text, before.len(), |c| is_kanji(c) || is_katakana(c)));
    before.zip(office).map_or(name, |(before, office)| (before.len() - office.len(), before.len()))
}

/// A name in full, or beside an office the family name alone.
fn is_native(words: &Words, name: &str, full: bool) -> bool {
    let length = name.chars().count();
    let long_enough = length >= if full { 3 } else { 2 } || !full && words.name.all().contains(&name);
    long_enough && length <= 5 && !words.not.all().iter().any(|word| name.contains(word))
}

/// A foreign name: two words with a dot, or beside an office one.
fn foreign<'t>(words: &Words, text: &'t str, start: usize, full: bool) -> Option<&'t str> {
    const SHORTEST: usize = 2;
    let name = run(text, start, is_katakana)?;
    let inner = |at: usize| at > 0 && at + '・'.len_utf8() < name.len();
    let fits = name.find('・').map_or(!full && name.chars().count() >= SHORTEST, inner);
    (fits && !words.not.all().contains(&name)).then_some(name)
}

/// The characters of a kind that end here.
fn run(text: &str, end: usize, belongs: fn(char) -> bool) -> Option<&str> {
    let length: usize = text[..end].chars().rev().take_while(|c| belongs(*c)).map(char::len_utf8).sum();
    text.get(end - length..end).filter(|run| !run.is_empty())
}

fn is_kanji(character: char) -> bool {
    matches!(character, '\u{4E00}'..='\u{9FFF}' | '々')
}

fn is_katakana(character: char) -> bool {
    matches!(character, '\u{30A1}'..='\u{30FF}')
}
