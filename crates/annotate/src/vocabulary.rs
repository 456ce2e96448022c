//! What texts are scanned for, as plain words: so that another way to find them can be measured beside this one.

use chancery_model::Lang;

use crate::folded::fold_pattern;
use crate::scan::Tables;
use crate::topics::TopicLexicon;

/// Lists every pattern that texts of a language are scanned for, folded: names, bodies, offices, words of citations and
/// of the shipped topics. Loads the tables anew each time.
pub fn vocabulary(lang: Lang) -> Vec<String> {
    let mut words = Tables::vocabulary(lang);
    words.extend(TopicLexicon::shipped().finder(lang).into_iter().flat_map(|finder| finder.literals()));
    words
}

/// Folds a text as it is folded before it is scanned: small letters, no Latin accents, single spaces.
pub fn folded(text: &str) -> String {
    fold_pattern(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vocabulary_holds_the_words_of_all_tables() {
        let words = vocabulary(Lang::new(b"en"));
        for word in ["mali", "resol", "european commission", "spokesperson", "ceasefire"] {
            assert!(words.iter().any(|known| known == word), "{word}");
        }
        assert!(words.iter().all(|word| *word == folded(word)));
    }
}
