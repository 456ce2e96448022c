//! The words of one language that take the country out of a name beside them.

use hashbrown::{HashMap, HashSet};

use super::given::particles;
use crate::folded::fold_pattern;
use crate::phrase::Phrases;
use crate::scan::{Meaning, Trie};
use crate::table;

const TABLE: &str = include_str!("../../../../data/gazetteer/context.tsv");
const HEADS: &str = include_str!("../../../../data/gazetteer/heads-of-state.tsv");

/// Stands for every language.
const ALL: &str = "*";

/// Which names a word takes the country out of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// All.
    Any,
    /// Adjectives.
    Adjective,
    /// Cities.
    City,
    /// Adjectives with no noun behind them.
    LastAdjective,
}

impl Target {
    fn of(word: &str) -> Option<Self> {
        match word {
            "any" => Some(Self::Any),
            "adj" => Some(Self::Adjective),
            "city" => Some(Self::City),
            "end" => Some(Self::LastAdjective),
            _ => None,
        }
    }
}

/// The words of one language; all folded.
#[derive(Debug, Default)]
pub(crate) struct ContextWords {
    after: Vec<(Target, String)>,
    /// The words of `after` by their places.
    after_tree: Trie,
    /// Sorted by their last bytes.
    before: Vec<(Target, String)>,
    forms: Vec<(Target, String)>,
    /// What stands between the last two items of a list.
    pub(crate) and: Vec<String>,
    /// Prepositions that the items of a list repeat: "de mandarin et de français".
    pub(super) prepositions: Vec<String>,
    /// Languages that are no state's.
    pub(super) tongues: HashSet<String>,
    /// The second word of a newspaper, a company, a street.
    pub(super) titles: HashSet<String>,
    /// Words of a state behind its name.
    states_after: Vec<String>,
    /// Words of a state before its name.
    states_before: Vec<String>,
    /// Prepositions of places before a name.
    places_before: Vec<String>,
    /// Particles of places behind a name.
    places_after: Vec<String>,
    /// Names that a preposition of places leaves in doubt.
    twins: HashSet<String>,
    /// "Mr" and the like.
    pub(super) honorifics: HashSet<String>,
    /// Offices of persons.
    pub(super) offices: HashSet<String>,
    /// Capitalised words beside a country that make no person of it.
    bodies: HashSet<String>,
    /// What stands between a given name and a surname.
    pub(super) particles: Vec<&'static str>,
    /// The offices of the table of leaders, as the language writes them before a surname.
    pub(super) heads: HashMap<&'static str, Phrases>,
    /// Words before "US" on a line in capitals that make it "us", whatever follows.
    pub(super) before_us: HashSet<String>,
    /// Words before "US" that make it "us" where the phrase ends behind it.
    pub(super) to_us: HashSet<String>,
    /// Words that end the phrase behind "US".
    pub(super) behind_us: HashSet<String>,
    /// Whether adjectives of countries are written with a small letter.
    pub(super) small_adjectives: bool,
    /// Whether adjectives follow their noun, so that "languages" stands before all of them.
    pub(super) nouns_first: bool,
    /// Whether a verb stands between subject and object, so that a name behind a person's name is theirs.
    pub(super) verbs_between: bool,
}

impl ContextWords {
    /// Loads the words of a language.
    pub fn load(lang: &str) -> Self {
        let mut words = Self {
            particles: particles(lang),
            heads: heads(lang),
            small_adjectives: matches!(lang, "it" | "es" | "pt"),
            nouns_first: matches!(lang, "fr" | "es" | "it" | "pt" | "pl" | "ar" | "fa"),
            verbs_between: matches!(lang, "en" | "fr" | "es" | "it" | "pt" | "de"),
            ..Self::default()
        };
        for [row, side, kind, forms] in table::rows(TABLE) {
            if row == lang || row == ALL {
                words.take(side, kind, table::listed(forms).map(fold_pattern));
            }
        }
        let meaning = |pattern| Meaning { section: 0, pattern };
        let places = words.after.iter().map(|(_, word)| word.as_str()).zip((0..).map(meaning));
        words.after_tree = Trie::new(places.collect());
        words.before.sort_by_key(|(_, word)| word.bytes().next_back());
        words
    }

    fn take(&mut self, side: &str, kind: &str, forms: impl Iterator<Item = String>) {
        match (side, kind, Target::of(kind)) {
            ("after", _, Some(target)) => self.after.extend(forms.map(|form| (target, form))),
            ("before", _, Some(target)) => self.before.extend(forms.map(|form| (target, form))),
            ("form", _, Some(target)) => self.forms.extend(forms.map(|form| (target, form))),
            ("between", "and", _) => self.and.extend(forms),
            ("between", "preposition", _) => self.prepositions.extend(forms),
            ("beside", "tongue", _) => self.tongues.extend(forms),
            ("after", "state", _) => self.states_after.extend(forms),
            ("before", "state", _) => self.states_before.extend(forms),
            ("after", "title", _) => self.titles.extend(forms),
            ("before", "honorific", _) => self.honorifics.extend(forms),
            ("before", "office", _) => self.offices.extend(forms),
            ("beside", "body", _) => self.bodies.extend(forms),
            ("before", "place", _) => self.places_before.extend(forms),
            ("after", "place", _) => self.places_after.extend(forms),
            ("beside", "twin", _) => self.twins.extend(forms),
            ("before", "us", _) => self.before_us.extend(forms),
            ("before", "us-end", _) => self.to_us.extend(forms),
            ("after", "us-end", _) => self.behind_us.extend(forms),
            _ => {}
        }
    }

