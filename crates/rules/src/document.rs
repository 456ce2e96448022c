use std::ops::Range;

use chancery_model::{Part, Scope, Span};
use chancery_text::{Analysed, Facts, Token};

use crate::lexicon::Lexicon;
use crate::vocabulary::Vocabulary;

/// A statement as queries see it.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// The words of the title.
    pub title: &'a Analysed,
    /// The words of the text.
    pub text: &'a Analysed,
    /// What fields are judged on.
    pub facts: &'a Facts,
}

/// Places left free between title and text, so that no phrase and no NEAR crosses: more than any NEAR lets stand between.
const SEAM: u32 = 1 << 10;

/// A document with the places of the words that a vocabulary asks for, made once for all its queries.
///
/// Words are numbered through title and text, with a gap between the two that nothing spans.
#[derive(Debug)]
pub(crate) struct Prepared<'a> {
    pub(crate) document: Document<'a>,
    /// The positions of the vocabulary that some word meets, in order, each with its stretch of `places`.
    present: Vec<(u32, Range<usize>)>,
    /// Places of words, in order within each stretch.
    places: Vec<u32>,
    /// The first place of the text.
    text_from: u32,
}

impl<'a> Prepared<'a> {
    /// Looks up every word of a document.
    pub(crate) fn new(document: &Document<'a>, vocabulary: &Vocabulary, lexicon: &Lexicon) -> Self {
        let text_from = number(document.title.tokens.len()).saturating_add(SEAM);
        let mut met: Vec<(u32, u32)> = Vec::with_capacity(document.text.tokens.len());
        let mut forms = lexicon.open();
        for (from, part) in [(0, document.title), (text_from, document.text)] {
            for (place, token) in part.tokens.iter().enumerate() {
                let place = from.saturating_add(number(place));
                met.extend(forms.met_by(token, vocabulary).iter().map(|&position| (position, place)));
            }
        }
        drop(forms);
        met.sort_unstable();
        Self {
            document: *document,
            present: stretches(&met),
            places: met.into_iter().map(|(_, place)| place).collect(),
            text_from,
        }
    }

    /// Returns the places in `scope` of the words that meet a position of the vocabulary, in order.
    pub(crate) fn places(&self, position: u32, scope: Scope) -> &[u32] {
        let found = self.present.binary_search_by_key(&position, |(position, _)| *position);
        let stretch = found.ok().and_then(|at| self.present.get(at)).map(|(_, stretch)| stretch.clone());
        let places = stretch.and_then(|stretch| self.places.get(stretch)).unwrap_or_default();
        match scope {
            Scope::Anywhere => places,
            Scope::Title => &places[..places.partition_point(|&place| place < self.text_from)],
            Scope::Note => &[],
        }
    }

    /// The positions of the vocabulary that some word meets, in order.
    pub(crate) fn present(&self) -> impl Iterator<Item = u32> {
        self.present.iter().map(|(position, _)| *position)
    }

    /// Returns the written forms of the words in a stretch, folded.
    pub(crate) fn forms_in(&self, span: &Span) -> Vec<&str> {
        let part = match span.part {
            Part::Title => self.document.title,
            Part::Text => self.document.text,
        };
        let inside = |token: &&Token| span.start <= token.start && token.end <= span.end;
        part.tokens.iter().filter(inside).map(|token| token.form.as_str()).collect()
    }

    /// Returns whether one place lies in the title and the other in the text.
    pub(crate) fn is_across_seam(&self, a: u32, b: u32) -> bool {
        (a < self.text_from) != (b < self.text_from)
    }

    /// Returns the stretch from a place over so many words.
    pub(crate) fn span(&self, place: u32, words: u32) -> Option<Span> {
        let (first, part) = self.token(place)?;
        let (last, _) = self.token(place + words.saturating_sub(1))?;
        Some(Span { part, start: first.start, end: last.end })
    }

    fn token(&self, place: u32) -> Option<(&Token, Part)> {
        match place.checked_sub(self.text_from) {
            Some(in_text) => self.document.text.tokens.get(in_text as usize).map(|token| (token, Part::Text)),
            None => self.document.title.tokens.get(place as usize).map(|token| (token, Part::Title)),
        }
    }
}

/// Where each position begins and ends in a list that is sorted by position.
fn stretches(met: &[(u32, u32)]) -> Vec<(u32, Range<usize>)> {
    let mut from = 0;
    let same = met.chunk_by(|(one, _), (other, _)| one == other);
    let stretch = |same: &[(u32, u32)]| {
        let range = from..from + same.len();
        from = range.end;
        same.first().map(|&(position, _)| (position, range))
    };
    same.filter_map(stretch).collect()
}

/// A count as a place; a text of more than four thousand million words is not counted on.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
