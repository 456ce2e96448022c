//! The rows of `data/sources/starter-sets.tsv`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::rows;

static SETS: LazyLock<Vec<StarterSet>> = LazyLock::new(|| {
    rows::table(include_str!("../../../../data/sources/starter-sets.tsv")).flatten().collect()
});

/// All sets, in the order of their file.
pub(super) fn all() -> &'static [StarterSet] {
    &SETS
}

/// A set of official sources to begin with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct StarterSet {
    /// Its key.
    pub key: String,
    name: String,
    name_uk: String,
    name_ru: String,
    description: String,
    description_uk: String,
    description_ru: String,
    #[serde(rename = "sources")]
    names: String,
}

impl StarterSet {
    /// The names of its sources.
    pub fn sources(&self) -> Vec<String> {
        rows::several(&self.names, '|')
    }

    /// Its name in a language of the window, else in English.
    pub fn name(&self, lang: &str) -> &str {
        in_language(lang, [&self.name, &self.name_uk, &self.name_ru])
    }

    /// What it gathers, in a line, in a language of the window, else in English.
    pub fn description(&self, lang: &str) -> &str {
        in_language(lang, [&self.description, &self.description_uk, &self.description_ru])
    }
}

fn in_language<'a>(lang: &str, [en, uk, ru]: [&'a String; 3]) -> &'a str {
    match lang {
        "uk" => uk,
        "ru" => ru,
        _ => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_source_of_a_set_is_in_the_catalogue_once() {
        let text = include_str!("../../../../data/sources/starter-sets.tsv");
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        assert!(all().len() >= 10 && all().len() == lines.count() - 1);
        for set in all() {
            for name in &set.sources() {
                let found = rows::all().iter().filter(|official| official.name == *name).count();
                assert_eq!(found, 1, "{name} of the set {}", set.key);
            }
            for lang in ["en", "uk", "ru"] {
                assert!(!set.name(lang).is_empty() && !set.description(lang).is_empty(), "{}", set.key);
            }
        }
    }
}
