//! The user's own topics and words: kept in the archive, held as a tagger, and known to the query language.

use std::sync::{Arc, PoisonError};

use chancery_annotate::{Tagger, TopicLexicon};
use chancery_rules::Language;

use crate::api::types::Change;
use crate::{App, AppError};

/// The key under which the user's file stands in the archive.
const KEY: &str = "topics";

/// The user's file as it was read last, with what follows from it.
pub(crate) struct Topics {
    file: String,
    tagger: Tagger,
    language: Arc<Language>,
}

impl Default for Topics {
    fn default() -> Self {
        Self::of(String::new(), TopicLexicon::shipped())
    }
}

impl Topics {
    fn of(file: String, lexicon: Arc<TopicLexicon>) -> Self {
        let own = lexicon.topics().iter().filter(|topic| topic.own);
        let language = Language::with_topics(own.map(|topic| (topic.slug.clone(), topic.name.clone())));
        Self { file, language: language.into(), tagger: Tagger::with_topics(lexicon) }
    }

    /// Reads a file; one that cannot be read, as another version of the program may have left it, changes nothing.
    fn read(file: String) -> Self {
        let lexicon = TopicLexicon::with_own(&file).map_or_else(|_| TopicLexicon::shipped(), Arc::new);
        Self::of(file, lexicon)
    }
}

impl App {
    /// The user's own topics and words, in the format of `docs/topics.md`; empty when there are none.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn own_topics(&self) -> Result<String, AppError> {
        Ok(self.archive().read(|reader| reader.setting(KEY)).await?.unwrap_or_default())
    }

    /// Saves the user's topics and words in place of those before. Returns how many statements have tags that other
    /// words made: [`App::retag`] makes them anew.
    ///
    /// # Errors
    /// A line cannot be read ([`AppError::Topics`]: nothing is saved), or the archive fails.
    pub async fn save_own_topics(&self, file: &str) -> Result<u64, AppError> {
        TopicLexicon::with_own(file).map_err(AppError::Topics)?;
        let saved = file.to_owned();
        self.archive().write(move |writer| writer.save_setting(KEY, &saved)).await?;
        let stale = self.stale_tags().await?;
        self.announce(Change::Settings);
        self.announce(Change::Rules);
        Ok(stale)
    }

    /// How many statements have tags that other data made than this program and the user's topics.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn stale_tags(&self) -> Result<u64, AppError> {
        let version = self.tagger().await?.data_version().to_owned();
        self.archive().read(move |reader| reader.stale_count(&version)).await
    }

    /// The tagger with the user's topics, read anew when they have changed, whoever changed them.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn tagger(&self) -> Result<Tagger, AppError> {
        self.with_topics(|topics| topics.tagger.clone()).await
    }

    /// The query language with the user's topics.
    pub(crate) async fn language(&self) -> Result<Arc<Language>, AppError> {
        self.with_topics(|topics| topics.language.clone()).await
    }

    async fn with_topics<T>(&self, take: impl FnOnce(&Topics) -> T) -> Result<T, AppError> {
        let file = self.own_topics().await?;
        let mut held = self.topics_held().lock().unwrap_or_else(PoisonError::into_inner);
        if held.file != file {
            *held = Topics::read(file);
        }
        Ok(take(&held))
    }
}
