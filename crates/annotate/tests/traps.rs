//! Words that look like a country and say none, and names of more countries than one, in texts written for these tests.

use chancery_annotate::{Context, annotate};
use chancery_model::{CountryTag, Draft};

fn countries(lang: &str, text: &str) -> Vec<CountryTag> {
    let draft = Draft { text: text.into(), lang: lang.parse().ok(), ..Draft::default() };
    annotate(&draft, &Context::default()).countries
}

#[track_caller]
fn says(lang: &str, text: &str, wanted: &[&str]) {
    let found: Vec<String> = countries(lang, text).iter().map(|tag| tag.code.to_string()).collect();
    assert_eq!(found, wanted, "{lang}: {text}");
}

#[test]
fn persons_are_no_countries() {
    says("en", "The envoy Jordan Whitlock met Dr. Chad Ferris and Mr. Israel Boone in Oslo.", &["NO"]);
    says("en", "Director Paul Holland and Ms. India Crane wrote to Kenya.", &["KE"]);
    says("fr", "Mme Géorgie Vasseur et M. Salvador Pinel se sont rendus au Gabon.", &["GA"]);
    says("es", "El ministro Chad Robledo y la diputada Argentina Luque viajaron a Ghana.", &["GH"]);
    says("it", "Il portavoce Cileno Marchetti ha parlato del Ghana.", &["GH"]);
    says("de", "Die Sprecherin Jordan Huber und Direktor Uwe Schweizer reisten nach Ghana.", &["GH"]);
    says("pl", "Rzecznik Kuba Wolski mówił o Ghanie.", &["GH"]);
    says("uk", "Координатор Чад Бойлен говорив про Гану.", &["GH"]);
    says("ru", "Координатор Чад Бойлен говорил о Гане.", &["GH"]);
}

#[test]
fn the_countries_of_the_same_names_count() {
    says("en", "Jordan and Chad sent envoys to Israel.", &["JO", "TD", "IL"]);
    says("en", "The Foreign Minister of Jordan spoke with President Chissano of Chad.", &["JO", "TD"]);
    says("fr", "La Géorgie et le Salvador ont signé.", &["GE", "SV"]);
    says("pl", "Kuba podpisała umowę z Ghaną.", &["CU", "GH"]);
}

#[test]
fn languages_are_no_countries() {
    says("en", "The report is out in English, French, Spanish and Arabic, and Ghana read it.", &["GH"]);
    says("en", "French, Russian and Ghanaian officers met.", &["FR", "RU", "GH"]);
    says("uk", "Текст перекладено з англійської та норвезької мов для Гани.", &["GH"]);
    says("ru", "Протокол составлен на французском, английском и русском языках в Гане.", &["GH"]);
    says("pl", "Infolinia działa w języku niemieckim, francuskim i angielskim dla Ghany.", &["GH"]);
    says("pt", "Os cursos de mandarim e de francês começam no Gana.", &["GH"]);
    says("fa", "متن به زبان‌های انگلیسی، فرانسوی و عربی منتشر شد و غنا آن را خواند.", &["GH"]);
    says("de", "Die Meldung erschien in spanischer und italienischer Sprache für Ghana.", &["GH"]);
}

#[test]
fn food_beasts_and_things_are_no_countries() {
    says("fr", "Le cochon d'Inde et les montagnes russes plaisent au Gabon.", &["GA"]);
    says("it", "Fichi d'India e porcellini d'India arrivano dal Ghana.", &["GH"]);
    says("es", "La montaña rusa y la ensaladilla rusa gustan en Ghana.", &["GH"]);
    says("de", "Wiener Schnitzel hinter der Spanischen Wand, geliefert aus Ghana.", &["GH"]);
    says("en", "Swiss cheese, Brazil nuts, a Panama hat and Guinea pigs were sold in Ghana.", &["GH"]);
    says("ar", "بعد صلاة المغرب وصل وفد غانا.", &["GH"]);
    says("tr", "Mali Suçları Araştırma Kurulu Gana ile görüştü.", &["GH"]);
}

