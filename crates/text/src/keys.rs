//! Keys: what a written form answers to, and what a query word asks for. Both depend on the form, its language and
//! whether it is an acronym alone, so that one index term has one set of keys.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use chancery_model::Lang;

use crate::han::simplified;
use crate::script::{Script, ZH};
use crate::{Key, country_words, stem};

/// The keys that a folded form in a text answers to.
///
/// A form of unknown language answers in every language that its script allows.
pub(crate) fn answered(form: &str, lang: Option<Lang>, is_acronym: bool) -> Arc<[Key]> {
    MEMORY.with_borrow_mut(|memory| {
        let known = memory.entry((lang, is_acronym)).or_default();
        if let Some(keys) = known.get(form) {
            return keys.clone();
        }
        if known.len() >= MOST_REMEMBERED {
            known.clear();
        }
        let keys: Arc<[Key]> = work_out(form, lang, is_acronym).into();
        known.insert(form.into(), keys.clone());
        keys
    })
}

/// So many forms of a language are remembered at most; then memory begins anew.
const MOST_REMEMBERED: usize = 20_000;

type Memory = HashMap<(Option<Lang>, bool), HashMap<Box<str>, Arc<[Key]>>>;

thread_local! {
    /// Keys that were worked out before: the same few thousand forms come again in every text.
    static MEMORY: RefCell<Memory> = RefCell::default();
}

fn work_out(form: &str, lang: Option<Lang>, is_acronym: bool) -> Vec<Key> {
    let mut keys = vec![exact(form)];
    for lang in languages(form, lang) {
        let stems = stem::of_text(form, lang);
        keys.extend(country_words::names_answered(form, &stems, lang));
        keys.extend(stems.iter().map(|stem| stemmed(lang, stem)));
    }
    keys.extend(simplified_han(form));
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
    keys.extend(simplified_han(form));
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The key by which a word of traditional and of simplified characters is one.
fn simplified_han(form: &str) -> Option<Key> {
    (Script::of_word(form) == Script::Han).then(|| stemmed(ZH, &simplified(form)))
}

/// The key of a stem in a language.
pub(crate) fn stemmed(lang: Lang, stem: &str) -> Key {
    format!("{lang}:{stem}")
}

fn exact(form: &str) -> Key {
    format!("xx:{form}")
}

/// The key of an acronym that is a common word too.
pub(crate) fn acronym(form: &str) -> Key {
    format!("^:{form}")
}

fn languages(form: &str, lang: Option<Lang>) -> Vec<Lang> {
    lang.map_or_else(|| Script::of_word(form).stemmed_languages().to_vec(), |lang| vec![lang])
}
