//! The lexicon of topics: the shipped words and a user's own, ready to be found in a text.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock, OnceLock};

use chancery_model::{Lang, TOPICS};
use hashbrown::HashMap;

use super::finder::{Entries, Finder};
use super::pattern::Pattern;
use super::row::{TopicEntry, TopicError, TopicRow, rows};
use super::shipped;
use crate::folded::fold_pattern;

/// Bytes of the longest file of a user's own.
const LONGEST_FILE: usize = 1 << 20;

/// A topic of a lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// The slug, by which queries and files name it.
    pub slug: String,
    /// The name that people see.
    pub name: String,
    /// What counts for it; empty where nobody said.
    pub about: String,
    /// Whether the user added it.
    pub own: bool,
}

/// A word of a topic in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicWord {
    /// The pattern as it stands in its file.
    pub pattern: String,
    /// Its weight; none for a phrase in which the topic's words mean something else.
    pub weight: Option<f32>,
    /// Whether the row is the user's.
    pub own: bool,
}

/// Topics and their words in all languages: the shipped ones, changed by a user's own file.
///
/// Made once and shared: a language is read when the first text in it comes.
pub struct TopicLexicon {
    topics: Vec<Topic>,
    own: Vec<TopicRow>,
    version: Option<String>,
    finders: HashMap<Lang, OnceLock<Finder>>,
}

static SHIPPED: LazyLock<Arc<TopicLexicon>> =
    LazyLock::new(|| Arc::new(TopicLexicon::of(shipped_topics(), Vec::new())));

impl TopicLexicon {
    /// Returns the lexicon as it is shipped.
    pub fn shipped() -> Arc<Self> {
        Arc::clone(&SHIPPED)
    }

    /// Reads a user's own file, in the format of `docs/topics.md`, on top of the shipped words. An empty file gives
    /// the shipped lexicon.
    ///
    /// # Errors
    /// One sentence for each line that cannot be read.
    pub fn with_own(file: &str) -> Result<Self, Vec<TopicError>> {
        if file.len() > LONGEST_FILE {
            let message = format!("the file is longer than {LONGEST_FILE} bytes");
            return Err(vec![TopicError { line: 1, message }]);
        }
        let (rows, errors) = read(file);
        let topics = topics_with(&rows);
        let errors: Vec<TopicError> = errors.into_iter().chain(unfounded(&topics, &rows)).collect();
        if errors.is_empty() {
            Ok(Self::of(topics, rows.into_iter().map(|(_, row)| row).collect()))
        } else {
            Err(errors)
        }
    }

    fn of(topics: Vec<Topic>, own: Vec<TopicRow>) -> Self {
        let shipped = shipped::WORDS.iter().filter_map(|(lang, _)| lang.parse().ok());
        let langs = shipped.chain(own.iter().filter_map(|row| row.lang));
        let finders = langs.map(|lang| (lang, OnceLock::new())).collect();
        let version = version(&own);
        Self { topics, own, version, finders }
    }

    /// Returns the topics: the shipped ones in the order of [`TOPICS`], then the user's.
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    /// Finds a topic by its slug.
    pub fn topic(&self, slug: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.slug == slug)
    }

    /// Returns the user's own rows in the order of the file.
    pub fn own_rows(&self) -> &[TopicRow] {
        &self.own
    }

    /// Returns what tells this lexicon from the shipped one: a hash of the user's rows, none where there are none.
    pub fn version(&self) -> Option<&str> {
        self.version.as_deref()
    }

    /// Lists the words of a topic in a language as they hold: shipped ones that the user took out are left out, a
    /// changed weight is the user's.
    pub fn words(&self, slug: &str, lang: Lang) -> Vec<TopicWord> {
        let of_topic = self.spoken(lang).filter(|spoken| spoken.topic == slug);
        let word = |spoken: Spoken<'_>| {
            let Spoken { pattern, weight, own, .. } = spoken;
            TopicWord { pattern: pattern.to_owned(), weight, own }
        };
        merged(of_topic).into_iter().map(word).collect()
    }

    /// The finder of a language; English words for one that is not shipped.
    pub(crate) fn finder(&self, lang: Lang) -> Option<&Finder> {
        let english = Lang::new(b"en");
        let (lang, cell) =
            self.finders.get_key_value(&lang).or_else(|| self.finders.get_key_value(&english))?;
        Some(cell.get_or_init(|| self.build(*lang)))
    }

    fn build(&self, lang: Lang) -> Finder {
        let numbers: HashMap<&str, usize> =
            self.topics.iter().zip(0..).map(|(topic, number)| (topic.slug.as_str(), number)).collect();
        let mut entries = Entries::default();
        for Spoken { topic, pattern, weight, .. } in merged(self.spoken(lang)) {
            let Some(topic) = numbers.get(topic) else { continue };
            let patterns = spellings(lang, pattern);
            let patterns = patterns.iter().flat_map(|text| Pattern::new(text)).collect();
            match weight {
                Some(weight) => entries.word(*topic, weight, patterns),
                None => entries.not(*topic, patterns),
            }
        }
        if self.own.is_empty() { Finder::new(entries) } else { Finder::with_tree(entries) }
    }

    /// What the rows say of each word in a language, shipped before own.
    fn spoken<'s>(&'s self, lang: Lang) -> impl Iterator<Item = Spoken<'s>> {
        let own = self.own.iter().filter(move |row| row.lang.is_none_or(|own| own == lang));
        let shipped = shipped::files(lang).into_iter().flat_map(shipped::words::<'s>);
        shipped.chain(own.flat_map(spoken_by))
    }
}

