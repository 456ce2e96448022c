//! A row with the tags that the tagger makes of it, in the words of the labels.

use std::collections::BTreeSet;

use chancery_annotate::{Context, annotate};
use chancery_model::{Annotations, Check, CountryTag, Draft, Organ};

use crate::row::Row;

/// A tagged row.
#[derive(Debug)]
pub struct Tagged {
    draft: Draft,
    tags: Annotations,
}

impl Tagged {
    /// Tags a row. The row's language stands for the one that a publisher states.
    pub fn new(row: &Row) -> Self {
        let draft = Draft {
            title: row.text("title").into(),
            text: row.text("text").into(),
            lang: row.text("lang").parse().ok(),
            ..Draft::default()
        };
        let tags = annotate(&draft, &Context::default());
        Self { draft, tags }
    }

    /// Returns every country.
    pub fn countries(&self) -> BTreeSet<String> {
        self.countries_where(|_| true)
    }

    /// Returns the countries whose own name stands there.
    pub fn named(&self) -> BTreeSet<String> {
        self.countries_where(|tag| tag.named)
    }

    /// Returns the countries that the statement is about.
    pub fn about(&self) -> BTreeSet<String> {
        self.countries_where(|tag| tag.about)
    }

    fn countries_where(&self, holds: impl Fn(&CountryTag) -> bool) -> BTreeSet<String> {
        self.tags.countries.iter().filter(|tag| holds(tag)).map(|tag| tag.code.to_string()).collect()
    }

    /// Returns the topics.
    pub fn topics(&self) -> BTreeSet<String> {
        self.tags.topics.iter().map(|tag| tag.slug.clone()).collect()
    }

    /// Returns the numbers of the Security Council's resolutions that count as stated.
    pub fn resolutions(&self) -> BTreeSet<String> {
        let council = self.tags.resolutions.iter().filter(|tag| tag.organ == Organ::SecurityCouncil);
        let stated = council.filter(|tag| tag.stated && tag.check != Check::YearDiffers);
        stated.map(|tag| tag.number.clone()).collect()
    }

    /// Returns the keys of the regimes that are named.
    pub fn regimes(&self) -> BTreeSet<String> {
        self.tags.regimes.iter().filter(|tag| tag.stated).map(|tag| tag.key.clone()).collect()
    }

    /// Returns the issuer's code.
    pub fn issuer(&self) -> Option<String> {
        self.tags.issuer.as_ref()?.code.clone()
    }

    /// Returns the names of those who speak.
    pub fn speakers(&self) -> Vec<&str> {
        self.tags.speakers.iter().map(|tag| tag.name.as_str()).collect()
    }

    /// Returns the quoted words with the speaker of each, empty where nobody is named.
    pub fn quotes(&self) -> Vec<(&str, &str)> {
        let words = |span: &chancery_model::Span| span.of(&self.draft.title, &self.draft.text);
        let quotes = self.tags.quotes.iter();
        quotes
            .filter_map(|quote| Some((words(quote.spans.first()?), quote.speaker.as_deref().unwrap_or(""))))
            .collect()
    }
}

/// Returns the language of a text from the text alone, without what its publisher states.
pub fn language(title: &str, text: &str) -> Option<String> {
    let draft = Draft { title: title.into(), text: text.into(), ..Draft::default() };
    chancery_annotate::language(&draft).map(|lang| lang.to_string())
}
