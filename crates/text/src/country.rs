//! Names of countries in many languages: ISO 3166-1, and XK and EU.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use chancery_model::CountryCode;

use crate::words::words_of;

/// `code`, a column for each language (English first), other names; several names of a cell are divided by `;`.
const TABLE: &str = include_str!("../../../data/country-names.tsv");

struct Names {
    codes: HashMap<String, CountryCode>,
    english: HashMap<CountryCode, &'static str>,
    single_words: HashSet<String>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names { codes: HashMap::new(), english: HashMap::new(), single_words: HashSet::new() };
    TABLE.lines().skip(1).for_each(|line| names.read(line));
    names
});

impl Names {
    fn read(&mut self, line: &'static str) {
        let mut cells = line.split('\t');
        let Some(code) = cells.next().and_then(|code| code.parse::<CountryCode>().ok()) else { return };
        for name in cells.flat_map(|cell| cell.split(';')).filter(|name| !name.is_empty()) {
            self.english.entry(code).or_insert(name);
            let words = words_of(name);
            if let [word] = words.as_slice() {
                self.single_words.insert(word.clone());
            }
            self.codes.entry(words.join(" ")).or_insert(code);
        }
        self.codes.insert(code.as_str().to_lowercase(), code);
    }
}

/// Returns the code of the country that a name in one of the table's languages means, or that is a code already.
///
/// Case, diacritics and punctuation are not minded. Names in English, Ukrainian, Russian, French, Spanish, German, Arabic,
/// Chinese, Japanese, Korean, Polish, Italian, Portuguese, Turkish and Persian, and usual short forms (DPRK, РФ, UK).
pub fn country_named(name: &str) -> Option<CountryCode> {
    NAMES.codes.get(&words_of(name).join(" ")).copied()
}

/// Returns the English name of a country; none for a code that is no country.
pub fn country_name(code: CountryCode) -> Option<&'static str> {
    NAMES.english.get(&code).copied()
}

/// Returns whether a folded word is the whole name of a country.
pub(crate) fn is_country_name(form: &str) -> bool {
    NAMES.single_words.contains(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(names: &str, code: &str) {
        for name in names.split(';') {
            assert_eq!(country_named(name).as_ref().map(CountryCode::as_str), Some(code), "{name}");
        }
    }

    #[test]
    fn names_in_many_languages_and_codes_are_known() {
        check(
            "North Korea;DPRK;kp;КНДР;Північна Корея;Северная Корея;Nordkorea;Corée du Nord;朝鲜;北朝鮮;북한;كوريا الشمالية",
            "KP",
        );
        check("Ukraine;Україна;Украина;UA", "UA");
        check("Türkiye;Turkey;Туреччина;Турция", "TR");
        check("European Union;Європейський Союз;EU;Евросоюз", "EU");
        check("Côte d'Ivoire;Cote d’Ivoire;Ivory Coast", "CI");
        check("Kosovo;Косово", "XK");
        assert_eq!(country_named("Atlantis"), None);
        assert_eq!(country_named(""), None);
    }

    #[test]
    fn every_country_has_an_english_name() {
        let codes: Vec<&str> = TABLE.lines().skip(1).filter_map(|line| line.split('\t').next()).collect();
        assert_eq!(codes.len(), 249 + 2);
        for code in codes {
            let name = code.parse().ok().and_then(country_name).unwrap_or_default();
            assert_eq!(country_named(name).map(|found| found.to_string()).as_deref(), Some(code), "{name}");
        }
        assert_eq!(country_name(CountryCode::new(b"GB")), Some("United Kingdom"));
    }

    #[test]
    fn no_name_means_two_countries() {
        let mut seen: HashMap<String, &str> = HashMap::new();
        for line in TABLE.lines().skip(1) {
            let (code, names) = line.split_once('\t').expect("a row has a code");
            for name in
                names.split(['\t', ';']).map(|name| words_of(name).join(" ")).filter(|name| !name.is_empty())
            {
                let first = *seen.entry(name.clone()).or_insert(code);
                assert_eq!(first, code, "{name}");
            }
        }
    }
}
