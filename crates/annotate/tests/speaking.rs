//! Who issues a statement, who speaks in it and whose words it quotes, on texts written for these tests.

use chancery_annotate::{Context, annotate};
use chancery_model::{Annotations, Draft};

fn tags(title: &str, text: &str, lang: &str) -> Annotations {
    let draft = Draft { title: title.into(), text: text.into(), lang: lang.parse().ok(), ..Draft::default() };
    annotate(&draft, &Context::default())
}

fn issuer(title: &str, text: &str, lang: &str) -> Option<String> {
    tags(title, text, lang).issuer.and_then(|issuer| issuer.code)
}

#[test]
fn a_state_that_takes_positions_in_its_own_name_issues() {
    for (lang, text, code) in [
        ("en", "Norway condemns the attack on the port. It calls for restraint.", "NO"),
        ("fr", "La Belgique salue l'accord signé hier et rappelle son attachement au droit.", "BE"),
        ("es", "El Ecuador, que comparte esa frontera, expresa su solidaridad con las víctimas.", "EC"),
        ("pt", "Angola condena o ataque e exorta as partes ao diálogo.", "AO"),
        ("it", "San Marino condanna l'attacco. Chiediamo il rilascio degli ostaggi.", "SM"),
        ("de", "Luxemburg verurteilt den Angriff auf den Hafen.", "LU"),
        ("ru", "Таджикистан осуждает нападение на порт.", "TJ"),
        ("ar", "تدين المملكة العربية السعودية الهجوم على الميناء.", "SA"),
    ] {
        assert_eq!(issuer("", text, lang).as_deref(), Some(code), "{text}");
    }
}

#[test]
fn a_body_or_an_office_issues_with_the_state_beside_it() {
    for (lang, title, text, code) in [
        ("uk", "Виступ Постійної представниці Литви при ООН", "Пане Голово!", "LT"),
        ("fr", "Déclaration de la représentante permanente de la Suisse", "Monsieur le Président,", "CH"),
        ("de", "", "Die Regierung des Fürstentums Liechtenstein hat die Verordnung angepasst.", "LI"),
        ("pt", "Angola: intervenção na reunião", "Excelências, agradecemos a palavra.", "AO"),
        ("en", "Angola: statement by the Permanent Representative", "Mr. President, thank you.", "AO"),
        (
            "en",
            "Iran: statement by the Spokesperson",
            "The European Union deeply regrets the decision.",
            "EU",
        ),
        ("zh", "新加坡外交部关于局势的声明", "各方应当克制。", "SG"),
        ("en", "", "The UN human rights office said the detentions must end.", "UN"),
        ("de", "", "Das Bundesamt für Cybersicherheit warnt vor einer Angriffswelle.", "CH"),
        ("ja", "G7外相共同声明（仮訳）", "我々は深刻な懸念を表明する。", "G7"),
        ("en", "", "The UN strongly condemns the shelling of the hospital.", "UN"),
        (
            "en",
            "",
            "The European Union today adopted a package of measures. G7 partners: Canada will follow.",
            "EU",
        ),
        ("zh", "", "新加坡政府对印度洋的局势表示关切。", "SG"),
        ("zh", "", "朝鲜外务省发表声明，谴责军演。", "KP"),
    ] {
        assert_eq!(issuer(title, text, lang).as_deref(), Some(code), "{title} {text}");
    }
}

#[test]
fn a_name_ends_before_what_is_no_part_of_it() {
    for (text, name) in [
        ("The EU strongly condemns the decision.", "EU"),
        ("Strona polska odrzuca te zarzuty.", "Strona polska"),
    ] {
        let issuer = tags("", text, if name == "EU" { "en" } else { "pl" }).issuer;
        assert_eq!(issuer.map(|issuer| issuer.name).as_deref(), Some(name), "{text}");
    }
}

#[test]
fn an_agency_that_signs_or_the_language_of_one_state_says_the_issuer() {
    for (lang, text, code) in [
        ("ru", "ДАКАР, 7 июня. /ТАСС/. Запасы зерна на исходе.", "RU"),
        ("pl", "Lomé, 3.04. (PAP) – Granica jest zamknięta.", "PL"),
        ("uk", "Закликаємо не відкривати листів від невідомих.", "UA"),
        ("pt", "O Governo acompanha a situação no Irão. Agradecemos aos parceiros.", "PT"),
    ] {
        assert_eq!(issuer("", text, lang).as_deref(), Some(code), "{text}");
    }
    assert_eq!(issuer("", "The harbour was closed for repairs.", "en"), None);
    assert_eq!(issuer("", "Resolutions of the UN Security Council are binding.", "en"), None);
}

