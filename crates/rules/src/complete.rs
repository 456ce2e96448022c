use std::ops::Range;

use chancery_model::LANGUAGES;

use crate::Language;
use crate::fields::{CONDITIONS, FieldName, POSSESSIONS};
use crate::lexer::closers;
use crate::print::quoted_value;
use crate::values::countries;

/// The most completions that are offered.
const MOST: usize = 20;

/// Something that could stand at the caret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What is inserted.
    pub insert: String,
    /// What is shown.
    pub label: String,
    /// What it replaces, in bytes of the source.
    pub at: Range<usize>,
}

/// Lists what could stand at a place (in bytes) of a query that is being typed; best first, at most 20.
///
/// The query need not be whole. Behind a field's colon its values are offered, else fields, countries and topics whose
/// name begins with what was typed; a place that is no boundary of characters is taken back to one.
pub fn complete(source: &str, at: usize) -> Vec<Completion> {
    complete_in(source, at, &Language::default())
}

/// Lists what could stand there, with the names that a language takes.
pub(crate) fn complete_in(source: &str, at: usize, language: &Language) -> Vec<Completion> {
    let caret = floor(source, at);
    let Some(start) = piece_start(&source[..caret]) else { return Vec::new() };
    let typed = &source[start..caret];
    let end = caret + rest_of_piece(&source[caret..]);
    let mut offers =
        match typed.split_once(':').and_then(|(name, value)| Some((FieldName::named(name)?, value))) {
            Some((field, value)) => {
                let quoted = value.starts_with(|c| closers(c).is_some());
                let wanted = value.trim_start_matches(|c| closers(c).is_some());
                let end = if quoted { end + closing(&source[end..]) } else { end };
                offer_values(field, wanted, start + field.name().len() + 1..end, language)
            }
            None => offer_names(typed, start..end, language),
        };
    offers.truncate(MOST);
    offers
}

fn floor(source: &str, at: usize) -> usize {
    let at = at.min(source.len());
    (0..=at).rev().find(|&at| source.is_char_boundary(at)).unwrap_or(0)
}

/// Returns where the word or field begins that ends at the caret; none inside a phrase.
fn piece_start(before: &str) -> Option<usize> {
    let mut start = 0;
    let mut open: Option<&'static [char]> = None;
    for (at, c) in before.char_indices() {
        match open {
            Some(close) if close.contains(&c) => {
                open = None;
                start = at + c.len_utf8();
            }
            Some(_) => {}
            None if c.is_whitespace() || matches!(c, '(' | ')') => start = at + c.len_utf8(),
            None if c == '-' && start == at => start = at + 1,
            None => open = closers(c).filter(|close| !close.is_empty()),
        }
    }
    let in_value = before[start..].contains(':');
    (open.is_none() || in_value).then_some(start)
}

fn rest_of_piece(after: &str) -> usize {
    after
        .find(|c: char| c.is_whitespace() || matches!(c, '(' | ')') || closers(c).is_some())
        .unwrap_or(after.len())
}

/// Returns the length of a closing quote that follows at once.
fn closing(after: &str) -> usize {
    after.chars().next().filter(|&c| closers(c).is_some()).map_or(0, char::len_utf8)
}

fn offer_names(typed: &str, at: Range<usize>, language: &Language) -> Vec<Completion> {
    let wanted = typed.to_lowercase();
    let fields = FieldName::ALL.iter().filter(|&&field| field != FieldName::Listed);
    let mut offers: Vec<Completion> = fields
        .filter(|field| field.name().starts_with(&wanted))
        .map(|field| {
            completion(format!("{}:", field.name()), format!("{}: — {}", field.name(), field.about()), &at)
        })
        .collect();
    if wanted.chars().count() >= 2 {
        let values =
            values_of(FieldName::Country, &wanted, language).into_iter().map(|v| (FieldName::Country, v));
        let topics =
            values_of(FieldName::Topic, &wanted, language).into_iter().map(|v| (FieldName::Topic, v));
        offers.extend(values.chain(topics).map(|(field, (value, name))| {
            completion(format!("{}:{}", field.name(), quoted_value(&value)), name, &at)
        }));
    }
    offers
}

fn offer_values(field: FieldName, wanted: &str, at: Range<usize>, language: &Language) -> Vec<Completion> {
    let values = values_of(field, &wanted.to_lowercase(), language).into_iter();
    values.map(|(value, name)| completion(quoted_value(&value), name, &at)).collect()
}

fn completion(insert: String, label: String, at: &Range<usize>) -> Completion {
    Completion { insert, label, at: at.clone() }
}

/// Returns the values of a field whose code or name begins with what was typed, then those with a word that does, as
/// value and label.
fn values_of(field: FieldName, wanted: &str, language: &Language) -> Vec<(String, String)> {
    let mut ranked: Vec<(u8, (String, String))> = all_values(field, language)
        .into_iter()
        .filter_map(|(value, name)| {
            Some((rank(&value, &name, wanted)?, (value.to_owned(), label(&value, &name))))
        })
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().map(|(_, value)| value).collect()
}

fn label(value: &str, name: &str) -> String {
    if name.is_empty() { value.to_owned() } else { format!("{name} ({value})") }
}

fn rank(value: &str, name: &str, wanted: &str) -> Option<u8> {
    let (value, name) = (value.to_lowercase(), name.to_lowercase());
    if value == wanted || name == wanted {
        Some(0)
    } else if value.starts_with(wanted) || name.starts_with(wanted) {
        Some(1)
    } else {
        let begins = |text: &str| text.split([' ', '-']).any(|word| word.starts_with(wanted));
        (begins(&value) || begins(&name)).then_some(2)
    }
}

/// Every value of a field with its name, in the order in which they are offered.
fn all_values(field: FieldName, language: &Language) -> Vec<(String, String)> {
    let owned = |(value, name): (&str, &str)| (value.to_owned(), name.to_owned());
    match field {
        FieldName::Country | FieldName::About => {
            countries().map(|(code, name)| (code.to_string(), name.to_owned())).collect()
        }
        FieldName::Topic => language.topics().map(owned).collect(),
        FieldName::Lang => LANGUAGES.iter().copied().map(owned).collect(),
        FieldName::Is => CONDITIONS.iter().map(|(value, _)| owned((value, ""))).collect(),
        FieldName::Has => POSSESSIONS.iter().map(|(value, _)| owned((value, ""))).collect(),
        FieldName::Within => ["1d", "7d", "3w", "90d", "1y"].map(|value| owned((value, ""))).to_vec(),
        _ => Vec::new(),
    }
}
