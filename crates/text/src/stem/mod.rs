//! Stems: what the inflected forms of a word have in common, language by language.

mod arabic;
mod korean;
mod persian;
mod snowball;
mod turkish;
mod ukrainian;

use chancery_model::Lang;

use crate::country::is_country_name;
use crate::letter::is_alphabetic;
use crate::script::{AR, FA, KO, PL, RU, TR, UK};

/// Longer words are names of files or noise: they answer to their written form alone.
const LONGEST: usize = 40;

/// The stems of a folded form that stands in a text: every reading that the form allows. The name of a country is not cut
/// where a language does not decline it: Nigeria is not Niger.
pub(crate) fn of_text(form: &str, lang: Lang) -> Vec<String> {
    match lang {
        _ if !is_word(form) => Vec::new(),
        _ if is_undeclined_name(form, lang) => vec![form.to_owned()],
        AR => arabic::in_text(form),
        KO => korean::in_text(form),
        TR => turkish::in_text(form),
        _ => either(form, lang),
    }
}

/// The stems that a query word asks for: only readings that its own reader would mean. Where what looks like a prefix or
/// a suffix may as well be part of the word (Arabic, Korean, Turkish), the word is taken as it was typed.
pub(crate) fn of_query(form: &str, lang: Lang) -> Vec<String> {
    match lang {
        _ if !is_word(form) => Vec::new(),
        _ if is_undeclined_name(form, lang) => vec![form.to_owned()],
        AR => arabic::in_query(form),
        KO => korean::in_query(form),
        TR => turkish::in_query(form),
        _ => either(form, lang),
    }
}

fn either(form: &str, lang: Lang) -> Vec<String> {
    match lang {
        UK => ukrainian::stems(form),
        FA => persian::stems(form),
        _ => snowball::stems(form, lang),
    }
}

/// But for Polish, languages in Latin letters write the name of a country without endings, or with an apostrophe before them.
fn is_undeclined_name(form: &str, lang: Lang) -> bool {
    !matches!(lang, UK | RU | PL | AR | FA | KO) && is_country_name(form)
}

/// Numbers, and words with digits, have no stems.
fn is_word(form: &str) -> bool {
    form.chars().count() <= LONGEST && form.chars().all(|letter| is_alphabetic(letter) || letter == '\'')
}

/// Cuts the first of `endings` that fits and leaves at least `least` letters.
pub(crate) fn cut<'f>(form: &'f str, endings: &[&str], least: usize) -> Option<&'f str> {
    endings.iter().find_map(|ending| form.strip_suffix(ending).filter(|stem| stem.chars().count() >= least))
}

/// Adds a stem unless it is there.
pub(crate) fn add(stems: &mut Vec<String>, stem: impl Into<String>) {
    let stem = stem.into();
    if !stem.is_empty() && !stems.contains(&stem) {
        stems.push(stem);
    }
}
