//! The tables of one language, with the tree of all their patterns.

use std::collections::HashMap;
use std::sync::LazyLock;

use chancery_model::Lang;

use super::{Meaning, Section, Trie};
use crate::about::{self, Cue};
use crate::gazetteer::Lexicon;
use crate::instruments::Entries;
use crate::topics::{Finder, TopicLexicon};
use crate::{citation, regimes, saying, speaking};

/// What a text of one language is read by. Each is loaded when it is first asked for.
pub(crate) struct Tables {
    /// The names of countries.
    pub names: Lexicon,
    /// What each word of the section of cues says.
    pub cues: Vec<Cue>,
    /// The names of sanctions regimes.
    pub regimes: regimes::Names,
    /// The names and first words of legal instruments.
    pub instruments: Entries,
    /// The patterns of all sections, and the first words of the shipped topics.
    pub patterns: Trie,
}

macro_rules! tables {
    ($($lang:literal),*) => {
        static TABLES: LazyLock<HashMap<&'static str, LazyLock<Tables>>> = LazyLock::new(|| {
            HashMap::from([$(($lang, LazyLock::new((|| Tables::load($lang)) as fn() -> Tables))),*])
        });
    };
}
tables!(
    "en", "uk", "ru", "fr", "es", "de", "pl", "it", "pt", "tr", "ar", "fa", "zh", "ja", "ko", "cs", "bg",
    "sl"
);

impl Tables {
    /// Returns the tables of a language; those of English for one that the data does not have.
    pub fn of(lang: Lang) -> &'static Self {
        let known = TABLES.get(lang.as_str()).or_else(|| TABLES.get("en"));
        known.expect("English is in the table")
    }

    fn load(lang: &'static str) -> Self {
        let (names, forms) = Lexicon::load(lang);
        let cues = about::cues(lang).map(|(_, cue)| cue).collect();
        let (regimes, instruments) = (regimes::Names::load(lang), Entries::load(lang));
        let shipped = TopicLexicon::shipped();
        let topics = lang.parse().ok().and_then(|lang| shipped.finder(lang));
        let mut all = patterns(lang, &forms, &regimes, &instruments);
        add(&mut all, Section::Topics, topics.into_iter().flat_map(Finder::beginnings));
        let patterns = Trie::new(all);
        Self { names, cues, regimes, instruments, patterns }
    }

    /// Lists the patterns of a language.
    pub fn vocabulary(lang: Lang) -> Vec<String> {
        let (_, forms) = Lexicon::load(lang.as_str());
        let lang = lang.as_str();
        let (regimes, instruments) = (regimes::Names::load(lang), Entries::load(lang));
        let all = patterns(lang, &forms, &regimes, &instruments);
        all.into_iter().map(|(pattern, _)| pattern.to_owned()).collect()
    }
}

/// The patterns of all sections but the topics.
fn patterns<'p>(
    lang: &str,
    forms: &'p [String],
    regimes: &'p regimes::Names,
    instruments: &'p Entries,
) -> Vec<(&'p str, Meaning)> {
    let mut all = Vec::new();
    add(&mut all, Section::Names, forms.iter().map(String::as_str));
    add(&mut all, Section::Regimes, regimes.patterns());
    add(&mut all, Section::Announcements, citation::triggers());
    add(&mut all, Section::Bodies, speaking::bodies());
    add(&mut all, Section::Roles, speaking::roles());
    add(&mut all, Section::Cues, about::cues(lang).map(|(word, _)| word));
    add(&mut all, Section::Regions, about::region_patterns());
    add(&mut all, Section::Instruments, instruments.patterns());
    add(&mut all, Section::Sayings, saying::verbs(lang).map(|(verb, _)| verb));
    add(&mut all, Section::FirstPerson, saying::beginnings(lang, "we"));
    add(&mut all, Section::OwnState, saying::beginnings(lang, "own"));
    all
}

fn add<'p, 's: 'p>(
    all: &mut Vec<(&'p str, Meaning)>,
    section: Section,
    patterns: impl Iterator<Item = &'s str>,
) {
    let section = section as u8;
    all.extend(patterns.zip(0..).map(|(text, pattern)| (text, Meaning { section, pattern })));
}