fn speakers(text: &str, lang: &str) -> Vec<(String, Option<String>)> {
    tags("", text, lang).speakers.into_iter().map(|tag| (tag.name, tag.role)).collect()
}

#[test]
fn persons_who_are_said_to_speak_are_speakers() {
    for (lang, text, name) in [
        ("en", "“We go on,” said Ursula von der Linden, the envoy.", "Ursula von der Linden"),
        (
            "en",
            "The minister, Khalid bin Saud al-Rashid, said that talks go on.",
            "Khalid bin Saud al-Rashid",
        ),
        ("uk", "«Ми готові», — наголосив міністр Олесь Гринчук.", "Олесь Гринчук"),
        (
            "ru",
            "Официальный представитель ведомства Алина Сорокина отметила, что переговоры идут.",
            "Алина Сорокина",
        ),
        (
            "fr",
            "Le porte-parole Jean-Luc Marchand a souligné que les pourparlers continuent.",
            "Jean-Luc Marchand",
        ),
        ("es", "La canciller Marta Quintero señaló que las conversaciones siguen.", "Marta Quintero"),
        ("de", "Staatssekretärin Hanna Lorenz betonte, dass die Gespräche weitergehen.", "Hanna Lorenz"),
        ("it", "«Andiamo avanti», ha dichiarato il ministro Carlo Bertani.", "Carlo Bertani"),
        ("pt", "O ministro Rui Valadares sublinhou que as conversações continuam.", "Rui Valadares"),
        ("pl", "Jak podkreślił rzecznik Adam Wolski, rozmowy trwają.", "Adam Wolski"),
        ("tr", "Bakan Yardımcısı Cem Aksoylu, görüşmelerin sürdüğünü belirtti.", "Cem Aksoylu"),
        ("fa", "سخنگوی وزارتخانه، بهرام کاویان، گفت: «گفتگو ادامه دارد.»", "بهرام کاویان"),
        ("ja", "担当理事の稲村千鶴氏は「続ける」と述べた。", "稲村千鶴"),
        ("ko", "윤재호 대변인은 유감이라고 말하였다.", "윤재호"),
    ] {
        let found = speakers(text, lang);
        assert!(found.iter().any(|(found, _)| found == name), "{text}: {found:?}");
    }
}

#[test]
fn a_cue_of_a_transcript_names_the_speaker() {
    let talk = "SECRETARY QUIST: Good morning to you all.\nQUESTION: Did you discuss the harbour?\nMR. O'HARE: We did.\n";
    let found = speakers(talk, "en");
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Quist", "O'Hare"]);
    assert_eq!(found[0].1.as_deref(), Some("SECRETARY"));
    let named = speakers(&format!("Secretary of State Ada Quist met the press.\n{talk}"), "en");
    assert!(named.iter().any(|(name, _)| name == "Ada Quist"), "{named:?}");
    for text in [
        "MINISTER QUIST: A LIFE IN POLITICS\nShe grew up by the sea.",
        "KEY POINTS: One.\nNEXT STEPS: Two.\n",
    ] {
        assert!(speakers(text, "en").is_empty(), "{text}");
    }
}

#[test]
fn a_person_who_is_only_mentioned_is_no_speaker() {
    for (lang, text) in [
        ("en", "The minister met President Ada Quist on Monday."),
        ("uk", "Сторони обговорили візит посла Олега Гринчука до столиці."),
        ("de", "Der Bericht über Hanna Lorenz liegt dem Rat vor."),
    ] {
        assert!(speakers(text, lang).is_empty(), "{text}: {:?}", speakers(text, lang));
    }
}

fn quotes(text: &str, lang: &str) -> Vec<(String, Option<String>)> {
    let tags = tags("", text, lang);
    tags.quotes.iter().map(|quote| (quote.spans[0].of("", text).to_owned(), quote.speaker.clone())).collect()
}

