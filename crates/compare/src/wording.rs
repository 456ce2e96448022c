//! The words of two texts that are compared: their forms, and which of them are names or numbers.

use std::collections::HashSet;
use std::sync::LazyLock;

use chancery_model::Lang;
use chancery_text::country_named;
use unicode_segmentation::UnicodeSegmentation;

const NUMBER_WORDS: &str = include_str!("../../../data/number-words.tsv");

/// Numbers and months in words, with the language.
static NUMBERS: LazyLock<HashSet<(&'static str, &'static str)>> = LazyLock::new(|| {
    rows(NUMBER_WORDS).flat_map(|(lang, words)| words.split(' ').map(move |word| (lang, word))).collect()
});

/// The rows of a table of two columns.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

/// Signs that say something where they stand alone; what is none of them is punctuation.
const SIGNS: &[&str] = &[
    "%", "‰", "$", "€", "£", "¥", "₽", "₴", "₩", "₹", "₺", "₪", "+", "=", "<", ">", "±", "§", "°", "?", "？",
    "؟",
];

/// Languages that write every noun with a capital, so that a capital makes no name.
const NOUNS_WITH_CAPITALS: &[&str] = &["de", "lb"];

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// Without what is no change: small letters, no hyphen, no marks that nobody sees, no mark between thousands.
    pub(crate) form: String,
    /// Whether it begins with a capital.
    pub(crate) capital: bool,
    /// Whether it begins a sentence, where a capital says nothing.
    pub(crate) first: bool,
    /// Whether it stands in a heading, where a capital says nothing.
    pub(crate) heading: bool,
    acronym: bool,
}

/// Returns the words of a title and a text, in order.
pub(crate) fn words(title: &str, text: &str) -> Vec<Word> {
    let mut words = line_words(title, true);
    for line in text.lines() {
        let line = line_words(line, false);
        let capitals = line.iter().filter(|word| word.capital).count();
        let heading = line.len() >= 4 && capitals * 10 > line.len() * 6;
        words.extend(line.into_iter().map(|word| Word { heading, ..word }));
    }
    words
}

fn line_words(line: &str, heading: bool) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let (mut first, mut joins) = (true, false);
    let mut pieces = line.split_word_bounds().peekable();
    while let Some(piece) = pieces.next() {
        let digit_follows = pieces.peek().is_some_and(|next| next.starts_with(|c: char| c.is_numeric()));
        let joined = std::mem::take(&mut joins);
        if piece.contains(char::is_alphanumeric) {
            match words.last_mut() {
                Some(last) if joined && last.form.ends_with(char::is_alphabetic) => {
                    last.form.push_str(&form(piece))
                }
                _ => words.push(word(piece, first, heading)),
            }
            first = false;
        } else if is_hyphen(piece) {
            let letters_meet = words.last().is_some_and(|word| word.form.ends_with(char::is_alphabetic));
            joins = letters_meet && !digit_follows;
        } else if SIGNS.contains(&piece) {
            words.push(word(piece, first, heading));
        }
        first |= !piece.contains(char::is_alphanumeric)
            && piece.contains(['.', '!', '?', '…', ':', '•', '。', '！', '？', '؟', '۔', '।']);
    }
    words
}

fn word(piece: &str, first: bool, heading: bool) -> Word {
    let capital = piece.starts_with(char::is_uppercase);
    let acronym = piece.chars().filter(|letter| letter.is_uppercase()).count() >= 2;
    Word { form: form(piece), capital, first, heading, acronym }
}

fn is_hyphen(piece: &str) -> bool {
    matches!(piece, "-" | "\u{2010}" | "\u{2011}")
}

/// A word without what is no change.
fn form(piece: &str) -> String {
    let seen = piece
        .chars()
        .filter(|letter| !matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'));
    let alike = seen.map(|letter| if matches!(letter, '’' | 'ʼ' | '‘' | '`' | '´') { '\'' } else { letter });
    let form = alike.collect::<String>().to_lowercase();
    without_thousands_marks(&form).unwrap_or(form)
}

/// A number without the marks between its thousands (`1,500,000`); none when it has none.
fn without_thousands_marks(form: &str) -> Option<String> {
    let mut groups = form.split([',', '\'']);
    let head = groups.next()?;
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let mut rest = groups.peekable();
    rest.peek()?;
    let well_formed =
        digits(head) && (1..=3).contains(&head.len()) && rest.all(|group| group.len() == 3 && digits(group));
    well_formed.then(|| form.replace([',', '\''], ""))
}

/// The names and numbers of two texts that are compared.
///
/// A name is a word with a capital where none is due, and the same word at the beginning of a sentence or in a heading;
/// a word that also stands there in small letters is none. In scripts without capitals only countries are known.
pub(crate) struct Telling {
    names: HashSet<String>,
    lang: Option<Lang>,
}

impl Telling {
    /// Learns the names of both texts.
    pub(crate) fn of(old: &[Word], new: &[Word], lang: Option<Lang>) -> Self {
        let capitals_say = lang.is_none_or(|lang| !NOUNS_WITH_CAPITALS.contains(&lang.as_str()));
        let mut names: HashSet<String> = HashSet::new();
        if capitals_say {
            let named = |word: &&Word| word.capital && !word.first && !word.heading;
            names.extend(old.iter().chain(new).filter(named).map(|word| word.form.clone()));
            for word in old.iter().chain(new).filter(|word| !word.capital) {
                names.remove(&word.form);
            }
        }
        Self { names, lang }
    }

    /// Whether a word is a name or a number.
    pub(crate) fn is_telling(&self, word: &Word) -> bool {
        word.form.contains(char::is_numeric)
            || is_sum(&word.form)
            || self.is_number_word(&word.form)
            || (word.capital && self.names.contains(&word.form))
            || (word.acronym && !word.heading)
            || (!word.form.is_empty() && word.form.len() > 3 && country_named(&word.form).is_some())
    }

    fn is_number_word(&self, form: &str) -> bool {
        self.lang.is_some_and(|lang| NUMBERS.contains(&(lang.as_str(), form)))
    }
}

fn is_sum(form: &str) -> bool {
    SIGNS.contains(&form) && !matches!(form, "?" | "？" | "؟")
}
