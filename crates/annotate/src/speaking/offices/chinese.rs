//! Office, name and verb in Chinese.

use super::{Reading, Speech, Words};

/// Office, name, verb: 外交部发言人毛宁表示, or name, office, verb: 王毅外长表示. A Chinese name begins with a known family
/// name and has two or three characters, before an office also one (林外长); a foreign one is told by its dot, or by
/// characters that write foreign sounds (国务卿布林肯).
pub(super) fn speech(reading: &Reading<'_>, (start, end): (usize, usize)) -> Option<Speech> {
    let Reading { words, text, .. } = *reading;
    let behind = || {
        let after = &text[end..];
        let length =
            foreign(words, after).or_else(|| chinese(words, after)).or_else(|| by_sound(words, after));
        length.map(|length| (end, end + length))
    };
    let goes_on = words.offices.find(near(&text[end..])).is_some_and(|hit| hit.start() == 0);
    let name = if goes_on { None } else { behind() }.or_else(|| before(words, text, start))?;
    let from = name.1.max(end);
    if !text[from..].starts_with([':', '：']) && !words.says(text, from) {
        return None;
    }
    let body = words.body.iter().filter(|body| text[..start].ends_with(*body)).map(|body| body.len()).max();
    let office = if name.0 < start { (start, end) } else { (start - body.unwrap_or(0), end) };
    Some(Speech { name, office })
}

/// As much of a text as an office is long.
fn near(text: &str) -> &str {
    const LONGEST: usize = 40;
    &text[..text.floor_char_boundary(LONGEST)]
}

fn chinese(words: &Words, after: &str) -> Option<usize> {
    if !words.name.begin(after) || words.not.begin(after) {
        return None;
    }
    let ends = after.char_indices().skip(2).take(2).map(|(at, _)| at);
    ends.into_iter().find(|end| is_han(&after[..*end]) && follows_name(words, &after[*end..]))
}

/// 约瑟夫·博雷尔.
fn foreign(words: &Words, after: &str) -> Option<usize> {
    const LONGEST: usize = 12;
    let (dot, _) = after.char_indices().take(LONGEST).find(|(_, letter)| *letter == '·')?;
    let mut ends =
        after.char_indices().take(LONGEST).map(|(at, _)| at).filter(|at| *at > dot + '·'.len_utf8());
    let is_name =
        |end: &usize| is_han(&after[..*end].replace('·', "")) && follows_name(words, &after[*end..]);
    ends.find(is_name)
}

/// 布林肯: three to six characters that write foreign sounds.
fn by_sound(words: &Words, after: &str) -> Option<usize> {
    const SHORTEST: usize = 3;
    const LONGEST: usize = 6;
    let sounds = |c: &char| words.sounds.contains(c);
    let letters = after.chars().take_while(sounds).count();
    let ends = after.char_indices().map(|(at, _)| at).take(letters + 1).skip(SHORTEST);
    ends.take(LONGEST - SHORTEST + 1).find(|end| follows_name(words, &after[*end..]))
}

/// The name before an office, where nothing written stands before it: 王毅外长, 林外长.
fn before(words: &Words, text: &str, start: usize) -> Option<(usize, usize)> {
    const LONGEST: usize = 3;
    let office = &text[start..];
    let length: usize = text[..start]
        .chars()
        .rev()
        .take_while(|c| is_han(&c.to_string()))
        .take(LONGEST + 1)
        .map(char::len_utf8)
        .sum();
    let name = &text[start - length..start];
    let fits = (1..=LONGEST).contains(&name.chars().count())
        && words.name.begin(name)
        && !words.not.begin(name)
        && !name.ends_with(['副', '部', '国', '國', '前', '新', '代'])
        && !office.starts_with("发言人")
        && !office.starts_with("發言人");
    fits.then_some((start - length, start))
}

fn follows_name(words: &Words, rest: &str) -> bool {
    words.said.begin(rest)
        || words.cue.begin(rest)
        || rest.starts_with(|c: char| c.is_ascii_digit() || ":：,，".contains(c))
}

fn is_han(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))
}
