//! The fields of the query language and what their values may be.

use std::ops::Range;

use chancery_model::{Condition, Field, Possession, Scope};

use crate::dates::{read_date, read_period};
use crate::lexer::{Lexed, Lexeme};
use crate::literal::holds_word;
use crate::nearest::nearest;
use crate::values::{read_country, read_lang, read_resolution};
use crate::{Language, QueryFault};

macro_rules! fields {
    ($($variant:ident = $name:literal, $example:literal, $about:literal;)*) => {
        /// The name of a field.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum FieldName { $($variant),* }

        impl FieldName {
            /// Every field in the order in which the window offers them.
            pub const ALL: &'static [FieldName] = &[$(FieldName::$variant),*];

            /// The name as typed before the colon.
            pub fn name(self) -> &'static str {
                match self { $(FieldName::$variant => $name),* }
            }

            /// A value that it takes.
            pub fn example(self) -> &'static str {
                match self { $(FieldName::$variant => $example),* }
            }

            /// What it asks, in a few words.
            pub fn about(self) -> &'static str {
                match self { $(FieldName::$variant => $about),* }
            }
        }
    };
}

fields! {
    Country = "country", "KP", "a country is named";
    About = "about", "KP", "a country that it is about";
    Topic = "topic", "sanctions", "a topic";
    Resolution = "res", "1718", "a Security Council resolution";
    Regime = "regime", "dprk", "a sanctions regime";
    Issuer = "issuer", "EU", "who issues it";
    Speaker = "speaker", "Borrell", "who speaks";
    Source = "source", "eu-council", "where we collected it";
    Title = "title", "sanctions", "words of the title";
    Lang = "lang", "uk", "its language";
    After = "after", "2024-10-24", "from this day on";
    Before = "before", "2024-11", "before this day";
    Within = "within", "7d", "so long before now";
    Is = "is", "unread", "what you did to it";
    Has = "has", "note", "what you added to it";
    Label = "label", "urgent", "a label of yours";
    Note = "note", "ask", "words of your note";
    Listed = "listed", "any", "a listed party is named";
}

/// Names that people try and what this language calls them.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("author", "speaker"),
    ("by", "issuer"),
    ("date", "after"),
    ("from", "after"),
    ("in", "title"),
    ("intitle", "title"),
    ("language", "lang"),
    ("newer", "after"),
    ("older", "before"),
    ("org", "issuer"),
    ("resolution", "res"),
    ("since", "after"),
    ("site", "source"),
    ("subject", "title"),
    ("tag", "topic"),
    ("to", "before"),
    ("until", "before"),
];

impl FieldName {
    /// Finds a field by its name, case not minded.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.name().eq_ignore_ascii_case(name))
    }

    /// Reads what stands before a colon (`at` includes the colon); `value` is what follows it at once.
    pub fn read(name: &str, value: Option<Lexeme<'_>>, at: Range<usize>) -> Result<Self, QueryFault> {
        Self::named(name).ok_or_else(|| unknown_field(name, value, at))
    }

    /// Where a field of words looks; none for other fields.
    pub fn scope(self) -> Option<Scope> {
        match self {
            FieldName::Title => Some(Scope::Title),
            FieldName::Note => Some(Scope::Note),
            _ => None,
        }
    }

    /// The fault of a field without a value; `next` is the piece that comes next.
    pub fn without_value(self, next: Option<&Lexed<'_>>, at: Range<usize>) -> QueryFault {
        let (name, example) = (self.name(), self.example());
        let in_brackets = next.is_some_and(|next| next.lexeme == Lexeme::Open && next.at.start == at.end);
        if in_brackets {
            return QueryFault::new(at, format!("“{name}:” takes one value, not a group in brackets."))
                .hinted(format!("Write ({name}:{example} OR {name}:…)."));
        }
        QueryFault::new(at, format!("“{name}:” has no value."))
            .hinted(format!("Write the value right behind the colon, as in {name}:{example}."))
    }
}

fn unknown_field(name: &str, value: Option<Lexeme<'_>>, at: Range<usize>) -> QueryFault {
    let fault = QueryFault::new(at, format!("There is no field “{name}”."));
    if matches!(value, Some(Lexeme::Bare(text)) if text.starts_with("//")) {
        return fault.hinted("To search for an address, put it in quotes.");
    }
    let folded = name.to_lowercase();
    let known = OTHER_NAMES.iter().find(|(other, _)| *other == folded).map(|(_, field)| *field);
    let meant = known.or_else(|| nearest(name, FieldName::ALL.iter().map(|field| field.name())));
    match meant {
        Some(field) => {
            fault.hinted(format!("Did you mean {field}: ? To search for the words, put them in quotes."))
        }
        None => fault.hinted("To search for a word with a colon, put it in quotes."),
    }
}

