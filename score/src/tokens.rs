//! Words of texts, and how much of one text another has.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization as _;

use crate::judgement::Judgement;

/// What a text weighs, whatever its length.
const WEIGHT: usize = 1000;

/// Returns the words of a text in small letters; writing without blanks is split into its characters.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    let text: String = text.nfc().flat_map(char::to_lowercase).collect();
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    let split = |word: &str| match word.chars().any(stands_alone) {
        true => word.chars().map(String::from).collect(),
        false => vec![word.to_owned()],
    };
    words.flat_map(split).collect()
}

/// Chinese, Japanese, Korean, Thai and Burmese.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{0E00}'..='\u{0E7F}' | '\u{1000}'..='\u{109F}')
}

/// The words that two texts have in common, and those that only one has, each as often as it stands there.
#[derive(Debug)]
pub(crate) struct Overlap {
    right: usize,
    wrong: Vec<String>,
    missed: Vec<String>,
}

impl Overlap {
    /// Compares the words found with those wanted.
    pub(crate) fn of(found: &[String], wanted: &[String]) -> Self {
        let mut left: HashMap<&str, usize> = HashMap::new();
        wanted.iter().for_each(|token| *left.entry(token).or_default() += 1);
        let wrong: Vec<String> = found.iter().filter(|token| !take(&mut left, token)).cloned().collect();
        let mut missed: Vec<String> =
            wanted.iter().rev().filter(|token| take(&mut left, token)).cloned().collect();
        missed.reverse();
        Self { right: found.len() - wrong.len(), wrong, missed }
    }

    /// Returns the harmonic mean of precision and recall; nothing in common is 0.
    pub(crate) fn f1(&self) -> f64 {
        let all = 2 * self.right + self.wrong.len() + self.missed.len();
        if self.right == 0 { 0.0 } else { (2 * self.right) as f64 / all as f64 }
    }

    /// Weighs the text like every other: words found and wanted come to twice [`WEIGHT`], so that the F1 of a sum is
    /// the mean of the texts' F1.
    pub(crate) fn judgement(&self, label: &'static str) -> Judgement {
        let all = (2 * self.right + self.wrong.len() + self.missed.len()).max(1);
        let scaled = |count: usize| (count * 2 * WEIGHT + all / 2) / all;
        let some = |words: &[String]| words.iter().cycle().take(scaled(words.len())).cloned().collect();
        Judgement::of_counts(label, scaled(self.right), some(&self.wrong), some(&self.missed))
    }
}

fn take(left: &mut HashMap<&str, usize>, token: &str) -> bool {
    match left.get_mut(token) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::{ALL, sum};

    #[test]
    fn writing_without_blanks_is_split_into_characters() {
        assert_eq!(tokens("The EU, 制裁 and_so"), ["the", "eu", "制", "裁", "and_so"]);
    }

    #[test]
    fn words_count_as_often_as_they_stand_there() {
        let overlap = Overlap::of(&tokens("a a b d"), &tokens("a b b c"));
        assert_eq!((overlap.right, overlap.wrong.len(), overlap.missed.len()), (2, 2, 2));
        assert_eq!(overlap.f1(), 0.5);
        assert_eq!(Overlap::of(&[], &tokens("a")).f1(), 0.0);
    }

    #[test]
    fn the_f1_of_a_sum_is_the_mean_of_the_texts() {
        let long = "a ".repeat(5000);
        let texts =
            [Overlap::of(&tokens(&long), &tokens(&long)), Overlap::of(&tokens("b"), &tokens("b c c"))];
        let judgements: Vec<_> = texts.iter().map(|overlap| overlap.judgement("text")).collect();
        let scores = sum(&judgements);
        let (_, figures) = scores.iter().find(|(key, _)| key.lang == ALL).unwrap();
        assert!((figures.f1().unwrap() - 0.75).abs() < 0.001, "{figures:?}");
    }
}
