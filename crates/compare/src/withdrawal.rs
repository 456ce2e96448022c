//! Notices of withdrawal, by `data/withdrawals.tsv`.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::wording::{Word, rows, words};

const TABLE: &str = include_str!("../../../data/withdrawals.tsv");

/// A notice has at most so many words, its title among them.
const LONGEST: usize = 80;

/// The phrases as their forms, with a space on either side.
static PHRASES: LazyLock<Vec<String>> = LazyLock::new(|| {
    rows(TABLE).flat_map(|(_, phrases)| phrases.split('|')).map(|phrase| spaced(&words("", phrase))).collect()
});

/// Whether a newer text is a notice that the older one was withdrawn: short, of other words, and saying so.
pub(crate) fn is_withdrawal(old: &[Word], new: &[Word]) -> bool {
    new.len() <= LONGEST && gave_way(old, new) && says_so(new) && !says_so(old)
}

/// Whether less than half of the older text's words are left.
fn gave_way(old: &[Word], new: &[Word]) -> bool {
    let left: HashSet<&str> = new.iter().map(|word| word.form.as_str()).collect();
    let kept = old.iter().filter(|word| left.contains(word.form.as_str())).count();
    !old.is_empty() && kept * 2 < old.len()
}

fn says_so(words: &[Word]) -> bool {
    let said = spaced(words);
    PHRASES.iter().any(|phrase| said.contains(phrase.as_str()))
}

fn spaced(words: &[Word]) -> String {
    words.iter().fold(String::from(" "), |said, word| said + &word.form + " ")
}
