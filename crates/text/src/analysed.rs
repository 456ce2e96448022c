use chancery_model::Lang;
use unicode_segmentation::UnicodeSegmentation;

/// What a written form answers to and a query word asks for: `en:sanction`. Two words match when they share a key.
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
    pub fn keys(&self) -> Vec<Key> {
        vec![format!("xx:{}", self.form)]
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

/// Splits a text into folded words with their places. `stated` is the language that the publisher states.
pub fn analyse(text: &str, stated: Option<Lang>) -> Analysed {
    let tokens = text
        .unicode_word_indices()
        .map(|(start, word)| Token {
            start: start as u32,
            end: (start + word.len()) as u32,
            form: word.to_lowercase(),
            lang: stated,
            capitals: word.chars().all(char::is_uppercase),
        })
        .collect();
    Analysed { tokens, lang: stated }
}