/// What a row says of one word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spoken<'r> {
    /// The topic's slug.
    pub topic: &'r str,
    /// The pattern as written.
    pub pattern: &'r str,
    /// Its weight; none where it says nothing, or is taken out.
    pub weight: Option<f32>,
    /// Whether it is taken out.
    pub out: bool,
    /// Whether the row is the user's.
    pub own: bool,
}

/// What a row of a user says of its words.
fn spoken_by(row: &TopicRow) -> impl Iterator<Item = Spoken<'_>> {
    let (weight, patterns, out) = match &row.entry {
        TopicEntry::Words(weight, patterns) => (Some(*weight), patterns.as_slice(), false),
        TopicEntry::Not(patterns) => (None, patterns.as_slice(), false),
        TopicEntry::Out(patterns) => (None, patterns.as_slice(), true),
        TopicEntry::Name(_) | TopicEntry::About(_) => (None, &[][..], false),
    };
    let topic = row.topic.as_str();
    patterns.iter().map(move |pattern| Spoken { topic, pattern, weight, out, own: true })
}

/// The ways in which a pattern is written: Chinese in simplified and in traditional characters.
fn spellings(lang: Lang, pattern: &str) -> Vec<Cow<'_, str>> {
    let traditional = (lang.as_str() == "zh").then(|| hanconv::s2t(pattern));
    let other = traditional.filter(|traditional| traditional != pattern);
    std::iter::once(Cow::Borrowed(pattern)).chain(other.map(Cow::Owned)).collect()
}

/// Lays what rows say over each other: of one word of a topic, by its folded pattern, the last holds.
fn merged<'r>(all: impl Iterator<Item = Spoken<'r>>) -> Vec<Spoken<'r>> {
    let mut places: HashMap<(&str, String), usize> = HashMap::new();
    let mut words: Vec<Spoken<'r>> = Vec::new();
    for spoken in all {
        let place = *places.entry((spoken.topic, fold_pattern(spoken.pattern))).or_insert(words.len());
        if place == words.len() { words.push(spoken) } else { words[place] = spoken }
    }
    words.retain(|spoken| !spoken.out);
    words
}

fn shipped_topics() -> Vec<Topic> {
    let (rows, _) = read(shipped::TOPICS);
    let topics = TOPICS.iter().map(|(slug, name)| Topic {
        slug: (*slug).to_owned(),
        name: (*name).to_owned(),
        about: String::new(),
        own: false,
    });
    let mut topics: Vec<Topic> = topics.collect();
    describe(&mut topics, &rows);
    topics
}

fn topics_with(rows: &[(usize, TopicRow)]) -> Vec<Topic> {
    let mut topics = TopicLexicon::shipped().topics.clone();
    for (_, row) in rows {
        let known = topics.iter().any(|topic| topic.slug == row.topic);
        if let (TopicEntry::Name(name), false) = (&row.entry, known) {
            topics.push(Topic {
                slug: row.topic.clone(),
                name: name.clone(),
                about: String::new(),
                own: true,
            });
        }
    }
    describe(&mut topics, rows);
    topics
}

/// Gives the topics the names and descriptions that the rows carry.
fn describe(topics: &mut [Topic], rows: &[(usize, TopicRow)]) {
    for (_, row) in rows {
        let Some(topic) = topics.iter_mut().find(|topic| topic.slug == row.topic) else { continue };
        match &row.entry {
            TopicEntry::Name(name) => topic.name.clone_from(name),
            TopicEntry::About(about) => topic.about.clone_from(about),
            _ => {}
        }
    }
}

/// The rows of a file with their lines, and what could not be read.
fn read(file: &str) -> (Vec<(usize, TopicRow)>, Vec<TopicError>) {
    let mut read = (Vec::new(), Vec::new());
    for (line, row) in rows(file) {
        match row {
            Ok(row) => read.0.push((line, row)),
            Err(error) => read.1.push(error),
        }
    }
    read
}

