//! Sanctions regimes by name, by citation and by implication, from `fixtures/regimes.tsv`.

use std::collections::BTreeSet;

use chancery_annotate::{Context, annotate};
use chancery_model::{Draft, RegimeTag};

const SENTENCES: &str = include_str!("fixtures/regimes.tsv");

fn regimes(title: &str, text: &str, lang: &str) -> Vec<RegimeTag> {
    let draft = Draft { title: title.into(), text: text.into(), lang: lang.parse().ok(), ..Draft::default() };
    annotate(&draft, &Context::default()).regimes
}

#[test]
fn each_sentence_has_the_regimes_of_its_row() {
    let mut wrong = Vec::new();
    for line in SENTENCES.lines().filter(|line| !line.starts_with('#')) {
        let [lang, cell, title, text] =
            line.splitn(4, '\t').collect::<Vec<_>>().try_into().expect("four columns in every row");
        let mark = |tag: &RegimeTag| format!("{}{}", if tag.stated { "" } else { "~" }, tag.key);
        let found: BTreeSet<String> = regimes(title, text, lang).iter().map(mark).collect();
        let wanted: BTreeSet<String> = cell.split(' ').filter(|key| *key != "-").map(str::to_owned).collect();
        if found != wanted {
            wrong.push(format!("{lang}: {text}\n    wanted {wanted:?}, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_regime_that_is_named_and_cited_is_stated_with_all_its_evidence() {
    let text = "The 1718 Committee met. Regulation (EU) No 833/2014 and Regulation 833/2014 were cited; \
                resolution 1718 (2006) too.";
    let found = regimes("", text, "en");
    let spans = |key: &str| found.iter().find(|tag| tag.key == key).map(|tag| (tag.stated, tag.spans.len()));
    assert_eq!(spans("UN-1718"), Some((true, 1)), "a citation adds nothing to the committee's own name");
    assert_eq!(spans("EU-RUS"), Some((true, 2)));
}
