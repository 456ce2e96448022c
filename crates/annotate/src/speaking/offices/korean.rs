//! Office, name and verb in Korean.

use super::{Reading, Speech, Words};

/// Name, body, office, particle and a verb (이재웅 외교부 대변인은…말했다), a family name and an office (정 장관은), or the
/// name behind the office (외교부 대변인 이재웅은).
pub(super) fn speech(reading: &Reading<'_>, (start, end): (usize, usize)) -> Option<Speech> {
    let Reading { words, text, .. } = *reading;
    let start = word_start(text, start);
    let office = (body_start(reading, start), end);
    let before = || {
        let name = name_before(words, text, office.0)
            .or_else(|| foreign_before(words, text, office.0))
            .or_else(|| family_before(words, text, office.0));
        name.filter(|_| has_particle(&text[end..]))
    };
    let name = before().or_else(|| name_behind(words, text, end))?;
    words.says(text, name.1.max(end)).then_some(Speech { name, office })
}

/// Where the word begins of which an office is the end (무역안보정책관, 제2차관).
fn word_start(text: &str, start: usize) -> usize {
    let joined = text[..start].chars().rev().take_while(|c| is_hangul(*c) || c.is_ascii_digit());
    start - joined.map(char::len_utf8).sum::<usize>()
}

fn is_hangul(character: char) -> bool {
    ('\u{AC00}'..='\u{D7AF}').contains(&character)
}

/// A foreign name of one or two words that begins the sentence, or stands behind the body that it belongs to
/// (미 상무부의 조던 핼리 차관보는).
fn foreign_before(words: &Words, text: &str, end: usize) -> Option<(usize, usize)> {
    const PARTICLES: &[char] =
        &['의', '은', '는', '를', '을', '과', '와', '에', '로', '도', '한', '된', '인'];
    const BODIES: &[char] = &['부', '처', '청', '회', '실', '국', '성', '단', '당', '군'];
    let before = text[..end].strip_suffix(' ')?;
    let from = before
        .rfind(['.', '\n', '\u{1}', '"', '“', '”'])
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let clause = &before[from..];
    let start = clause.rfind("의 ").map_or(0, |at| at + "의 ".len());
    let name = clause[start..].trim_start();
    let fits = |word: &str| {
        (1..=5).contains(&word.chars().count())
            && word.chars().all(is_hangul)
            && !word.ends_with(PARTICLES)
            && !words.not.all().contains(&word)
            && !words.body.iter().any(|body| word.ends_with(body))
    };
    let count = name.split(' ').count();
    let one = count == 1 && (3..=5).contains(&name.chars().count()) && !name.ends_with(BODIES);
    ((count == 2 || one) && name.split(' ').all(fits)).then(|| (before.len() - name.len(), before.len()))
}

/// A family name alone: 정 장관은.
fn family_before(words: &Words, text: &str, end: usize) -> Option<(usize, usize)> {
    let before = text[..end].strip_suffix(' ')?;
    let start = before.char_indices().next_back()?.0;
    let name = &before[start..];
    let fits =
        words.name.all().contains(&name) && !words.not.all().contains(&name) && is_word(&before[..start]);
    fits.then_some((start, before.len()))
}

fn has_particle(rest: &str) -> bool {
    ["은 ", "는 ", "이 ", "가 ", "도 ", "은, ", "는, ", ":"].iter().any(|sign| rest.starts_with(sign))
}

/// Where the words of the body before an office begin; its country is one of them.
fn body_start(reading: &Reading<'_>, start: usize) -> usize {
    let Reading { words, text, places } = *reading;
    let mut from = start;
    while let Some(rest) = text[..from].strip_suffix(' ') {
        let body = words.body.iter().filter(|body| rest.ends_with(*body)).map(|body| body.len()).max();
        let place = places.iter().find(|place| place.1 == rest.len()).map(|place| place.1 - place.0);
        let Some(length) = body.max(place).filter(|length| is_word(&text[..rest.len() - length])) else {
            break;
        };
        from = rest.len() - length;
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
    text.chars().all(is_hangul)
        && words.name.begin(text)
        && !text.ends_with(['의', '를', '을', '과', '와', '에', '로', '는', '된', '한'])
        && !words.not.all().contains(&text)
}
