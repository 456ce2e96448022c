//! What an analyst expects of a statement, on texts written for these tests.

use chancery_annotate::{Context, annotate};
use chancery_model::{Annotations, Draft, Organ, Part};
use proptest::prelude::*;

fn tags(title: &str, text: &str, lang: Option<&str>) -> Annotations {
    let lang = lang.and_then(|lang| lang.parse().ok());
    let draft = Draft { title: title.into(), text: text.into(), lang, ..Draft::default() };
    annotate(&draft, &Context::default())
}

fn codes(tags: &Annotations) -> Vec<String> {
    tags.countries.iter().map(|tag| tag.code.to_string()).collect()
}

fn has_topics(tags: &Annotations, wanted: &[&str]) {
    let found: Vec<&str> = tags.topics.iter().map(|tag| tag.slug.as_str()).collect();
    for slug in wanted {
        assert!(found.contains(slug), "{slug} is not in {found:?}");
    }
}

const TROOPS: &[&str] =
    &["military-deployment", "arms-transfers", "nuclear-nonproliferation", "un-security-council"];

#[track_caller]
fn is_the_troops_statement(title: &str, text: &str) {
    let tags = tags(title, text, None);
    let found = codes(&tags);
    for code in ["KP", "RU", "UA", "EU"] {
        assert!(found.iter().any(|known| known == code), "{code} is not in {found:?}");
    }
    has_topics(&tags, TROOPS);
    assert!(tags.speakers.iter().any(|tag| tag.name == "Josep Borrell"), "{:?}", tags.speakers);
    assert!(tags.resolutions.iter().all(|tag| !tag.stated), "{:?}", tags.resolutions);
    assert!(tags.resolutions.iter().any(|tag| tag.number == "1718"), "the committee's set is implied");
    assert_eq!(tags.issuer.and_then(|issuer| issuer.code).as_deref(), Some("EU"));
}

#[test]
fn report_of_a_european_statement_on_north_korean_troops() {
    is_the_troops_statement(
        "EU condemns dispatch of North Korean troops to Russia",
        "BRUSSELS — The European Union on Thursday condemned the deployment of DPRK troops to Russia to take part in its \
         war against Ukraine, saying it breaks multiple UN Security Council resolutions, the UN Charter and the \
         Non-Proliferation Treaty.\n\nThe step follows months of North Korean arms transfers to Russia, High Representative \
         Josep Borrell said in a statement on behalf of the bloc. \"This is a hostile act,\" Borrell added.",
    );
}

#[test]
fn the_same_in_other_words() {
    is_the_troops_statement(
        "Brussels: Pyongyang's soldiers in Kursk a grave escalation",
        "Josep Borrell, the European Union's High Representative, said that sending troops from the DPRK to fight beside \
         Russian forces against Ukraine would breach numerous resolutions of the UN Security Council as well as the NPT.\
         \n\nHe called on North Korea to stop the arms transfers and the supply of ammunition at once.",
    );
    is_the_troops_statement(
        "Statement by the High Representative on behalf of the European Union on DPRK military support to Russia",
        "The deployment of DPRK troops to Russia's war against Ukraine violates \"multiple United Nations Security Council \
         resolutions\", the UN Charter and the Non-Proliferation Treaty, High Representative Josep Borrell stated. \
         Arms transfers from North Korea to Russia must end.",
    );
}

#[test]
fn evidence_lies_on_the_words() {
    let title = "Заява МЗС";
    let text = "Україна засуджує постачання зброї з Північної Кореї до росії всупереч резолюціям Ради Безпеки ООН 1718 (2006) та 2397 (2017).";
    let tags = tags(title, text, Some("uk"));
    let korea = tags.countries.iter().find(|tag| tag.code.as_str() == "KP").expect("it is named");
    assert_eq!(korea.spans[0].of(title, text), "Північної Кореї");
    assert!(korea.named);
    let numbers: Vec<&str> =
        tags.resolutions.iter().filter(|tag| tag.stated).map(|tag| tag.number.as_str()).collect();
    assert_eq!(numbers, ["1718", "2397"]);
    assert_eq!(tags.issuer.and_then(|issuer| issuer.code).as_deref(), Some("UA"));
}

