//! The tagger: countries, topics, resolutions, regimes, speakers and the issuer of a statement, each with evidence.

mod about;
mod catalogue;
mod citation;
mod countries;
mod dateline;
mod folded;
mod gazetteer;
mod inflect;
mod instruments;
mod language;
mod letter;
mod lexeme;
mod mask;
mod mention;
mod names;
mod namesakes;
mod organ;
mod persons;
mod phrase;
mod regimes;
mod resolutions;
mod saying;
mod scan;
mod seats;
mod speaking;
mod surroundings;
mod table;
mod tagger;
mod tongues;
mod topics;
mod traps;
mod vocabulary;

pub use catalogue::{Regime, Resolution, regime, regimes, resolution};
pub use language::language;
pub use tagger::Tagger;
pub use topics::{RowFault, Topic, TopicEntry, TopicError, TopicLexicon, TopicRow, TopicWord};
pub use vocabulary::{folded, vocabulary};

use chancery_model::{Annotations, CountryCode, Draft};

/// The version of the shipped data. Tags that carry another version are stale and may be made again.
pub const DATA_VERSION: &str = "2026-11-25.10";

/// What is known of a document beside its own text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Context<'c> {
    /// The name of the source that brought it.
    pub source_name: Option<&'c str>,
    /// The country or body that publishes the source.
    pub source_country: Option<CountryCode>,
    /// The address of the document.
    pub url: Option<&'c str>,
}

/// Tags a document with the shipped topics. Pure: the same text gives the same tags; no input makes it fail.
pub fn annotate(draft: &Draft, context: &Context<'_>) -> Annotations {
    Tagger::shipped().annotate(draft, context)
}

/// The tags of a document, with the topics of a tagger.
fn tags(draft: &Draft, context: &Context<'_>, tagger: &Tagger) -> Annotations {
    let lang = language::language(draft);
    let reading = language::reading(lang, draft);
    let document = countries::Document::new(&draft.title, &draft.text, reading);
    let mentions = countries::placed_mentions(&document);
    let issuer = speaking::issuer(&document, &mentions, reading, context);
    let issuing = issuer.as_ref().and_then(|issuer| issuer.code.as_deref()?.parse().ok());
    let own = context.source_country.or(issuing);
    let resolutions = resolutions::resolution_tags(&document, &mentions);
    let instruments = instruments::instrument_tags(&document);
    let countries = countries::country_tags(&document, &mentions, own);
    let found = regimes::Found {
        resolutions: &resolutions,
        instruments: &instruments,
        countries: &countries,
        issuer: issuer.as_ref().and_then(|issuer| issuer.code.as_deref()),
    };
    let regimes = regimes::regime_tags(&document, &found);
    let heard = speaking::heard(&document, &mentions, reading);
    Annotations {
        lang,
        topics: topics::topic_tags(&document, reading, tagger.topics(), &resolutions),
        issuer,
        speakers: speaking::speakers(&document, &heard, reading),
        countries,
        regimes,
        resolutions,
        instruments,
        quotes: speaking::quotes(&document, &heard, reading, lang),
        data_version: tagger.data_version().to_owned(),
    }
}
