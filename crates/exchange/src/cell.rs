//! What stands in one cell of one statement: the single place that turns tags into columns.

use chancery_model::{Check, CountryTag, Organ, Published, ResolutionTag, Statement, When};
use chrono::{DateTime, SecondsFormat, Utc};

use crate::Column;

/// The content of a cell before it is written as CSV or JSON.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    /// Not known.
    Empty,
    /// One value.
    One(String),
    /// A number.
    Number(u32),
    /// Yes or no.
    Flag(bool),
    /// Several values in the order of the file; `None` keeps the place of an unknown one beside a known pair.
    Several(Vec<Option<String>>),
}

impl Cell {
    fn optional(value: Option<impl Into<String>>) -> Self {
        value.map(Into::into).filter(|text| !text.is_empty()).map_or(Cell::Empty, Cell::One)
    }

    fn sorted(values: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let mut values: Vec<String> = values.into_iter().map(Into::into).collect();
        values.sort_by_cached_key(|value| value.replace(';', ","));
        values.dedup();
        Cell::Several(values.into_iter().map(Some).collect())
    }

    /// The cell as CSV holds it: several values are joined by `;`, a `;` inside one becomes `,`.
    pub(crate) fn joined(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::One(text) => text.clone(),
            Cell::Number(number) => number.to_string(),
            Cell::Flag(flag) => flag.to_string(),
            Cell::Several(values) if values.iter().all(Option::is_none) => String::new(),
            Cell::Several(values) => {
                let parts: Vec<String> =
                    values.iter().map(|value| value.as_deref().unwrap_or("").replace(';', ",")).collect();
                parts.join(";")
            }
        }
    }
}

/// Returns what a column holds for a statement.
pub(crate) fn cell(statement: &Statement, column: Column) -> Cell {
    let tags = &statement.annotations;
    match column {
        Column::StatementId => Cell::One(statement.id.0.clone()),
        Column::Revision => Cell::Number(statement.revision),
        Column::PublishedAt => Cell::optional(statement.draft.published.as_ref().map(published)),
        Column::PublishedPrecision => {
            Cell::optional(statement.draft.published.map(|published| published.when.precision()))
        }
        Column::CollectedAt => Cell::One(utc(statement.collected_at)),
        Column::SourceId => Cell::One(statement.source.0.clone()),
        Column::SourceName => Cell::One(statement.source_name.clone()),
        Column::SourceCountry => Cell::optional(statement.source_country),
        Column::Speaker => {
            Cell::Several(speakers(statement).into_iter().map(|(name, _)| Some(name)).collect())
        }
        Column::SpeakerRole => Cell::Several(speakers(statement).into_iter().map(|(_, role)| role).collect()),
        Column::Issuer => Cell::optional(tags.issuer.as_ref().map(|issuer| issuer.name.as_str())),
        Column::Title => Cell::optional(Some(statement.draft.title.as_str())),
        Column::Language => Cell::optional(tags.lang.or(statement.draft.lang)),
        Column::Countries => Cell::sorted(tags.countries.iter().map(|country| country.code)),
        Column::About => Cell::sorted(about(&tags.countries)),
        Column::Topics => Cell::sorted(tags.topics.iter().map(|topic| topic.slug.as_str())),
        Column::Resolutions => resolutions(&tags.resolutions),
        Column::Regimes => Cell::sorted(tags.regimes.iter().map(|regime| regime.key.as_str())),
        Column::ListedParties => Cell::Several(Vec::new()),
        Column::MatchedRules => {
            Cell::Several(matches(statement).into_iter().map(|(rule, _)| Some(rule)).collect())
        }
        Column::MatchedText => {
            Cell::Several(matches(statement).into_iter().map(|(_, text)| Some(text)).collect())
        }
        Column::Url => Cell::optional(statement.draft.url.as_deref()),
        Column::Sha256 => Cell::optional(statement.sha256.as_deref()),
        Column::DuplicateGroup => {
            Cell::optional(statement.group.as_ref().map(|group| group.first.0.as_str()))
        }
        Column::Read => Cell::Flag(statement.marks.read),
        Column::Starred => Cell::Flag(statement.marks.starred),
        Column::Labels => Cell::sorted(statement.marks.labels.iter().map(String::as_str)),
        Column::Note => Cell::optional(statement.marks.note.as_deref()),
        Column::Text => Cell::optional(Some(statement.draft.text.as_str())),
    }
}

/// ISO 8601 in UTC with `Z`, to the second.
pub(crate) fn utc(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn published(published: &Published) -> String {
    match published.when {
        When::Day(day) => day.to_string(),
        when => utc(when.utc()),
    }
}

/// Returns whether a citation counts as stated: a wrong year may mean another resolution.
pub(crate) fn is_stated(resolution: &ResolutionTag) -> bool {
    resolution.stated && resolution.check != Check::YearDiffers
}

/// Stated resolutions of the Security Council in the order of their numbers.
fn resolutions(tags: &[ResolutionTag]) -> Cell {
    let mut numbers: Vec<&str> = tags
        .iter()
        .filter(|tag| tag.organ == Organ::SecurityCouncil && is_stated(tag))
        .map(|tag| tag.number.as_str())
        .collect();
    numbers.sort_by_key(|number| (number.parse::<u32>().unwrap_or(u32::MAX), *number));
    numbers.dedup();
    Cell::Several(numbers.into_iter().map(|number| Some(number.to_owned())).collect())
}

fn about(countries: &[CountryTag]) -> impl Iterator<Item = chancery_model::CountryCode> {
    countries.iter().filter(|country| country.about).map(|country| country.code)
}

/// Speakers by name, each with its role, so that the two columns keep step.
fn speakers(statement: &Statement) -> Vec<(String, Option<String>)> {
    let tags = statement.annotations.speakers.iter();
    let mut pairs: Vec<_> = tags.map(|speaker| (speaker.name.clone(), speaker.role.clone())).collect();
    pairs.sort();
    pairs.dedup();
    pairs
}

/// Rules by name, each with the passage that matched, so that the two columns keep step.
fn matches(statement: &Statement) -> Vec<(String, String)> {
    let mut pairs = statement.matched_rules.clone();
    pairs.sort();
    pairs.dedup_by(|a, b| a.0 == b.0);
    pairs
}