/// What rows say of topics that nobody named, and of words that are not there to be taken out.
fn unfounded(topics: &[Topic], rows: &[(usize, TopicRow)]) -> Vec<TopicError> {
    let check = |row: &TopicRow| {
        if !topics.iter().any(|topic| topic.slug == row.topic) {
            return Some(format!(
                "the topic “{0}” is not known: name it first in a row “{0}, *, name, …”",
                row.topic
            ));
        }
        let TopicEntry::Out(words) = &row.entry else { return None };
        let missing = words.iter().find(|word| !is_shipped(&row.topic, row.lang, word))?;
        Some(format!("“{missing}” cannot be taken out: it is not among the shipped words of “{}”", row.topic))
    };
    let errors = rows.iter().filter_map(|(line, row)| Some((*line, check(row)?)));
    errors.map(|(line, message)| TopicError { line, message }).collect()
}

fn is_shipped(topic: &str, lang: Option<Lang>, word: &str) -> bool {
    let wanted = fold_pattern(word);
    shipped::all().flat_map(rows).any(|(_, row)| match row {
        Ok(TopicRow {
            topic: of,
            lang: in_lang,
            entry: TopicEntry::Words(_, words) | TopicEntry::Not(words),
        }) => {
            of == topic
                && (lang.is_none() || in_lang.is_none() || in_lang == lang)
                && words.iter().any(|word| fold_pattern(word) == wanted)
        }
        _ => false,
    })
}

/// FNV-1a 64 of the rows as they are written.
fn version(own: &[TopicRow]) -> Option<String> {
    let lines = own.iter().map(|row| format!("{row}\n")).collect::<String>();
    let sum = lines
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (!own.is_empty()).then(|| format!("{sum:016x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn en() -> Lang {
        Lang::new(b"en")
    }

    #[test]
    fn a_users_file_adds_changes_and_takes_out() {
        let file = "topic\tlanguage\tweight\twords\r\n\
                    food-security\t*\tname\tFood security\r\n\
                    food-security\ten\t2\tgrain corridor*|wheat\r\n\
                    sanctions\ten\t0.5\tsanctions\r\n\
                    sanctions\ten\tout\ttravel ban*\r\n\
                    sanctions\tsv\t2\tsanktion*\r\n";
        let lexicon = TopicLexicon::with_own(file).expect("the file is right");
        assert!(
            lexicon.topic("food-security").is_some_and(|topic| topic.own && topic.name == "Food security")
        );
        assert_eq!(lexicon.words("food-security", en()).len(), 2);
        let words = lexicon.words("sanctions", en());
        let of = |pattern: &str| words.iter().find(|word| word.pattern == pattern);
        assert_eq!(of("sanctions").and_then(|word| word.weight), Some(0.5));
        assert_eq!(of("travel ban*"), None);
        assert!(lexicon.finder("sv".parse().expect("a language")).is_some());
        assert_eq!(lexicon.own_rows().len(), 5);
    }

    #[test]
    fn the_version_is_that_of_the_users_rows() {
        let version = |file: &str| TopicLexicon::with_own(file).expect("right").version().map(str::to_owned);
        assert_eq!(version("# nothing yet\n\n"), None);
        let one = version("cyber\ten\t2\tbotnets");
        assert!(one.is_some());
        assert_eq!(one, version("# a note\ncyber\ten\t2\t botnets \n"));
        assert_ne!(one, version("cyber\ten\t3\tbotnets"));
    }

    #[test]
    fn each_bad_line_is_told_in_one_sentence() {
        let file = "cyber\ten\t2\n\
                    Cyber!\ten\t2\tx1\n\
                    cyber\tenglish\t2\tx1\n\
                    cyber\ten\theavy\tx1\n\
                    cyber\ten\t2\tx1||x2\n\
                    cyber\ten\t2\tma*ware\n\
                    cyber\ten\tout\tno such word\n\
                    weather\ten\t2\train";
        let errors = TopicLexicon::with_own(file).err().expect("every line is wrong");
        let lines: Vec<usize> = errors.iter().map(|error| error.line).collect();
        assert_eq!(lines, [1, 2, 3, 4, 5, 6, 7, 8]);
        let told = |line: usize, word: &str| errors[line - 1].to_string().contains(word);
        assert!(told(1, "four cells") && told(2, "“Cyber!”") && told(3, "“english”") && told(4, "“heavy”"));
        assert!(told(6, "within a word") && told(7, "“no such word”") && told(8, "“weather”"));
    }

    #[test]
    fn a_row_is_written_as_it_is_read() {
        for line in ["a-b\t*\tname\tA b", "a-b\ten\t1.5\tx*|x * y", "a-b\ten\tnot\tx y", "a-b\ten\tout\tx"] {
            assert_eq!(line.parse::<TopicRow>().map(|row| row.to_string()), Ok(line.to_owned()));
        }
    }
}
