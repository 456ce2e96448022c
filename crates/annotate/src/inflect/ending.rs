//! Endings and other words that a language joins to a name, from a table.

use std::sync::LazyLock;

use hashbrown::HashMap;

use crate::gazetteer::Kind;
use crate::table;

const ENDINGS: &str = include_str!("../../../../data/gazetteer/endings.tsv");

static BY_LANGUAGE: LazyLock<HashMap<&'static str, HashMap<&'static str, &'static [&'static str]>>> =
    LazyLock::new(|| {
        let mut endings: HashMap<_, HashMap<_, _>> = HashMap::new();
        for [lang, to, cell] in table::rows(ENDINGS) {
            endings.entry(lang).or_default().insert(to, leaked(cell));
        }
        endings
    });

fn leaked(cell: &'static str) -> &'static [&'static str] {
    table::listed(cell).map(|ending| if ending == "-" { "" } else { ending }).collect::<Vec<_>>().leak()
}

/// What may follow a name in its word; `None` when the table does not have the language.
pub(super) fn endings(lang: &str, kind: Kind, form: &str) -> Option<&'static [&'static str]> {
    const LONG: usize = 6;
    const SHORT: usize = 2;
    let of_language = BY_LANGUAGE.get(lang)?;
    let length = form.chars().count();
    let of = |to| of_language.get(to).copied();
    let long = || (length >= LONG).then(|| of("long"))?;
    let short = || (length <= SHORT && kind == Kind::Place).then(|| of("short"))?;
    long().or_else(short).or_else(|| of("name"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_endings_is_read_as_texts_are_folded() {
        assert_eq!(table::rows::<3>(ENDINGS).count(), table::lines(ENDINGS).count());
        assert_eq!(BY_LANGUAGE.values().map(HashMap::len).sum::<usize>(), table::lines(ENDINGS).count());
        let all = BY_LANGUAGE.iter().flat_map(|(lang, of)| of.iter().map(move |(to, all)| (lang, to, all)));
        for (lang, to, endings) in all {
            assert!(["name", "short", "long"].contains(to) && endings.contains(&""), "{lang} {to}");
            assert!(
                endings.iter().all(|ending| crate::folded::fold_pattern(ending) == **ending),
                "{lang} {to}"
            );
        }
    }

    #[test]
    fn a_short_place_takes_fewer_endings_than_a_name() {
        assert!(endings("ko", Kind::Name, "가나").is_none());
        assert!(endings("ko", Kind::Place, "로마").is_some_and(|endings| !endings.contains(&"자")));
        assert!(endings("tr", Kind::Name, "Mali").is_some_and(|endings| !endings.contains(&"ye")));
        assert!(endings("tr", Kind::Name, "Türkiye").is_some_and(|endings| endings.contains(&"ye")));
    }
}
