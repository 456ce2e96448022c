//! The words around a mention: sentences, windows of them, and the cue words that stand there.

use chancery_model::Part;

use super::words::Cue;
use crate::countries::Document;
use crate::letter::Class;
use crate::scan::{Hit, Section};

/// The words around a stretch of one part of a document.
pub(super) struct Around<'d, 't> {
    document: &'d Document<'t>,
    part: Part,
    at: (usize, usize),
    window: (usize, usize),
}

impl<'d, 't> Around<'d, 't> {
    /// How far a word may stand from a name, in letters.
    const NEAR: usize = 24;

    /// The words near a stretch, within its sentence.
    pub fn of(document: &'d Document<'t>, part: Part, at: (usize, usize)) -> Self {
        const BYTES: usize = 4;
        let reach = Self::NEAR * BYTES;
        let around = Self::new(document, part, at, (at.0.saturating_sub(reach), at.1 + reach));
        if around.within().next().is_none() {
            return around;
        }
        Self { window: window(&document.part(part).text, at, Self::NEAR), ..around }
    }

    /// The words in a window around a stretch.
    pub fn new(document: &'d Document<'t>, part: Part, at: (usize, usize), window: (usize, usize)) -> Self {
        Self { document, part, at, window }
    }

    /// Whether a cue word stands there, outside of the stretch itself.
    pub fn has(&self, wanted: Cue) -> bool {
        self.hits(wanted).next().is_some()
    }

    /// The cue words there.
    fn within(&self) -> impl Iterator<Item = &'d Hit> + use<'d, 't> {
        let (from, to) = self.window;
        let hits = self.document.scan(self.part).hits(Section::Cues);
        let first = hits.partition_point(|hit| hit.start < from);
        hits[first..].iter().take_while(move |hit| hit.start < to)
    }

    /// The cue words of one kind there, outside of the stretch itself.
    pub fn hits(&self, wanted: Cue) -> impl Iterator<Item = &Hit> {
        let (start, end) = self.at;
        let outside = self.within().filter(move |hit| hit.end <= start || hit.start >= end);
        outside.filter(move |hit| self.document.tables.cues.get(hit.pattern) == Some(&wanted))
    }
}

/// Where the sentence ends that goes on at a byte, the stop included; at most `most` bytes are read.
pub(super) fn sentence_end(text: &str, from: usize, most: usize) -> usize {
    let limit = text.floor_char_boundary((from + most).min(text.len()));
    let first = |at: &usize| MAY_STOP[usize::from(text.as_bytes()[*at])];
    let stop = (from..limit).filter(first).find_map(|at| {
        let sign = text[at..].chars().next()?;
        is_stop(text, at, sign).then_some(at + sign.len_utf8())
    });
    stop.unwrap_or(limit)
}

/// The first bytes of what ends a sentence.
const MAY_STOP: [bool; 256] = {
    let mut may_stop = [false; 256];
    let first = *b"\n\x01.!?\xD8\xE2\xE3";
    let mut at = 0;
    while at < first.len() {
        may_stop[first[at] as usize] = true;
        at += 1;
    }
    may_stop
};

fn is_stop(text: &str, at: usize, character: char) -> bool {
    match character {
        '\n' | '\u{1}' | '。' => true,
        '!' | '?' | '…' | '؟' => true,
        '.' => text[at + 1..].starts_with([' ', '\n', '\u{1}']) && !is_abbreviation(text, at),
        _ => false,
    }
}

/// `U.S.`, `St.`, `No.`: one or two letters before the full stop.
fn is_abbreviation(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    let letters = before.by_ref().take(3).take_while(|c| chancery_text::is_alphabetic(*c)).count();
    letters > 0 && letters < 3
}

/// Where a window of `letters` letters around a stretch begins and ends, within its sentence. A character of Chinese or
/// Japanese counts three.
pub(super) fn window(text: &str, (start, end): (usize, usize), letters: usize) -> (usize, usize) {
    let before = text[..start].char_indices().rev();
    let from = reach(before, letters, |at, c| is_stop(text, at, c)).map_or(start, |at| at);
    let after = text[end..].char_indices();
    let to = reach(after, letters, |at, c| is_stop(text, end + at, c));
    (from, to.map_or(end, |at| text.ceil_char_boundary(end + at + 1)))
}

/// The last place of a walk over characters before a stop, or before so many letters are spent.
fn reach(
    characters: impl Iterator<Item = (usize, char)>,
    letters: usize,
    is_stop: impl Fn(usize, char) -> bool,
) -> Option<usize> {
    let mut spent = 0;
    let mut last = None;
    for (at, character) in characters {
        spent += if Class::of(character) == Class::Ideograph { 3 } else { 1 };
        if spent > letters || is_stop(at, character) {
            break;
        }
        last = Some(at);
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_its_stop_and_not_at_an_abbreviation() {
        let text = "the u.s. envoy met st. george. then he left";
        assert_eq!(&text[..sentence_end(text, 0, 400)], "the u.s. envoy met st. george.");
        assert_eq!(sentence_end("без крапки", 0, 400), "без крапки".len());
        assert_eq!(sentence_end("中方反对。美方", 0, 400), "中方反对。".len());
        assert_eq!(sentence_end("aaaa", 0, 2), 2);
        assert_eq!(sentence_end("", 0, 2), 0);
    }

    #[test]
    fn a_window_stays_in_its_sentence() {
        let text = "he left. iran fired missiles at sea. then rain";
        let (from, to) = window(text, (9, 13), 60);
        assert_eq!(&text[from..to], " iran fired missiles at sea");
        let text = "一二三四五六七八九十";
        let (from, to) = window(text, (12, 15), 6);
        assert_eq!(&text[from..to], "三四五六七");
    }
}
