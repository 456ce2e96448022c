//! How the names of persons are written in scripts with capitals: two to six capitalised words, particles and initials
//! among them (von der Leyen, al-Shaibani, С. В. Лавров). Words from `data/gazetteer/persons.tsv`.

use std::sync::LazyLock;

use chancery_text::is_alphanumeric;
use hashbrown::{HashMap, HashSet};

use crate::folded::{with_folded, with_folded_bytes};
use crate::table;

const TABLE: &str = include_str!("../../../../data/gazetteer/persons.tsv");

/// What a word of the table is to a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Stands within a name.
    Particle,
    /// Stands before a name.
    Honorific,
    /// An article that an apostrophe joins to the next word.
    Elided,
    /// Is no part of a name, though it has a capital.
    Nobody,
    /// Ends a compound that is an office.
    Suffix,
    /// Stands for the person named last.
    Pronoun,
    /// Opens what is said.
    Stop,
    /// Begins a clause whose verb stands before its subject.
    Front,
}

impl Class {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "particle" => Self::Particle,
            "honorific" => Self::Honorific,
            "elided" => Self::Elided,
            "nobody" => Self::Nobody,
            "suffix" => Self::Suffix,
            "pronoun" => Self::Pronoun,
            "stop" => Self::Stop,
            "front" => Self::Front,
            _ => return None,
        })
    }

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The classes of each word, a bit for each, and the ends of compounds.
struct Words {
    classes: HashMap<&'static [u8], u8>,
    suffixes: Vec<&'static str>,
    /// Whether a word may begin with a letter of an alphabet up to Arabic, by its code.
    first: Vec<bool>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words { classes: HashMap::new(), suffixes: Vec::new(), first: Vec::new() };
    for (class, listed) in table::rows(TABLE).filter_map(|[name, listed]| Some((Class::of(name)?, listed))) {
        table::listed(listed)
            .for_each(|word| *words.classes.entry(word.as_bytes()).or_default() |= class.bit());
        if class == Class::Suffix {
            words.suffixes.extend(table::listed(listed));
        }
    }
    let first_of = |word: &[u8]| str::from_utf8(word).ok()?.chars().next();
    let known: HashSet<char> = words.classes.keys().filter_map(|word| first_of(word)).collect();
    let begins = |folded: &[u8]| first_of(folded).is_none_or(|first| known.contains(&first));
    let may_begin = |letter: char| with_folded_bytes(letter.encode_utf8(&mut [0; 4]), begins);
    words.first = (0..ALPHABETS).map(|code| char::from_u32(code).is_none_or(may_begin)).collect();
    words
});

impl Words {
    /// Whether a word may be one of these, by its first letter: most are not, and need not be folded.
    fn may_be(&self, word: &str) -> bool {
        let mut letters = word.chars();
        let begins =
            letters.next().and_then(|first| self.first.get(first as usize)).is_none_or(|first| *first);
        begins || letters.next().is_some_and(is_mark)
    }
}

/// The codes of the alphabets up to Arabic.
const ALPHABETS: u32 = 0x700;

/// Whether a word is of a class of the table.
pub(super) fn is_of(class: Class, word: &str) -> bool {
    // A stretch of Chinese without signs is one word here.
    const LONGEST: usize = 64;
    let words = &*WORDS;
    word.len() <= LONGEST
        && words.may_be(word)
        && with_folded_bytes(word, |folded| {
            words.classes.get(folded).is_some_and(|bits| bits & class.bit() != 0)
        })
}

/// A word or a sign of a text; offsets are bytes of the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'t> {
    /// The word, or the sign.
    pub text: &'t str,
    /// First byte.
    pub start: usize,
    /// Whether it is known to say something else: an office, a country.
    pub taken: bool,
}

impl Token<'_> {
    /// One past the last byte.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is a word or number.
    pub fn is_word(&self) -> bool {
        self.text.starts_with(is_alphanumeric)
    }

    /// Whether it is one of some signs.
    pub fn is_sign(&self, signs: &[char]) -> bool {
        self.text.starts_with(signs)
    }

    fn is_initial(&self) -> bool {
        let mut letters = self.text.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    }

    /// Whether it is an initial that is a courtesy too: the French "M.".
    fn is_mister(&self) -> bool {
        self.is_initial() && is_of(Class::Honorific, self.text)
    }

    fn is_particle(&self) -> bool {
        self.text.len() < 16 && is_of(Class::Particle, self.text)
    }

    /// Whether it is a capitalised word that may be part of a name.
    pub fn is_name(&self) -> bool {
        if self.taken {
            return false;
        }
        let core = without_article(self.text);
        core.starts_with(char::is_uppercase)
            && core.chars().any(char::is_lowercase)
            && !is_compound_office(self.text)
            && !is_of(Class::Nobody, bare(self.text))
            && !is_of(Class::Honorific, self.text)
    }

    /// Whether it ends with the English genitive.
    pub fn is_genitive(&self) -> bool {
        self.text.ends_with("’s") || self.text.ends_with("'s") || self.text.ends_with("s’")
    }
}

/// A word without the Arabic article or particle that a hyphen joins to it (el-Kudat).
fn without_article(word: &str) -> &str {
    word.split_once('-').filter(|(article, _)| is_of(Class::Particle, article)).map_or(word, |(_, rest)| rest)
}

