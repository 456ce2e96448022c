//! Mentions of countries in one part of a document: every name found, overlaps settled, doubtful ones marked.

use chancery_model::CountryCode;

use crate::folded::Folded;
use crate::gazetteer::{Case, Doubt, Form, Kind, Lexicon};
use crate::letter::{Class, is_katakana, joined_before, may_precede};
pub(crate) use crate::letter::{begins_word, joins};
use crate::mask::Mask;
use crate::scan::Hit;
use crate::surroundings::{Surroundings, is_pronoun_or_word};

/// A name found in a text; offsets are bytes of the folded text.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    /// First byte.
    pub start: usize,
    /// One past the last byte, ending included.
    pub end: usize,
    /// The countries that it says; empty when it blocks.
    pub codes: &'static [CountryCode],
    /// Its kind.
    pub kind: Kind,
    /// Whether it counts only with support.
    pub weak: bool,
    /// Whether it is the surname of somebody whose given name stands before it.
    pub surname: bool,
}

/// Settles the names found in a folded text: the mentions in order, without overlaps.
pub(crate) fn mentions(
    text: &Folded<'_>,
    hits: &[Hit],
    lexicon: &'static Lexicon,
    look: Look,
) -> Vec<Mention> {
    let reading = Reading { text, lexicon, look, mask: Mask::new(text) };
    let mut found: Vec<Candidate> = hits.iter().filter_map(|hit| reading.candidate(hit)).collect();
    found.sort_unstable_by_key(|candidate| {
        (candidate.start, std::cmp::Reverse(candidate.end), candidate.pattern)
    });
    let chosen = without_overlaps(found);
    let next = |at: usize| chosen.get(at + 1).map(|next| next.start);
    (0..chosen.len()).filter_map(|at| reading.mention(&chosen[at], next(at))).collect()
}

/// How a part of a document is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    /// Whether it is a title.
    pub is_title: bool,
    /// Whether the document has no capital letter at all, so that names are found without.
    pub is_small: bool,
}

struct Candidate {
    start: usize,
    end: usize,
    pattern: usize,
}

fn without_overlaps(candidates: Vec<Candidate>) -> Vec<Candidate> {
    let mut chosen: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        if chosen.last().is_none_or(|last| candidate.start >= last.end) {
            chosen.push(candidate);
        }
    }
    chosen
}

struct Reading<'s, 't> {
    text: &'s Folded<'t>,
    lexicon: &'static Lexicon,
    look: Look,
    mask: Mask,
}

impl Reading<'_, '_> {
    fn candidate(&self, hit: &Hit) -> Option<Candidate> {
        let form = &self.lexicon.forms[hit.pattern];
        let start = self.begins(hit.start, form)?;
        let end = self.ends(hit.end, form)?;
        let fits = !self.mask.covers(start)
            && self.is_written_so(start, end, form)
            && !self.is_within_katakana(start, end)
            && self.is_listed(start, end, form);
        fits.then_some(Candidate { start, end, pattern: hit.pattern })
    }

    /// Where the word begins: the article that Arabic joins belongs to the name.
    fn begins(&self, start: usize, form: &Form) -> Option<usize> {
        let first = self.text.text[start..].chars().next()?;
        if Class::of(first) != Class::Arabic {
            return Some(start);
        }
        let prefix = joined_before(&self.text.text, start, first);
        may_precede(prefix, form.article).then_some(start - article_length(prefix))
    }

    /// Where the word ends, when what follows the stem is an ending of this form; an apostrophe divides no word.
    fn ends(&self, stem_end: usize, form: &Form) -> Option<usize> {
        const LONGEST: usize = 18;
        let last = self.text.text[..stem_end].chars().next_back()?;
        if form.endings.is_empty() {
            return Some(stem_end);
        }
        let rest = &self.text.text[stem_end..];
        let last = if last == '\'' { rest.chars().next()? } else { last };
        let length: usize =
            rest.chars().take_while(|next| joins(last, *next)).take(LONGEST + 1).map(char::len_utf8).sum();
        form.endings.contains(&&rest[..length]).then_some(stem_end + length)
    }

    fn is_written_so(&self, start: usize, end: usize, form: &Form) -> bool {
        if form.case == Case::Any {
            return true;
        }
        let (from, to) = (self.text.start_of(start), self.text.end_of(end));
        let Some(written) = self.text.original.get(from..to) else { return false };
        let mut letters = written.chars().filter(|c| chancery_text::is_alphabetic(*c));
        match form.case {
            Case::Any => true,
            _ if self.look.is_small => self.lexicon.may_be_small(form, &self.text.text[start..end]),
            Case::Capital(word) => {
                let words = written.split(|c: char| c.is_whitespace() || c == '\u{200C}');
                let capital = words.filter(|word| !word.is_empty()).nth(word).unwrap_or(written);
                capital.chars().find(|c| chancery_text::is_alphabetic(*c)).is_none_or(|c| !c.is_lowercase())
            }
            Case::Acronym => letters.all(|c| !c.is_lowercase()) && !self.is_common_word(written, from),
        }
    }

    /// Katakana writes no spaces: a name is no word of its own behind other letters, nor a short one before others.
    fn is_within_katakana(&self, start: usize, end: usize) -> bool {
        const SHORT: usize = 3;
        let text = &self.text.text;
        let name = &text[start..end];
        let before = || text[..start].chars().next_back().is_some_and(is_katakana);
        let after = || text[end..].chars().next().is_some_and(is_katakana);
        let follows = || after() && name.chars().count() <= SHORT;
        name.starts_with(is_katakana) && before() || name.ends_with(is_katakana) && follows()
    }

    /// `US` and the like are words too on a line that is all in capitals: those around it say which.
    fn is_common_word(&self, written: &str, from: usize) -> bool {
        let is_common = matches!(written, "US" | "CAR" | "AB" | "RF" | "РК" | "СК" | "РБ" | "RP" | "OPT");
        is_common
            && is_pronoun_or_word(self.text.original, (from, from + written.len()), &self.lexicon.context)
    }

    /// A single character counts only beside the comma of a list.
    fn is_listed(&self, start: usize, end: usize, form: &Form) -> bool {
        let before = self.text.text[..start].chars().next_back();
        let after = self.text.text[end..].chars().next();
        let edge = |c: Option<char>| {
            c.is_none_or(|c| {
                !chancery_text::is_alphanumeric(c) || "和及与與と等の两兩三四五六七国國".contains(c)
            })
        };
        form.kind != Kind::Initial
            || (before == Some('、') || after == Some('、')) && edge(before) && edge(after)
    }

    fn mention(&self, candidate: &Candidate, next: Option<usize>) -> Option<Mention> {
        let form = &self.lexicon.forms[candidate.pattern];
        let surroundings = Surroundings {
            text: self.text,
            words: &self.lexicon.context,
            in_title: self.look.is_title,
            at: (candidate.start, candidate.end),
            next,
        };
        if form.kind == Kind::Block || surroundings.take_out(form.kind, form.doubt) {
            return None;
        }
        let doubtful = match form.doubt {
            Doubt::Weak => true,
            Doubt::SentenceStart => surroundings.starts_sentence(candidate.start),
            _ => false,
        };
        Some(Mention {
            start: candidate.start,
            end: candidate.end,
            codes: &form.codes,
            kind: form.kind,
            weak: doubtful && !surroundings.says_a_state(),
            surname: surroundings.is_behind_a_given_name(form.kind),
        })
    }
}

/// How much of an Arabic prefix is the article, which belongs to the name.
fn article_length(prefix: &str) -> usize {
    if prefix.ends_with("ال") { "ال".len() } else { 0 }
}
