//! The language of a text.

use chancery_model::Lang;

/// Guesses the language of a text; none rather than a guess for a short or mixed one.
pub fn guess_lang(text: &str) -> Option<Lang> {
    let info = whatlang::detect(text)?;
    info.is_reliable().then_some(())?;
    match info.lang() {
        whatlang::Lang::Eng => Some(Lang::new(b"en")),
        whatlang::Lang::Ukr => Some(Lang::new(b"uk")),
        whatlang::Lang::Rus => Some(Lang::new(b"ru")),
        _ => None,
    }
}
