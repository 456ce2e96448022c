//! In which language a document is read.

use chancery_model::{Draft, Lang};

/// How many bytes of a text tell its language.
const HEAD: usize = 4_000;

/// The language of a document: what its words tell for certain, else what the publisher states. Nothing is divided into
/// words or stems for it.
pub fn language(draft: &Draft) -> Option<Lang> {
    let head = &draft.text[..draft.text.floor_char_boundary(HEAD)];
    chancery_text::guess_lang(&format!("{}\n\n{head}", draft.title)).or(draft.lang)
}

/// A language that a text of unknown language may be read in, told from its script.
pub(crate) fn by_script(text: &str) -> Lang {
    let head = || text.chars().take(2000);
    let any = |letters: &str| head().any(|c| letters.contains(c));
    let within = |from: char, to: char| head().filter(|c| (from..=to).contains(c)).count();
    let latin = head().filter(char::is_ascii_alphabetic).count();
    let cyrillic = within('\u{400}', '\u{4FF}');
    let counts = [
        (latin, if is_czech(text, latin) { "cs" } else { "en" }),
        (
            cyrillic,
            if any("іїєґІЇЄ") {
                "uk"
            } else if is_bulgarian(text, cyrillic) {
                "bg"
            } else {
                "ru"
            },
        ),
        (within('\u{600}', '\u{6FF}'), if any("پچژگ") { "fa" } else { "ar" }),
        (within('\u{4E00}', '\u{9FFF}') * 2, if within('\u{3040}', '\u{30FF}') > 0 { "ja" } else { "zh" }),
        (within('\u{3040}', '\u{30FF}') * 2, "ja"),
        (within('\u{AC00}', '\u{D7AF}') * 2, "ko"),
    ];
    let (_, lang) = counts.into_iter().max_by_key(|(count, _)| *count).unwrap_or((0, "en"));
    lang.parse().unwrap_or(Lang::new(b"en"))
}

/// Czech alone writes ě, ř and ů, and an accent on every twelfth letter or oftener.
fn is_czech(text: &str, letters: usize) -> bool {
    let count = |of: &str| text.chars().take(2000).filter(|c| of.contains(*c)).count();
    count("ěřů") > 1 && count("áčďéěíňóřšťúůýž") * 20 > letters
}

/// Bulgarian writes ъ for a vowel, and neither ы nor э.
fn is_bulgarian(text: &str, letters: usize) -> bool {
    let count = |of: &str| text.chars().take(2000).filter(|c| of.contains(*c)).count();
    count("ъ") > 1 && count("ъ") * 100 > letters && count("ыэё") == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_that_are_not_told_for_certain_are_read_in_their_own() {
        let read = |text: &str| by_script(text).as_str().to_owned();
        assert_eq!(read("Ministři se shodli na prodloužení sankcí vůči Rusku a Bělorusku."), "cs");
        assert_eq!(read("Министрите се съгласиха да удължат санкциите срещу Русия с още шест месеца."), "bg");
        assert_eq!(read("Dvořák and Šimečka agreed to extend the sanctions."), "en");
        assert_eq!(read("Объявлено о продлении санкций"), "ru");
    }
}
