//! Adjectives and inhabitants of countries, which answer to the name of the country (and never the other way).

use std::collections::HashMap;
use std::sync::LazyLock;

use chancery_model::Lang;

use crate::acronym::is_common_word;
use crate::analysed::is_capitals;
use crate::keys::{acronym, stemmed};
use crate::{Key, fold, stem};

/// The keys of the names that a word answers to because it is a country's adjective or people.
pub(crate) fn names_answered(form: &str, stems: &[String], lang: Lang) -> Vec<Key> {
    let Some(words) = WORDS.get(&lang) else { return Vec::new() };
    let beginnings = form.char_indices().skip(words.shortest).map(|(at, _)| &form[..at]).chain([form]);
    let begun = beginnings.filter_map(|beginning| words.beginnings.get(beginning));
    let inflected = stems.iter().filter_map(|stem| words.stems.get(stem.as_str()));
    begun.chain(inflected).flatten().cloned().collect()
}

/// The words of one language, each with the keys of the names that it answers to.
#[derive(Default)]
struct Words {
    beginnings: HashMap<String, Vec<Key>>,
    stems: HashMap<String, Vec<Key>>,
    /// No beginning has fewer letters.
    shortest: usize,
}

static WORDS: LazyLock<HashMap<Lang, Words>> =
    LazyLock::new(|| read(include_str!("../../../data/country-words.tsv")));

/// Reads the table: code, language, kind, words divided by a space, a `*` behind a beginning of words. A line that is none
/// of these is passed over; a test holds that there are none.
fn read(table: &str) -> HashMap<Lang, Words> {
    let rows: Vec<(&str, Lang, &str, &str)> = table.lines().filter_map(row).collect();
    let mut names: HashMap<(&str, Lang), Vec<Key>> = HashMap::new();
    for (code, lang, _, forms) in rows.iter().filter(|row| row.2 == "name") {
        names.entry((code, *lang)).or_default().extend(name_keys(forms, *lang));
    }
    let mut words: HashMap<Lang, Words> = HashMap::new();
    for (code, lang, _, forms) in rows.iter().filter(|row| row.2 != "name") {
        let keys = names.get(&(*code, *lang)).map_or(&[][..], Vec::as_slice);
        forms.split(' ').for_each(|form| words.entry(*lang).or_default().insert(&fold(form), *lang, keys));
    }
    for words in words.values_mut() {
        words.shortest = words.beginnings.keys().map(|word| word.chars().count()).min().unwrap_or(0);
    }
    words
}

impl Words {
    fn insert(&mut self, form: &str, lang: Lang, keys: &[Key]) {
        if let Some(beginning) = form.strip_suffix('*') {
            self.beginnings.entry(beginning.to_owned()).or_default().extend_from_slice(keys);
            return;
        }
        for stem in stem::of_query(form, lang) {
            self.stems.entry(stem).or_default().extend_from_slice(keys);
        }
    }
}

fn row(line: &str) -> Option<(&str, Lang, &str, &str)> {
    let mut cells = line.split('\t');
    let row = (cells.next()?, cells.next()?.parse().ok()?, cells.next()?, cells.next()?);
    (!line.starts_with('#') && matches!(row.2, "name" | "adjective" | "people")).then_some(row)
}

fn name_keys(forms: &str, lang: Lang) -> Vec<Key> {
    forms.split(' ').flat_map(|form| name_key(form, lang)).collect()
}

/// US is asked for as an acronym, other names by their stems.
fn name_key(name: &str, lang: Lang) -> Vec<Key> {
    let form = fold(name);
    if is_capitals(name) && is_common_word(&form) {
        return vec![acronym(&form)];
    }
    stem::of_query(&form, lang).iter().map(|stem| stemmed(lang, stem)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read_and_has_a_name() {
        let table = include_str!("../../../data/country-words.tsv");
        let rows: Vec<_> = table.lines().filter(|line| !line.starts_with('#')).collect();
        for line in &rows {
            let (code, lang, kind, _) = row(line).unwrap_or_else(|| panic!("{line}"));
            let named = rows
                .iter()
                .filter_map(|line| row(line))
                .any(|(c, l, k, _)| (c, l, k) == (code, lang, "name"));
            assert!(named, "{code} {lang} {kind} has no name to answer to");
        }
        assert!(rows.len() > 100, "{}", rows.len());
    }

    #[test]
    fn words_answer_to_the_name_and_not_the_other_way() {
        let en = crate::script::EN;
        assert_eq!(names_answered("iranian", &stem::of_text("iranian", en), en), ["en:iran"]);
        assert!(names_answered("iran", &stem::of_text("iran", en), en).is_empty());
    }
}
