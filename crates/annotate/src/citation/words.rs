//! The words of the grammar, all languages together, from `data/gazetteer/citation-words.tsv`.

use std::sync::LazyLock;

use hashbrown::HashMap;

use crate::table;

/// What a word does in a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Class {
    /// Announces one resolution.
    Singular,
    /// Announces several, or its form does not tell.
    Plural,
    /// The beginning of a word that announces.
    Stem,
    /// Announces, behind the prefixes that Arabic joins.
    Arabic,
    /// Belongs to the name of a body of the United Nations.
    Body,
    /// "Number" and its signs.
    Number,
    /// Stands between the numbers of a list.
    Separator,
    /// May stand after a conjunction within a list.
    Between,
    /// May follow the last number of a list.
    Follows,
    /// Leads to a date or year.
    Date,
    /// Counts things, so that the number before it is no resolution.
    Counter,
    /// Stands between the two ends of a range.
    Range,
    /// Stands before the first end of a range.
    From,
    /// Sets apart some of the resolutions spoken of: "in particular".
    Namely,
    /// The word "year" behind a year.
    YearNoun,
    /// Announces, but means any decision: a bare number behind it needs a body.
    Wide,
    /// Names the United Nations.
    UnitedNations,
    /// Stands before "resolution" where a legislature's is meant.
    Foreign,
    /// Stands beside "resolution" where that of a picture or a good intention is meant.
    Thing,
}

const TABLE: &str = include_str!("../../../../data/gazetteer/citation-words.tsv");

/// The words by class, and the classes of each word, a bit for each.
struct Words {
    of_class: HashMap<Class, Vec<&'static str>>,
    classes: hashbrown::HashMap<&'static str, u32>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words { of_class: HashMap::new(), classes: hashbrown::HashMap::new() };
    for [name, listed] in table::rows(TABLE) {
        if let Some(class) = class_of(name) {
            words.of_class.entry(class).or_default().extend(table::listed(listed));
            table::listed(listed).for_each(|word| *words.classes.entry(word).or_default() |= class.bit());
        }
    }
    words
});

impl Class {
    fn bit(self) -> u32 {
        1 << self as u32
    }

    fn words(self) -> &'static [&'static str] {
        WORDS.of_class.get(&self).map_or(&[], Vec::as_slice)
    }
}

fn class_of(name: &str) -> Option<Class> {
    Some(match name {
        "singular" => Class::Singular,
        "plural" => Class::Plural,
        "stem" => Class::Stem,
        "arabic" => Class::Arabic,
        "body" => Class::Body,
        "number" => Class::Number,
        "separator" => Class::Separator,
        "between" => Class::Between,
        "follows" => Class::Follows,
        "date" => Class::Date,
        "counter" => Class::Counter,
        "range" => Class::Range,
        "from" => Class::From,
        "namely" => Class::Namely,
        "year" => Class::YearNoun,
        "wide" => Class::Wide,
        "un" => Class::UnitedNations,
        "foreign" => Class::Foreign,
        "thing" => Class::Thing,
        _ => return None,
    })
}

/// Whether a word is of a class.
pub(super) fn is(class: Class, word: &str) -> bool {
    WORDS.classes.get(word).is_some_and(|classes| classes & class.bit() != 0)
}

/// Whether a word begins as one of a class does.
fn begins(class: Class, word: &str) -> bool {
    class.words().iter().any(|start| word.starts_with(start))
}

/// Whether a word announces a resolution; `Some(true)` when in the plural, or when the form does not tell.
pub(super) fn announces(word: &str) -> Option<bool> {
    if is(Class::Plural, word) {
        return Some(true);
    }
    if is(Class::Singular, word) || word.ends_with("resolution") {
        return Some(false);
    }
    let announcing = begins(Class::Stem, word) || is_arabic(word) || word.ends_with("resolutionen");
    announcing.then_some(true)
}

fn is_arabic(word: &str) -> bool {
    is(Class::Arabic, bare_of(word))
}

/// An Arabic word without the particles and the article that are joined to its beginning.
fn bare_of(word: &str) -> &str {
    word.trim_start_matches(['و', 'ف', 'ب', 'ل', 'ك']).trim_start_matches("ال").trim_start_matches('ل')
}

/// Whether an announcing word means any decision, not only a resolution.
pub(super) fn is_wide(word: &str) -> bool {
    begins(Class::Wide, word) || is_arabic(word)
}

/// Whether a word that a line break divided announces: `reso- lutions`.
pub(super) fn announces_divided(word: &str) -> bool {
    is(Class::Singular, word) || is(Class::Plural, word) || begins(Class::Stem, word)
}

/// Whether a word leads to a date or a year, Arabic particles left aside.
pub(super) fn leads_to_year(word: &str) -> bool {
    is(Class::Date, word) && word != "("
}

/// The words that may begin a citation, to scan for; compounds that end with one are not among them.
pub(crate) fn triggers() -> impl Iterator<Item = &'static str> {
    const FIXED: &[&str] = &["resol", "reso-", "unsc", "scr", "res/", "res.", "决议", "決議", "同"];
    let announcing = [Class::Singular, Class::Plural, Class::Stem, Class::Arabic];
    let listed = announcing.into_iter().flat_map(Class::words);
    FIXED.iter().chain(listed.filter(|word| !word.starts_with("resol"))).copied()
}

/// Whether the United Nations are named by a word of a stretch.
pub(crate) fn names_united_nations(stretch: &str) -> bool {
    stretch.split(|c: char| !chancery_text::is_alphanumeric(c)).any(|word| is(Class::UnitedNations, word))
}

/// Whether a word counts things.
pub(super) fn counts(word: &str) -> bool {
    is(Class::Counter, word) || !word.is_ascii() && begins(Class::Counter, word)
}

/// The sign behind a number in Chinese, Japanese and Korean; Korean joins particles to it.
pub(super) fn is_number_sign(word: &str) -> bool {
    matches!(word, "号" | "號") || word.starts_with('호')
}

/// Whether a word may follow the last number of a list; in Arabic and eastern scripts any may.
pub(super) fn may_follow(word: &str) -> bool {
    is(Class::Follows, word) || word.chars().next().is_some_and(|c| c > '\u{600}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        for line in table::lines(TABLE) {
            let (name, listed) = line.split_once('\t').expect("two columns");
            let class = class_of(name).unwrap_or_else(|| panic!("{name} is no class"));
            assert!(table::listed(listed).all(|word| !word.is_empty() && is(class, word)), "{line}");
        }
    }
}
