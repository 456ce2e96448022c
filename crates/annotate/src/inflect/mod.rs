//! The written forms of a name: what may stand in a text for a form of the data.

mod declension;
mod ending;
mod romance;
mod slavic;

use crate::gazetteer::Kind;

/// A stem with the endings that may follow it; an empty list means any ending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stem {
    /// The beginning of the word or words, folded.
    pub stem: String,
    /// The endings that make it a form of the name, folded.
    pub endings: &'static [&'static str],
}

const EXACT: &[&str] = &[""];

/// The languages whose names are declined by the table.
const SLAVIC: &[&str] = &["uk", "ru", "pl", "cs", "bg", "sl"];

const DE_PEOPLE: &[&str] =
    &["", "e", "en", "er", "es", "em", "s", "n", "ern", "in", "innen", "erin", "erinnen", "sprachig"];
const TR_PEOPLE: &[&str] = &[
    "", "lar", "ler", "larin", "lerin", "lara", "lere", "lari", "leri", "larla", "lerle", "lardan", "lerden",
    "larda", "lerde", "in", "un", "nin", "nun", "a", "e", "i", "u", "yi", "yu", "ya", "ye",
];
const AR_PEOPLE: &[&str] = &["ي", "يه", "يون", "يين", "يان", "يتين", "يات", "يا"];
const FA_PEOPLE: &[&str] = &["ي", "يان", "يها", "يهاي"];
const EN_PEOPLE: &[&str] = &["", "s"];

/// Returns whether the names of a language are declined by the table.
pub(crate) fn is_slavic(lang: &str) -> bool {
    SLAVIC.contains(&lang)
}

/// Returns the stems of a form of the data: `=Word` stands for itself alone, `stem~` takes the endings of adjectives
/// and peoples, anything else is a name in the nominative. The plural is a form of the name of a people alone.
pub(crate) fn stems(lang: &str, kind: Kind, form: &str) -> Vec<Stem> {
    if form.starts_with('=') {
        return vec![Stem { stem: form.replace('=', ""), endings: EXACT }];
    }
    match form.strip_suffix('~') {
        Some(stem) if is_slavic(lang) => slavic::adjective(lang, stem).into_iter().collect(),
        Some(stem) => people(lang, stem),
        None if is_slavic(lang) => slavic::name(lang, form, is_people(kind)),
        None => names(lang, kind, form),
    }
}

fn is_people(kind: Kind) -> bool {
    matches!(kind, Kind::Adjective | Kind::Korea | Kind::Congo | Kind::Georgia)
}

fn people(lang: &str, stem: &str) -> Vec<Stem> {
    let endings = match lang {
        "de" => DE_PEOPLE,
        "tr" => TR_PEOPLE,
        "ar" => AR_PEOPLE,
        "fa" => FA_PEOPLE,
        "fr" | "es" | "it" | "pt" => return vec![romance::adjective(lang, stem)],
        _ => EN_PEOPLE,
    };
    vec![Stem { stem: stem.to_owned(), endings }]
}

fn names(lang: &str, kind: Kind, form: &str) -> Vec<Stem> {
    const ANY: &[&str] = &[];
    let others = if matches!(lang, "zh" | "ja" | "ko") { ANY } else { EXACT };
    let endings = ending::endings(lang, kind, form).unwrap_or(others);
    vec![Stem { stem: form.to_owned(), endings }]
}