#[test]
fn words_that_only_look_like_countries() {
    assert!(codes(&tags("", "Крім того, сили мали намір відійти. Дані уточнюються.", Some("uk"))).is_empty());
    assert_eq!(
        codes(&tags("", "Senator Ada Quist of the state of Georgia spoke in Atlanta.", Some("en"))),
        ["US"]
    );
    assert_eq!(codes(&tags("", "Georgia and Armenia met in Tbilisi.", Some("en"))), ["GE", "AM"]);
    assert!(
        codes(&tags("", "See https://example.org/iran-news or write to china@example.org.", Some("en")))
            .is_empty()
    );
    assert!(
        codes(&tags("", "The vessel crossed the Gulf of Guinea and the Indian Ocean.", Some("en")))
            .is_empty()
    );
    assert_eq!(
        codes(&tags("", "Nigeria, Niger and Equatorial Guinea signed.", Some("en"))),
        ["NG", "NE", "GQ"]
    );
}

#[test]
fn numbers_that_are_no_resolutions_of_the_council() {
    for text in [
        "in accordance with General Assembly resolution 181 (II)",
        "I would support legislation like House Resolution 800",
        "A/RES/68/262 on the territorial integrity of Ukraine",
        "S/PRST/2014/16",
    ] {
        let tags = tags("", text, Some("en"));
        let council = tags.resolutions.iter().filter(|tag| tag.organ == Organ::SecurityCouncil);
        assert_eq!(council.count(), 0, "{text}: {:?}", tags.resolutions);
    }
}

#[test]
fn other_councils_are_not_the_security_council() {
    for (lang, text) in [
        (
            "en",
            "The Peace and Security Council of the African Union met on Sudan and recalled its resolutions.",
        ),
        (
            "en",
            "A spokesperson for the National Security Council said the National Security Council had met.",
        ),
        ("en", "The Nordic Council adopted a resolution on fisheries."),
        ("ru", "Секретарь Совета Безопасности РФ провёл встречу с секретарём Совета Безопасности Армении."),
        (
            "fr",
            "Le Conseil de paix et de sécurité de l'Union africaine et le Conseil de sécurité nationale ont siégé.",
        ),
        ("zh", "非洲联盟和平与安全理事会开会，讨论了和平与安全理事会的工作。"),
    ] {
        let tags = tags("", text, Some(lang));
        assert!(tags.topics.iter().all(|tag| tag.slug != "un-security-council"), "{text}");
        assert!(tags.resolutions.iter().all(|tag| tag.organ != Organ::SecurityCouncil), "{text}");
    }
    let both = tags(
        "",
        "The African Union's Peace and Security Council asked the UN Security Council to act; the Security Council will meet.",
        Some("en"),
    );
    has_topics(&both, &["un-security-council"]);
}

/// News agencies name the office in words of their own.
#[test]
fn offices_as_news_agencies_name_them() {
    for (text, lang) in [
        ("EU foreign policy chief Josep Borrell said the deployment was a grave step.", "en"),
        ("The EU's foreign policy chief, Josep Borrell, said on Tuesday that the transfers must stop.", "en"),
        ("“This is unacceptable,” said Josep Borrell, the EU's top diplomat.", "en"),
        ("European Union top diplomat Josep Borrell condemned the move on Monday.", "en"),
    ] {
        let tags = tags("", text, Some(lang));
        assert_eq!(tags.speakers.first().map(|tag| tag.name.as_str()), Some("Josep Borrell"), "{text}");
    }
    let tags =
        tags("", "Верховний представник ЄС Жозеп Боррель заявив, що Союз засуджує цей крок.", Some("uk"));
    assert_eq!(tags.speakers.first().map(|tag| tag.name.as_str()), Some("Жозеп Боррель"));
    assert_eq!(tags.issuer.and_then(|issuer| issuer.code).as_deref(), Some("EU"));
}

