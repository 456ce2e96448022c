//! Which countries a statement is about, on texts written for these tests.

use chancery_annotate::{Context, annotate};
use chancery_model::Draft;

#[track_caller]
fn is_about(lang: &str, title: &str, text: &str, wanted: &[&str]) {
    let draft = Draft { title: title.into(), text: text.into(), lang: lang.parse().ok(), ..Draft::default() };
    let tags = annotate(&draft, &Context::default());
    let mut about: Vec<String> =
        tags.countries.iter().filter(|tag| tag.about).map(|tag| tag.code.to_string()).collect();
    about.sort();
    assert_eq!(about, wanted, "{title}");
}

#[test]
fn a_statement_is_about_what_its_title_names() {
    is_about(
        "en",
        "On the elections in Zambia",
        "Observers praised the calm in Lusaka. Envoys of Kenya, Ghana, Togo, Malawi and Angola took part.",
        &["ZM"],
    );
    is_about(
        "pl",
        "O wyborach w Zambii",
        "Obserwatorzy docenili spokój w Lusace. Zambia policzyła głosy w dwa dni. Byli też wysłannicy Kenii, Ghany, Togo, Malawi i Angoli.",
        &["ZM"],
    );
    is_about(
        "ja",
        "ザンビア大統領選挙について",
        "ザンビアでは投票が平穏に行われた。ケニア、ガーナ、トーゴ、マラウイも視察団を送った。",
        &["ZM"],
    );
}

#[test]
fn whoever_is_blamed_is_what_it_is_about() {
    is_about(
        "en",
        "Statement on the strikes on Beirut",
        "We condemn the Israeli strikes on Lebanon in the night. Cyprus and Greece sent medicine.",
        &["IL", "LB"],
    );
    is_about(
        "fr",
        "Frappes sur Beyrouth",
        "Nous condamnons les frappes israéliennes qui ont touché le Liban cette nuit. Chypre et la Grèce ont envoyé des médicaments.",
        &["IL", "LB"],
    );
    is_about(
        "de",
        "Zur Lage in der Ukraine",
        "Die russischen Angriffe auf die Ukraine sind ein Bruch des Völkerrechts. Wir danken Rumänien.",
        &["RU", "UA"],
    );
}

#[test]
fn the_issuer_is_not_what_it_is_about_but_where_it_speaks_of_itself() {
    is_about(
        "en",
        "Foreign Ministry of Kenya on the coup in Gabon",
        "The Foreign Ministry of Kenya condemns the coup in Gabon. Kenya calls for calm, and Kenya will help.",
        &["GA"],
    );
    is_about(
        "en",
        "Drought: aid for the north",
        "The Government of Kenya will send water to the north.",
        &["KE"],
    );
    is_about(
        "uk",
        "МЗС України щодо перевороту в Габоні",
        "МЗС України засуджує переворот у Габоні. Україна закликає до спокою.",
        &["GA"],
    );
}

#[test]
fn a_region_in_the_title_says_its_countries() {
    is_about(
        "en",
        "Hunger in the Sahel",
        "Harvests failed in Mali and in Niger. Denmark and Norway gave grain; ships came by way of Senegal.",
        &["ML", "NE"],
    );
    is_about(
        "es",
        "Acuerdo en el Cáucaso",
        "Los cancilleres de Armenia y Azerbaiyán firmaron. Agradecemos a Suiza la mediación.",
        &["AM", "AZ"],
    );
}

#[test]
fn a_list_of_many_is_about_none() {
    is_about(
        "en",
        "New members of the fisheries board",
        "The board welcomes delegates of Peru, Chile, Ecuador, Panama, Belize, Mexico, Cuba, Jamaica and Haiti.",
        &[],
    );
}
