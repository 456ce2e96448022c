//! The language of a text, told from its script, its letters and its small words; nothing is divided, stemmed or learned.

mod endings;
mod evidence;
mod han;
mod table;
mod writing;

use chancery_model::Lang;

use evidence::Evidence;
use table::TABLE;
use writing::{Counts, Shared, Writing};

use crate::letter::is_alphabetic;

/// So much of a text is looked at, in bytes: more tells nothing new, and a text of any length costs the same.
const MOST_BYTES: usize = 1_200;

/// What speaks for a language must be at least one in so many words.
const LEAST_SHARE: u32 = 5;

/// From this length on a few stretches of a text are read first, each so long, in bytes.
const LONG: usize = 800;
const STRETCH: usize = 120;
/// What they say holds where one in so many words speaks for it, and it is as sure as this.
const SAMPLE_SHARE: u32 = 3;
const SURE: f32 = 0.9;

/// A language that a text shows by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Detected {
    /// The language.
    pub lang: Lang,
    /// The share of what speaks for it, beside what speaks for the nearest other language: at least 0.5, at most 1.
    pub confidence: f32,
}

/// The confidence in a language that the publisher states and the text neither shows nor denies.
const STATED: f32 = 0.5;

/// Tells the language of a text from its script, letters and words; none rather than a guess for a short or mixed one.
///
/// Some sixty languages are known, so that none of them is taken for a neighbour. `stated` is the language that the
/// publisher states: it counts where the words leave a doubt and the script allows it, and never against them.
pub fn detect_lang(text: &str, stated: Option<Lang>) -> Option<Detected> {
    let head = &text[..text.floor_char_boundary(MOST_BYTES)];
    let counts = Counts::of(head);
    let writing = counts.writing();
    let shown = match writing {
        Some(Writing::Own(lang)) => Some(Detected { lang, confidence: counts.share() }),
        Some(Writing::Han) => han::chinese_or_japanese(head),
        Some(Writing::Shared(script)) => {
            sampled(head, script).or_else(|| Evidence::of([head], script).clear(LEAST_SHARE))
        }
        None => None,
    };
    let stated = || stated.filter(|&lang| writing.is_none_or(|writing| may_be_written(lang, writing)));
    shown.or_else(|| Some(Detected { lang: stated()?, confidence: STATED }))
}

/// The language of a long text that its beginning, middle and end show beyond doubt.
fn sampled(text: &str, script: Shared) -> Option<Detected> {
    let starts = [0, (text.len() - STRETCH.min(text.len())) / 2, text.len().saturating_sub(STRETCH)];
    let stretches = || starts.into_iter().map(|start| whole_words(text, start, start + STRETCH));
    let shown = (text.len() >= LONG).then(|| Evidence::of(stretches(), script).clear(SAMPLE_SHARE));
    shown.flatten().filter(|shown| shown.confidence >= SURE)
}

/// A stretch of a text without the words that its ends cut.
fn whole_words(text: &str, start: usize, end: usize) -> &str {
    let stretch = &text[text.floor_char_boundary(start)..text.floor_char_boundary(end)];
    let from = if start == 0 { Some(0) } else { stretch.find(|letter| !is_alphabetic(letter)) };
    let to =
        if end >= text.len() { Some(stretch.len()) } else { stretch.rfind(|letter| !is_alphabetic(letter)) };
    from.zip(to).and_then(|(from, to)| stretch.get(from..to)).unwrap_or("")
}

/// Guesses the language of a text from the text alone; none rather than a guess for a short or mixed one.
pub fn guess_lang(text: &str) -> Option<Lang> {
    detect_lang(text, None).map(|detected| detected.lang)
}

/// Returns the language of a stretch, where it is certain and another than that of the whole: of a quotation, say.
pub fn other_lang(stretch: &str, whole: Option<Lang>) -> Option<Lang> {
    guess_lang(stretch).filter(|&lang| whole != Some(lang))
}

/// Returns false where a language is known to be written in another script.
fn may_be_written(lang: Lang, writing: Writing) -> bool {
    match writing {
        Writing::Own(_) => false,
        Writing::Han => matches!(lang.as_str(), "zh" | "ja" | "ko"),
        Writing::Shared(script) => {
            let scripts = TABLE.scripts_of(lang);
            if scripts.is_empty() {
                !matches!(lang.as_str(), "zh" | "ja" | "ko")
            } else {
                scripts.contains(&script)
            }
        }
    }
}

#[cfg(test)]
mod tests;
