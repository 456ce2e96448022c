//! The words of a body as outlets agree on them.

use unicode_segmentation::UnicodeSegmentation;

/// Returns the words of a text in small letters, without punctuation; an ideograph is a word of its own.
pub(crate) fn folded_words(text: &str) -> Vec<String> {
    text.unicode_words().map(folded).collect()
}

fn folded(word: &str) -> String {
    let kept = word
        .chars()
        .filter(|letter| !matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'));
    let alike = kept.map(|letter| if matches!(letter, '’' | 'ʼ' | '‘') { '\'' } else { letter });
    alike.collect::<String>().to_lowercase()
}
