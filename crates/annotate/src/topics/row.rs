//! The rows of a topic file, as `docs/topics.md` describes them.

use std::fmt;
use std::str::FromStr;

use chancery_model::Lang;

use super::fault::RowFault;
use super::pattern::Pattern;

/// What is wrong with a topic file, in one sentence, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicError {
    /// The line, counted from 1.
    pub line: usize,
    /// One sentence for the person who wrote the line.
    pub message: String,
}

impl fmt::Display for TopicError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for TopicError {}

/// One row of a topic file: `topic`, `language`, `weight`, `words` between tabs.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicRow {
    /// The slug of the topic.
    pub topic: String,
    /// The language of the words; none (`*` in the file) for every language.
    pub lang: Option<Lang>,
    /// What the row says.
    pub entry: TopicEntry,
}

/// What a row says of its topic.
#[derive(Debug, Clone, PartialEq)]
pub enum TopicEntry {
    /// Words that speak for the topic, with their weight: above 0, at most 10.
    Words(f32, Vec<String>),
    /// Phrases in which the topic's words mean something else.
    Not(Vec<String>),
    /// Shipped words that are taken out.
    Out(Vec<String>),
    /// The name that people see.
    Name(String),
    /// What counts for the topic, for people.
    About(String),
}

/// The heaviest weight of a word.
const HEAVIEST: f32 = 10.0;
/// Bytes of the longest slug, and of the longest pattern.
const LONGEST_SLUG: usize = 60;
const LONGEST_PATTERN: usize = 300;

impl FromStr for TopicRow {
    type Err = RowFault;

    fn from_str(line: &str) -> Result<Self, RowFault> {
        let cells: Vec<&str> = line.trim_end().split('\t').map(str::trim).collect();
        let [topic, lang, weight, words] = cells[..] else {
            return Err(RowFault::Cells(cells.len()));
        };
        Ok(Self { topic: slug(topic)?, lang: language(lang)?, entry: entry(weight, words)? })
    }
}

impl fmt::Display for TopicRow {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lang = self.lang.as_ref().map_or("*", Lang::as_str);
        write!(to, "{}\t{lang}\t", self.topic)?;
        match &self.entry {
            TopicEntry::Words(weight, words) => write!(to, "{weight}\t{}", words.join("|")),
            TopicEntry::Not(words) => write!(to, "not\t{}", words.join("|")),
            TopicEntry::Out(words) => write!(to, "out\t{}", words.join("|")),
            TopicEntry::Name(name) => write!(to, "name\t{name}"),
            TopicEntry::About(about) => write!(to, "about\t{about}"),
        }
    }
}

/// Reads the rows of a file; lines that begin with `#`, empty ones and the line of the headings are left out.
pub(crate) fn rows(file: &str) -> impl Iterator<Item = (usize, Result<TopicRow, TopicError>)> {
    let lines = file.trim_start_matches('\u{FEFF}').lines().enumerate();
    let rows = lines.filter(|(_, line)| {
        let line = line.trim();
        !line.is_empty() && !line.starts_with('#') && !line.starts_with("topic\tlanguage\t")
    });
    rows.map(|(at, line)| {
        let row =
            line.parse().map_err(|fault: RowFault| TopicError { line: at + 1, message: fault.to_string() });
        (at + 1, row)
    })
}

fn slug(cell: &str) -> Result<String, RowFault> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let good = !cell.is_empty() && cell.len() <= LONGEST_SLUG && cell.chars().all(fits);
    if good && !cell.starts_with('-') && !cell.ends_with('-') {
        return Ok(cell.to_owned());
    }
    Err(RowFault::Topic(cell.to_owned()))
}

fn language(cell: &str) -> Result<Option<Lang>, RowFault> {
    if cell == "*" {
        return Ok(None);
    }
    let lang = Lang::assigned(cell).filter(|lang| lang.as_str() == cell);
    lang.map(Some).ok_or_else(|| RowFault::Language(cell.to_owned()))
}

fn entry(weight: &str, words: &str) -> Result<TopicEntry, RowFault> {
    match weight {
        "name" => text(words).map(TopicEntry::Name),
        "about" => text(words).map(TopicEntry::About),
        "not" => patterns(words).map(TopicEntry::Not),
        "out" => patterns(words).map(TopicEntry::Out),
        _ => {
            let number = weight.replace(',', ".").parse().ok().filter(|w| *w > 0.0 && *w <= HEAVIEST);
            let weight = number.ok_or_else(|| RowFault::Weight(weight.to_owned()))?;
            patterns(words).map(|words| TopicEntry::Words(weight, words))
        }
    }
}

fn text(cell: &str) -> Result<String, RowFault> {
    if cell.is_empty() { Err(RowFault::Empty) } else { Ok(cell.to_owned()) }
}

fn patterns(cell: &str) -> Result<Vec<String>, RowFault> {
    let words: Vec<String> = cell.split('|').map(|word| word.trim().to_owned()).collect();
    for word in &words {
        if word.len() > LONGEST_PATTERN {
            return Err(RowFault::TooLong(word.chars().take(40).collect()));
        }
        Pattern::new(word)?;
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loose_signs_and_unknown_languages_are_refused_in_words() {
        for row in [
            "a\ten\t1\tport* +",
            "a\ten\t1\t+ port",
            "a\ten\t1\tport !",
            "a\ten\t1\ta + b + c",
            "a\ten\t1\ta ! b + c",
        ] {
            assert!(matches!(row.parse::<TopicRow>(), Err(RowFault::Sign(_))), "{row}");
        }
        for code in ["xx", "zz", "eng", ""] {
            let row = format!("a\t{code}\t1\tport");
            assert_eq!(row.parse::<TopicRow>(), Err(RowFault::Language(code.to_owned())));
        }
        for row in ["a\ten\t1\tport* + harbour, quay ! wine", "a\tsv\t1\tport ! wine", "a\t*\t1\tport"] {
            assert!(row.parse::<TopicRow>().is_ok(), "{row}");
        }
    }
}
