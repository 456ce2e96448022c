use serde::{Deserialize, Serialize};

use crate::{CountryCode, Lang, Span};

/// A country that a statement names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountryTag {
    /// Which country.
    pub code: CountryCode,
    /// How often it is named.
    pub count: u32,
    /// Whether the statement is about it, not only mentions it.
    pub about: bool,
    /// Whether the country's own name stands there, not only an adjective, city or person.
    pub named: bool,
    /// The evidence, in order; at least one.
    pub spans: Vec<Span>,
}

/// A topic of a statement; `slug` is one of [`crate::TOPICS`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicTag {
    /// The topic's slug.
    pub slug: String,
    /// The evidence, in order; at least one.
    pub spans: Vec<Span>,
}

/// The body whose resolution is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum Organ {
    /// The Security Council.
    #[serde(rename = "UNSC")]
    SecurityCouncil,
    /// The General Assembly.
    #[serde(rename = "UNGA")]
    GeneralAssembly,
    /// The Human Rights Council.
    #[serde(rename = "HRC")]
    HumanRightsCouncil,
    /// Some other body.
    #[serde(rename = "other")]
    Other,
}

/// What the catalogue of resolutions says of a citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// Number and year agree, or no year was given.
    Ok,
    /// The number exists, in another year: such a citation does not count as stated.
    YearDiffers,
    /// The catalogue does not know the number.
    UnknownNumber,
}

/// A resolution that a statement cites or implies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResolutionTag {
    /// The resolution's number (`1718`; for a General Assembly citation the form as written, `68/262`).
    pub number: String,
    /// The year that was written beside it, else the catalogue's.
    pub year: Option<u16>,
    /// The body that adopted it.
    pub organ: Organ,
    /// False when it is only implied ("multiple Security Council resolutions").
    pub stated: bool,
    /// What the catalogue says.
    pub check: Check,
    /// The evidence, in order; at least one.
    pub spans: Vec<Span>,
}

/// A sanctions regime, by its key in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegimeTag {
    /// The catalogue's key.
    pub key: String,
    /// Whether the text names it, or a citation implies it.
    pub stated: bool,
    /// The evidence, in order; at least one.
    pub spans: Vec<Span>,
}

/// What kind of legal instrument is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum InstrumentKind {
    /// The Charter of the United Nations, an article or a chapter of it.
    Charter,
    /// A treaty or convention.
    Treaty,
    /// A decision, regulation or directive of the European Union.
    EuAct,
    /// An executive order of the United States.
    ExecutiveOrder,
    /// A programme code of the Office of Foreign Assets Control.
    Programme,
    /// A statutory instrument of the United Kingdom.
    StatutoryInstrument,
}

/// A legal instrument, other than a resolution, that a statement cites.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InstrumentTag {
    /// Its kind.
    pub kind: InstrumentKind,
    /// Its key: `un-charter`, `un-charter/51`, `npt`, a CELEX number (`32014R0833`), `EO14024`, `RUSSIA-EO14024`,
    /// `uksi/2019/855`.
    pub key: String,
    /// Its usual English name.
    pub name: String,
    /// The evidence, in order; at least one.
    pub spans: Vec<Span>,
}

/// Words that are quoted directly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteTag {
    /// Who is quoted, by the name or office that stands beside the words; none where nobody is named.
    pub speaker: Option<String>,
    /// The language of the quoted words, where it is certain and differs from that of the statement.
    pub lang: Option<Lang>,
    /// Where the words stand, without the quotation marks; one span.
    pub spans: Vec<Span>,
}

/// Somebody who speaks in the statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakerTag {
    /// The name as written, without role.
    pub name: String,
    /// The role as written beside the name.
    pub role: Option<String>,
    /// The evidence, in order; at least one.
    pub spans: Vec<Span>,
}

/// The body that issues the statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssuerTag {
    /// The body's name.
    pub name: String,
    /// ISO code of its country, `EU`, `XK`, or an organisation's (`UN`, `NATO`, `G7`).
    pub code: Option<String>,
    /// The evidence; empty only when the issuer is known from the source and not from the text.
    pub spans: Vec<Span>,
}

/// Everything that the tagger says of one text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Annotations {
    /// The language, when it is certain enough.
    pub lang: Option<Lang>,
    /// Countries in order of first mention.
    pub countries: Vec<CountryTag>,
    /// Topics in the order of [`crate::TOPICS`].
    pub topics: Vec<TopicTag>,
    /// Resolutions in order of first mention.
    pub resolutions: Vec<ResolutionTag>,
    /// Sanctions regimes.
    pub regimes: Vec<RegimeTag>,
    /// Other legal instruments in order of first mention.
    #[serde(default)]
    pub instruments: Vec<InstrumentTag>,
    /// Speakers in order of first mention.
    pub speakers: Vec<SpeakerTag>,
    /// Direct quotations in order.
    #[serde(default)]
    pub quotes: Vec<QuoteTag>,
    /// The issuer.
    pub issuer: Option<IssuerTag>,
    /// The version of the data that made these tags.
    pub data_version: String,
}

impl Annotations {
    /// The language in which title and text are analysed, by index, rules and marks alike: the tagger's, else the one
    /// that the publisher states.
    pub fn reading_lang(&self, stated: Option<Lang>) -> Option<Lang> {
        self.lang.or(stated)
    }
}
