//! Office, name and verb in Chinese.

use super::{Speech, Words, starts};

/// Office, name, verb: 外交部发言人毛宁表示. A Chinese name begins with a family name and has two or three characters;
/// a foreign one is told by its dot.
pub(super) fn speech(words: &Words, text: &str, (start, end): (usize, usize)) -> Option<Speech> {
    let after = &text[end..];
    let length = foreign(words, after).or_else(|| chinese(words, after))?;
    let name = (end, end + length);
    if !starts(&text[name.1..], &words.said) && !words.says(text, name.1) {
        return None;
    }
    let body = words.body.iter().filter(|body| text[..start].ends_with(*body)).map(|body| body.len()).max();
    Some(Speech { name, office: (start - body.unwrap_or(0), end) })
}

fn chinese(words: &Words, after: &str) -> Option<usize> {
    if !starts(after, &words.name) || starts(after, &words.not) {
        return None;
    }
    let ends = after.char_indices().skip(2).take(2).map(|(at, _)| at);
    ends.into_iter().find(|end| is_han(&after[..*end]) && follows_name(words, &after[*end..]))
}

/// 约瑟夫·博雷尔.
fn foreign(words: &Words, after: &str) -> Option<usize> {
    const LONGEST: usize = 12;
    let dot = after.find('·')?;
    let mut ends =
        after.char_indices().take(LONGEST).map(|(at, _)| at).filter(|at| *at > dot + '·'.len_utf8());
    let is_name =
        |end: &usize| is_han(&after[..*end].replace('·', "")) && follows_name(words, &after[*end..]);
    ends.find(is_name)
}

fn follows_name(words: &Words, rest: &str) -> bool {
    starts(rest, &words.said) || starts(rest, &words.cue) || rest.starts_with(|c: char| c.is_ascii_digit())
}

fn is_han(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))
}