#[test]
fn a_list_of_resolutions_is_read_to_its_last_number() {
    for text in [
        "Troops violate UNSCRs 1718, 1874 and 2270 among them.",
        "Resolutions 1718, 1874 and 2270 can only be lifted by the Council.",
        "Резолюції Ради Безпеки ООН 1718, 1874 та 2270 залишаються чинними.",
        "Les résolutions 1718, 1874 et 2270 du Conseil de sécurité ne sont pas levées.",
    ] {
        let tags = tags("", text, None);
        let stated = tags.resolutions.iter().filter(|tag| tag.stated);
        assert_eq!(
            stated.map(|tag| tag.number.as_str()).collect::<Vec<_>>(),
            ["1718", "1874", "2270"],
            "{text}"
        );
    }
    let counted =
        tags("", "Under resolutions 1718 and 1874 and with 2270 ships inspected, trade fell.", Some("en"));
    assert!(counted.resolutions.iter().all(|tag| tag.number != "2270"));
}

#[test]
fn speakers_in_languages_without_capitals() {
    for (lang, text, name, role) in [
        ("zh", "外交部发言人林远明24日表示，中方坚决反对。", "林远明", "外交部发言人"),
        ("zh", "国防部发言人赵晨在例行记者会上说，演习已经结束。", "赵晨", "国防部发言人"),
        ("ja", "記者会見で、森川恵介外務報道官は遺憾の意を表明した。", "森川恵介", "外務報道官"),
        ("ja", "アダ・クイスト上級代表は声明で非難を述べた。", "アダ・クイスト", "上級代表"),
        ("ko", "한지호 외교부 대변인은 24일 논평에서 유감을 표명했다고 밝혔다.", "한지호", "외교부 대변인"),
        ("ko", "외교부 대변인 한지호는 유감스럽다고 말했다.", "한지호", "외교부 대변인"),
        (
            "ar",
            "وقال المتحدث باسم وزارة الخارجية سامي الحداد إن بلاده ترفض ذلك.",
            "سامي الحداد",
            "المتحدث باسم وزارة الخارجية",
        ),
        (
            "ar",
            "وأعلن المتحدث باسم وزارة الخارجية، سامي الحداد، أن الزيارة تأجلت.",
            "سامي الحداد",
            "المتحدث باسم وزارة الخارجية",
        ),
    ] {
        let tags = tags("", text, Some(lang));
        let found: Vec<_> =
            tags.speakers.iter().map(|tag| (tag.name.as_str(), tag.role.as_deref())).collect();
        assert_eq!(found, [(name, Some(role))], "{text}");
        assert!(tags.speakers[0].spans[0].of("", text).contains(name));
    }
}

#[test]
fn an_office_without_a_full_name_is_nobody() {
    for (lang, text) in [
        ("zh", "外交部发言人表示，中方坚决反对。"),
        ("zh", "外交部发言人随后表示，发言人高度重视，发言人今天在北京说明情况。"),
        ("ja", "日本政府外務報道官は遺憾の意を表明し、首相は強調した。"),
        ("ko", "한국의 외교부 대변인은 유감이라고 말했다. 정부는 장관이 밝혔다고 전했다."),
        ("ar", "وقال المتحدث باسم وزارة الخارجية إن بلاده ترفض ذلك."),
        ("ar", "وقال المتحدث باسم حركة الحداد في بيان."),
    ] {
        let tags = tags("", text, Some(lang));
        assert!(tags.speakers.is_empty(), "{text}: {:?}", tags.speakers);
    }
}

fn issuer_of(
    title: &str,
    text: &str,
    lang: &str,
    context: &Context<'_>,
) -> Option<(String, Option<String>, bool)> {
    let draft = Draft { title: title.into(), text: text.into(), lang: lang.parse().ok(), ..Draft::default() };
    let tag = annotate(&draft, context).issuer?;
    let is_shown = !tag.spans.is_empty();
    let shown = tag.spans.iter().all(|span| !span.of(title, text).is_empty());
    assert!(shown, "{tag:?}");
    Some((tag.name, tag.code, is_shown))
}