/// A German compound that ends with an office (Verteidigungsstaatssekretär).
fn is_compound_office(word: &str) -> bool {
    const SHORTEST: usize = 9;
    let ends_so =
        |folded: &str| WORDS.suffixes.iter().any(|end| folded.len() > end.len() && folded.ends_with(end));
    word.len() >= SHORTEST && with_folded(word, ends_so)
}

/// A word without the English genitive.
fn bare(word: &str) -> &str {
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}

/// A word and what stands behind it are mostly longer.
const BYTES_A_TOKEN: usize = 4;

/// The words and signs of a stretch of a text; hyphens and apostrophes within belong to a word.
pub(super) fn tokens(text: &str, from: usize, to: usize) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::with_capacity(to.saturating_sub(from) / BYTES_A_TOKEN);
    let text = &text[..to];
    let mut at = from;
    while let Some(first) = text[at..].chars().next() {
        let start = at;
        at += first.len_utf8();
        if is_alphanumeric(first) {
            at = word_end(text, start, at);
        } else if first == ' ' || first == '\u{A0}' {
            continue;
        }
        found.push(Token { text: &text[start..at], start, taken: false });
    }
    found
}

/// Where the word ends that begins at a byte and goes on at another.
fn word_end(text: &str, start: usize, mut at: usize) -> usize {
    loop {
        at += text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let Some(next) = text[at..].chars().next() else { break };
        let after = at + next.len_utf8();
        if !is_alphanumeric(next) && !is_mark(next) {
            let elided = matches!(next, '’' | '\'') && is_of(Class::Elided, &text[start..at]);
            let links = !elided && matches!(next, '-' | '’' | '\'' | 'ʼ' | '‘');
            if !(links && text[after..].starts_with(is_alphanumeric)) {
                break;
            }
        }
        at = after;
    }
    at
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}')
}

/// The fewest and the most words of a name.
const FEWEST: usize = 2;
const MOST: usize = 6;

/// Whether a word at a place is part of a name: capitalised, or an initial with its full stop.
fn is_part(tokens: &[Token<'_>], at: usize) -> bool {
    let dotted = || tokens.get(at + 1).is_some_and(|next| next.text == "." && next.start == tokens[at].end());
    tokens[at].is_name() || tokens[at].is_initial() && dotted()
}

/// Whether a full stop at a place is that of an initial.
fn is_stop_of_initial(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].text == "." && at > 0 && tokens[at - 1].is_initial()
}

/// The name that begins at a token: the tokens from and to, both within.
pub(super) fn name_from(tokens: &[Token<'_>], first: usize) -> Option<(usize, usize)> {
    tokens.get(first).filter(|token| is_part(tokens, first) && !token.is_mister())?;
    let (mut last, mut words, mut at) = (first, 1, first + 1);
    while at < tokens.len() && words < MOST {
        if is_part(tokens, at) && !tokens[last].is_genitive() {
            (last, words) = (at, words + 1);
        } else if !is_stop_of_initial(tokens, at) && !tokens[at].is_particle() {
            break;
        }
        at += 1;
    }
    (words >= FEWEST && !tokens[last].is_initial()).then_some((first, last))
}

/// The name that ends at a token.
pub(super) fn name_to(tokens: &[Token<'_>], last: usize) -> Option<(usize, usize)> {
    tokens.get(last).filter(|token| token.is_name())?;
    let (mut first, mut words, mut at) = (last, 1, last);
    while at > 0 && words < MOST {
        at -= 1;
        if is_part(tokens, at) && !tokens[at].is_genitive() {
            (first, words) = (at, words + 1);
        } else if !is_stop_of_initial(tokens, at) && !tokens[at].is_particle() {
            break;
        }
    }
    if tokens[first].is_mister() {
        (first, words) = (first + 2, words - 1);
    }
    (words >= FEWEST).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folded::fold_pattern;

    #[test]
    fn every_row_of_the_table_is_read() {
        for line in table::lines(TABLE) {
            let (class, words) = line.split_once('\t').expect("two columns");
            let class = Class::of(class).unwrap_or_else(|| panic!("{class} is no class"));
            assert!(words.split('|').all(|word| is_of(class, word) && word == fold_pattern(word)), "{line}");
        }
    }

    #[test]
    fn names_hold_particles_and_initials() {
        let first = |text: &str| {
            let found = tokens(text, 0, text.len());
            let place = (0..found.len()).find_map(|at| name_from(&found, at));
            place.map(|(from, to)| text[found[from].start..found[to].end()].to_owned())
        };
        for (text, name) in [
            ("said Ursula von der Leyen in Kyiv", "Ursula von der Leyen"),
            ("заявил С. В. Ларионов вчера", "С. В. Ларионов"),
            ("said Crown Prince Khalid bin Saud al-Rashid.", "Khalid bin Saud al-Rashid"),
            ("dijo Malvina Oteiza.", "Malvina Oteiza"),
            ("сказала Ольга Петренко-Шевчук", "Ольга Петренко-Шевчук"),
            ("said Gráinne Ní Bhriain today", "Gráinne Ní Bhriain"),
        ] {
            assert_eq!(first(text).as_deref(), Some(name), "{text}");
        }
        for text in ["said the European Union on Monday", "the minister said", "The Foreign Ministry of", ""]
        {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