    /// Whether the text before ends with a word, or the text after begins with one, that takes out a wanted target.
    pub(super) fn takes_out(&self, before: &str, after: &str, wanted: impl Fn(Target) -> bool) -> bool {
        let mut out = false;
        self.after_tree.walk(after.as_bytes(), 0, |_, meaning| {
            out |= self.after.get(meaning.pattern as usize).is_some_and(|(target, _)| wanted(*target));
        });
        out || self
            .that_may_end(before)
            .iter()
            .any(|(target, end)| wanted(*target) && ends_with_word(before, end))
    }

    /// The words before a name whose last byte is that of a text.
    fn that_may_end(&self, text: &str) -> &[(Target, String)] {
        let last = text.bytes().next_back();
        let from = self.before.partition_point(|(_, word)| word.bytes().next_back() < last);
        let to = self.before.partition_point(|(_, word)| word.bytes().next_back() <= last);
        &self.before[from..to]
    }

    /// Whether a word of a state stands beside a name, its government, its ambassador, its army, or a preposition that
    /// places alone have.
    pub(super) fn says_a_state(&self, before: &str, name: &str, after: &str) -> bool {
        let starts = |words: &[String]| words.iter().any(|start| after.starts_with(start.as_str()));
        let ends = |words: &[String]| words.iter().any(|end| ends_with_word(before, end));
        let is_placed = || starts(&self.places_after) || ends(&self.places_before);
        starts(&self.states_after) || ends(&self.states_before) || !self.twins.contains(name) && is_placed()
    }

    /// Whether a name ends as only a language is called; `is_last` when nothing stands behind it.
    pub(super) fn is_form_of_language(&self, name: &str, is_last: bool) -> bool {
        let of = |target: Target| target == Target::Adjective || is_last;
        self.forms.iter().any(|(target, end)| of(*target) && name.ends_with(end.as_str()))
    }

    /// Whether a folded word is a courtesy before a person's name: "mr".
    pub(crate) fn is_courtesy(&self, word: &str) -> bool {
        self.honorifics.contains(word)
    }

    /// Whether a folded word is a person's office.
    pub(crate) fn is_office(&self, word: &str) -> bool {
        self.offices.contains(word)
    }

    /// Whether a capitalised word may belong to a person's name.
    pub(super) fn is_name_part(&self, word: &str) -> bool {
        !self.bodies.contains(word)
    }
}

fn heads(lang: &str) -> HashMap<&'static str, Phrases> {
    let rows = table::rows(HEADS).filter(|[row, _, _]| *row == lang);
    rows.map(|[_, office, words]| (office, Phrases::new(table::listed(words).collect()))).collect()
}

fn ends_with_word(text: &str, end: &str) -> bool {
    let boundary = |rest: &str| rest.chars().next_back().is_none_or(|c| !chancery_text::is_alphanumeric(c));
    text.strip_suffix(end).is_some_and(boundary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_office_of_a_leader_is_written_in_every_language() {
        assert_eq!(table::rows::<3>(HEADS).count(), table::lines(HEADS).count());
        for [lang, _, words] in table::rows(HEADS) {
            assert!(
                table::listed(words).all(|word| word == fold_pattern(word) && !word.starts_with('*')),
                "{words}"
            );
            for surname in crate::names::surnames(lang) {
                let is_kin = surname.office == "sister of the leader";
                assert!(is_kin || heads(lang).contains_key(surname.office), "{lang} {}", surname.office);
            }
        }
    }

    #[test]
    fn every_row_of_the_table_is_read() {
        const KINDS: &[(&str, &[&str])] = &[
            ("after", &["any", "adj", "city", "title", "state", "place", "us-end"]),
            (
                "before",
                &["any", "adj", "city", "end", "honorific", "office", "state", "place", "us", "us-end"],
            ),
            ("between", &["and", "preposition"]),
            ("form", &["adj", "end"]),
            ("beside", &["tongue", "body", "twin"]),
        ];
        assert_eq!(table::rows::<4>(TABLE).count(), table::lines(TABLE).count());
        for [lang, side, kind, forms] in table::rows(TABLE) {
            assert!(lang == ALL || crate::names::languages().any(|known| known == lang), "{lang}");
            assert!(KINDS.iter().any(|(s, k)| *s == side && k.contains(&kind)));
            assert!(table::listed(forms).all(|form| !form.is_empty()), "{lang} {side} {kind}");
        }
    }
}
