//! The names of countries, places and peoples in each language.

use chancery_model::CountryCode;
use chancery_text::is_alphabetic;
use hashbrown::{HashMap, HashSet};

use crate::folded::fold_pattern;
use crate::inflect::stems;
use crate::names::{self, Row, Surname};
use crate::surroundings::ContextWords;
use crate::traps;

/// What kind of name a form is, and with it how surely it says its country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The country's own name.
    Name,
    /// An adjective or a people.
    Adjective,
    /// A city, region or seat of power.
    Place,
    /// A person who speaks for the country.
    Person,
    /// A body of the country.
    Body,
    /// A single character that means a country only in a list of such.
    Initial,
    /// Says Congo, without saying which.
    Congo,
    /// Says Korea, without saying which.
    Korea,
    /// Georgia, the country or the state of the US.
    Georgia,
    /// Not a country, though a name stands in it.
    Block,
}

/// What makes a form doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// Nothing.
    None,
    /// A common word too: counts only with support.
    Weak,
    /// A common word at the beginning of a sentence.
    SentenceStart,
    /// A person's name too.
    Person,
    /// The surname of a leader: counts only behind the office.
    Office(&'static str),
}

/// How the first letter must be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    /// As it comes.
    Any,
    /// With a capital at the beginning of this word of the name, counted from zero: the last that the data writes so.
    Capital(usize),
    /// All capitals.
    Acronym,
}

/// One form of the data.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    /// The countries that it says; none for a block.
    pub codes: Vec<CountryCode>,
    /// Its kind.
    pub kind: Kind,
    /// What makes it doubtful.
    pub doubt: Doubt,
    /// How it must be written.
    pub case: Case,
    /// Which endings may follow; an empty list means that anything may.
    pub endings: &'static [&'static str],
    /// Whether the Arabic article belongs to it (`Some(true)`), or may not stand before it.
    pub article: Option<bool>,
}

/// The names of one language; forms by pattern number.
pub(crate) struct Lexicon {
    /// The form of each pattern.
    pub forms: Vec<Form>,
    /// Words beside a name that take the country out of it.
    pub context: ContextWords,
    /// Names that are common words where they are written small.
    small: HashSet<String>,
    /// Whether adjectives of countries are written with a capital.
    capital_adjectives: bool,
}

impl Lexicon {
    /// Loads the names of a language, with the pattern of each form.
    pub fn load(lang: &str) -> (Self, Vec<String>) {
        let mut builder = Builder {
            lang,
            doubts: traps::doubts(lang),
            patterns: Vec::new(),
            forms: Vec::new(),
            seen: HashMap::new(),
            group: 0,
        };
        builder.add_all(&blocks(lang));
        let [own, cldr, places, cities, leaders] = names::of(lang);
        let new: Vec<Row> = {
            let known: HashSet<&str> = own.iter().map(|row| row.key.as_str()).collect();
            cldr.into_iter().filter(|row| !known.contains(row.key.as_str())).collect()
        };
        let (first, others): (Vec<_>, Vec<_>) = own.into_iter().partition(is_first);
        for rows in [first, new, others, places, cities, leaders] {
            builder.add_all(&rows);
        }
        names::surnames(lang).iter().for_each(|surname| builder.add_surname(surname));
        if lang != "en" {
            builder.lang = "en";
            names::foreign(lang).into_iter().for_each(|rows| builder.add_all(rows));
        }
        let lexicon = Self {
            forms: builder.forms,
            context: ContextWords::load(lang),
            small: traps::small(lang),
            capital_adjectives: lang == "en",
        };
        (lexicon, builder.patterns)
    }

    /// Whether a name that is written with a capital is found without one, in a text that has none at all: the name of a
    /// country, or an adjective where they have capitals, that is no common word.
    pub fn may_be_small(&self, form: &Form, name: &str) -> bool {
        let is_sure = match form.kind {
            Kind::Name | Kind::Korea | Kind::Congo => true,
            Kind::Adjective => self.capital_adjectives,
            _ => false,
        };
        let is_long = form.case != Case::Acronym || name.len() > 2;
        is_sure
            && is_long
            && !matches!(form.doubt, Doubt::Weak | Doubt::SentenceStart)
            && !self.small.contains(name)
    }
}

fn blocks(lang: &str) -> Vec<Row> {
    traps::blocks(lang).map(|form| Row::new(Vec::new(), "block", form)).collect()
}

