//! Languages of the Latin script told apart by their small words: much cheaper than letter statistics, and surer from a
//! sentence on.

use std::collections::HashMap;
use std::sync::LazyLock;

use chancery_model::Lang;

use crate::fold;
use crate::letter::is_alphabetic;

/// So many words are looked at.
const MOST_WORDS: usize = 400;
/// Fewer small words than this tell nothing.
const LEAST_VOTES: u32 = 4;
/// Up to so many words are a title or less.
const FEW_WORDS: u32 = 12;

struct Table {
    languages: Vec<Lang>,
    /// A bit for each language that has the word.
    words: HashMap<&'static str, u32>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { languages: Vec::new(), words: HashMap::new() };
    let lines = include_str!("../../../data/stems-function-words.tsv").lines();
    for (lang, words) in lines.filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
    {
        let Ok(lang) = lang.parse() else { continue };
        let bit = 1 << table.languages.len();
        table.languages.push(lang);
        words.split(' ').for_each(|word| *table.words.entry(word).or_default() |= bit);
    }
    table
});

/// The language whose small words stand out: half as many again as those of any other, and an eighth of all words.
pub(crate) fn language(text: &str) -> Option<Lang> {
    let mut votes = vec![0u32; TABLE.languages.len()];
    let mut count = 0;
    for word in
        text.split(|letter: char| !is_alphabetic(letter)).filter(|word| !word.is_empty()).take(MOST_WORDS)
    {
        count += 1;
        let mut bits =
            if word.len() > 12 { 0 } else { TABLE.words.get(fold(word).as_str()).copied().unwrap_or(0) };
        while bits != 0 {
            votes[bits.trailing_zeros() as usize] += 1;
            bits &= bits - 1;
        }
    }
    let (best, &most) = votes.iter().enumerate().max_by_key(|&(_, &votes)| votes)?;
    let second =
        votes.iter().enumerate().filter(|&(at, _)| at != best).map(|(_, &votes)| votes).max().unwrap_or(0);
    is_clear(most, second, count).then(|| TABLE.languages[best])
}

/// In a few words, one small word is enough when no other language has any.
fn is_clear(most: u32, second: u32, count: u32) -> bool {
    let stands_out = most >= LEAST_VOTES && 2 * most >= 3 * second;
    let stands_alone = most > 0 && second == 0 && count <= FEW_WORDS;
    (stands_out || stands_alone) && 8 * most >= count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_and_fits_its_bits() {
        assert!(TABLE.languages.len() > 20 && TABLE.languages.len() <= 32);
        assert!(TABLE.words.keys().all(|word| fold(word) == **word));
    }

    #[test]
    fn a_neighbour_is_not_taken_for_a_language_with_stems() {
        let dutch = "De ministers van de lidstaten hebben met het besluit ingestemd en zijn van plan om de maatregelen te verlengen";
        assert_eq!(language(dutch).map(|lang| lang.to_string()).as_deref(), Some("nl"));
    }
}
