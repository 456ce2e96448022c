//! The nominative of a person's name that stands in the genitive ("за словами Сергія Кравчука"), by the endings of
//! `data/gazetteer/person-cases.tsv`.

use std::sync::LazyLock;

use chancery_model::Lang;

use crate::table;

const TABLE: &str = include_str!("../../../../data/gazetteer/person-cases.tsv");

/// What stands for a nominative that cannot be told.
const UNKNOWN: &str = "?";

/// How one ending of the genitive goes back.
struct Rule {
    lang: &'static str,
    gender: &'static str,
    word: &'static str,
    genitive: &'static str,
    nominative: &'static str,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let rules = table::rows(TABLE).flat_map(|[lang, gender, word, endings]| {
        let pairs = table::listed(endings).filter_map(|pair| pair.split_once('>'));
        pairs.map(move |(genitive, nominative)| Rule { lang, gender, word, genitive, nominative })
    });
    rules.collect()
});

/// The nominative of a given name and a surname in the genitive; none for other names and where it cannot be told.
pub(super) fn nominative(name: &str, lang: Lang) -> Option<String> {
    let (given, surname) = name.split_once(' ').filter(|(_, surname)| !surname.contains(' '))?;
    let of_given = rule(lang, "given", None, given)?;
    let of_surname = rule(lang, "surname", Some(of_given.gender), surname)?;
    Some(format!("{} {}", restored(given, of_given)?, restored(surname, of_surname)?))
}

/// The rule with the longest ending of a word.
fn rule(lang: Lang, word: &str, gender: Option<&str>, written: &str) -> Option<&'static Rule> {
    let folded = written.to_lowercase();
    let fits = |rule: &&Rule| {
        rule.lang == lang.as_str()
            && rule.word == word
            && gender.is_none_or(|gender| rule.gender == gender)
            && folded.ends_with(rule.genitive)
    };
    RULES.iter().filter(fits).max_by_key(|rule| rule.genitive.len())
}

fn restored(written: &str, rule: &Rule) -> Option<String> {
    let stem = written.chars().count().checked_sub(rule.genitive.chars().count())?;
    let kept: String = written.chars().take(stem).collect();
    if rule.nominative == UNKNOWN {
        return None;
    }
    let mut letters = rule.nominative.chars();
    let capital =
        if kept.is_empty() { letters.next().map(|first| first.to_uppercase().to_string()) } else { None };
    Some(kept + &capital.unwrap_or_default() + letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(table::rows::<4>(TABLE).count(), table::lines(TABLE).count());
        let pairs: usize = table::lines(TABLE).map(|line| line.matches('>').count()).sum();
        assert_eq!(RULES.len(), pairs);
        for rule in RULES.iter() {
            assert!(["uk", "ru", "pl"].contains(&rule.lang) && ["m", "f"].contains(&rule.gender));
            assert!(["given", "surname"].contains(&rule.word) && !rule.genitive.is_empty());
        }
    }

    #[test]
    fn a_genitive_goes_back_to_the_nominative() {
        for (lang, genitive, name) in [
            ("uk", "Сергія Кравчука", Some("Сергій Кравчук")),
            ("uk", "Павла Коваленка", Some("Павло Коваленко")),
            ("uk", "Олени Білоцерківської", Some("Олена Білоцерківська")),
            ("uk", "Миколи Ткачука", Some("Микола Ткачук")),
            ("uk", "Марії Левченко", Some("Марія Левченко")),
            ("ru", "Марины Егоровой", Some("Марина Егорова")),
            ("ru", "Сергея Вершинина", Some("Сергей Вершинин")),
            ("ru", "Юлии Шевчук", Some("Юлия Шевчук")),
            ("pl", "Piotra Zarembskiego", Some("Piotr Zarembski")),
            ("pl", "Pawła Nowaka", Some("Paweł Nowak")),
            ("pl", "Agnieszki Olszewskiej", Some("Agnieszka Olszewska")),
            ("pl", "Aleksandra Nowaka", None),
            ("uk", "Джона Сміта Молодшого", None),
            ("de", "Anna Bergmann", None),
        ] {
            assert_eq!(
                nominative(genitive, lang.parse().expect("a language")).as_deref(),
                name,
                "{genitive}"
            );
        }
    }
}