/// Of two forms that are written alike, the one that says no country stands, then the country's own name.
fn is_first(row: &Row) -> bool {
    matches!(kind_of(row.kind).0, Kind::Block | Kind::Name)
}

/// Gathers the patterns of one language; a form that stands there already is not added again.
struct Builder<'l> {
    lang: &'l str,
    doubts: HashMap<String, Doubt>,
    patterns: Vec<String>,
    forms: Vec<Form>,
    /// The keys of the forms, and in which group of rows each came first.
    seen: HashMap<String, usize>,
    group: usize,
}

impl Builder<'_> {
    fn add_all<'r>(&mut self, rows: impl IntoIterator<Item = &'r Row>) {
        self.group += 1;
        for row in rows {
            let group = self.seen.get(&row.key).copied();
            if group.is_none() {
                self.seen.insert(row.key.clone(), self.group);
            }
            if group.is_none_or(|group| group == self.group) {
                self.add(row);
            }
        }
    }

    fn add(&mut self, row: &Row) {
        let (kind, doubt) = kind_of(row.kind);
        let doubt = self.doubts.get(&row.key).copied().unwrap_or(doubt);
        let plain = row.form.replace(['ʼ', '’'], "'");
        for stem in stems(self.lang, kind, &plain) {
            let (pattern, article) = self.arabic(fold_pattern(&stem.stem), kind);
            self.patterns.push(pattern);
            self.forms.push(Form {
                codes: row.codes.clone(),
                kind,
                doubt,
                case: case_of(self.lang, row.form.trim_start_matches('=')),
                endings: stem.endings,
                article,
            });
        }
    }

    /// A surname of another leader, or that is a name of the tables, is not added again.
    fn add_surname(&mut self, surname: &Surname) {
        let row = Row::new(vec![surname.code], "leader", surname.name);
        let from = self.forms.len();
        if !self.seen.contains_key(&row.key) {
            self.seen.insert(row.key.clone(), self.group);
            self.add(&row);
            self.forms[from..].iter_mut().for_each(|form| form.doubt = Doubt::Office(surname.office));
        }
    }

    /// The article is a prefix that texts join to: it is cut from the pattern and asked for before the word.
    fn arabic(&self, pattern: String, kind: Kind) -> (String, Option<bool>) {
        if self.lang != "ar" {
            return (pattern, None);
        }
        match pattern.strip_prefix("ال") {
            Some(bare) if !bare.is_empty() => (bare.to_owned(), Some(true)),
            _ if kind == Kind::Adjective => (pattern, None),
            _ => (pattern, Some(false)),
        }
    }
}

fn kind_of(word: &str) -> (Kind, Doubt) {
    let doubt = match word.chars().next_back() {
        Some('?') => Doubt::Weak,
        Some('^') => Doubt::SentenceStart,
        Some('@') => Doubt::Person,
        _ => Doubt::None,
    };
    let kind = match word.trim_end_matches(['?', '^', '@']) {
        "name" => Kind::Name,
        "adj" | "pair" => Kind::Adjective,
        "org" => Kind::Body,
        "leader" => Kind::Person,
        "list" => Kind::Initial,
        "congo" => Kind::Congo,
        "korea" => Kind::Korea,
        "georgia" => Kind::Georgia,
        "block" => Kind::Block,
        _ => Kind::Place,
    };
    (kind, doubt)
}

fn case_of(lang: &str, form: &str) -> Case {
    if matches!(lang, "ar" | "fa" | "zh" | "ja") {
        return Case::Any;
    }
    let begins_large = |word: &str| word.chars().find(|c| is_alphabetic(*c)).is_some_and(char::is_uppercase);
    let letters = || form.chars().filter(|c| is_alphabetic(*c));
    let words = form.split(' ').enumerate();
    let last_large = words.filter(|(_, word)| begins_large(word)).last().map(|(at, _)| at);
    match last_large {
        Some(_) if letters().all(char::is_uppercase) && letters().count() < 7 => Case::Acronym,
        Some(word) => Case::Capital(word),
        None => Case::Any,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_of_the_tables_has_its_names() {
        for lang in names::languages() {
            let (lexicon, patterns) = Lexicon::load(lang);
            let bare = lexicon.forms.iter().filter(|form| form.codes.is_empty() && form.kind != Kind::Block);
            assert_eq!(bare.count(), 0, "{lang}: a form without a country");
            assert_eq!(lexicon.forms.len(), patterns.len());
        }
    }
}