#[track_caller]
fn issues(title: &str, text: &str, lang: &str, name: &str, code: &str) {
    let found = issuer_of(title, text, lang, &Context::default());
    assert_eq!(found, Some((name.to_owned(), Some(code.to_owned()), true)), "{title} {text}");
}

#[test]
fn a_ministry_issues_with_the_country_of_its_name() {
    issues(
        "",
        "Le ministère des Affaires étrangères et de la Coopération du Bénin condamne l'attaque.",
        "fr",
        "ministère des Affaires étrangères et de la Coopération du Bénin",
        "BJ",
    );
    issues(
        "",
        "El Ministerio de Relaciones Exteriores de la República del Perú lamenta lo ocurrido.",
        "es",
        "Ministerio de Relaciones Exteriores de la República del Perú",
        "PE",
    );
    issues(
        "",
        "Ministerstwo Spraw Zagranicznych stanowczo potępia atak na Ukrainę.",
        "pl",
        "Ministerstwo Spraw Zagranicznych",
        "PL",
    );
    issues("", "تدين وزارة الخارجية القطرية الهجوم على إيران.", "ar", "وزارة الخارجية القطرية", "QA");
    issues(
        "الأردن يدين الهجوم",
        "دانت وزارة الخارجية وشؤون المغتربين الهجوم.",
        "ar",
        "وزارة الخارجية وشؤون المغتربين",
        "JO",
    );
    issues(
        "",
        "The Foreign Ministry of Kenya summoned the ambassador of Iran.",
        "en",
        "Foreign Ministry of Kenya",
        "KE",
    );
}

#[test]
fn a_ministry_does_not_take_the_country_that_it_speaks_about() {
    for (lang, text) in [
        ("en", "The Ministry of Foreign Affairs has summoned the Chinese ambassador."),
        ("en", "According to the Ministry of Defence, Iran moved its troops."),
        ("fr", "Le ministère des Affaires étrangères a convoqué l'ambassadeur d'Iran."),
        ("es", "El Ministerio de Relaciones Exteriores convocó al embajador de Irán."),
    ] {
        let found = issuer_of("", text, lang, &Context::default());
        assert_eq!(found.and_then(|(_, code, _)| code), None, "{text}");
    }
}

#[test]
fn neither_place_nor_person_issues() {
    let none = |title: &str, text: &str, lang: &str| issuer_of(title, text, lang, &Context::default());
    assert_eq!(none("Jordan Prentiss visits the harbour", "The minister Jordan Prentiss came.", "en"), None);
    assert_eq!(none("", "Portugal continental, em articulação com o Governo, fecha as praias.", "pt"), None);
    let named = none("", "Pequim – O Ministério do Comércio da China rejeita as tarifas.", "pt");
    assert_eq!(named.map(|(name, ..)| name).as_deref(), Some("Ministério do Comércio da China"));
}

#[test]
fn the_address_says_the_issuer_where_the_text_does_not() {
    let ukraine =
        Context { url: Some("https://mfa.gov.ua/news/1"), source_name: Some("A feed"), source_country: None };
    assert_eq!(
        issuer_of("", "The President of Iran must answer, and NATO too.", "en", &ukraine),
        Some(("Ministry of Foreign Affairs of Ukraine".to_owned(), Some("UA".to_owned()), false))
    );
    let own = issuer_of("", "МЗС України засуджує удар.", "uk", &ukraine);
    assert_eq!(own, Some(("МЗС України".to_owned(), Some("UA".to_owned()), true)));
    let other = issuer_of(
        "Statement by the High Representative on behalf of the European Union",
        "We condemn.",
        "en",
        &ukraine,
    );
    assert_eq!(other.and_then(|(_, code, _)| code).as_deref(), Some("EU"));
    let named = Context { source_name: Some("NATO newsroom"), ..Context::default() };
    assert_eq!(
        issuer_of("", "Allies met today.", "en", &named),
        Some(("NATO newsroom".to_owned(), Some("NATO".to_owned()), false))
    );
}

