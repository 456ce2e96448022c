//! The files of topics that are shipped, in `data/topics`.

use chancery_model::Lang;

/// Names of the topics, and what counts for each.
pub(crate) const TOPICS: &str = include_str!("../../../../data/topics/topics.tsv");

macro_rules! tables {
    ($($lang:literal),*) => {
        /// The words by language.
        pub(crate) const WORDS: &[(&str, &str)] =
            &[$(($lang, include_str!(concat!("../../../../data/topics/", $lang, ".tsv")))),*];
    };
}
tables!("en", "uk", "ru", "fr", "es", "de", "pl", "it", "pt", "tr", "ar", "fa", "zh", "ja", "ko");

/// The words of a language; English ones where it has none.
pub(crate) fn words(lang: Lang) -> &'static str {
    let of = |code: &str| WORDS.iter().find(|(known, _)| *known == code).map(|(_, table)| *table);
    of(lang.as_str()).or_else(|| of("en")).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::topics::row::{TopicEntry, rows};
    use crate::topics::{TopicLexicon, TopicRow};

    #[test]
    fn every_row_is_read_and_names_a_topic_of_the_list() {
        let topics = TopicLexicon::shipped();
        for (lang, table) in WORDS {
            for (line, row) in rows(table) {
                let row: TopicRow = row.unwrap_or_else(|error| panic!("{lang}, {error}"));
                assert!(topics.topic(&row.topic).is_some(), "{lang}, line {line}: {}", row.topic);
                assert_eq!(row.lang.as_ref().map(Lang::as_str), Some(*lang), "line {line}");
                assert!(
                    matches!(row.entry, TopicEntry::Words(..) | TopicEntry::Not(_)),
                    "{lang}, line {line}"
                );
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
