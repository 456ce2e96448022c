//! The tagger with the lexicon of topics that it was given.

use std::sync::Arc;

use chancery_model::{Annotations, Draft};

use crate::topics::TopicLexicon;
use crate::{Context, DATA_VERSION, tags};

/// Tags documents with the shipped words of topics or with a user's own. Cheap to clone, and shared between threads.
#[derive(Clone)]
pub struct Tagger {
    topics: Arc<TopicLexicon>,
    version: Arc<str>,
}

impl Tagger {
    /// Makes the tagger with the shipped topics.
    pub fn shipped() -> Self {
        Self::with_topics(TopicLexicon::shipped())
    }

    /// Makes a tagger with other topics.
    pub fn with_topics(topics: impl Into<Arc<TopicLexicon>>) -> Self {
        let topics = topics.into();
        let version = match topics.version() {
            Some(own) => format!("{DATA_VERSION}+topics.{own}"),
            None => DATA_VERSION.to_owned(),
        };
        Self { topics, version: version.into() }
    }

    /// Returns the topics that it tags.
    pub fn topics(&self) -> &TopicLexicon {
        &self.topics
    }

    /// Returns the version of the data, the user's topics included. Tags that carry another one are stale.
    pub fn data_version(&self) -> &str {
        &self.version
    }

    /// Tags a document. Pure: the same text gives the same tags; no input makes it fail.
    pub fn annotate(&self, draft: &Draft, context: &Context<'_>) -> Annotations {
        tags(draft, context, self)
    }
}
