//! Words that speak of sanctions, and of the measures and bodies of a regime, by their beginnings.

use std::sync::LazyLock;

use crate::table;

const SANCTIONS_TABLE: &str = include_str!("../../../../data/gazetteer/sanction-words.tsv");
const MEASURES_TABLE: &str = include_str!("../../../../data/gazetteer/measure-words.tsv");

/// Beginnings of words, all languages together.
pub(super) struct Beginnings(Vec<&'static str>);

/// Words that speak of sanctions.
pub(super) static SANCTIONS: LazyLock<Beginnings> = LazyLock::new(|| Beginnings::read(SANCTIONS_TABLE));

/// Words for the measures and bodies of a regime.
pub(super) static MEASURES: LazyLock<Beginnings> = LazyLock::new(|| Beginnings::read(MEASURES_TABLE));

impl Beginnings {
    fn read(table: &'static str) -> Self {
        Self(table::rows(table).flat_map(|[_, words]| table::listed(words)).collect())
    }

    /// Returns whether a word of a folded stretch begins as one of these does; in scripts without spaces, whether one
    /// stands there at all.
    pub fn are_in(&self, stretch: &str) -> bool {
        let begins = |word: &str| self.0.iter().any(|start| word.starts_with(start));
        stretch
            .split(|c: char| !chancery_text::is_alphanumeric(c))
            .filter(|word| !word.is_empty())
            .any(begins)
            || self.0.iter().any(|word| is_eastern(word) && stretch.contains(word))
    }
}

fn is_eastern(word: &str) -> bool {
    word.chars().next().is_some_and(|first| first > '\u{600}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_read() {
        for (table, words) in [(SANCTIONS_TABLE, &SANCTIONS), (MEASURES_TABLE, &MEASURES)] {
            assert_eq!(table::rows::<2>(table).count(), table::lines(table).count());
            assert!(words.0.iter().all(|word| *word == crate::folded::fold_pattern(word)));
        }
    }

    #[test]
    fn sanctions_are_spoken_of_in_many_languages() {
        for text in ["they were sanctioned", "пакет санкцій", "对其实施制裁", "제재 대상", "فرض عقوبات"]
        {
            assert!(SANCTIONS.are_in(text), "{text}");
        }
        assert!(!SANCTIONS.are_in("the ministers met in geneva"));
        assert!(MEASURES.are_in("эмбарго на поставки оружия по") && !MEASURES.are_in("recalling"));
    }
}
