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
fn a_surname_behind_a_given_name_is_no_country() {
    says("en", "Volker Türk told Kenya so. Türk added that talks go on.", &["KE"]);
    says("en", "Robert J. England and Sarah Ireland wrote to Kenya.", &["KE"]);
    says("en", "David French met John Holland of Kenya.", &["KE"]);
    says("en", "The writer Georgia Bell went to Kenya.", &["KE"]);
    says("fr", "Dominique de Villepin et Anatole France ont parlé du Gabon.", &["GA"]);
    says("es", "Según Volker Türk y María España, Ghana firmó.", &["GH"]);
    says("de", "Jens Deutsch und Mario Schweizer reisten nach Ghana.", &["GH"]);
    says("it", "Luca Germania ha parlato del Ghana.", &["GH"]);
    says("tr", "Mehmet Türk Gana ile görüştü.", &["GH"]);
    says("uk", "Музей Лесі Українки відкрили для гостей із Гани.", &["GH"]);
}

#[test]
fn countries_beside_a_capital_or_a_crown_count() {
    says("en", "In Jordan Syrian refugees wait.", &["JO", "SY"]);
    says("en", "In Georgia Russian troops stay.", &["GE", "RU"]);
    says("en", "Hurricane Maria Dominica never forgot; King Charles Canada still likes.", &["DM", "CA"]);
    says("en", "Anna Germany and Global Affairs Canada wrote to Ghana.", &["CA", "GH"]);
    says("fr", "Le retrait d'Israël de Gaza.", &["IL", "PS"]);
}

#[test]
fn a_state_of_the_union_has_senators_and_courts() {
    for body in ["Georgia Secretary of State Ada Quist", "The Georgia Senate", "The Georgia Supreme Court"] {
        says("en", &format!("{body} wrote to Ghana."), &["US", "GH"]);
    }
    says("en", "Georgia President Ada Quist wrote to Ghana.", &["GE", "GH"]);
}

#[test]
fn us_on_a_line_in_capitals_is_the_country_or_the_pronoun() {
    for (line, codes) in [
        ("US OFFICIALS MEET ENVOYS OF GHANA", &["US", "GH"][..]),
        ("GHANA AND US AGREE", &["GH", "US"]),
        ("GHANA WARNS US OVER TARIFFS", &["GH", "US"]),
        ("JOIN US IN GHANA", &["GH"]),
        ("A LETTER FROM US TO GHANA", &["GH"]),
        ("TURKEY CONDEMNS THE ATTACK", &["TR"]),
    ] {
        says("en", line, codes);
    }
}

#[test]
fn a_text_without_capitals_names_countries_that_are_no_common_words() {
    says("en", "north korea fired again; china and russia said nothing", &["KP", "CN", "RU"]);
    says("en", "ukraine says russian drones came at night", &["UA", "RU"]);
    says("en", "we had turkey with jordan and chad, who were late", &[]);
    says("en", "He had china cups from ghana.", &[]);
    says("fr", "la réunion avec l'allemagne et le pérou est finie", &["DE", "PE"]);
    says("es", "colombia y venezuela reanudan el diálogo", &["CO", "VE"]);
    says("de", "russland und ghana reden miteinander", &["RU", "GH"]);
    says("ru", "из того, что мали мало, россия и украина ничего не решат", &["RU", "UA"]);
    says("tr", "mali konularda rusya ve ukrayna görüşüyor", &["RU", "UA"]);
}

