//! The forms of names in Slavic languages, of one word or several: in a name of several words all stand in one case.

use super::Stem;
use super::declension::{CASES, Class, Declension};

/// The forms of an adjective whose stem is given.
pub(super) fn adjective(lang: &str, stem: &str) -> Option<Stem> {
    let declension = Declension::of(lang, Class::Stem, stem)?;
    Some(Stem { stem: stem_of(stem, declension), endings: &declension.all })
}

/// The forms of a name in the nominative; of a people's name in the plural too. A word of the name that begins with
/// `=` stays as it is.
pub(super) fn name(lang: &str, form: &str, is_people: bool) -> Vec<Stem> {
    if form.contains(' ') {
        return phrase(lang, form);
    }
    let declension = if is_acronym(form) { None } else { Declension::of(lang, Class::Noun, form) };
    let Some(row) = declension else { return vec![Stem { stem: form.to_owned(), endings: super::EXACT }] };
    vec![Stem { stem: stem_of(form, row), endings: if is_people { &row.all } else { &row.singular } }]
}

fn phrase(lang: &str, form: &str) -> Vec<Stem> {
    let words = declined(lang, form);
    let Some((last, first)) = words.split_last() else { return Vec::new() };
    let mut stems = Vec::new();
    for case in 0..CASES {
        let mut beginnings = vec![String::new()];
        for word in first {
            let forms = word.forms(case);
            beginnings = beginnings
                .iter()
                .flat_map(|start| forms.iter().map(move |form| format!("{start}{form} ")))
                .collect();
        }
        let (stem, endings) = last.stem(case);
        stems.extend(beginnings.into_iter().map(|start| Stem { stem: start + &stem, endings }));
    }
    stems.sort_by(|a, b| (&a.stem, a.endings).cmp(&(&b.stem, b.endings)));
    stems.dedup();
    stems
}

/// A word of a name with the way it is declined; none when it stays as it is.
struct Word<'f> {
    text: &'f str,
    declension: Option<&'static Declension>,
}

impl Word<'_> {
    fn stem(&self, case: usize) -> (String, &'static [&'static str]) {
        match self.declension {
            Some(row) => (stem_of(self.text, row), &row.cases[case]),
            None => (self.text.to_owned(), super::EXACT),
        }
    }

    fn forms(&self, case: usize) -> Vec<String> {
        let (stem, endings) = self.stem(case);
        endings.iter().map(|ending| format!("{stem}{ending}")).collect()
    }
}

/// What agrees and the first noun are declined; behind that noun stand genitives, which are not, up to an "and".
fn declined<'f>(lang: &str, form: &'f str) -> Vec<Word<'f>> {
    let mut has_noun = false;
    let mut words = Vec::new();
    for text in form.split(' ') {
        let class = class_of(lang, text);
        let is_fixed = text.starts_with('=') || text.ends_with('.') || is_acronym(text) || is_and(text);
        let stays = is_fixed || has_noun && !(class == Class::Agreeing && agrees_behind_its_noun(lang));
        let declension = if stays { None } else { Declension::of(lang, class, text) };
        has_noun = !is_and(text) && (has_noun || class == Class::Noun && !is_fixed);
        words.push(Word { text: text.trim_start_matches('='), declension });
    }
    words
}

fn class_of(lang: &str, word: &str) -> Class {
    let length = |class| Declension::of(lang, class, word).map(|row| row.nominative.len());
    match (length(Class::Agreeing), length(Class::Noun)) {
        (Some(agreeing), noun) if noun.is_none_or(|noun| agreeing >= noun) => Class::Agreeing,
        _ => Class::Noun,
    }
}

fn agrees_behind_its_noun(lang: &str) -> bool {
    matches!(lang, "pl" | "cs")
}

fn is_and(word: &str) -> bool {
    matches!(word, "і" | "та" | "й" | "и" | "i" | "a" | "oraz" | "in" | "—" | "-")
}

fn is_acronym(word: &str) -> bool {
    word.chars().count() < 3 || word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.contains('-')
}

fn stem_of(word: &str, declension: &Declension) -> String {
    word.strip_suffix(declension.nominative).unwrap_or(word).to_owned() + declension.shared
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folded::fold_pattern;

    fn forms(lang: &str, form: &str) -> Vec<String> {
        let whole = |stem: &Stem| -> Vec<String> {
            let beginning = fold_pattern(&stem.stem);
            stem.endings.iter().map(|ending| format!("{beginning}{ending}")).collect()
        };
        name(lang, form, false).iter().flat_map(whole).collect()
    }

    #[track_caller]
    fn has(lang: &str, form: &str, wanted: &[&str]) {
        let forms = forms(lang, form);
        for one in wanted {
            assert!(forms.contains(&fold_pattern(one)), "{one} is not in {forms:?}");
        }
    }

    #[test]
    fn countries_are_declined() {
        has("uk", "Україна", &["України", "Україні", "Україну", "Україною"]);
        has("uk", "Білорусь", &["Білорусі", "Білоруссю"]);
        has("uk", "Київ", &["Києва", "Києву", "Києвом", "Києві"]);
        has("uk", "Запоріжжя", &["Запоріжжю", "Запоріжжям", "Запоріжжі"]);
        has("ru", "Израиль", &["Израиля", "Израилю", "Израилем", "Израиле"]);
        has("ru", "Нидерланды", &["Нидерландов", "Нидерландам", "Нидерландах"]);
        has("pl", "Niemcy", &["Niemiec", "Niemcom", "Niemcami", "Niemczech"]);
        has("pl", "Egipt", &["Egiptu", "Egiptem", "Egipcie"]);
        has("pl", "Rosja", &["Rosji", "Rosję", "Rosją"]);
        has("cs", "Rusko", &["Ruska", "Rusku", "Ruskem"]);
        has("cs", "Francie", &["Francii", "Francií"]);
        has("cs", "Ukrajina", &["Ukrajiny", "Ukrajině", "Ukrajinu", "Ukrajinou"]);
    }

    #[test]
    fn the_words_of_a_name_stand_in_one_case() {
        has("uk", "Велика Британія", &["Великої Британії", "Великій Британії", "Великою Британією"]);
        has("ru", "Саудовская Аравия", &["Саудовской Аравии", "Саудовскую Аравию", "Саудовской Аравией"]);
        has("pl", "Korea Północna", &["Korei Północnej", "Koreę Północną", "Koreą Północną"]);
        has("pl", "Zjednoczone Emiraty Arabskie", &["Zjednoczonych Emiratów Arabskich"]);
        has("cs", "Šalamounovy ostrovy", &["Šalamounových ostrovů"]);
        has("cs", "Spojené státy", &["Spojených států", "Spojeným státům", "Spojených státech"]);
        assert!(!forms("uk", "Велика Британія").contains(&"великою британії".to_owned()));
        assert!(forms("cs", "Spojené arabské emiráty").len() < 60);
    }

    #[test]
    fn a_genitive_behind_the_noun_stays() {
        has("pl", "Wyspy Cooka", &["Wysp Cooka", "Wyspami Cooka"]);
        has("pl", "Republika =Konga", &["Republiki Konga", "Republice Konga"]);
        has("uk", "Сполучені Штати Америки", &["Сполучених Штатів Америки", "Сполученими Штатами Америки"]);
        has("ru", "Босния и Герцеговина", &["Боснии и Герцеговины", "Боснией и Герцеговиной"]);
    }
}
