//! The corpora: a module for each kind, which says what its labels mean for a tag or a reading.

mod citations;
mod editors;
mod feeds;
mod official;
mod pages;
mod statements;
mod toponyms;

pub use statements::HELD_OUT;

use crate::judgement::Judgement;
use crate::places::{Judged, Places};

/// A corpus by its name, and how it is judged.
#[derive(Debug, Clone, Copy)]
pub struct Set {
    /// Its name.
    pub name: &'static str,
    judge: fn(&Places) -> Judged,
}

impl Set {
    /// Judges the tagger or a reader on it.
    ///
    /// # Errors
    /// The corpus is there and cannot be read.
    pub fn judge(&self, places: &Places) -> Judged {
        let named = |judgement| Judgement { set: self.name, ..judgement };
        Ok((self.judge)(places)?.map(|judgements| judgements.into_iter().map(named).collect()))
    }
}

/// All corpora, in the order in which they are printed.
pub fn sets() -> Vec<Set> {
    [
        statements::SETS,
        citations::SETS,
        toponyms::SETS,
        editors::SETS,
        official::SETS,
        feeds::SETS,
        pages::SETS,
    ]
    .concat()
}

/// The text alone tells its language: the detected code beside the row's. A language that Chancery need not know may
/// stay unknown; a wrong one is wrong all the same.
fn language(label: &'static str, found: Option<String>, lang: &str) -> Judgement {
    let required = EXPECTED.contains(&lang);
    let wanted = if required || found.as_deref() == Some(lang) { vec![lang.to_owned()] } else { Vec::new() };
    Judgement::new(label, &found.into_iter().collect(), &wanted.into_iter().collect(), &Default::default())
}

/// The languages that must be known.
const EXPECTED: [&str; 15] =
    ["ar", "de", "en", "es", "fa", "fr", "it", "ja", "ko", "pl", "pt", "ru", "tr", "uk", "zh"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_need_not_be_known_may_stay_unknown_and_never_become_another() {
        assert!(language("lang", None, "bg").is_exact());
        assert!(!language("lang", None, "ru").is_exact());
        let taken_for_russian = language("lang", Some("ru".into()), "bg");
        assert_eq!((taken_for_russian.wrong.len(), taken_for_russian.missed.len()), (1, 0));
    }

    #[test]
    fn names_of_corpora_are_one_each() {
        let names: std::collections::BTreeSet<_> = sets().iter().map(|set| set.name).collect();
        assert_eq!(names.len(), sets().len());
    }
}
