//! Keys: what a written form answers to, and what a query word asks for. Both depend on the form, its language and
//! whether it is an acronym alone, so that one index term has one set of keys.

use chancery_model::Lang;

use crate::script::Script;
use crate::{Key, country_words, stem};

/// The keys that a folded form in a text answers to.
///
/// A form of unknown language answers in every language that its script allows.
pub(crate) fn answered(form: &str, lang: Option<Lang>, is_acronym: bool) -> Vec<Key> {
    let mut keys = vec![exact(form)];
    for lang in languages(form, lang) {
        let stems = stem::of_text(form, lang);
        keys.extend(country_words::names_answered(form, &stems, lang));
        keys.extend(stems.iter().map(|stem| stemmed(lang, stem)));
    }
    if is_acronym {
        keys.push(acronym(form));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The keys that a query word asks for, in every language that its script allows.
pub(crate) fn asked(form: &str, is_acronym: bool) -> Vec<Key> {
    if is_acronym {
        return vec![acronym(form)];
    }
    let mut keys = vec![exact(form)];
    for lang in languages(form, None) {
        keys.extend(stem::of_query(form, lang).iter().map(|stem| stemmed(lang, stem)));
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The key of a stem in a language.
pub(crate) fn stemmed(lang: Lang, stem: &str) -> Key {
    format!("{lang}:{stem}")
}

fn exact(form: &str) -> Key {
    format!("xx:{form}")
}

fn acronym(form: &str) -> Key {
    format!("^:{form}")
}

fn languages(form: &str, lang: Option<Lang>) -> Vec<Lang> {
    lang.map_or_else(|| Script::of_word(form).stemmed_languages().to_vec(), |lang| vec![lang])
}