#[test]
fn newspapers_companies_and_streets_are_no_countries() {
    says("en", "The Zambia Mail and the Washington Post wrote on Ghana from Jamaica Street.", &["GH"]);
    says("uk", "Газета «The Zambia Mail» писала про Гану.", &["GH"]);
    says("en", "Qatar Airways and Air France fly to Ghana.", &["GH"]);
}

#[test]
fn a_town_is_in_the_state_behind_its_comma() {
    says("en", "A man of Lebanon, Pennsylvania, was born in Accra.", &["US", "GH"]);
    says("en", "Police in London, Ont., called Accra.", &["CA", "GH"]);
    says("en", "Ships left for Guam, Hawaii, Alaska and Ghana.", &["GU", "US", "GH"]);
}

#[test]
fn georgia_is_a_state_among_states() {
    says("en", "Cases were found in Arizona, Georgia and Iowa, not in Ghana.", &["US", "GH"]);
    says("en", "Turkey, Georgia and Armenia signed.", &["TR", "GE", "AM"]);
    says("en", "The European Union and Georgia signed.", &["EU", "GE"]);
}

#[test]
fn two_sudans_koreas_congos_and_many_guineas() {
    says("en", "Sudan, South Sudan, North Korea, South Korea.", &["SD", "SS", "KP", "KR"]);
    says("en", "Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea.", &["GN", "GW", "GQ", "PG"]);
    says("en", "The Republic of the Congo and the Democratic Republic of the Congo.", &["CG", "CD"]);
    says("en", "Dominica and the Dominican Republic.", &["DM", "DO"]);
    says("fr", "La Dominique et la République dominicaine.", &["DM", "DO"]);
}

/// The rows of `docs/borders.md`.
#[test]
fn places_count_to_the_recognised_state() {
    for (place, code) in [
        ("Crimea", "UA"),
        ("Donetsk", "UA"),
        ("Kursk", "RU"),
        ("Chechnya", "RU"),
        ("Abkhazia", "GE"),
        ("South Ossetia", "GE"),
        ("Transnistria", "MD"),
        ("Nagorno-Karabakh", "AZ"),
        ("Kosovo", "XK"),
        ("Taiwan", "TW"),
        ("Hong Kong", "HK"),
        ("Tibet", "CN"),
        ("Gaza", "PS"),
        ("the West Bank", "PS"),
        ("the Golan Heights", "SY"),
        ("Western Sahara", "EH"),
        ("Northern Cyprus", "CY"),
        ("Somaliland", "SO"),
    ] {
        says("en", &format!("The committee heard a report on {place} and closed."), &[code]);
    }
    says("uk", "Комітет заслухав доповідь про Крим.", &["UA"]);
    says("ru", "Комитет заслушал доклад об Абхазии.", &["GE"]);
    says("fr", "Le comité a entendu un rapport sur Gaza.", &["PS"]);
}

#[test]
fn a_tag_counts_its_mentions_and_says_where_the_first_stands() {
    for (lang, text, first, count, named) in [
        ("en", "Envoys met in Accra; Ghana and Ghanaian traders agreed.", "Accra", 3, true),
        ("en", "Ghanaian traders agreed in Accra.", "Ghanaian", 2, false),
        ("es", "Comerciantes ghaneses y Ghana firmaron.", "ghaneses", 2, true),
        ("uk", "Ганські купці й Гана домовилися.", "Ганські", 2, true),
        ("zh", "加纳商人与加纳政府签约。", "加纳", 2, true),
    ] {
        let tags = countries(lang, text);
        let [tag] = tags.as_slice() else { panic!("{text}: {tags:?}") };
        assert_eq!((tag.count, tag.named, tag.spans.len()), (count, named, count as usize), "{text}");
        assert_eq!(tag.spans[0].of("", text), first, "{text}");
    }
}
