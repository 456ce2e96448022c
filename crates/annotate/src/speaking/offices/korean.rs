//! Office, name and verb in Korean.

use super::{Speech, Words, starts};

/// Name, body, office, particle and a verb (이재웅 외교부 대변인은…말했다), or the name behind the office (외교부 대변인 이재웅은).
pub(super) fn speech(words: &Words, text: &str, (start, end): (usize, usize)) -> Option<Speech> {
    let start = word_start(text, start);
    let office = (body_start(words, text, start), end);
    let before = || {
        let name = name_before(words, text, office.0).or_else(|| foreign_before(text, office.0));
        name.filter(|_| has_particle(&text[end..]))
    };
    let name = before().or_else(|| name_behind(words, text, end))?;
    words.says(text, name.1.max(end)).then_some(Speech { name, office })
}

/// Where the word begins of which an office is the end (무역안보정책관).
fn word_start(text: &str, start: usize) -> usize {
    let joined = text[..start].chars().rev().take_while(|c| ('\u{AC00}'..='\u{D7AF}').contains(c));
    start - joined.map(char::len_utf8).sum::<usize>()
}

/// A foreign name of two words behind the body that it belongs to: 미 상무부의 조던 핼리 차관보는.
fn foreign_before(text: &str, end: usize) -> Option<(usize, usize)> {
    let before = text[..end].strip_suffix(' ')?;
    let (rest, last) = before.rsplit_once(' ')?;
    let (rest, first) = rest.rsplit_once(' ')?;
    let fits = |word: &str| {
        (1..=4).contains(&word.chars().count())
            && word.chars().all(|c| ('\u{AC00}'..='\u{D7AF}').contains(&c))
    };
    (rest.ends_with('의') && fits(first) && fits(last)).then(|| (rest.len() + 1, before.len()))
}

fn has_particle(rest: &str) -> bool {
    starts(rest, &["은 ", "는 ", "이 ", "가 ", "도 "])
}

/// Where the words of the body before an office begin.
fn body_start(words: &Words, text: &str, start: usize) -> usize {
    let mut from = start;
    while let Some(rest) = text[..from].strip_suffix(' ')
        && let Some(body) =
            words.body.iter().filter(|body| rest.ends_with(*body)).max_by_key(|body| body.len())
        && is_word(&text[..rest.len() - body.len()])
    {
        from = rest.len() - body.len();
    }
    from
}

/// Whether a word begins behind this text.
fn is_word(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| !c.is_alphanumeric())
}

fn name_before(words: &Words, text: &str, end: usize) -> Option<(usize, usize)> {
    let before = text[..end].strip_suffix(' ')?;
    let start = before.char_indices().rev().nth(2)?.0;
    let fits = is_name(words, &before[start..]) && is_word(&before[..start]);
    fits.then_some((start, before.len()))
}

fn name_behind(words: &Words, text: &str, end: usize) -> Option<(usize, usize)> {
    let rest = text[end..].strip_prefix(' ')?;
    let length = rest.char_indices().nth(3)?.0;
    let fits = is_name(words, &rest[..length]) && has_particle(&rest[length..]);
    fits.then_some((end + 1, end + 1 + length))
}

/// Three syllables, the first one a family name, the last one no particle of another word.
fn is_name(words: &Words, text: &str) -> bool {
    text.chars().all(|c| ('\u{AC00}'..='\u{D7AF}').contains(&c))
        && starts(text, &words.name)
        && !text.ends_with(['의', '를', '을', '과', '와', '에', '로', '는', '된', '한'])
        && !words.not.contains(&text)
}
