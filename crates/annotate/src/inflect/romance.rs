//! Adjectives of French, Spanish, Italian and Portuguese.

use super::Stem;

const FRENCH_N: &[&str] = &["", "s", "ne", "nes"];
const FRENCH: &[&str] = &["", "s", "e", "es"];
const VOWEL_O: &[&str] = &["o", "a", "os", "as"];
const ITALIAN_O: &[&str] = &["o", "a", "i", "e", "hi", "he"];
const ITALIAN_E: &[&str] = &["e", "i"];
const PLURAL: &[&str] = &["", "s", "es"];
const CONSONANT: &[&str] = &["", "a", "as", "es", "e", "os"];

/// The gender and number of an adjective that is given in the masculine singular.
pub(super) fn adjective(lang: &str, word: &str) -> Stem {
    let cut = |n: usize| word[..word.len() - n].to_owned();
    let (stem, endings) = match lang {
        "fr" if word.ends_with("ien") || word.ends_with("éen") || word.ends_with("een") => {
            (word.to_owned(), FRENCH_N)
        }
        "fr" => (word.to_owned(), FRENCH),
        "it" if word.ends_with('o') => (cut(1), ITALIAN_O),
        "it" if word.ends_with('e') => (cut(1), ITALIAN_E),
        "it" if word.ends_with('a') => (cut(1), &["a", "i", "e"] as &[&str]),
        _ if word.ends_with('o') => (cut(1), VOWEL_O),
        _ if word.ends_with(['e', 'a', 'i', 'í', 'é']) => (word.to_owned(), PLURAL),
        _ => (word.to_owned(), CONSONANT),
    };
    Stem { stem, endings }
}
