//! What the tables of instruments say for one language, as patterns with meanings.

use std::sync::LazyLock;

use chancery_model::InstrumentKind;

use super::act::ActKind;
use super::forms::{Form, forms};
use crate::table;

const TREATIES_TABLE: &str = include_str!("../../../../data/gazetteer/treaties.tsv");
const WORDS_TABLE: &str = include_str!("../../../../data/gazetteer/instrument-words.tsv");
const PROGRAMMES_TABLE: &str = include_str!("../../../../data/gazetteer/programmes.tsv");
const STATUTES_TABLE: &str = include_str!("../../../../data/gazetteer/statutory-instruments.tsv");

/// What a pattern begins or names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A treaty, by its key; the Charter of the United Nations among them.
    Treaty(&'static str),
    /// "The Charter", where articles of it are cited.
    BareCharter,
    /// The beginning of an act of the European Union.
    Act(ActKind),
    /// The beginning of an executive order.
    Order,
    /// The beginning of the number of a statutory instrument.
    Statute,
    /// A statutory instrument by its title: year and number.
    StatuteTitle(&'static str),
    /// A programme code; whether it counts outside square brackets.
    Programme(&'static str, bool),
    /// A longer name that holds that of an instrument and means none.
    Nothing,
}

/// A pattern with its meaning.
#[derive(Debug)]
pub(super) struct Entry {
    /// The form.
    pub form: Form,
    /// What it means.
    pub meaning: Meaning,
}

/// All patterns of one language.
pub(crate) struct Entries(Vec<Entry>);

impl Entries {
    /// Reads the tables for a language.
    pub fn load(lang: &str) -> Self {
        let treaties = table::rows(TREATIES_TABLE).filter(|[_, of, _]| is_for(of, lang) || *of == ENGLISH);
        let treaties =
            treaties.flat_map(|[key, of, cell]| entries(of_row(of, lang), cell, Meaning::Treaty(key)));
        let words = table::rows(WORDS_TABLE).filter(|[_, of, _]| is_for(of, lang));
        let words = words.filter_map(|[class, _, cell]| Some((meaning_of(class)?, cell)));
        let words = words.flat_map(|(meaning, cell)| entries(lang, cell, meaning));
        let statutes = table::rows(STATUTES_TABLE)
            .flat_map(|[number, title, _]| entries(lang, title, Meaning::StatuteTitle(number)));
        let programmes = table::rows(PROGRAMMES_TABLE)
            .flat_map(|[code, _, place]| entries(lang, code, Meaning::Programme(code, place == "bare")));
        Self(treaties.chain(words).chain(statutes).chain(programmes).collect())
    }

    /// Returns the patterns to scan for, in order.
    pub fn patterns(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|entry| entry.form.pattern.as_str())
    }

    /// Returns the entry of a pattern.
    pub(super) fn get(&self, pattern: usize) -> Option<&Entry> {
        self.0.get(pattern)
    }
}

/// Texts of every language name treaties in English too.
const ENGLISH: &str = "en";

/// The language whose forms a row has: its own, or that of the text.
fn of_row<'l>(of: &'l str, lang: &'l str) -> &'l str {
    if of == ENGLISH { ENGLISH } else { lang }
}

fn is_for(of: &str, lang: &str) -> bool {
    of == lang || of == "*"
}

fn entries(lang: &str, cell: &'static str, meaning: Meaning) -> Vec<Entry> {
    let forms = table::listed(cell).flat_map(|written| forms(lang, written));
    forms.map(|form| Entry { form, meaning }).collect()
}

fn meaning_of(class: &str) -> Option<Meaning> {
    match class {
        "order" => Some(Meaning::Order),
        "statute" => Some(Meaning::Statute),
        "charter" => Some(Meaning::BareCharter),
        "nothing" => Some(Meaning::Nothing),
        _ => ActKind::of(class).map(Meaning::Act),
    }
}

/// The words of a class of the table that hold for all languages, folded.
pub(super) fn words_of(class: &str) -> impl Iterator<Item = &'static str> {
    let rows = table::rows(WORDS_TABLE).filter(move |[of, _, _]| *of == class);
    rows.flat_map(|[_, _, cell]| table::listed(cell))
}

/// The English name of a treaty.
pub(super) fn treaty_name(key: &str) -> Option<&'static str> {
    static NAMES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
        let rows = table::rows(TREATIES_TABLE).filter(|[_, lang, _]| *lang == "name");
        rows.map(|[key, _, name]| (key, name)).collect()
    });
    NAMES.iter().find(|(known, _)| *known == key).map(|(_, name)| *name)
}

/// The title of a statutory instrument, by year and number.
pub(super) fn statute_title(number: &str) -> Option<&'static str> {
    table::rows(STATUTES_TABLE).find(|[known, _, _]| *known == number).map(|[_, title, _]| title)
}

/// The regime of a programme code.
pub(crate) fn programme_regime(code: &str) -> Option<&'static str> {
    table::rows(PROGRAMMES_TABLE).find(|[known, _, _]| *known == code).map(|[_, regime, _]| regime)
}

/// The kind under which a treaty is tagged.
pub(super) fn kind_of(key: &str) -> InstrumentKind {
    if key == super::CHARTER { InstrumentKind::Charter } else { InstrumentKind::Treaty }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use chancery_model::Lang;

    use super::*;
    use crate::catalogue::regime;

    #[test]
    fn every_row_of_the_treaties_is_read() {
        for line in table::lines(TREATIES_TABLE) {
            let [key, lang, cell]: [&str; 3] =
                line.split('\t').collect::<Vec<_>>().try_into().expect("three columns");
            assert!(treaty_name(key).is_some(), "{key} has no name");
            assert!(matches!(lang, "name" | "*") || lang.parse::<Lang>().is_ok(), "{line}");
            if lang != "name" {
                assert!(cell.split('|').all(|form| !forms(lang, form).is_empty()), "{line}");
            }
        }
    }

    #[test]
    fn no_treaty_stands_twice_for_a_language() {
        let mut seen = HashSet::new();
        for [key, lang, _] in table::rows(TREATIES_TABLE) {
            assert!(seen.insert((key, lang)), "{key} {lang}");
        }
    }

    #[test]
    fn every_row_of_the_words_is_read() {
        const OTHERS: [&str; 10] = [
            "article",
            "chapter",
            "paragraph",
            "paragraphs",
            "article-after",
            "chapter-after",
            "paragraph-after",
            "joint",
            "code",
            "ordinal",
        ];
        for line in table::lines(WORDS_TABLE) {
            let [class, lang, cell]: [&str; 3] =
                line.split('\t').collect::<Vec<_>>().try_into().expect("three columns");
            assert!(meaning_of(class).is_some() || OTHERS.contains(&class), "{class}");
            assert!(cell.split('|').all(|form| !forms(lang, form).is_empty()), "{line}");
        }
    }

    #[test]
    fn every_programme_and_statute_has_its_regime() {
        for [code, key, place] in table::rows(PROGRAMMES_TABLE) {
            assert!(regime(key).is_some() && matches!(place, "bare" | "brackets"), "{code}");
        }
        assert_eq!(table::rows::<3>(PROGRAMMES_TABLE).count(), table::lines(PROGRAMMES_TABLE).count());
        for [number, _, key] in table::rows(STATUTES_TABLE) {
            assert!(regime(key).is_some() && number.split_once('/').is_some(), "{number}");
        }
        assert_eq!(table::rows::<3>(STATUTES_TABLE).count(), table::lines(STATUTES_TABLE).count());
    }
}
