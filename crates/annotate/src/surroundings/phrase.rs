//! The words beside a name, and the list that it stands in.

use super::words::ContextWords;
use crate::folded::Folded;

/// Bytes of the longest word that is read.
const LONGEST_WORD: usize = 60;

/// The first word of a folded text.
pub(super) fn first_word(text: &str) -> &str {
    let near = &text[..text.floor_char_boundary(LONGEST_WORD)];
    &near[..near.find(|c: char| !chancery_text::is_alphabetic(c)).unwrap_or(near.len())]
}

/// The last word of a folded text.
pub(super) fn last_word(text: &str) -> &str {
    let near = &text[text.ceil_char_boundary(text.len().saturating_sub(LONGEST_WORD))..];
    let letters = near.chars().rev().take_while(|c| chancery_text::is_alphabetic(*c));
    &near[near.len() - letters.map(char::len_utf8).sum::<usize>()..]
}

/// The word behind a name, folded, when one space parts them and it is written as a name is.
pub(super) fn name_after<'f>(text: &'f Folded<'_>, end: usize) -> Option<&'f str> {
    let word = first_word(text.text[end..].strip_prefix(' ')?);
    is_written_as_a_name(text, end + 1, word).then_some(word)
}

/// The word before a name, in the same way.
pub(super) fn name_before<'f>(text: &'f Folded<'_>, start: usize) -> Option<&'f str> {
    let word = last_word(text.text[..start].strip_suffix(' ')?);
    is_written_as_a_name(text, start - 1 - word.len(), word).then_some(word)
}

/// A capital, then a small letter.
fn is_written_as_a_name(text: &Folded<'_>, start: usize, word: &str) -> bool {
    let (from, to) = (text.start_of(start), text.end_of(start + word.len()));
    let mut letters = text.original.get(from..to).unwrap_or("").chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// A list of single words around one of them: "English, French and Spanish".
pub(super) struct Chain {
    /// Where the list may begin: at the name, and at each word before it.
    pub starts: Vec<usize>,
    /// Where it may end.
    pub ends: Vec<usize>,
}

/// More items than these are not read.
const LONGEST: usize = 4;

impl Chain {
    /// Reads the list around a name.
    pub fn around(text: &str, (start, end): (usize, usize), words: &ContextWords) -> Self {
        let items = std::iter::successors(Some((end, false)), |(end, last)| {
            if *last { None } else { next_item(text, *end, words) }
        });
        let ends = items.map(|(end, _)| end);
        let starts = std::iter::successors(Some(start), |start| previous_item(text, *start, words));
        Self { starts: starts.take(LONGEST + 1).collect(), ends: ends.take(LONGEST + 1).collect() }
    }

    /// Where the whole list begins.
    pub fn start(&self) -> usize {
        self.starts.last().copied().unwrap_or(0)
    }

    /// Where the whole list ends.
    pub fn end(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }
}

/// The end of the item behind a comma or "and", and whether it is the last one: "and" stands before it.
fn next_item(text: &str, end: usize, words: &ContextWords) -> Option<(usize, bool)> {
    let rest = &text[end..];
    let comma = rest.strip_prefix([',', '،']).map(str::trim_start);
    let mut rest = comma.unwrap_or(rest.strip_prefix(' ').unwrap_or(rest));
    let word = first_word(rest);
    let links = words.and.iter().any(|and| and == word);
    if links {
        rest = rest[word.len()..].strip_prefix(' ')?;
    }
    let item = first_word(rest);
    ((links || comma.is_some()) && item.len() > 1).then(|| (text.len() - rest.len() + item.len(), links))
}

/// The start of the item before a comma or "and", which Arabic joins to the word.
fn previous_item(text: &str, start: usize, words: &ContextWords) -> Option<usize> {
    let joined = text[..start].strip_suffix('و').filter(|before| before.ends_with(' '));
    let mut before = joined.unwrap_or(&text[..start]).strip_suffix(' ')?;
    if words.prepositions.iter().any(|preposition| preposition == last_word(before)) {
        before = before[..before.len() - last_word(before).len()].trim_end();
    }
    let word = last_word(before);
    let linked =
        words.and.iter().any(|and| and == word).then(|| before[..before.len() - word.len()].trim_end());
    let before = linked.unwrap_or(before);
    let bare = before.strip_suffix([',', '،']);
    if linked.is_none() && bare.is_none() && joined.is_none() {
        return None;
    }
    let before = bare.unwrap_or(before);
    let item = last_word(before);
    (item.len() > 1).then(|| before.len() - item.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_to_both_sides() {
        let words = ContextWords::load("en");
        let text = "in english, french and spanish only";
        let chain = Chain::around(text, (12, 18), &words);
        assert_eq!(&text[chain.start()..chain.end()], "english, french and spanish");
        let alone = Chain::around("the french fleet", (4, 10), &words);
        assert_eq!((alone.start(), alone.end()), (4, 10));
    }
}
