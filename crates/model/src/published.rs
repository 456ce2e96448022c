use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

/// A point of time with the precision at which it was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "precision", content = "at", rename_all = "lowercase")]
pub enum When {
    /// A date and time with the offset that was stated.
    Instant(DateTime<FixedOffset>),
    /// A date and time of which no zone was stated; taken as UTC.
    Local(chrono::NaiveDateTime),
    /// A date without a time.
    Day(NaiveDate),
}

impl When {
    /// The moment in UTC: a bare day counts from its first second.
    pub fn utc(&self) -> DateTime<Utc> {
        match self {
            When::Instant(at) => at.to_utc(),
            When::Local(at) => at.and_utc(),
            When::Day(day) => day.and_time(NaiveTime::MIN).and_utc(),
        }
    }

    /// The calendar day in UTC.
    pub fn day(&self) -> NaiveDate {
        self.utc().date_naive()
    }

    /// `second` or `day`: the word that exports and the window use.
    pub fn precision(&self) -> &'static str {
        match self {
            When::Instant(_) | When::Local(_) => "second",
            When::Day(_) => "day",
        }
    }

    /// ISO 8601 as it was stated: with the offset, or a bare date where no time was.
    pub fn stated_form(&self) -> String {
        match self {
            When::Instant(at) => at.to_rfc3339_opts(SecondsFormat::Secs, true),
            When::Local(at) => at.and_utc().to_rfc3339_opts(SecondsFormat::Secs, true),
            When::Day(day) => day.to_string(),
        }
    }
}

/// Where a time comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The feed or the page states it as its own date.
    Stated,
    /// It was concluded from a URL, a header or the running text.
    Inferred,
}

/// When a statement was published, with its doubt. An unknown date is `Option::None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The time and its precision.
    #[serde(flatten)]
    pub when: When,
    /// Whether it was stated or inferred.
    pub basis: Basis,
}
