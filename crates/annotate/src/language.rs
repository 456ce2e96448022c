//! In which language a document is read.

use chancery_model::{Draft, Lang};
use chancery_text::detect_lang;

use crate::names;

/// A text shorter than this, in bytes, is judged together with its title.
const SHORT_TEXT: usize = 300;
/// So many letters show the script of a text.
const HEAD: usize = 2_000;

/// The language of a document: what its words tell, else what the publisher states, where the script allows it. Nothing
/// is divided into words or stems for it.
pub fn language(draft: &Draft) -> Option<Lang> {
    let of_text = || detect_lang(&draft.text, None);
    let of_all = || detect_lang(&format!("{}\n\n{}", draft.title, head(&draft.text)), draft.lang);
    let found = if draft.text.len() < SHORT_TEXT { of_all() } else { of_text().or_else(of_all) };
    found.map(|detected| detected.lang)
}

fn head(text: &str) -> &str {
    &text[..text.floor_char_boundary(HEAD)]
}

/// The language whose tables a document is read with: its own, else that of the nearest kin, else one of its script.
pub(crate) fn reading(lang: Option<Lang>, draft: &Draft) -> Lang {
    let kin = |lang: Lang| KIN.iter().find(|(own, _)| *own == lang.as_str())?.1.parse().ok();
    let known = |lang: &Lang| names::has(lang.as_str());
    lang.filter(known)
        .or_else(|| kin(lang?))
        .unwrap_or_else(|| by_script(if draft.text.is_empty() { &draft.title } else { &draft.text }))
}

/// Languages without tables of their own, and the one whose names are most like theirs.
const KIN: [(&str, &str); 5] = [("sk", "cs"), ("mk", "bg"), ("ca", "es"), ("gl", "pt"), ("be", "ru")];

/// A language that a text of unknown language may be read in, told from its script.
fn by_script(text: &str) -> Lang {
    let head = || head(text).chars();
    let within = |from: char, to: char| head().filter(|c| (from..=to).contains(c)).count();
    let any = |letters: &str| head().any(|c| letters.contains(c));
    let latin = head().filter(char::is_ascii_alphabetic).count();
    let counts = [
        (latin, "en"),
        (within('\u{400}', '\u{4FF}'), if any("іїєґІЇЄ") { "uk" } else { "ru" }),
        (within('\u{600}', '\u{6FF}'), if any("پچژگ") { "fa" } else { "ar" }),
        (within('\u{4E00}', '\u{9FFF}') * 2, if within('\u{3040}', '\u{30FF}') > 0 { "ja" } else { "zh" }),
        (within('\u{3040}', '\u{30FF}') * 2, "ja"),
        (within('\u{AC00}', '\u{D7AF}') * 2, "ko"),
    ];
    let (_, lang) = counts.into_iter().rev().max_by_key(|(count, _)| *count).unwrap_or((0, "en"));
    lang.parse().unwrap_or(Lang::new(b"en"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(title: &str, text: &str, stated: Option<&[u8; 2]>) -> (Option<String>, String) {
        let draft =
            Draft { title: title.into(), text: text.into(), lang: stated.map(Lang::new), ..Draft::default() };
        let lang = language(&draft);
        (lang.map(|lang| lang.to_string()), reading(lang, &draft).to_string())
    }

    #[test]
    fn a_language_is_read_with_its_own_tables_or_those_of_its_kin() {
        let czech = read("", "Ministři se shodli na prodloužení sankcí vůči Rusku a Bělorusku.", None);
        assert_eq!(czech, (Some("cs".into()), "cs".into()));
        let text = "Министрите се съгласиха да удължат санкциите срещу Русия с още шест месеца.";
        assert_eq!(read("", text, None), (Some("bg".into()), "bg".into()));
        let text = "Ministri sa zhodli na predĺžení sankcií voči Rusku o ďalších šesť mesiacov.";
        assert_eq!(read("", text, None), (Some("sk".into()), "cs".into()));
        assert_eq!(read("", "Dvořák and Šimečka agreed to extend the sanctions.", None).1, "en");
        assert_eq!(read("", "Санкции", None), (None, "ru".into()));
    }

    #[test]
    fn the_publisher_decides_a_doubt_and_never_against_the_script_or_clear_words() {
        assert_eq!(read("Iran", "", Some(b"fr")).0.as_deref(), Some("fr"));
        assert_eq!(read("Санкции", "", Some(b"en")), (None, "ru".into()));
        assert_eq!(read("", "", None), (None, "en".into()));
        let text = "The ministers agreed on Tuesday to extend the measures for another six months.";
        assert_eq!(read("", text, Some(b"fr")).0.as_deref(), Some("en"));
    }

    #[test]
    fn the_text_decides_before_a_title_in_another_language() {
        let text = "Міністри погодилися продовжити обмежувальні заходи ще на пів року. ".repeat(4);
        assert_eq!(read("Statement of the ministers on the measures", &text, None).0.as_deref(), Some("uk"));
    }
}
