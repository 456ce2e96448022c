//! The names of regimes in one language: those of the catalogue, of `data/gazetteer/regime-names.tsv`, and of the
//! committees by their numbers.

use std::sync::LazyLock;

use crate::catalogue::{Regime, regime, regimes};
use crate::folded::fold_pattern;
use crate::instruments::{Form, forms, is_act};
use crate::table;

const NAMES_TABLE: &str = include_str!("../../../../data/gazetteer/regime-names.tsv");

/// The key that stands for every committee of the Security Council.
const COMMITTEES: &str = "UN-*";

/// The names of one language, and which regime each means.
pub(crate) struct Names(Vec<(Form, &'static Regime)>);

impl Names {
    /// Gathers the names for a language.
    pub fn load(lang: &str) -> Self {
        static CATALOGUED: LazyLock<Vec<(Form, &Regime)>> =
            LazyLock::new(|| regimes().iter().flat_map(catalogued).collect());
        let catalogued = CATALOGUED.iter().cloned();
        let rows = table::rows(NAMES_TABLE).filter(|[_, of, _]| *of == lang || *of == "*");
        Self(catalogued.chain(rows.flat_map(|[key, _, cell]| listed(lang, key, cell))).collect())
    }

    /// Returns the patterns to scan for, in order.
    pub fn patterns(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(form, _)| form.pattern.as_str())
    }

    /// Returns the form of a pattern and its regime.
    pub(super) fn get(&self, pattern: usize) -> Option<(&Form, &'static Regime)> {
        self.0.get(pattern).map(|(form, regime)| (form, *regime))
    }
}

/// The names of the catalogue that could mean nothing else.
fn catalogued(regime: &'static Regime) -> Vec<(Form, &'static Regime)> {
    let names = regime.aliases.iter().chain([&regime.title]).filter(|name| is_telling(name));
    names.flat_map(|name| forms("en", &fold_pattern(name))).map(|form| (form, regime)).collect()
}

/// The names of a row.
fn listed(lang: &str, key: &str, cell: &'static str) -> Vec<(Form, &'static Regime)> {
    if key != COMMITTEES {
        let known = regime(key).into_iter();
        return known
            .flat_map(|regime| table::listed(cell).flat_map(move |name| of(lang, name, regime)))
            .collect();
    }
    let committees = regimes().iter().filter(|regime| is_committee(regime));
    committees.flat_map(|regime| committee_names(lang, cell, regime)).collect()
}

fn of(lang: &str, name: &str, regime: &'static Regime) -> Vec<(Form, &'static Regime)> {
    forms(lang, name).into_iter().map(|form| (form, regime)).collect()
}

/// The names of a committee: by each of its numbers, and by all of them (`1267/1989/2253`).
fn committee_names(lang: &str, cell: &'static str, regime: &'static Regime) -> Vec<(Form, &'static Regime)> {
    let all = regime.key.strip_prefix("UN-").filter(|numbers| numbers.contains('/'));
    let each = numbers_of(regime).chain(all);
    let named = |number: &str| {
        let names = table::listed(cell).map(|name| name.replace('#', number)).collect::<Vec<_>>();
        names.iter().flat_map(|name| of(lang, name, regime)).collect::<Vec<_>>()
    };
    each.flat_map(named).collect()
}

/// The numbers by which a committee is called, the first founding one first.
pub(super) fn numbers_of(committee: &Regime) -> impl Iterator<Item = &str> {
    committee.key.strip_prefix("UN-").unwrap_or("").split('/')
}

/// Whether a regime is a committee of the Security Council, not a part of its consolidated list.
pub(super) fn is_committee(regime: &Regime) -> bool {
    regime.key.strip_prefix("UN-").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// A name that says that it is one of sanctions, and of more than a country; acts are read by the grammar of instruments.
fn is_telling(name: &str) -> bool {
    const SAYING: [&str; 16] = [
        "sanctions",
        "act",
        "acts",
        "list",
        "regulations",
        "measures",
        "restrictive",
        "framework",
        "cfr",
        "law",
        "regime",
        "ordinance",
        "verordnung",
        "statute",
        "section",
        "register",
    ];
    let folded = fold_pattern(name);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let general = words.last() == Some(&"sanctions") && !folded.contains("-related")
        || folded.starts_with("measures ")
        || folded.contains("resolution ");
    let says = words.iter().any(|word| SAYING.contains(word));
    says && !general && words.len() >= 3 && !is_act(name)
}

#[cfg(test)]
mod tests {
    use chancery_model::Lang;

    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        for line in table::lines(NAMES_TABLE) {
            let [key, lang, cell]: [&str; 3] =
                line.split('\t').collect::<Vec<_>>().try_into().expect("three columns");
            assert!(key == COMMITTEES || regime(key).is_some(), "{key}");
            assert!(lang == "*" || lang.parse::<Lang>().is_ok(), "{line}");
            assert!(cell.split('|').all(|name| !forms(lang, name).is_empty()), "{line}");
        }
    }

    #[test]
    fn names_of_countries_and_general_words_tell_no_regime() {
        for name in [
            "Democratic People's Republic of Korea",
            "Global Human Rights",
            "North Korea Sanctions",
            "Measures Against Belarus",
            "Regulation (EU) No 833/2014",
            "Resolution 1718",
        ] {
            assert!(!is_telling(name), "{name}");
        }
        for name in ["Burma Sanctions Regulations", "Restrictive measures against Syria", "31 CFR Part 587"] {
            assert!(is_telling(name), "{name}");
        }
    }
}
