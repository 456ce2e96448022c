use chrono::NaiveDate;

use crate::{CountryCode, Lang};

/// A parsed query. `And` and `Or` hold at least two parts.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Query {
    /// The empty query: every statement.
    Everything,
    /// All parts match.
    And(Vec<Query>),
    /// At least one part matches.
    Or(Vec<Query>),
    /// The part does not match.
    Not(Box<Query>),
    /// A word, a phrase or a beginning of a word.
    Literal(Literal),
    /// Two literals with at most `words` words between them, in either order.
    Near {
        /// One side.
        left: Literal,
        /// The other side.
        right: Literal,
        /// How many words may stand between.
        words: u8,
    },
    /// A field with its value.
    Field(Field),
}

/// Where a literal is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The title or the text.
    Anywhere,
    /// The title alone (`title:`).
    Title,
    /// The user's note (`note:`; searches only).
    Note,
}

/// The form of a literal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LiteralKind {
    /// A bare word, in any inflected form.
    Word,
    /// Words in quotes: side by side, in order, each possibly inflected.
    Phrase,
    /// `word*`: the beginning of a written form.
    Prefix,
}

/// Words as typed, without quotes or star.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Literal {
    /// The words as typed.
    pub text: String,
    /// Word, phrase or prefix.
    pub kind: LiteralKind,
    /// Where to look.
    pub scope: Scope,
}

/// A field of the query language. Names were resolved to codes by the parser where a code exists.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Field {
    /// `country:` named at all.
    Country(CountryCode),
    /// `about:` what the statement is about.
    About(CountryCode),
    /// `topic:` a slug of [`crate::TOPICS`].
    Topic(String),
    /// `regime:` a key of the catalogue.
    Regime(String),
    /// `res:` a Security Council resolution.
    Resolution {
        /// Its number.
        number: u32,
        /// `res:1718~`: also when only implied.
        implied_too: bool,
    },
    /// `issuer:` a name or code.
    Issuer(String),
    /// `speaker:` a name.
    Speaker(String),
    /// `source:` an id or name.
    Source(String),
    /// `listed:` `any`, a list or a party's uid.
    Listed(String),
    /// `lang:`
    Lang(Lang),
    /// `after:` the first day that counts (inclusive).
    After(DateValue),
    /// `before:` the first day that no longer counts (exclusive).
    Before(DateValue),
    /// `within:` this long before now.
    Within(Period),
    /// `label:` (searches only).
    Label(String),
    /// `is:` (searches only, but for `duplicate` and `revised` they are all what a person did).
    Is(Condition),
    /// `has:` (searches only).
    Has(Possession),
}

/// A date, month or year as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateValue {
    /// `2024-10-24`
    Day(NaiveDate),
    /// `2024-10`: year and month.
    Month(i32, u32),
    /// `2024`
    Year(i32),
}

impl DateValue {
    /// The first day of the date, month or year.
    pub fn first_day(&self) -> Option<NaiveDate> {
        match *self {
            DateValue::Day(day) => Some(day),
            DateValue::Month(year, month) => NaiveDate::from_ymd_opt(year, month, 1),
            DateValue::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1),
        }
    }
}

/// A length of time back from now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// `7d`
    Days(u32),
    /// `3w`
    Weeks(u32),
    /// `1y`: 365 days each.
    Years(u32),
}

impl Period {
    /// The length in days.
    pub fn days(&self) -> u32 {
        match *self {
            Period::Days(n) => n,
            Period::Weeks(n) => n.saturating_mul(7),
            Period::Years(n) => n.saturating_mul(365),
        }
    }
}

/// Values of `is:`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Condition {
    Unread,
    Read,
    Starred,
    Alerted,
    Duplicate,
    Revised,
}

/// Values of `has:`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Possession {
    Note,
    Label,
    Attachment,
}
