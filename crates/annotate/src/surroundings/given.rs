//! Given names, from `data/gazetteer/given-names.tsv`: the capitalised word behind one is a surname.

use std::sync::LazyLock;

use hashbrown::HashSet;

use crate::table;

const TABLE: &str = include_str!("../../../../data/gazetteer/given-names.tsv");

struct Given {
    latin: HashSet<&'static str>,
    cyrillic: HashSet<&'static str>,
    guards: HashSet<&'static str>,
}

static GIVEN: LazyLock<Given> = LazyLock::new(|| Given {
    latin: class("latin").collect(),
    cyrillic: class("cyrillic").collect(),
    guards: class("guard").collect(),
});

fn class(wanted: &'static str) -> impl Iterator<Item = &'static str> {
    let rows = table::rows(TABLE).filter(move |[class, _]| *class == wanted);
    rows.flat_map(|[_, names]| table::listed(names))
}

/// Whether a folded word is a given name, in any case of a Slavic language.
pub(super) fn is_given(word: &str) -> bool {
    GIVEN.latin.contains(word) || GIVEN.cyrillic.contains(without_ending(word))
}

/// Whether a folded word makes a place, a storm or a crown of the given name behind it.
pub(super) fn is_guard(word: &str) -> bool {
    GIVEN.guards.contains(word)
}

/// The particles that stand between a given name and a surname in a language.
pub(super) fn particles(lang: &str) -> Vec<&'static str> {
    let own = if lang == "fr" { "particle-fr" } else { "" };
    class("particle").chain(class(own)).collect()
}

/// A Cyrillic word without the ending of its case.
fn without_ending(word: &str) -> &str {
    const ENDINGS: &[&str] =
        &["ові", "еві", "єві", "ом", "ем", "єм", "им", "ою", "ею", "єю", "ой", "ей", "ий"];
    const VOWELS: &[char] = &['а', 'я', 'у', 'ю', 'е', 'є', 'и', 'і', 'ї', 'ы', 'ь', 'й', 'о'];
    if !word.starts_with(|first: char| ('\u{400}'..='\u{4FF}').contains(&first)) {
        return "";
    }
    let bare = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)).filter(|bare| bare.len() > 4);
    bare.unwrap_or(word).trim_end_matches(VOWELS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folded::fold_pattern;

    #[test]
    fn every_row_of_the_table_is_read() {
        const CLASSES: &[&str] = &["latin", "cyrillic", "guard", "particle", "particle-fr"];
        assert_eq!(table::rows::<2>(TABLE).count(), table::lines(TABLE).count());
        for [class, names] in table::rows::<2>(TABLE) {
            assert!(CLASSES.contains(&class), "{class}");
            assert!(
                table::listed(names).all(|name| !name.is_empty() && name == fold_pattern(name)),
                "{class}"
            );
        }
    }

    #[test]
    fn given_names_are_known_in_their_cases() {
        for name in
            ["volker", "фолькер", "фолькера", "фолькером", "сергію", "петрові", "лесі", "лесею", "андрея"]
        {
            assert!(is_given(name), "{name}");
        }
        for word in ["tuesday", "republic", "президент", "украина", ""] {
            assert!(!is_given(word), "{word}");
        }
    }
}
