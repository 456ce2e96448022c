//! The files of topics that are shipped, in `data/topics`.

use chancery_model::Lang;

use super::lexicon::Spoken;
use crate::table;

/// Names of the topics, and what counts for each.
pub(crate) const TOPICS: &str = include_str!("../../../../data/topics/topics.tsv");

/// Names and acronyms that stand in texts of every language.
const EVERYWHERE: &str = include_str!("../../../../data/topics/all.tsv");

macro_rules! tables {
    ($($lang:literal),*) => {
        /// The words by language.
        pub(crate) const WORDS: &[(&str, &str)] =
            &[$(($lang, include_str!(concat!("../../../../data/topics/", $lang, ".tsv")))),*];
    };
}
tables!("en", "uk", "ru", "fr", "es", "de", "pl", "it", "pt", "tr", "ar", "fa", "zh", "ja", "ko");

/// The files of a language, English ones where it has none, before them the names of every language.
pub(crate) fn files(lang: Lang) -> [&'static str; 2] {
    let of = |code: &str| WORDS.iter().find(|(known, _)| *known == code).map(|(_, table)| *table);
    [EVERYWHERE, of(lang.as_str()).or_else(|| of("en")).unwrap_or("")]
}

/// What the rows of a shipped file say of their words. Rows are not checked: the tests do.
pub(crate) fn words<'s>(file: &'static str) -> impl Iterator<Item = Spoken<'s>> {
    table::rows(file).flat_map(|[topic, _, weight, words]: [&str; 4]| {
        let weight = weight.parse().ok();
        table::listed(words).map(move |pattern| Spoken { topic, pattern, weight, out: false, own: false })
    })
}

/// All files of words.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    std::iter::once(EVERYWHERE).chain(WORDS.iter().map(|(_, table)| *table))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::topics::row::{TopicEntry, rows};
    use crate::topics::{TopicLexicon, TopicRow};

    #[test]
    fn every_row_is_read_and_names_a_topic_of_the_list() {
        let topics = TopicLexicon::shipped();
        for (lang, table) in WORDS.iter().chain(&[("*", EVERYWHERE)]) {
            for (line, row) in rows(table) {
                let row: TopicRow = row.unwrap_or_else(|error| panic!("{lang}, {error}"));
                assert!(topics.topic(&row.topic).is_some(), "{lang}, line {line}: {}", row.topic);
                assert_eq!(row.lang.as_ref().map_or("*", Lang::as_str), *lang, "line {line}");
                assert!(
                    matches!(row.entry, TopicEntry::Words(..) | TopicEntry::Not(_)),
                    "{lang}, line {line}"
                );
            }
        }
    }

    #[test]
    fn every_topic_has_a_full_list_of_words_in_every_language() {
        const FEWEST: usize = 25;
        let lexicon = TopicLexicon::shipped();
        for (code, _) in WORDS {
            let lang = code.parse().expect("the table names languages");
            for topic in lexicon.topics() {
                let words = lexicon.words(&topic.slug, lang);
                let count = words.iter().filter(|word| word.weight.is_some()).count();
                assert!(count >= FEWEST, "{code} {}: {count}", topic.slug);
            }
        }
    }

    #[test]
    fn every_topic_says_what_counts() {
        for topic in TopicLexicon::shipped().topics() {
            assert!(!topic.about.is_empty() && !topic.own, "{}", topic.slug);
        }
    }
}