#[track_caller]
fn quotes_are(text: &str, lang: &str, wanted: &[(&str, Option<&str>)]) {
    let found = quotes(text, lang);
    let found: Vec<_> = found.iter().map(|(words, speaker)| (words.as_str(), speaker.as_deref())).collect();
    assert_eq!(found, wanted, "{text}");
}

#[test]
fn words_are_ascribed_before_behind_and_between() {
    quotes_are(
        "“We will not leave the harbour,” said Foreign Minister Ada Quist. “Our crews stay at sea.”",
        "en",
        &[
            ("We will not leave the harbour,", Some("Ada Quist")),
            ("Our crews stay at sea.", Some("Ada Quist")),
        ],
    );
    quotes_are(
        "The envoy Ada Quist said: \"The ships will stay in the harbour.\"",
        "en",
        &[("The ships will stay in the harbour.", Some("Ada Quist"))],
    );
    quotes_are(
        "«Ми не залишимо порту без охорони», — заявив міністр Олесь Гринчук. Він додав: «Екіпажі лишаються на місці».",
        "uk",
        &[
            ("Ми не залишимо порту без охорони", Some("Олесь Гринчук")),
            ("Екіпажі лишаються на місці", Some("Олесь Гринчук")),
        ],
    );
    quotes_are(
        "— Мы не оставим порт без охраны, — сказал министр Павел Сорокин.",
        "ru",
        &[("Мы не оставим порт без охраны", Some("Павел Сорокин"))],
    );
}

#[test]
fn names_of_ships_and_scare_quotes_are_no_quotations() {
    for (lang, text) in [
        ("en", "The tanker “Aurelia” left the harbour on Monday under a “neutral” flag."),
        ("uk", "Танкер «Аврелія» вийшов із порту під так званим «нейтральним» прапором."),
    ] {
        quotes_are(text, lang, &[]);
    }
}

#[test]
fn quoted_words_in_another_language_say_so() {
    let text = "The envoy of the shipping commission spoke to the press on Monday about the closed harbour and the crews. \
         The envoy Ada Quist said: “Wir werden den Hafen nicht verlassen, bis alle Schiffe sicher zurückgekehrt sind.”";
    let tags = tags("", text, "en");
    assert_eq!(tags.quotes[0].lang.map(|lang| lang.to_string()).as_deref(), Some("de"));
}

#[test]
fn hostile_texts_are_read_in_linear_time() {
    for piece in ["\"said Ada Quist, ", "«", "— сказав, — ", "“”said ", "\n— a, — said B C. "]
    {
        let tags = tags("", &piece.repeat(60_000), "en");
        assert!(tags.quotes.len() <= 2_000, "{piece}");
    }
}

#[test]
fn a_body_that_is_called_on_told_or_silent_does_not_issue() {
    for (lang, title, text) in [
        ("en", "", "We call on the Georgian authorities to release the detainees."),
        ("de", "", "Wir fordern die georgischen Behörden auf, die Gefangenen freizulassen."),
        ("fr", "", "Nous appelons les autorités géorgiennes à libérer les détenus."),
        ("es", "", "Pedimos a las autoridades georgianas que liberen a los detenidos."),
        ("ru", "", "Призываем власти Грузии освободить задержанных."),
        ("en", "", "The Russian Government must act now. Every day counts."),
        ("en", "Message to the Government of Kenya", "The detainees must be released."),
        ("fr", "Lettre ouverte au gouvernement du Mali", "Les détenus attendent."),
        ("pt", "Carta aberta ao Governo de Angola", "Os detidos esperam."),
        ("de", "", "Die russische Regierung muss jetzt handeln."),
        ("fr", "", "Le gouvernement russe doit agir maintenant."),
        ("es", "", "El Gobierno ruso debe actuar ahora."),
        ("ru", "", "Правительство Грузии должно действовать немедленно."),
        ("uk", "", "Уряд Росії повинен діяти негайно."),
        (
            "en",
            "Prices rise again",
            "Prices rose in May, economists wrote. The White House declined to comment.",
        ),
        (
            "en",
            "A quarter ends",
            "The firm published its results. The tax is administered by HM Treasury today.",
        ),
        (
            "en",
            "Release them",
            "The group published a report. The European Commission was informed last week.",
        ),
    ] {
        assert_eq!(issuer(title, text, lang), None, "{title} {text}");
    }
}

