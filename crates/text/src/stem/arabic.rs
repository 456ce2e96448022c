//! Arabic after the light stemmer of Larkey, Ballesteros and Connell (light10): clitics before, endings behind.

use super::{add, cut};

const ARTICLES: &[&str] = &["وال", "فال", "بال", "كال", "ولل", "فلل", "لل", "ال"];
const ENDINGS: &[&str] =
    &["يات", "هما", "تهم", "ها", "ان", "ات", "ون", "ين", "يه", "ية", "هم", "ه", "ة", "ي"];

/// A form in a text: each letter before it that may be a conjunction or preposition may as well be the word's own.
pub(super) fn in_text(form: &str) -> Vec<String> {
    let mut stems = in_query(form);
    let mut rest = form;
    for _ in 0..2 {
        let Some(shorter) =
            rest.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']).filter(|rest| rest.chars().count() >= 3)
        else {
            break;
        };
        rest = shorter;
        for stem in in_query(rest) {
            add(&mut stems, stem);
        }
    }
    stems
}

/// A word as typed: the article goes, and so does the ending.
pub(super) fn in_query(form: &str) -> Vec<String> {
    let mut stems = Vec::new();
    add(&mut stems, without_ending(without_article(form)));
    stems
}

fn without_article(form: &str) -> &str {
    ARTICLES
        .iter()
        .find_map(|article| form.strip_prefix(article).filter(|rest| rest.chars().count() >= 2))
        .unwrap_or(form)
}

/// Cuts up to three endings, one upon the other (عقوباتها).
fn without_ending(form: &str) -> &str {
    (0..3).fold(form, |rest, _| cut(rest, ENDINGS, 3).unwrap_or(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(query: &str, forms: &str) {
        for form in forms.split(' ') {
            let shared = in_query(query).iter().any(|stem| in_text(form).contains(stem));
            assert!(shared, "{query} {:?}, {form} {:?}", in_query(query), in_text(form));
        }
    }

    #[test]
    fn clitics_and_endings_do_not_hide_a_word() {
        finds("عقوبات", "عقوبات العقوبات عقوبة والعقوبات بالعقوبات للعقوبات عقوباتها");
        finds("روسيا", "روسيا وروسيا لروسيا بروسيا");
        finds("لبنان", "لبنان ولبنان بلبنان");
        finds("وزير", "وزير الوزير والوزير لوزير");
        finds("مجلس", "مجلس المجلس لمجلس ومجلس");
    }
}
