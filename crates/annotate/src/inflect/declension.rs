//! How the nouns and adjectives of a Slavic language are declined: a table that is read by the end of a word.

use std::cmp::Reverse;
use std::sync::LazyLock;

use hashbrown::HashMap;

use crate::folded::fold_pattern;
use crate::table;

/// The cases of the table: nominative, genitive, dative, accusative, instrumental, locative.
pub(super) const CASES: usize = 6;

/// What is declined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A noun.
    Noun,
    /// A word that agrees with a noun beside it.
    Agreeing,
    /// The stem of an adjective.
    Stem,
}

/// One row: the words of a class and language that end in a certain way.
#[derive(Debug)]
pub(super) struct Declension {
    lang: &'static str,
    class: Class,
    /// The end of the word, as written.
    pub nominative: &'static str,
    /// What all forms have in the place of that end, folded.
    pub shared: &'static str,
    /// What each case has behind that, folded.
    pub cases: [Vec<&'static str>; CASES],
    /// The same of all cases.
    pub singular: Vec<&'static str>,
    /// The same of all cases, of the vocative and of the plural.
    pub all: Vec<&'static str>,
}

const TABLE: &str = include_str!("../../../../data/gazetteer/declensions.tsv");
const COLUMNS: usize = 9;

/// The cells of the endings, folded as texts are; a line for each row.
static FOLDED: LazyLock<String> = LazyLock::new(|| {
    let endings = table::rows::<COLUMNS>(TABLE).map(|[_, _, cells @ ..]| cells.map(fold_pattern).join("\t"));
    endings.collect::<Vec<_>>().join("\n")
});

static DECLENSIONS: LazyLock<Vec<Declension>> = LazyLock::new(|| {
    let folded = FOLDED.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    table::rows::<COLUMNS>(TABLE)
        .zip(folded)
        .filter_map(|(row, cells)| Declension::read(row, &cells))
        .collect()
});

/// The rows of each language, those with longer ends first.
static BY_LANGUAGE: LazyLock<HashMap<&'static str, Vec<&'static Declension>>> = LazyLock::new(|| {
    let mut rows: HashMap<_, Vec<&Declension>> = HashMap::new();
    DECLENSIONS.iter().for_each(|row| rows.entry(row.lang).or_default().push(row));
    rows.values_mut().for_each(|rows| rows.sort_by_key(|row| Reverse(row.nominative.len())));
    rows
});

impl Declension {
    fn read([lang, class, nominative, ..]: [&'static str; COLUMNS], folded: &[&'static str]) -> Option<Self> {
        let shared = shared_beginning(folded);
        let cut = |cell: &&'static str| -> Vec<&'static str> {
            endings(cell).filter_map(|ending| ending.strip_prefix(shared)).collect()
        };
        let (cells, more) = folded.split_at_checked(CASES)?;
        let cases: [Vec<&str>; CASES] = cells.iter().map(cut).collect::<Vec<_>>().try_into().ok()?;
        let singular = distinct(cases.iter().flatten().copied());
        let all = distinct(singular.iter().copied().chain(more.iter().flat_map(cut)));
        Some(Self {
            lang,
            class: class_of(class)?,
            nominative: ending(nominative),
            shared,
            cases,
            singular,
            all,
        })
    }

    /// The declension of a word of a class: the row with the longest end that the word has.
    pub fn of(lang: &str, class: Class, word: &str) -> Option<&'static Self> {
        let rows = BY_LANGUAGE.get(lang)?.iter().filter(|row| row.class == class);
        rows.copied().find(|row| word.as_bytes().ends_with(row.nominative.as_bytes()))
    }
}

fn class_of(word: &str) -> Option<Class> {
    match word {
        "noun" => Some(Class::Noun),
        "adj" => Some(Class::Agreeing),
        "stem" => Some(Class::Stem),
        _ => None,
    }
}

fn endings(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(' ').filter(|ending| !ending.is_empty()).map(ending)
}

/// The letters and signs with which all endings of a row begin: they belong to the stem.
fn shared_beginning(cells: &[&'static str]) -> &'static str {
    let mut all = cells.iter().flat_map(|cell| endings(cell));
    let first = all.next().unwrap_or("");
    all.fold(first, |shared, ending| {
        let same = shared.chars().zip(ending.chars()).take_while(|(left, right)| left == right);
        &shared[..same.map(|(letter, _)| letter.len_utf8()).sum()]
    })
}

/// The table writes a missing ending as a nought.
fn ending(written: &'static str) -> &'static str {
    if written == "0" { "" } else { written }
}

fn distinct(endings: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut found: Vec<&str> = endings.collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(DECLENSIONS.len(), table::lines(TABLE).count());
        for row in DECLENSIONS.iter() {
            let own = Declension::of(row.lang, row.class, row.nominative).map(|own| own.nominative);
            assert_eq!(own, Some(row.nominative), "{} has two rows for {}", row.lang, row.nominative);
        }
    }
}
