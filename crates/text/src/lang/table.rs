//! What is known of the languages that share a script: `data/languages.tsv`.

use std::sync::LazyLock;

use chancery_model::Lang;
use hashbrown::HashMap;

use super::endings::Endings;
use super::writing::Shared;

/// A bit for each row of the table.
pub(super) type Rows = u128;

/// Letters up to here are looked up; no language of the table writes others.
const LAST_LETTER: usize = 0x1f00;

/// A longer word is no small one, in bytes.
const LONGEST_WORD: usize = 26;

/// The table, turned round: from words, endings and letters to the rows that have them.
pub(super) struct Table {
    /// The language of each row.
    pub langs: Vec<Lang>,
    /// Whether a row has more than the commonest words: endings too, or a script that few share.
    pub is_known_well: Vec<bool>,
    scripts: Vec<Shared>,
    words: HashMap<&'static str, Rows>,
    endings: Endings,
    letters: Vec<Rows>,
    /// The rows that may write a letter: all for a common one.
    allowed: Vec<Rows>,
}

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let rows = include_str!("../../../../data/languages.tsv").lines().filter(|row| !row.starts_with('#'));
    let mut table = Table {
        langs: Vec::new(),
        is_known_well: Vec::new(),
        scripts: Vec::new(),
        words: HashMap::new(),
        endings: Endings::default(),
        letters: vec![0; LAST_LETTER],
        allowed: Vec::new(),
    };
    rows.for_each(|row| table.add(row));
    table.allowed = (0..LAST_LETTER as u32).map(|code| table.may_write(code)).collect();
    table
});

impl Table {
    /// Adds a row: language, letters, endings, words. A row that is not so is left out, which a test sees.
    fn add(&mut self, row: &'static str) {
        let columns: Vec<&str> = row.split('\t').collect();
        let [lang, letters, endings, words] = columns.as_slice() else { return };
        let script = words.chars().find_map(Shared::of_letter);
        let (Ok(lang), Some(script)) = (lang.parse(), script) else { return };
        let bit: Rows = 1 << self.langs.len();
        self.langs.push(lang);
        self.is_known_well.push(!endings.is_empty() || script != Shared::Latin);
        self.scripts.push(script);
        words.split(' ').for_each(|word| *self.words.entry(word).or_default() |= bit);
        endings
            .split(' ')
            .filter(|ending| !ending.is_empty())
            .for_each(|ending| self.endings.add(ending, bit));
        for letter in letters.chars() {
            if let Some(rows) = self.letters.get_mut(letter as usize) {
                *rows |= bit;
            }
        }
    }

    fn may_write(&self, code: u32) -> Rows {
        let letter = char::from_u32(code).unwrap_or_default();
        if self.is_common(letter) { Rows::MAX } else { self.with_letter(letter) }
    }

    /// The rows of a script.
    pub(super) fn of_script(&self, script: Shared) -> Rows {
        let bits = self.scripts.iter().enumerate().filter(|(_, own)| **own == script);
        bits.map(|(at, _)| 1 << at).fold(0, |rows, bit: Rows| rows | bit)
    }

    /// The scripts that a language is written in; none for one that is not in the table.
    pub(super) fn scripts_of(&self, lang: Lang) -> Vec<Shared> {
        let rows = self.langs.iter().zip(&self.scripts).filter(|(own, _)| **own == lang);
        rows.map(|(_, script)| *script).collect()
    }

    /// The rows that have a small word; none for a word that is not in the table.
    pub(super) fn with_word(&self, word: &str) -> Rows {
        if word.len() > LONGEST_WORD { 0 } else { self.words.get(word).copied().unwrap_or(0) }
    }

    /// The rows that have the longest ending of a word that any has; none where no ending is known, or the word is
    /// too short to have one.
    pub(super) fn with_ending_of(&self, word: &str) -> Option<Rows> {
        self.endings.longest_of(word)
    }

    /// The rows that may write a letter.
    pub(super) fn that_may_write(&self, letter: char) -> Rows {
        self.allowed.get(letter as usize).copied().unwrap_or(0)
    }

    /// The rows that write a letter, where not all of its script do.
    pub(super) fn with_letter(&self, letter: char) -> Rows {
        self.letters.get(letter as usize).copied().unwrap_or(0)
    }

    /// The rows that write a hard sign before a letter: those with ы only to keep it apart from a vowel behind.
    pub(super) fn with_hard_sign(&self, next: Option<char>) -> Rows {
        let apart = next.is_some_and(|next| "еёюяи".contains(next));
        self.with_letter('ъ') & if apart { Rows::MAX } else { !self.with_letter('ы') }
    }

    /// Returns whether all languages of its script write a letter.
    fn is_common(&self, letter: char) -> bool {
        match letter {
            'a'..='z' => true,
            'а'..='ш' => !matches!(letter, 'и' | 'й'),
            '\u{900}'..='\u{97f}' => true,
            'ا' | 'ب' | 'ت' | 'ث' | 'ج' | 'ح' | 'خ' | 'د' | 'ذ' | 'ر' | 'ز' | 'س' | 'ش' | 'ص' | 'ض' | 'ط'
            | 'ظ' | 'ع' | 'غ' | 'ف' | 'ق' | 'ل' | 'م' | 'ن' | 'ه' | 'و' => true,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_fits_the_bits() {
        let rows = include_str!("../../../../data/languages.tsv").lines().filter(|row| !row.starts_with('#'));
        assert_eq!(TABLE.langs.len(), rows.count());
        assert!(TABLE.langs.len() <= Rows::BITS as usize);
    }

    #[test]
    fn words_and_endings_are_written_as_they_are_looked_up() {
        let rows = include_str!("../../../../data/languages.tsv").lines().filter(|row| !row.starts_with('#'));
        let forms = rows.flat_map(|row| row.split('\t').skip(2)).flat_map(|cell| cell.split(' '));
        for form in forms {
            assert!(form.len() <= LONGEST_WORD, "{form}");
            assert!(form.chars().all(crate::is_alphabetic), "{form}");
            assert_eq!(form.to_lowercase(), form);
        }
    }

    #[test]
    fn a_language_writes_its_own_words() {
        for (word, rows) in &TABLE.words {
            for letter in word.chars().filter(|&letter| !TABLE.is_common(letter)) {
                let without = rows & !TABLE.with_letter(letter);
                assert_eq!(
                    without,
                    0,
                    "{word} {letter} {:?}",
                    TABLE.langs[without.trailing_zeros() as usize]
                );
            }
        }
    }
}
