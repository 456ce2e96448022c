//! The words of names that weigh less than others, from `data/names/words.tsv`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../../data/names/words.tsv");

/// Words by what they are in a name.
pub(super) struct Words {
    /// Forms of companies of one word.
    pub legal: HashSet<&'static str>,
    /// Forms of companies of several words, the longest first.
    pub legal_phrases: Vec<&'static str>,
    /// Words that many organisations have in their names.
    pub generic: HashSet<&'static str>,
    /// Small words in names of persons.
    pub particles: HashSet<&'static str>,
    /// Forms of address.
    pub titles: HashSet<&'static str>,
    /// Small words in names of organisations.
    pub links: HashSet<&'static str>,
    /// The Arabic "servant of" as a word.
    pub servants: HashSet<&'static str>,
    /// The same where it is written with the word behind it.
    pub joined_servants: Vec<&'static str>,
    /// The Arabic article.
    pub articles: HashSet<&'static str>,
    /// How a Korean syllable is also written as a surname.
    pub hangul: HashMap<&'static str, Vec<&'static str>>,
    /// Figures by the words for them.
    pub numbers: HashMap<&'static str, &'static str>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let rows =
        || TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    let of = |wanted: &str| -> Vec<&'static str> {
        rows().filter(|(class, _)| *class == wanted).flat_map(|(_, words)| words.split('|')).collect()
    };
    let hangul = rows().filter_map(|(class, words)| Some((class.strip_prefix("hangul ")?, words)));
    let numbers = rows().filter_map(|(class, words)| Some((class.strip_prefix("number ")?, words)));
    let (mut phrases, legal): (Vec<_>, Vec<_>) = of("legal").into_iter().partition(|word| word.contains(' '));
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    Words {
        legal: legal.into_iter().collect(),
        legal_phrases: phrases,
        generic: of("generic").into_iter().collect(),
        particles: of("particle").into_iter().collect(),
        titles: of("title").into_iter().collect(),
        links: of("link").into_iter().collect(),
        servants: of("servant").into_iter().collect(),
        joined_servants: of("joined"),
        articles: of("article").into_iter().collect(),
        hangul: hangul.map(|(syllable, words)| (syllable, words.split('|').collect())).collect(),
        numbers: numbers
            .flat_map(|(figure, words)| words.split('|').map(move |word| (word, figure)))
            .collect(),
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        let words = &*WORDS;
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let (class, listed) = line.split_once('\t').expect("two columns");
            for word in listed.split('|') {
                let is_known = match class {
                    "legal" => words.legal.contains(word) || words.legal_phrases.contains(&word),
                    "generic" => words.generic.contains(word),
                    "particle" => words.particles.contains(word),
                    "title" => words.titles.contains(word),
                    "link" => words.links.contains(word),
                    "servant" => words.servants.contains(word),
                    "joined" => words.joined_servants.contains(&word),
                    "article" => words.articles.contains(word),
                    class if class.starts_with("hangul ") => {
                        words.hangul[&class["hangul ".len()..]].contains(&word)
                    }
                    number => words.numbers.get(word) == number.strip_prefix("number ").as_ref(),
                };
                assert!(is_known && word == super::super::fold::folded(word), "{line}: {word}");
            }
        }
    }
}
