use std::ops::Range;
use std::sync::Arc;

use chancery_model::Lang;

use crate::acronym::is_common_word;
use crate::fold::fold_into;
use crate::letter::{is_alphabetic, is_alphanumeric};
use crate::script::Script;
use crate::words::{HanWords, word_ranges};
use crate::{detect_lang, guess_lang, keys};

/// What a written form answers to and a query word asks for: `en:sanction`. Two words match when they share a key.
///
/// `xx:` leads the folded written form itself, `^:` an acronym typed in capitals.
pub type Key = String;

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// First byte in the original text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The written form, folded.
    pub form: String,
    /// The language of the passage, as far as it decides the stem.
    pub lang: Option<Lang>,
    /// Typed in capitals on a line that is not all capitals: may be an acronym.
    pub capitals: bool,
}

impl Token {
    /// Every key that this word answers to: its stem, and for a country's adjective or people the country's name.
    /// They are shared with earlier calls for the same word.
    pub fn keys(&self) -> Arc<[Key]> {
        keys::answered(&self.form, self.lang, self.is_acronym())
    }

    /// Returns whether this is an acronym that is a common word too, written in capitals.
    pub(crate) fn is_acronym(&self) -> bool {
        self.capitals && is_common_word(&self.form)
    }
}

/// A text as a sequence of words; a word's index is its position.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Analysed {
    /// The words in order.
    pub tokens: Vec<Token>,
    /// The language of the whole, when it is certain enough.
    pub lang: Option<Lang>,
}

/// Splits a text into folded words with their places. `stated` is the language that the publisher states; it counts
/// where the text itself does not tell. Each paragraph of some length has its own language.
pub fn analyse(text: &str, stated: Option<Lang>) -> Analysed {
    let lang = detect_lang(text, stated).map(|detected| detected.lang);
    let mut tokens = Vec::with_capacity(text.len() / 6);
    for line in lines(text) {
        let passage = Passage::of(&text[line.clone()], lang);
        tokens.extend(
            word_ranges(&text[line.clone()], passage.han)
                .into_iter()
                .filter_map(|range| token(text, line.start + range.start..line.start + range.end, &passage)),
        );
    }
    Analysed { tokens, lang }
}

/// What the words of one line have in common.
struct Passage {
    lang: Option<Lang>,
    han: HanWords,
    all_capitals: bool,
}

impl Passage {
    fn of(line: &str, whole: Option<Lang>) -> Self {
        Self {
            lang: passage_lang(line, whole),
            han: HanWords::of_passage(line),
            all_capitals: is_all_capitals(line),
        }
    }
}

/// Several words, all in capitals; one alone may well be an acronym.
fn is_all_capitals(line: &str) -> bool {
    line.split_whitespace().nth(1).is_some()
        && !line.chars().any(|letter| is_alphabetic(letter) && !letter.is_uppercase())
}

/// Paragraphs shorter than this speak the language of the whole.
const SHORT_PARAGRAPH: usize = 80;

fn passage_lang(line: &str, whole: Option<Lang>) -> Option<Lang> {
    match whole {
        Some(_) if line.len() < SHORT_PARAGRAPH => whole,
        _ => guess_lang(line).or(whole),
    }
}

fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let range = start..start + line.len();
        start = range.end;
        range
    })
}

fn token(text: &str, range: Range<usize>, passage: &Passage) -> Option<Token> {
    let word = &text[range.clone()];
    let form = form_of(word);
    let script = Script::of_word(&form);
    let lang = passage.lang.filter(|lang| script.stemmed_languages().contains(lang));
    let capitals = !passage.all_capitals && is_capitals(word);
    let place = |at: usize| u32::try_from(at).ok();
    form.contains(is_alphanumeric).then_some(Token {
        start: place(range.start)?,
        end: place(range.end)?,
        form,
        lang,
        capitals,
    })
}

/// The folded form of a word.
pub(crate) fn form_of(word: &str) -> String {
    let mut form = String::with_capacity(word.len());
    fold_into(word, &mut form);
    form.retain(is_kept);
    // Folding may take the letter that a mark stood behind; what remains begins as the word would alone.
    form.trim_end_matches('\'').trim_start_matches(|letter: char| !is_alphanumeric(letter)).to_owned()
}

/// What a form never holds: the index's separators, and the points of abbreviations.
fn is_kept(letter: char) -> bool {
    !(letter.is_whitespace() || letter.is_control() || matches!(letter, '.' | ',' | '|' | '"'))
}

pub(crate) fn is_capitals(word: &str) -> bool {
    let letters = word.chars().filter(|&letter| is_alphabetic(letter));
    letters.clone().count() > 1 && letters.into_iter().all(char::is_uppercase)
}
