use std::collections::HashSet;
use std::ops::Range;

use chancery_model::{Part, Span};

/// Returns the sentences of the new title and text that are new or changed, in order.
///
/// White space and case alone are no change; a sentence that only moved within its part is none either, nor is what was
/// taken out. Sentences end at a full stop or its like and at a line's end.
pub fn changed_passages(old_title: &str, old_text: &str, new_title: &str, new_text: &str) -> Vec<Span> {
    let parts = [(Part::Title, old_title, new_title), (Part::Text, old_text, new_text)];
    let spans = parts.into_iter().flat_map(|(part, old, new)| {
        changed(old, new).into_iter().map(move |range| Span::new(part, range.start, range.end))
    });
    spans.collect()
}

fn changed(old: &str, new: &str) -> Vec<Range<usize>> {
    let old_sentences = forms(old, sentences(old));
    let old_lines = forms(old, sentences(old).into_iter().flat_map(|range| lines(old, range)));
    let unknown = |range: &Range<usize>| !old_sentences.contains(&form(&new[range.clone()]));
    let changed = sentences(new).into_iter().filter(unknown).flat_map(|range| lines(new, range));
    changed.filter(|range| unknown(range) && !old_lines.contains(&form(&new[range.clone()]))).collect()
}

fn forms(text: &str, ranges: impl IntoIterator<Item = Range<usize>>) -> HashSet<String> {
    ranges.into_iter().map(|range| form(&text[range])).collect()
}

/// Returns a passage without what is no change: white space and case.
fn form(passage: &str) -> String {
    passage.split_whitespace().map(|word| word.to_uppercase().to_lowercase()).collect::<Vec<_>>().join(" ")
}

/// Cuts a text behind full stops and their like, whatever the case and the line breaks, so that a change of case or white
/// space alone cuts the same sentences.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut ends: Vec<usize> = Vec::new();
    let mut letters = text.char_indices().peekable();
    let (mut stopped, mut wide) = (false, false);
    while let Some((at, letter)) = letters.next() {
        stopped = is_stop(letter) || (stopped && is_closing(letter, wide));
        wide = is_wide_stop(letter) || (wide && is_closing(letter, wide));
        let next = letters.peek().map(|(_, next)| *next);
        let goes_on = next.is_some_and(|next| is_stop(next) || is_closing(next, wide));
        if stopped && !goes_on && (wide || next.is_none_or(char::is_whitespace)) {
            ends.push(at + letter.len_utf8());
        }
    }
    ends.push(text.len());
    ranges_between(text, ends)
}

/// Cuts a sentence at its line breaks.
fn lines(text: &str, sentence: Range<usize>) -> Vec<Range<usize>> {
    let breaks = text[sentence.clone()].match_indices(['\n', '\r']).map(|(at, _)| sentence.start + at + 1);
    let mut from = sentence.start;
    let ends = breaks.chain([sentence.end]).collect::<Vec<_>>();
    ends.into_iter().filter_map(|end| trimmed(text, std::mem::replace(&mut from, end)..end)).collect()
}

fn ranges_between(text: &str, ends: Vec<usize>) -> Vec<Range<usize>> {
    let mut from = 0;
    ends.into_iter().filter_map(|end| trimmed(text, std::mem::replace(&mut from, end)..end)).collect()
}

/// Returns a range without white space at its ends; none when nothing is left.
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let passage = &text[range.clone()];
    let start = range.start + (passage.len() - passage.trim_start().len());
    let passage = passage.trim();
    (!passage.is_empty()).then(|| start..start + passage.len())
}

fn is_stop(letter: char) -> bool {
    is_wide_stop(letter) || matches!(letter, '.' | '!' | '?' | '…' | '؟' | '۔' | '।' | '॥' | '։' | '።')
}

/// A stop behind which no white space is written.
fn is_wide_stop(letter: char) -> bool {
    matches!(letter, '。' | '！' | '？' | '｡')
}

/// The mark “ closes a German quotation and opens a Chinese one.
fn is_closing(letter: char, wide: bool) -> bool {
    (letter == '“' && !wide)
        || matches!(letter, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '」' | '』' | '）')
}
