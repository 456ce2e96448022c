//! In which language a document is read.

use chancery_model::{Draft, Lang};

/// How many bytes of a text tell its language.
const HEAD: usize = 4_000;

/// The language of a document: what its words tell for certain, else what the publisher states. Nothing is divided into
/// words or stems for it.
pub(crate) fn language(draft: &Draft) -> Option<Lang> {
    let head = &draft.text[..draft.text.floor_char_boundary(HEAD)];
    chancery_text::guess_lang(&format!("{}\n\n{head}", draft.title)).or(draft.lang)
}

/// A language that a text of unknown language may be read in, told from its script.
pub(crate) fn by_script(text: &str) -> Lang {
    let head = || text.chars().take(2000);
    let any = |letters: &str| head().any(|c| letters.contains(c));
    let within = |from: char, to: char| head().filter(|c| (from..=to).contains(c)).count();
    let latin = head().filter(char::is_ascii_alphabetic).count();
    let counts = [
        (latin, "en"),
        (within('\u{400}', '\u{4FF}'), if any("іїєґІЇЄ") { "uk" } else { "ru" }),
        (within('\u{600}', '\u{6FF}'), if any("پچژگ") { "fa" } else { "ar" }),
        (within('\u{4E00}', '\u{9FFF}') * 2, if within('\u{3040}', '\u{30FF}') > 0 { "ja" } else { "zh" }),
        (within('\u{3040}', '\u{30FF}') * 2, "ja"),
        (within('\u{AC00}', '\u{D7AF}') * 2, "ko"),
    ];
    let (_, lang) = counts.into_iter().max_by_key(|(count, _)| *count).unwrap_or((0, "en"));
    lang.parse().unwrap_or(Lang::new(b"en"))
}
