//! The passage of a text that is shown for a match.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// Chooses the stretch of `text` to show for sorted `spans` (bytes): the sentence around the first one, at most
/// `max_chars` characters long, cut on word boundaries; the beginning of the text when there is no span.
///
/// The answer is a range of bytes on character boundaries, without white space at its ends. A first span that is longer
/// than `max_chars` is shown from its beginning.
pub fn passage(text: &str, spans: &[Range<usize>], max_chars: usize) -> Range<usize> {
    let span = spans.first().map_or(0..0, |span| on_boundaries(text, span));
    let sentence = sentence_around(text, &span);
    let chosen = if fits(text, &sentence, max_chars) {
        match spans.is_empty() {
            true => grown(text, sentence, max_chars),
            false => sentence,
        }
    } else {
        window(text, &sentence, &span, max_chars)
    };
    trimmed(text, chosen)
}

fn on_boundaries(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    start..text.ceil_char_boundary(span.end.clamp(start, text.len()))
}

fn fits(text: &str, range: &Range<usize>, max_chars: usize) -> bool {
    text[range.clone()].chars().count() <= max_chars
}

/// The sentence (never over a line break) that holds the beginning of the span.
fn sentence_around(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.start..].find('\n').map_or(text.len(), |at| span.start + at);
    let sentence = text[start..end]
        .split_sentence_bound_indices()
        .map(|(at, sentence)| start + at..start + at + sentence.len())
        .find(|sentence| span.start < sentence.end);
    let sentence = sentence.unwrap_or(start..end);
    sentence.start..sentence.end.max(span.end)
}

/// Adds whole following sentences while they fit: the beginning of a text shows more than a salutation.
fn grown(text: &str, from: Range<usize>, max_chars: usize) -> Range<usize> {
    let mut range = from;
    for sentence in text[range.end..].split_sentence_bounds() {
        let longer = range.start..range.end + sentence.len();
        if !fits(text, &longer, max_chars) {
            break;
        }
        range = longer;
    }
    range
}

/// A stretch of at most `max_chars` inside `bounds` with the span a third of the way into it.
fn window(text: &str, bounds: &Range<usize>, span: &Range<usize>, max_chars: usize) -> Range<usize> {
    let span_chars = text[span.clone()].chars().count().min(max_chars);
    let room = max_chars - span_chars;
    let behind = text[span.end..bounds.end].chars().count();
    let before = (room / 3).max(room.saturating_sub(behind));
    let lead = text[bounds.start..span.start].chars().rev().take(before).map(char::len_utf8).sum::<usize>();
    let start = word_start(text, bounds.start, span.start - lead, span.start);
    let room = text[start..bounds.end].chars().take(max_chars).map(char::len_utf8).sum::<usize>();
    start..word_end(text, start, start + room, bounds.end)
}

/// The first word boundary at or behind `at`, not behind `latest`.
fn word_start(text: &str, first: usize, at: usize, latest: usize) -> usize {
    if at == first {
        return at;
    }
    boundaries(text, first, latest).find(|&boundary| boundary >= at).unwrap_or(latest)
}

/// The last word boundary at or before `at`; `at` itself when a single word fills the room.
fn word_end(text: &str, first: usize, at: usize, last: usize) -> usize {
    if at == last {
        return at;
    }
    boundaries(text, first, last)
        .take_while(|&boundary| boundary <= at)
        .last()
        .filter(|&end| end > first)
        .unwrap_or(at)
}

fn boundaries(text: &str, first: usize, last: usize) -> impl Iterator<Item = usize> {
    text[first..last].split_word_bound_indices().map(move |(at, word)| first + at + word.len())
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let shown = &text[range.clone()];
    let start = range.start + shown.len() - shown.trim_start().len();
    start..(range.start + shown.trim_end().len()).max(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, word: Option<&str>, max_chars: usize, expected: &str) {
        let spans: Vec<_> =
            word.map(|word| text.find(word).map(|at| at..at + word.len())).into_iter().flatten().collect();
        assert_eq!(&text[passage(text, &spans, max_chars)], expected);
    }

    #[test]
    fn shows_the_sentence_of_the_match() {
        check("One thing. The troops left. More.", Some("troops"), 80, "The troops left.");
        check("Title line\n\nThe troops left. More.", Some("The"), 80, "The troops left.");
    }

    #[test]
    fn cuts_a_long_sentence_at_words_around_the_match() {
        let text = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu";
        check(text, Some("theta"), 20, "eta theta iota");
        check(text, Some("alpha"), 12, "alpha beta");
        check(text, Some("mu"), 20, "iota kappa lambda mu");
    }

    #[test]
    fn shows_the_beginning_without_a_match() {
        check("Заява. Ми засуджуємо обстріл. І ще щось довге.", None, 32, "Заява. Ми засуджуємо обстріл.");
        check("", None, 32, "");
    }

    proptest! {
        #[test]
        fn is_on_boundaries_and_short_enough(text in "(\\PC|\n| ){0,80}", from in 0usize..200, length in 0usize..40, most in 0usize..40) {
            let range = passage(&text, std::slice::from_ref(&(from..from + length)), most);
            prop_assert!(text.get(range.clone()).is_some());
            let span_in_sentence = text[range].chars().count();
            prop_assert!(span_in_sentence <= most);
        }
    }
}
