//! The catalogue of official sources that the program ships: looking into it, and following what is in it.

mod find;
mod rows;
mod sets;

pub use rows::{Official, OfficialForm, OfficialKind, OfficialStatus};
pub use sets::StarterSet;

use chancery_model::{Source, SourceKind};
use chancery_store::{Error as StoreError, NewSource};

use crate::api::types::{Catalogue, CatalogueOrder, OfficialSource};
use crate::{App, AppError};

impl App {
    /// Gives the official sources that an order asks for, in the catalogue's order, and what could narrow it down.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn catalogue(&self, order: &CatalogueOrder) -> Result<Catalogue, AppError> {
        let followed = self.archive().read(|reader| reader.sources()).await?;
        let named: Vec<&Official> =
            rows::all().iter().filter(|one| find::has_words(one, &order.words)).collect();
        let asked = named.iter().filter(|one| find::is_asked(one, order));
        let source = |one: &&Official| OfficialSource {
            official: (*one).clone(),
            followed: followed.iter().any(|source| source.url == one.url || source.name == one.name),
        };
        Ok(Catalogue {
            sources: asked.map(source).collect(),
            countries: find::counted(&named, |one| one.country.iter().cloned().collect(), find::publisher),
            topics: find::counted(&named, |one| one.topics.clone(), |_| None),
            languages: find::counted(&named, |one| one.languages.clone(), |_| None),
            kinds: find::counted(&named, |one| vec![one.kind.to_string()], |_| None),
        })
    }

    /// Follows an official source by its address or name, as the catalogue has it; its first visit shows what it is.
    ///
    /// # Errors
    /// The catalogue has no such source, or it is followed already.
    pub async fn follow_official(&self, wanted: &str) -> Result<Source, AppError> {
        let mut all = rows::all().iter();
        let official = all.find(|one| one.url == wanted || one.name.eq_ignore_ascii_case(wanted));
        let official =
            official.ok_or_else(|| AppError::Unknown { what: "official source", id: wanted.to_owned() })?;
        self.follow(new_source(official)).await
    }

    /// The sets of official sources to begin with.
    pub fn starter_sets(&self) -> &'static [StarterSet] {
        sets::all()
    }

    /// Follows all sources of a starter set that are not followed yet, and gives those that are new.
    ///
    /// # Errors
    /// There is no such set, or the archive fails.
    pub async fn follow_starter_set(&self, key: &str) -> Result<Vec<Source>, AppError> {
        let set = sets::all().iter().find(|set| set.key == key);
        let set = set.ok_or_else(|| AppError::Unknown { what: "starter set", id: key.to_owned() })?;
        let (mut followed, names) = (Vec::new(), set.sources());
        for official in rows::all().iter().filter(|one| names.contains(&one.name)) {
            match self.follow(new_source(official)).await {
                Ok(source) => followed.push(source),
                Err(AppError::Store(StoreError::SourceExists { .. })) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(followed)
    }
}

fn new_source(official: &Official) -> NewSource {
    let code = official.country.as_deref().and_then(|code| code.parse().ok());
    NewSource {
        name: official.name.clone(),
        url: official.url.clone(),
        kind: match official.form {
            OfficialForm::Feed => SourceKind::Feed,
            OfficialForm::Page => SourceKind::Page,
        },
        // UN is a publisher and no country.
        country: code.filter(|code| chancery_text::country_name(*code).is_some()),
    }
}