#[test]
fn of_several_states_the_first_named_author_of_the_title_issues() {
    for (lang, title, text) in [
        (
            "de",
            "Gemeinsame Erklärung Deutschlands, Frankreichs und Polens zu Georgien",
            "Wir sind besorgt. Die georgischen Behörden müssen die Gewalt beenden.",
        ),
        (
            "en",
            "Joint statement by Germany, France and Poland on Georgia",
            "We are concerned. The Georgian authorities must end the violence.",
        ),
        (
            "fr",
            "Déclaration conjointe de l'Allemagne, de la France et de la Pologne sur la Géorgie",
            "Nous sommes préoccupés.",
        ),
        ("uk", "Спільна заява Німеччини, Франції та Польщі щодо Грузії", "Ми стурбовані ситуацією."),
    ] {
        assert_eq!(issuer(title, text, lang).as_deref(), Some("DE"), "{title}");
    }
    assert_eq!(issuer("Statement on Iran", "", "en"), None);
    assert_eq!(issuer("Foreign minister visits", "", "en"), None);
}

#[test]
fn the_country_beside_a_body_says_whose_it_is() {
    for (lang, title, text, code) in [
        ("pt", "Comunicado do Ministério dos Negócios Estrangeiros de Moçambique", "O facto é grave.", "MZ"),
        ("pt", "Conselho de Ministros de Angola aprova decreto", "O facto foi aprovado.", "AO"),
        ("de", "Regierung von Liechtenstein passt Verordnung an", "Die Massnahmen treten in Kraft.", "LI"),
        ("uk", "Міністр зустрівся з генсеком НАТО", "Міністр обговорив із генсеком НАТО допомогу.", "UA"),
    ] {
        assert_eq!(issuer(title, text, lang).as_deref(), Some(code), "{title}");
    }
}

#[test]
fn a_body_issues_behind_a_dateline_a_verb_of_arabic_fronted_words_or_by_its_delegate() {
    for (lang, text, code) in [
        ("fr", "Berne, 09.06.2026 — Le Conseil fédéral a suspendu la licence.", "CH"),
        ("ar", "أعلنت وكالة الإمارات للفضاء نجاح الرحلة.", "AE"),
        ("pt", "Reunido em Luanda, o Conselho de Ministros de Angola aprovou o decreto.", "AO"),
        ("en", "Yesterday the Kenyan Ministry of Defence opened a school.", "KE"),
        (
            "en",
            "I deliver this statement on behalf of Mr. Ade Quist, President of the Republic of Malta.",
            "MT",
        ),
        (
            "ru",
            "Астана, 18 апреля. Под председательством министра иностранных дел РК прошло заседание.",
            "KZ",
        ),
    ] {
        assert_eq!(issuer("", text, lang).as_deref(), Some(code), "{text}");
    }
}

#[test]
fn heads_of_the_union_and_of_the_united_states_issue_by_their_words() {
    for (lang, title, text, code) in [
        ("en", "Remarks by President von der Leyen", "Good afternoon.", "EU"),
        ("de", "Rede von Präsidentin von der Leyen", "Guten Tag.", "EU"),
        ("fr", "Discours de la présidente von der Leyen", "Mesdames et Messieurs.", "EU"),
        (
            "en",
            "",
            "By the authority vested in me as President by the Constitution, it is hereby ordered:",
            "US",
        ),
    ] {
        assert_eq!(issuer(title, text, lang).as_deref(), Some(code), "{title} {text}");
    }
}

#[test]
fn the_name_of_an_issuer_leaves_out_what_its_document_is_called() {
    let name = |title: &str| tags(title, "We condemn the attack.", "en").issuer.map(|issuer| issuer.name);
    let joint = name("Statement of the Foreign Ministers of Estonia, Latvia and Lithuania");
    assert_eq!(joint.as_deref(), Some("Foreign Ministers of Estonia"));
    let mission =
        tags("", "The U.S. Embassy announces that it is closed.", "en").issuer.map(|issuer| issuer.name);
    assert_eq!(mission.as_deref(), Some("Mission of the United States"));
}
