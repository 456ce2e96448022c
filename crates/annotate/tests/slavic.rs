//! Names of countries in Slavic languages: that the tables leave no country out, and texts written for these tests.

use std::collections::BTreeSet;

use chancery_annotate::{Context, annotate};
use chancery_model::{CountryTag, Draft};

/// The words of each language, with the ending that makes an adjective of a stem and a sentence that a form is set in.
const WORDS: [(&str, &str, &str, &str); 5] = [
    ("uk", "ий", "про це сказано: {}, та й годі", include_str!("../../../data/gazetteer/words-uk.tsv")),
    ("ru", "ий", "об этом сказано: {}, и только", include_str!("../../../data/gazetteer/words-ru.tsv")),
    ("pl", "a", "nie jest to: {}, ale dla nich przez", include_str!("../../../data/gazetteer/words-pl.tsv")),
    ("cs", "ý", "říká se tomu: {}, že by to bylo", include_str!("../../../data/gazetteer/words-cs.tsv")),
    ("bg", "и", "за това се казва: {}, което е", include_str!("../../../data/gazetteer/words-bg.tsv")),
];
const CLDR: &str = include_str!("../../../data/gazetteer/cldr-names.tsv");

/// Territories of a state, and the European Union: an adjective and a capital are not asked of them.
const NO_STATES: &str = "AI AS AW AX BL BM BQ CC CK CW CX EU FK FO GF GG GI GL GP GS GU HK IM IO JE KY MF MO MP MQ MS NC NF \
                         NU PF PM PN PR RE SH SJ SX TC TK VG VI WF YT";
/// States whose capital is called as they are, in some of the languages.
const CAPITAL_LIKE_THE_STATE: &str = "DJ DZ GT KW LU MC MX PA SG SM TN VA";

fn countries(lang: &str, title: &str, text: &str) -> Vec<CountryTag> {
    let draft = Draft { title: title.into(), text: text.into(), lang: lang.parse().ok(), ..Draft::default() };
    annotate(&draft, &Context::default()).countries
}

fn rows(table: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?, cells.next()?, cells.next()?))
    })
}

