//! The catalogue of official sources that the program ships, and sets of them to begin with.

use std::sync::LazyLock;

use chancery_model::{Source, SourceKind};
use chancery_store::{Error as StoreError, NewSource};

use crate::api::types::StarterSet;
use crate::{App, AppError};

/// A row of `data/sources.csv`.
struct Official {
    name: String,
    country: Option<chancery_model::CountryCode>,
    url: String,
    kind: SourceKind,
}

/// A row of `data/starter-sets.tsv`.
struct Set {
    key: String,
    name: String,
    description: String,
    sources: Vec<String>,
}

static CATALOGUE: LazyLock<Vec<Official>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_str!("../../../../data/sources.csv").as_bytes());
    reader.records().flatten().filter_map(|row| official(&row)).collect()
});

static SETS: LazyLock<Vec<Set>> = LazyLock::new(|| {
    let table = include_str!("../../../../data/starter-sets.tsv").as_bytes();
    let mut builder = csv::ReaderBuilder::new();
    let builder = builder.delimiter(b'\t').quoting(false).comment(Some(b'#')).has_headers(false);
    let mut reader = builder.from_reader(table);
    reader.records().flatten().filter_map(|row| set(&row)).collect()
});

fn official(row: &csv::StringRecord) -> Option<Official> {
    let kind = if row.get(5)? == "page" { SourceKind::Page } else { SourceKind::Feed };
    // UN and INT are no countries.
    let country = row.get(2)?.parse().ok().filter(|code| chancery_text::country_name(*code).is_some());
    Some(Official { name: row.get(0)?.to_owned(), country, url: row.get(4)?.to_owned(), kind })
}

fn set(row: &csv::StringRecord) -> Option<Set> {
    let sources = row.get(3)?.split('|').map(str::to_owned).collect();
    let text = |column| row.get(column).map(str::to_owned);
    Some(Set { key: text(0)?, name: text(1)?, description: text(2)?, sources })
}

/// The sets that the program ships.
pub(crate) fn starter_sets() -> Vec<StarterSet> {
    let view = |set: &Set| StarterSet {
        key: set.key.clone(),
        name: set.name.clone(),
        description: set.description.clone(),
        sources: set.sources.clone(),
    };
    SETS.iter().map(view).collect()
}

impl App {
    /// Follows all sources of a starter set that are not followed yet, and gives those that are new.
    ///
    /// # Errors
    /// There is no such set, or the archive fails.
    pub async fn follow_starter_set(&self, key: &str) -> Result<Vec<Source>, AppError> {
        let set = SETS.iter().find(|set| set.key == key);
        let set = set.ok_or_else(|| AppError::Unknown { what: "starter set", id: key.to_owned() })?;
        let mut followed = Vec::new();
        for official in CATALOGUE.iter().filter(|official| set.sources.contains(&official.name)) {
            let new = NewSource {
                name: official.name.clone(),
                url: official.url.clone(),
                kind: official.kind,
                country: official.country,
            };
            match self.follow(new).await {
                Ok(source) => followed.push(source),
                Err(AppError::Store(StoreError::SourceExists { .. })) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(followed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_of_a_set_is_in_the_catalogue_once() {
        assert!(SETS.len() >= 6 && CATALOGUE.len() > 200);
        for set in SETS.iter() {
            for name in &set.sources {
                let found = CATALOGUE.iter().filter(|official| official.name == *name).count();
                assert_eq!(found, 1, "{name} of the set {}", set.key);
            }
        }
    }

    #[test]
    fn every_address_of_the_catalogue_is_whole() {
        for official in CATALOGUE.iter() {
            let url = url::Url::parse(&official.url).unwrap_or_else(|why| panic!("{}: {why}", official.url));
            assert!(matches!(url.scheme(), "http" | "https") && url.has_host(), "{url}");
        }
    }
}