#[test]
fn the_place_where_a_text_was_done_is_no_country() {
    for (lang, text) in [
        ("en", "Measures for Iran.\n\nDone in duplicate at Geneva, this third day of May 2024."),
        ("en", "Measures for Iran.\n\nBrussels, 3 May 2024"),
        ("fr", "Mesures pour l'Iran.\n\nFait à Bruxelles, le 3 mai 2024."),
        ("de", "Maßnahmen für den Iran.\n\nWien, den 14. Juli 2015"),
        ("es", "Medidas para Irán.\n\nHecho en Madrid, el 3 de mayo de 2024."),
        ("ru", "Меры в отношении Ирана.\n\nСовершено в Вене 14 июля 2015 года"),
        ("uk", "Заходи щодо Ірану.\n\nм. Брюссель, 3 травня 2024 року"),
        ("pl", "Środki wobec Iranu.\n\nSporządzono w Brukseli dnia 3 maja 2024 r."),
        ("tr", "İran için önlemler.\n\nAnkara, 3 Mayıs 2024"),
        ("zh", "伊朗问题的协议。\n\n2015年7月14日于维也纳"),
    ] {
        says(lang, text, &["IR"]);
    }
    says("en", "Measures for Iran.\n\nVienna hosted the talks on 14 July 2015.", &["IR", "AT"]);
}

#[test]
fn short_names_count_where_only_a_place_can_stand() {
    says("ar", "وصل الوفد إلى مالي أمس.", &["ML"]);
    says("ar", "قالت قطر إنها ستواصل الوساطة.", &["QA"]);
    says("ar", "الوضع صعب، والدعم مالي بحت، ويبلغ قطر الدائرة خمسة أمتار.", &[]);
    says("fa", "نشست در مالی برگزار شد.", &["ML"]);
    says("fa", "بحران مالی و اداری ادامه دارد و قطر لوله ده سانتی‌متر است.", &[]);
    says("ja", "マリの首都で会談した。チャドで選挙が行われた。", &["ML", "TD"]);
    says("ja", "マリさんは笑った。", &[]);
    says("ko", "요르단은 환영했다. 가나의 대통령이 말했다.", &["JO", "GH"]);
    says("ko", "수단에서 내전이 계속되고 있다. 오만의 외교 사절이 왔다.", &["SD", "OM"]);
    says("ko", "모든 수단을 동원한다. 그의 오만은 지나치다. 어디로 가나 마찬가지다.", &[]);
}

#[test]
fn a_head_of_state_counts_behind_the_office_alone() {
    for (lang, text, code) in [
        ("en", "President Putin said that the talks would go on.", "RU"),
        ("en", "The ministers met Chancellor Scholz on Monday.", "DE"),
        ("fr", "Le président Macron est arrivé.", "FR"),
        ("es", "El presidente Maduro habló.", "VE"),
        ("de", "Bundeskanzler Merz traf am Montag ein.", "DE"),
        ("it", "La presidente del Consiglio Meloni ha parlato.", "IT"),
        ("pt", "O presidente Lula falou na segunda-feira.", "BR"),
        ("pl", "Premier Tusk powiedział, że rozmowy trwają.", "PL"),
        ("tr", "Cumhurbaşkanı Erdoğan konuştu.", "TR"),
        ("uk", "Указ президента Путіна набрав чинності.", "RU"),
        ("ru", "Встречу с президентом Зеленским перенесли.", "UA"),
        ("ar", "التقى الرئيس بوتين الوزراء.", "RU"),
    ] {
        says(lang, text, &[code]);
    }
    says("en", "Putin said so, and Director Putin agreed.", &[]);
    says("en", "Prime Minister Putin came.", &[]);
    says("ru", "Путин сказал это.", &[]);
}

#[test]
fn each_paragraph_is_read_in_its_own_language() {
    let english = "The ministers discussed the response to the strikes against Ukraine during the meeting that was \
                   held in the capital on Monday, and they agreed to go on.";
    let german = "Die Minister haben die Angriffe auf das Schärfste verurteilt und wollen gemeinsam mit Frankreich \
                  und Schweden weiter helfen, sagte die Sprecherin.";
    let ukrainian = "Міністри обговорили відносини з Норвегією під час зустрічі, що відбулася в понеділок, і \
                     домовилися продовжити переговори наступного тижня.";
    says("en", &format!("{english}\n\n{german}"), &["UA", "FR", "SE"]);
    says("en", &format!("{english}\n\n{ukrainian}\n\n{english}"), &["UA", "NO"]);
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
