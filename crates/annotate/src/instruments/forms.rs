//! The forms in which the tables write names: words in braces take their case forms, words in capitals count only as such.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::folded::fold_pattern;
use crate::table;

const INFLECTED_TABLE: &str = include_str!("../../../../data/gazetteer/inflected-words.tsv");

/// The case forms of a language's words.
static INFLECTED: LazyLock<HashMap<(&'static str, &'static str), Vec<&'static str>>> = LazyLock::new(|| {
    let rows = table::rows(INFLECTED_TABLE);
    rows.map(|[lang, word, forms]| ((lang, word), table::listed(forms).collect())).collect()
});

/// A form as a pattern, with what the original must show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    /// Folded.
    pub pattern: String,
    /// For each word whether it must be written in capitals; empty when none must.
    capitals: Vec<bool>,
}

impl Form {
    fn new(written: &str) -> Self {
        let capitals = if words(written).any(is_capital) {
            words(written).map(is_capital).collect()
        } else {
            Vec::new()
        };
        Self { pattern: fold_pattern(written), capitals }
    }

    /// Returns whether the original is written as the form asks.
    pub fn suits(&self, original: &str) -> bool {
        self.capitals.is_empty()
            || words(original).zip(&self.capitals).all(|(word, must)| !must || is_capital(word))
    }
}

/// Expands what a table writes for a language into forms.
pub(crate) fn forms(lang: &str, written: &str) -> Vec<Form> {
    expanded(lang, written).iter().map(|form| Form::new(form)).collect()
}

fn expanded(lang: &str, written: &str) -> Vec<String> {
    let Some((before, rest)) = written.split_once('{') else { return vec![written.to_owned()] };
    let Some((word, after)) = rest.split_once('}') else { return Vec::new() };
    let inflected: &HashMap<(&str, &str), Vec<&str>> = &INFLECTED;
    let Some(cases) = inflected.get(&(lang, word)) else { return Vec::new() };
    let tails = expanded(lang, after);
    let with =
        |case: &&str| tails.iter().map(move |tail| format!("{before}{case}{tail}")).collect::<Vec<_>>();
    cases.iter().flat_map(with).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !chancery_text::is_alphanumeric(c)).filter(|word| !word.is_empty())
}

/// Capitals throughout, two letters at least or one that an abbreviation's point follows; a plural's `s` may stand behind.
fn is_capital(word: &str) -> bool {
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 1).unwrap_or(word);
    !stem.chars().any(char::is_lowercase) && stem.chars().any(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(
            INFLECTED.len(),
            table::lines(INFLECTED_TABLE).count(),
            "a word stands twice or a row is short"
        );
        assert!(INFLECTED.values().flatten().all(|form| !form.is_empty()));
    }

    #[test]
    fn a_word_in_braces_takes_its_case_forms() {
        let found: Vec<String> = forms("uk", "{статут} ООН").into_iter().map(|form| form.pattern).collect();
        assert!(found.contains(&"статуту оон".to_owned()), "{found:?}");
        assert!(forms("uk", "{немає} ООН").is_empty());
    }

    #[test]
    fn capitals_are_asked_for_where_the_table_writes_them() {
        let form = Form::new("UN charter");
        assert!(form.suits("UN Charter") && form.suits("UN charter") && !form.suits("un charter"));
        assert!(Form::new("EOs").suits("EOs") && !Form::new("EO").suits("eo"));
    }
}