fn codes_of(table: &'static str, kinds: &[&str]) -> BTreeSet<&'static str> {
    let is_of = |kind: &str| kinds.contains(&kind.trim_end_matches(['?', '^', '@']));
    rows(table).filter(|(_, kind, _)| is_of(kind)).map(|(code, _, _)| code).collect()
}

#[test]
fn every_state_has_a_name_an_adjective_and_a_capital() {
    let all: BTreeSet<&str> = rows(CLDR).map(|(code, _, _)| code).collect();
    let is_in = |list: &str, code: &str| list.split(' ').any(|known| known == code);
    for (lang, _, _, table) in WORDS {
        let mut named = codes_of(table, &["name"]);
        named.extend(rows(CLDR).filter(|(_, row_lang, _)| *row_lang == lang).map(|(code, _, _)| code));
        let adjectives = codes_of(table, &["adj", "congo", "korea"]);
        let cities = codes_of(table, &["city"]);
        for &code in &all {
            assert!(named.contains(code), "{lang}: {code} has no name");
            let is_state = !is_in(NO_STATES, code);
            assert!(
                !is_state || code == "CG" || adjectives.contains(code),
                "{lang}: {code} has no adjective"
            );
            let has_capital = cities.contains(code) || is_in(CAPITAL_LIKE_THE_STATE, code);
            assert!(!is_state || has_capital, "{lang}: {code} has no capital");
        }
    }
}

#[test]
fn every_form_of_the_tables_says_its_country() {
    let mut mute = Vec::new();
    for (lang, ending, sentence, table) in WORDS {
        let sure = rows(table).filter(|(code, kind, _)| *code != "-" && !kind.ends_with(['?', '^', '@']));
        for (code, form) in sure.flat_map(|(code, _, forms)| forms.split('|').map(move |form| (code, form))) {
            let written = form.replace('=', "").replace('~', ending);
            let found = countries(lang, "", &sentence.replace("{}", &written));
            if !found.iter().any(|tag| tag.code.as_str() == code) {
                mute.push(format!("{lang} {code} {written}"));
            }
        }
    }
    assert!(mute.is_empty(), "{mute:#?}");
}

#[track_caller]
fn names(lang: &str, text: &str, wanted: &[&str]) {
    let mut found: Vec<String> =
        countries(lang, "", text).iter().map(|tag| tag.code.as_str().to_owned()).collect();
    found.sort();
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn names_in_every_case_are_found() {
    names(
        "uk",
        "Угоду з Великою Британією обговорили в Єгипті, на Сейшелах і в Північній Македонії.",
        &["EG", "GB", "MK", "SC"],
    );
    names(
        "uk",
        "Про це Києвом і Варшавою домовлено з чехами, поляками та норвежцями.",
        &["CZ", "NO", "PL", "UA"],
    );
    names(
        "ru",
        "Делегации Египта, Саудовской Аравии, Нидерландов и Сейшельских Островов.",
        &["EG", "NL", "SA", "SC"],
    );
    names("ru", "Переговоры с Боснией и Герцеговиной, встречи в Пхеньяне и Тель-Авиве.", &["BA", "IL", "KP"]);
    names(
        "pl",
        "Rozmowy w Niemczech, na Węgrzech, we Włoszech, w Nigrze i w Egipcie.",
        &["DE", "EG", "HU", "IT", "NE"],
    );
    names("pl", "Z Wlk. Brytanią, Koreą Północną i Zjednoczonymi Emiratami Arabskimi.", &["AE", "GB", "KP"]);
    names(
        "pl",
        "Dziękujemy Holendrom, Czechom i Wietnamczykom za pomoc dla Wilna i Rygi.",
        &["CZ", "LT", "LV", "NL", "VN"],
    );
    names(
        "cs",
        "Jednání ve Spojených státech, v Severní Koreji, Francii a Řecku.",
        &["FR", "GR", "KP", "US"],
    );
    names("cs", "Američtí a ruští vyjednavači se sešli s Němci v Ženevě.", &["CH", "DE", "RU", "US"]);
    names(
        "bg",
        "Американският и руският външен министър обсъдиха Украйна и Чешката република.",
        &["CZ", "RU", "UA", "US"],
    );
}

#[test]
fn adjectives_joined_by_a_hyphen_are_found() {
    names(
        "uk",
        "Північнокорейсько-російська угода й українсько-польський діалог.",
        &["KP", "PL", "RU", "UA"],
    );
    names(
        "ru",
        "Северокорейско-российский договор и армяно-азербайджанская граница.",
        &["AM", "AZ", "KP", "RU"],
    );
    names("pl", "Dialog polsko-niemiecki i francusko-brytyjski.", &["DE", "FR", "GB", "PL"]);
    names("cs", "Česko-polský a rusko-čínský dialog.", &["CN", "CZ", "PL", "RU"]);
}

#[test]
fn common_words_are_no_countries() {
    names(
        "uk",
        "Того дня ми мали дані про чад, перу та само собою. Малі підприємства не мали газу; греко-католицька громада.",
        &[],
    );
    names("uk", "Рішення РБ ООН № 2375 ухвалено. Індійський океан, Перська затока, Латинська Америка.", &[]);
    names(
        "ru",
        "Того же дня данные о самой Само и обмане чада не подтвердились: мал, да удал; перу, кубов, биг дата.",
        &[],
    );
    names("ru", "Южно-Китайского моря, Гвинейском заливе, озера Чад, Латинскую Америку, реки Иордан.", &[]);
    names(
        "pl",
        "Mali przedsiębiorcy zgłaszali czad, gorące dania, dane i peruki. Zatoki Gwinejskiej, Ameryki Łacińskiej.",
        &[],
    );
    names("cs", "Komory měly malou radost. V Perském zálivu a v Latinské Americe.", &[]);
}

#[test]
fn languages_are_no_countries() {
    names("ru", "Протокол составлен на казахском, английском и русском языках.", &[]);
    names("uk", "Заяву перекладено з англійської та норвезької мов; виступ українською.", &[]);
    names("pl", "Infolinia działa w języku polskim, ukraińskim i angielskim, napisano też po rosyjsku.", &[]);
    names("cs", "Dokument byl sepsán v českém, ruském a anglickém jazyce.", &[]);
    names("bg", "Документът е на английски и руски.", &[]);
    names("uk", "Переговори з російською та білоруською сторонами.", &["BY", "RU"]);
}

#[test]
fn surnames_and_given_names_are_no_countries() {
    names("pl", "Rozmawiał o tym wczoraj minister Kuba Nowicki.", &[]);
    names("uk", "Про це сказав речник Олександр Поляк.", &[]);
    names("cs", "Řekl to včera hejtman Martin Němec.", &[]);
}

#[test]
fn a_name_is_told_from_an_adjective_and_a_people() {
    let is_named =
        |lang: &str, text: &str| countries(lang, "", text).iter().map(|tag| tag.named).collect::<Vec<_>>();
    assert_eq!(is_named("uk", "Це сталося в Білорусі."), [true]);
    assert_eq!(is_named("uk", "Це сказали білоруські посадовці."), [false]);
    assert_eq!(is_named("pl", "Powiedzieli to wczoraj Polacy."), [false]);
    assert_eq!(is_named("ru", "Об этом заявили в Париже."), [false]);
    assert_eq!(is_named("ru", "Об этом заявили в Европейском союзе."), [false]);
}
