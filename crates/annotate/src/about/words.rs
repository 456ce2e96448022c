//! Words beside a country that tell its part in a statement, from `data/about/words.tsv`.

use crate::table;

const TABLE: &str = include_str!("../../../../data/about/words.tsv");

/// What a word says of the country beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cue {
    /// An act of force or a word of blame: the statement is about whoever stands there.
    Hostile,
    /// Thanks, mediation, a flag, a crew, a route, an envoy: the country is named in passing.
    Aside,
    /// A delegate addresses the chair of a meeting.
    Chair,
}

/// The cue words of one language with what each says, in the order of the table.
pub(crate) fn cues(lang: &str) -> impl Iterator<Item = (&'static str, Cue)> {
    let rows = table::rows(TABLE).filter(move |[row_lang, _, _]| *row_lang == lang);
    rows.flat_map(|[_, class, words]| {
        let cue = match class {
            "hostile" => Cue::Hostile,
            "chair" => Cue::Chair,
            _ => Cue::Aside,
        };
        table::listed(words).map(move |word| (word, cue))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::folded::fold_pattern;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(table::rows::<3>(TABLE).count(), table::lines(TABLE).count());
        for [lang, class, words] in table::rows(TABLE) {
            assert!(["hostile", "aside", "chair"].contains(&class), "{lang} {class}");
            for word in table::listed(words) {
                assert!(!word.is_empty() && word == fold_pattern(word), "{lang}: {word}");
            }
        }
    }

    #[test]
    fn no_word_is_both() {
        for [lang, _, _] in table::rows::<3>(TABLE) {
            let mut seen = HashSet::new();
            let twice = cues(lang).find(|(word, _)| !seen.insert(*word));
            assert_eq!(twice, None, "{lang}");
        }
    }
}
