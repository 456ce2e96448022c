//! What of the catalogue is asked for.

use std::collections::BTreeMap;

use chancery_model::CountryCode;
use chancery_text::{country_name, country_named, fold};

use super::rows::Official;
use crate::api::types::{CatalogueOrder, FacetValue};

/// Whether a source has every word: as the beginning of a word of its name, body, host, kind, topics, languages or note, or as
/// the name of its country in any language; several words together may be that name too.
pub(super) fn has_words(official: &Official, words: &str) -> bool {
    if is_of_country(official, words) {
        return true;
    }
    let own = words_of(official);
    fold(words).split_whitespace().all(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        own.iter().any(|own| own.starts_with(word)) || is_of_country(official, word)
    })
}

fn is_of_country(official: &Official, name: &str) -> bool {
    country_named(name.trim()).is_some_and(|code| official.country.as_deref() == Some(code.as_str()))
}

fn words_of(official: &Official) -> Vec<String> {
    let country = official.country.as_deref().and_then(publisher).unwrap_or_default();
    let host = official.url.split('/').nth(2).unwrap_or_default();
    let kind = official.kind.to_string();
    let note = official.note.as_deref().unwrap_or_default();
    let lists = [&official.topics, &official.languages].into_iter().flatten().map(String::as_str);
    let singles = [&official.name, &official.body, host, &kind, note, &country];
    let code = official.country.as_deref();
    let all: Vec<&str> = singles.into_iter().chain(lists).chain(code).collect();
    let folded = fold(&all.join(" "));
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a source has the country, topic, language and kind that are asked for.
pub(super) fn is_asked(official: &Official, order: &CatalogueOrder) -> bool {
    let same = |asked: &Option<String>, has: &[String]| {
        asked.as_deref().is_none_or(|asked| has.iter().any(|own| own.eq_ignore_ascii_case(asked)))
    };
    let country: Vec<String> = official.country.iter().cloned().collect();
    same(&order.country, &country)
        && same(&order.topic, &official.topics)
        && same(&order.language, &official.languages)
        && same(&order.kind, &[official.kind.to_string()])
}

/// The English name of a country or body by its code.
pub(super) fn publisher(code: &str) -> Option<String> {
    match code {
        "UN" => Some("United Nations".to_owned()),
        code => code.parse::<CountryCode>().ok().and_then(country_name).map(str::to_owned),
    }
}

/// Counts the values that sources have, the most frequent first.
pub(super) fn counted(
    officials: &[&Official],
    values: impl Fn(&Official) -> Vec<String>,
    name: impl Fn(&str) -> Option<String>,
) -> Vec<FacetValue> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for value in officials.iter().flat_map(|one| values(one)) {
        *counts.entry(value).or_default() += 1;
    }
    let view = |(value, count): (String, u64)| FacetValue { name: name(&value), value, count };
    let mut counted: Vec<FacetValue> = counts.into_iter().map(view).collect();
    counted.sort_by_key(|value| std::cmp::Reverse(value.count));
    counted
}

#[cfg(test)]
mod tests {
    use super::super::rows::all;
    use super::*;

    fn found(words: &str) -> Vec<&'static str> {
        all().iter().filter(|one| has_words(one, words)).map(|one| one.name.as_str()).collect()
    }

    #[test]
    fn words_find_names_bodies_hosts_and_countries_in_any_language() {
        assert!(found("high represent").contains(&"EEAS: High Representative and delegations"));
        assert!(
            found("ofac.treasury").is_empty() && found("ofac treasury").contains(&"OFAC: recent actions")
        );
        for words in ["Ukraine", "Україна", "ウクライナ", "president ukraine", "president україна"]
        {
            assert!(found(words).contains(&"President of Ukraine (uk)"), "{words}");
        }
        assert!(found("South Africa").contains(&"Cabinet of South Africa: statements"));
        assert!(found("elysee").contains(&"Élysée (fr)"), "marks over letters are not needed");
        assert!(found("no such words").is_empty());
        assert_eq!(found("").len(), all().len());
    }

    #[test]
    fn filters_narrow_and_ignore_case() {
        let asked = |order: &CatalogueOrder| all().iter().filter(|one| is_asked(one, order)).count();
        let some = |text: &str| Some(text.to_owned());
        let canada = CatalogueOrder { country: some("ca"), ..CatalogueOrder::default() };
        let sanctions = CatalogueOrder { topic: some("sanctions"), ..canada.clone() };
        let pages = CatalogueOrder { kind: some("sanctions-authority"), ..sanctions.clone() };
        assert!(asked(&canada) > asked(&sanctions) && asked(&sanctions) > asked(&pages) && asked(&pages) > 0);
        assert!(asked(&CatalogueOrder { language: some("ja"), ..CatalogueOrder::default() }) >= 5);
    }

    #[test]
    fn values_are_counted() {
        let whole: Vec<&Official> = all().iter().collect();
        let countries = counted(&whole, |one| one.country.iter().cloned().collect(), publisher);
        assert!(countries.iter().all(|value| value.name.is_some()), "{countries:?}");
        assert!(countries.windows(2).all(|pair| pair[0].count >= pair[1].count));
    }
}
