//! Sums of judgements, and the figures made of them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::judgement::Judgement;

/// What is summed: one label of one corpus, in one language or in [`ALL`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Key {
    /// The corpus.
    pub set: String,
    /// The label.
    pub label: String,
    /// The language's code, or [`ALL`].
    pub lang: String,
}

/// Stands for all languages together.
pub const ALL: &str = "*";

/// Counts of one key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Figures {
    /// Wanted items that were found.
    pub right: usize,
    /// Found items that were not wanted.
    pub wrong: usize,
    /// Wanted items that were not found.
    pub missed: usize,
    /// Documents without any error.
    pub exact: usize,
    /// Documents.
    pub documents: usize,
}

impl Figures {
    /// Returns the share of what was found that is right; none when nothing was found.
    pub fn precision(&self) -> Option<f64> {
        share(self.right, self.right + self.wrong)
    }

    /// Returns the share of what was wanted that was found; none when nothing was wanted.
    pub fn recall(&self) -> Option<f64> {
        share(self.right, self.right + self.missed)
    }

    /// Returns the harmonic mean of both; none when nothing was found nor wanted.
    pub fn f1(&self) -> Option<f64> {
        share(2 * self.right, 2 * self.right + self.wrong + self.missed)
    }

    fn add(&mut self, judgement: &Judgement) {
        self.right += judgement.right;
        self.wrong += judgement.wrong.len();
        self.missed += judgement.missed.len();
        self.exact += usize::from(judgement.is_exact());
        self.documents += 1;
    }
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// Figures by key, sorted.
pub type Scores = BTreeMap<Key, Figures>;

/// Sums the judgements by corpus, label and language, and over all languages.
pub fn sum(judgements: &[Judgement]) -> Scores {
    let mut scores = Scores::new();
    for judgement in judgements {
        for lang in [ALL, &judgement.lang] {
            let key = Key {
                set: judgement.set.to_owned(),
                label: judgement.label.to_owned(),
                lang: lang.to_owned(),
            };
            scores.entry(key).or_default().add(judgement);
        }
    }
    scores
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_summed_apart_and_together() {
        let of = |lang: &str, right, wrong: &[&str]| Judgement {
            set: "set",
            label: "label",
            lang: lang.into(),
            id: "1".into(),
            right,
            wrong: wrong.iter().map(|&item| item.to_owned()).collect(),
            missed: Vec::new(),
        };
        let scores = sum(&[of("uk", 3, &[]), of("ru", 1, &["XX"])]);
        let all = scores.iter().find(|(key, _)| key.lang == ALL).unwrap().1;
        assert_eq!((scores.len(), all.right, all.wrong, all.exact, all.documents), (3, 4, 1, 1, 2));
        assert_eq!((all.precision(), all.recall()), (Some(0.8), Some(1.0)));
        assert_eq!(Figures::default().f1(), None);
    }
}