#[test]
fn a_dateline_says_where_a_text_was_written() {
    for (lang, text, wanted) in [
        ("en", "BRUSSELS, 24 October 2024 (Newswire) — Iran must release the crew.", vec!["IR"]),
        ("en", "GENEVA — Iran must release the crew.", vec!["IR"]),
        ("en", "KYIV, Ukraine, Oct. 24 (Agency) - Iran must release the crew.", vec!["UA", "IR"]),
        ("en", "WASHINGTON, D.C., Thursday, 24 October 2024. Iran must release the crew.", vec!["IR"]),
        ("en", "Paris/London, 3 March 2025\n\nIran must release the crew.", vec!["IR"]),
        ("uk", "Київ, 24 жовтня. Іран має звільнити екіпаж.", vec!["IR"]),
        ("ru", "МОСКВА, 3 марта — Иран должен освободить экипаж.", vec!["IR"]),
        ("ru", "МОСКВА, 3 марта. /Агентство/. Иран должен освободить экипаж.", vec!["IR"]),
        ("fr", "Paris, le 24 octobre 2024 – L'Iran doit libérer l'équipage.", vec!["IR"]),
        ("de", "Berlin, den 24. Oktober 2024 — Der Iran muss die Besatzung freilassen.", vec!["IR"]),
        ("zh", "新华社北京10月24日电 伊朗应当释放船员。", vec!["IR"]),
        ("ja", "【ワシントン共同】イランは乗組員を解放すべきだ。", vec!["IR"]),
        ("ko", "(서울=통신) 이란은 선원을 석방해야 한다.", vec!["IR"]),
        ("ar", "جنيف، 24 أكتوبر 2024 - على إيران أن تفرج عن الطاقم.", vec!["IR"]),
    ] {
        assert_eq!(codes(&tags("", text, Some(lang))), wanted, "{text}");
    }
}

#[test]
fn a_capital_that_is_no_dateline_still_counts() {
    for text in [
        "Moscow said on 24 October that Iran had agreed.",
        "Moscow, which met envoys of Iran, agreed.",
        "Moscow-based envoys met in Iran.",
    ] {
        assert_eq!(codes(&tags("", text, Some("en"))), ["RU", "IR"], "{text}");
    }
}

#[test]
fn a_seat_stands_for_its_organisation() {
    for (lang, text) in [
        ("en", "Brussels said that Iran must release the crew."),
        ("en", "In New York, the Security Council discussed Iran."),
        ("en", "The Human Rights Council in Geneva heard a report on Iran."),
        ("en", "The IAEA Board of Governors met in Vienna on Iran."),
        ("uk", "У Нью-Йорку Рада Безпеки ООН розглянула ситуацію навколо Ірану."),
    ] {
        let found = codes(&tags("", text, Some(lang)));
        assert!(found.contains(&"IR".to_owned()), "{text}: {found:?}");
        assert!(
            found.iter().all(|code| !["BE", "US", "CH", "AT"].contains(&code.as_str())),
            "{text}: {found:?}"
        );
    }
    assert_eq!(
        codes(&tags("", "Prosecutors in New York charged a dealer from Iran.", Some("en"))),
        ["US", "IR"]
    );
    assert_eq!(codes(&tags("", "Belgian police closed the streets of Brussels.", Some("en"))), ["BE"]);
}

proptest! {
    #[test]
    fn any_text_is_tagged_and_spans_fit(title in "\\PC{0,40}", text in "(\\PC|\n| Iran | resolution 1718 \\(2006\\) | المصرية ){0,120}") {
        let tags = tags(&title, &text, None);
        let spans = tags.countries.iter().flat_map(|tag| &tag.spans)
            .chain(tags.topics.iter().flat_map(|tag| &tag.spans))
            .chain(tags.resolutions.iter().flat_map(|tag| &tag.spans))
            .chain(tags.regimes.iter().flat_map(|tag| &tag.spans))
            .chain(tags.speakers.iter().flat_map(|tag| &tag.spans));
        for span in spans {
            let whole = if span.part == Part::Title { &title } else { &text };
            prop_assert!(!span.of(&title, &text).is_empty(), "{span:?} of {} bytes", whole.len());
        }
    }
}