/// Reads the value of a field that is not one of words.
pub(crate) fn read_field(
    field: FieldName,
    text: &str,
    quoted: bool,
    at: Range<usize>,
    language: &Language,
) -> Result<Field, QueryFault> {
    if text.is_empty() {
        return Err(field.without_value(None, at));
    }
    if !quoted && text.contains('*') {
        return Err(QueryFault::new(at, format!("“{}:” takes no star.", field.name()))
            .hinted("A star works on words alone, as in deploy*."));
    }
    let several = !quoted && text.contains(',') && field != FieldName::Source;
    if several {
        return Err(several_values(field, text, at));
    }
    Ok(match field {
        FieldName::Country => Field::Country(read_country(field, text, at)?),
        FieldName::About => Field::About(read_country(field, text, at)?),
        FieldName::Topic => Field::Topic(language.read_topic(text, at)?.to_owned()),
        FieldName::Resolution => read_resolution(text, at)?,
        FieldName::Lang => Field::Lang(read_lang(text, at)?),
        FieldName::After => Field::After(read_date(field, text, at)?),
        FieldName::Before => Field::Before(read_date(field, text, at)?),
        FieldName::Within => Field::Within(read_period(text, at)?),
        FieldName::Is => Field::Is(one_of(field, text, CONDITIONS, at)?),
        FieldName::Has => Field::Has(one_of(field, text, POSSESSIONS, at)?),
        FieldName::Regime => Field::Regime(name(field, text, at)?),
        FieldName::Issuer => Field::Issuer(name(field, text, at)?),
        FieldName::Speaker => Field::Speaker(name(field, text, at)?),
        FieldName::Source => Field::Source(name(field, text, at)?),
        FieldName::Label => Field::Label(name(field, text, at)?),
        FieldName::Listed => return Err(no_lists(at)),
        FieldName::Title | FieldName::Note => return Err(field.without_value(None, at)),
    })
}

/// The values of `is:`.
pub(crate) const CONDITIONS: &[(&str, Condition)] = &[
    ("unread", Condition::Unread),
    ("read", Condition::Read),
    ("starred", Condition::Starred),
    ("alerted", Condition::Alerted),
    ("duplicate", Condition::Duplicate),
    ("revised", Condition::Revised),
];

/// The values of `has:`.
pub(crate) const POSSESSIONS: &[(&str, Possession)] =
    &[("note", Possession::Note), ("label", Possession::Label), ("attachment", Possession::Attachment)];

fn one_of<T: Copy>(
    field: FieldName,
    text: &str,
    values: &[(&str, T)],
    at: Range<usize>,
) -> Result<T, QueryFault> {
    let found = values.iter().find(|(value, _)| value.eq_ignore_ascii_case(text)).map(|(_, value)| *value);
    found.ok_or_else(|| {
        let names: Vec<&str> = values.iter().map(|(value, _)| *value).collect();
        QueryFault::new(at, format!("“{}:” knows no “{text}”.", field.name()))
            .hinted(format!("Write one of {}.", names.join(", ")))
    })
}

fn name(field: FieldName, text: &str, at: Range<usize>) -> Result<String, QueryFault> {
    match holds_word(text) {
        true => Ok(text.to_owned()),
        false => Err(QueryFault::new(at, format!("“{}:” has no name to look for.", field.name())).hinted(
            format!("Write a name with letters or digits, as in {}:{}.", field.name(), field.example()),
        )),
    }
}

fn several_values(field: FieldName, text: &str, at: Range<usize>) -> QueryFault {
    let name = field.name();
    let values = text.split(',').filter(|value| !value.is_empty());
    let each: Vec<String> = values.take(4).map(|value| format!("{name}:{value}")).collect();
    let hint = match each.len() {
        1 => format!("Write {} without a comma.", each[0]),
        _ => format!("Write ({}).", each.join(" OR ")),
    };
    QueryFault::new(at, format!("“{name}:” takes one value, and a comma does not divide values."))
        .hinted(hint)
}

fn no_lists(at: Range<usize>) -> QueryFault {
    QueryFault::new(at, "This version keeps no sanctions lists yet, so “listed:” cannot be answered.")
        .hinted("Leave it out, or ask for topic:sanctions or regime: instead.")
}
