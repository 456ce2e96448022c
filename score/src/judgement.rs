//! What a label says of one text, beside what the tagger or a reader found.

use std::collections::BTreeSet;

/// The answer to one label of one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The corpus.
    pub set: &'static str,
    /// The label: `countries`, `about`, `topics`, ….
    pub label: &'static str,
    /// The language of the text, as its row says.
    pub lang: String,
    /// The row's identifier, or its place in the file.
    pub id: String,
    /// How many wanted items were found.
    pub right: usize,
    /// What was found and is neither wanted nor optional.
    pub wrong: Vec<String>,
    /// What was wanted and not found.
    pub missed: Vec<String>,
}

impl Judgement {
    /// Compares what was found with what is wanted; what is optional counts neither way.
    pub fn new(
        label: &'static str,
        found: &BTreeSet<String>,
        wanted: &BTreeSet<String>,
        optional: &BTreeSet<String>,
    ) -> Self {
        let missed: Vec<String> = wanted.difference(found).cloned().collect();
        let wrong = found.difference(wanted).filter(|item| !optional.contains(*item)).cloned().collect();
        Self::of_counts(label, wanted.len() - missed.len(), wrong, missed)
    }

    /// Takes what was counted elsewhere.
    pub fn of_counts(label: &'static str, right: usize, wrong: Vec<String>, missed: Vec<String>) -> Self {
        Self { set: "", label, lang: String::new(), id: String::new(), right, wrong, missed }
    }

    /// Compares where the label names some of what may be found, and says nothing of the rest.
    pub fn of_some(label: &'static str, found: &BTreeSet<String>, wanted: &BTreeSet<String>) -> Self {
        Self::new(label, &found.intersection(wanted).cloned().collect(), wanted, &BTreeSet::new())
    }

    /// Compares an answer of which there is one: any of those wanted is right, and more than one is never missed.
    pub fn of_one(label: &'static str, found: Option<String>, wanted: &BTreeSet<String>) -> Self {
        let found: BTreeSet<String> = found.into_iter().collect();
        let one: BTreeSet<String> =
            if wanted.is_disjoint(&found) { wanted.iter().take(1).cloned().collect() } else { found.clone() };
        Self::new(label, &found, &one, &BTreeSet::new())
    }

    /// Compares items that may be written in more than one way; each counts once.
    pub fn of_alike(
        label: &'static str,
        found: Vec<String>,
        wanted: Vec<String>,
        is_same: impl Fn(&str, &str) -> bool,
    ) -> Self {
        let mut wrong = found;
        let mut missed = wanted;
        let all = missed.len();
        missed.retain(|item| match wrong.iter().position(|found| is_same(found, item)) {
            Some(at) => {
                wrong.swap_remove(at);
                false
            }
            None => true,
        });
        Self::of_counts(label, all - missed.len(), wrong, missed)
    }

    /// Returns whether all that was wanted was found, and nothing else.
    pub fn is_exact(&self) -> bool {
        self.wrong.is_empty() && self.missed.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(items: &[&str]) -> BTreeSet<String> {
        items.iter().map(|&item| item.to_owned()).collect()
    }

    #[test]
    fn what_is_optional_counts_neither_way() {
        let judgement =
            Judgement::new("countries", &set(&["FR", "DE", "XX"]), &set(&["FR", "IT"]), &set(&["DE", "ES"]));
        assert_eq!(
            (judgement.right, judgement.wrong, judgement.missed),
            (1, vec!["XX".into()], vec!["IT".into()])
        );
    }

    #[test]
    fn a_label_that_names_some_says_nothing_of_the_rest() {
        let judgement = Judgement::of_some("countries_title", &set(&["FR", "DE"]), &set(&["FR"]));
        assert!(judgement.is_exact() && judgement.right == 1);
    }

    #[test]
    fn items_that_are_alike_count_once() {
        let alike = |one: &str, other: &str| one.eq_ignore_ascii_case(other);
        let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        let judgement = Judgement::of_alike("speaker", names(&["a", "A", "b"]), names(&["A", "c"]), alike);
        assert_eq!((judgement.right, judgement.wrong.len(), judgement.missed), (1, 2, vec!["c".to_owned()]));
    }

    #[test]
    fn any_of_several_issuers_is_right_and_another_is_one_error_each_way() {
        let wanted = set(&["FR", "DE"]);
        assert!(Judgement::of_one("issuer", Some("DE".into()), &wanted).is_exact());
        let judgement = Judgement::of_one("issuer", Some("IT".into()), &wanted);
        assert_eq!((judgement.right, judgement.wrong.len(), judgement.missed.len()), (0, 1, 1));
        assert_eq!(Judgement::of_one("issuer", None, &wanted).missed.len(), 1);
    }
}
