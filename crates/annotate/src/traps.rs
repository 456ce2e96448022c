//! What looks like a country and says none, from `data/gazetteer/traps.tsv`.

use hashbrown::{HashMap, HashSet};

use crate::folded::fold_pattern;
use crate::gazetteer::Doubt;
use crate::table;

const TABLE: &str = include_str!("../../../data/gazetteer/traps.tsv");

/// Stands for every language: names of newspapers and companies are written in Latin letters anywhere.
const ALL: &str = "*";

/// The names that hold a country's and say none.
pub(crate) fn blocks(lang: &str) -> impl Iterator<Item = &'static str> {
    forms(lang, "block")
}

/// The doubts about names of a language, by the folded name.
pub(crate) fn doubts(lang: &str) -> HashMap<String, Doubt> {
    let of = |kind, doubt| forms(lang, kind).map(move |form| (fold_pattern(form), doubt));
    of("weak", Doubt::Weak)
        .chain(of("start", Doubt::SentenceStart))
        .chain(of("person", Doubt::Person))
        .collect()
}

/// The names of a language, folded, that are common words or given names where they are written small.
pub(crate) fn small(lang: &str) -> HashSet<String> {
    forms(lang, "small").map(fold_pattern).collect()
}

fn forms(lang: &str, wanted: &'static str) -> impl Iterator<Item = &'static str> {
    let rows =
        table::rows(TABLE).filter(move |[row, kind, _]| (*row == lang || *row == ALL) && *kind == wanted);
    rows.flat_map(|[_, _, forms]| table::listed(forms))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(table::rows::<3>(TABLE).count(), table::lines(TABLE).count());
        for [lang, kind, forms] in table::rows(TABLE) {
            assert!(lang == ALL || crate::names::languages().any(|known| known == lang), "{lang}");
            assert!(["block", "weak", "start", "person", "small"].contains(&kind), "{kind}");
            assert!(table::listed(forms).all(|form| !form.is_empty()), "{lang} {kind}");
        }
    }
}
