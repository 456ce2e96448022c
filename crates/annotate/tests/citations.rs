//! Citations of resolutions in the languages of the grammar, from `fixtures/citations.tsv`.

use std::collections::BTreeSet;

use chancery_annotate::{Context, annotate};
use chancery_model::{Annotations, Check, Draft, Organ, ResolutionTag};

const SENTENCES: &str = include_str!("fixtures/citations.tsv");

fn tags(text: &str, lang: &str) -> Annotations {
    let draft = Draft { text: text.into(), lang: lang.parse().ok(), ..Draft::default() };
    annotate(&draft, &Context::default())
}

/// A tag in the notation of the table.
fn notation(tag: &ResolutionTag) -> String {
    let organ = match tag.organ {
        Organ::SecurityCouncil => "",
        Organ::GeneralAssembly => "A:",
        Organ::HumanRightsCouncil => "H:",
        Organ::Other => "O:",
    };
    let mark = match (tag.stated, tag.check) {
        (false, _) => "~",
        (true, Check::Ok) => "",
        (true, Check::YearDiffers) => "!",
        (true, Check::UnknownNumber) => "?",
    };
    format!("{mark}{organ}{}", tag.number)
}

/// The resolutions of a row; a space within a number of the Assembly does not divide.
fn wanted(cell: &str) -> BTreeSet<String> {
    let mut found: Vec<String> = Vec::new();
    for word in cell.split(' ').filter(|word| *word != "-") {
        match found.last_mut() {
            Some(last) if !word.contains(|c: char| c.is_ascii_digit()) => *last = format!("{last} {word}"),
            _ => found.push(word.to_owned()),
        }
    }
    found.into_iter().collect()
}

#[test]
fn each_sentence_cites_what_its_row_says() {
    let mut wrong = Vec::new();
    for line in SENTENCES.lines().filter(|line| !line.starts_with('#')) {
        let [lang, cell, text] =
            line.splitn(3, '\t').collect::<Vec<_>>().try_into().expect("three columns in every row");
        let found: BTreeSet<String> = tags(text, lang).resolutions.iter().map(notation).collect();
        if found != wanted(cell) {
            wrong.push(format!("{lang}: {text}\n    wanted {cell}, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_citation_is_marked_where_it_stands() {
    let text = "Як зазначено в резолюціях 1718 (2006) та 2397 (2017) Ради Безпеки, це заборонено.";
    let marked: Vec<String> = tags(text, "uk")
        .resolutions
        .iter()
        .flat_map(|tag| &tag.spans)
        .map(|span| text.get(span.start as usize..span.end as usize).unwrap_or("").to_owned())
        .collect();
    assert_eq!(marked, ["резолюціях 1718 (2006)", "2397 (2017)"]);
}

#[test]
fn where_two_regimes_are_possible_none_is_implied() {
    let both = "Iran and North Korea violate multiple UN Security Council resolutions.";
    assert!(tags(both, "en").resolutions.is_empty());
    let one = "North Korea violates multiple UN Security Council resolutions.";
    assert!(tags(one, "en").resolutions.iter().all(|tag| !tag.stated && tag.check == Check::Ok));
    assert!(tags(one, "en").resolutions.iter().any(|tag| tag.number == "2397"));
}

#[test]
fn a_million_numbers_cost_what_their_length_costs() {
    let text = "resolutions 1718, 1874 and ".repeat(20_000);
    let found = tags(&text, "en").resolutions;
    assert_eq!(found.iter().map(|tag| tag.spans.len()).sum::<usize>(), 40_000);
}

#[test]
fn a_headline_implies_nothing_where_the_text_states_a_number() {
    let title = "North Korea violates UN Security Council resolutions";
    let implied = |text: &str| {
        let draft = Draft { title: title.into(), text: text.into(), ..Draft::default() };
        let tags = annotate(&draft, &Context::default()).resolutions;
        tags.iter().filter(|tag| !tag.stated).count()
    };
    assert_eq!(implied("North Korea's launch violates resolution 1718 (2006), the ministers said."), 0);
    assert!(implied("North Korea's launch was condemned, the ministers said.") > 5);
}
