//! Endings and other words that a language joins to a name, from a table.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::gazetteer::Kind;
use crate::table;

const ENDINGS: &str = include_str!("../../../../data/gazetteer/endings.tsv");

static BY_LANGUAGE: LazyLock<HashMap<(&'static str, &'static str), &'static [&'static str]>> =
    LazyLock::new(|| table::rows(ENDINGS).map(|[lang, to, endings]| ((lang, to), leaked(endings))).collect());

fn leaked(cell: &'static str) -> &'static [&'static str] {
    table::listed(cell).map(|ending| if ending == "-" { "" } else { ending }).collect::<Vec<_>>().leak()
}

/// What may follow a name in its word; `None` when the table does not have the language.
pub(super) fn endings(lang: &str, kind: Kind, form: &str) -> Option<&'static [&'static str]> {
    const LONG: usize = 6;
    const SHORT: usize = 2;
    let length = form.chars().count();
    let of = |to: &'static str| BY_LANGUAGE.iter().find(|((known, of), _)| *known == lang && *of == to);
    let long = || (length >= LONG).then(|| of("long"))?;
    let short = || (length <= SHORT && kind == Kind::Place).then(|| of("short"))?;
    long().or_else(short).or_else(|| of("name")).map(|(_, endings)| *endings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_endings_is_read_as_texts_are_folded() {
        assert_eq!(table::rows::<3>(ENDINGS).count(), table::lines(ENDINGS).count());
        assert_eq!(BY_LANGUAGE.len(), table::lines(ENDINGS).count());
        for ((lang, to), endings) in BY_LANGUAGE.iter() {
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
