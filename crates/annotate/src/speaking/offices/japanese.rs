//! Office, name and verb in Japanese.

use super::{Speech, Words, starts};

/// Name, office, particle and a verb: 北村俊博外務報道官は…述べた. A name has three to five characters; a foreign one
/// is told by its dot. Behind 氏 the office stands before the name (担当理事の稲葉千里氏は).
pub(super) fn speech(words: &Words, text: &str, (start, end): (usize, usize)) -> Option<Speech> {
    if !starts(&text[end..], &["は", "が", "も"]) || !words.says(text, end) {
        return None;
    }
    let length = run(text, start, is_kanji)
        .filter(|name| is_full(words, name))
        .or_else(|| foreign(text, start))?
        .len();
    let name = (start - length, start);
    let office = if &text[start..end] == "氏" { office_before(text, name) } else { (start, end) };
    Some(Speech { name, office })
}

/// The office that の joins to a name; the name itself where there is none.
fn office_before(text: &str, name: (usize, usize)) -> (usize, usize) {
    let before = text[..name.0].strip_suffix('の');
    let office = before.and_then(|before| run(text, before.len(), |c| is_kanji(c) || is_katakana(c)));
    before.zip(office).map_or(name, |(before, office)| (before.len() - office.len(), before.len()))
}

fn is_full(words: &Words, name: &str) -> bool {
    (3..=5).contains(&name.chars().count()) && !words.not.iter().any(|word| name.contains(word))
}

fn foreign(text: &str, start: usize) -> Option<&str> {
    let name = run(text, start, is_katakana)?;
    let inner = |at: usize| at > 0 && at + '・'.len_utf8() < name.len();
    name.find('・').is_some_and(inner).then_some(name)
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
