//! Legal instruments in the languages of the tables, from `fixtures/instruments.tsv`, and where they are marked.

use std::collections::BTreeSet;

use chancery_annotate::{Context, annotate};
use chancery_model::{Annotations, Draft, InstrumentKind};

const SENTENCES: &str = include_str!("fixtures/instruments.tsv");

fn tags(text: &str, lang: &str) -> Annotations {
    let draft = Draft { text: text.into(), lang: lang.parse().ok(), ..Draft::default() };
    annotate(&draft, &Context::default())
}

#[test]
fn each_sentence_cites_what_its_row_says() {
    let mut wrong = Vec::new();
    for line in SENTENCES.lines().filter(|line| !line.starts_with('#')) {
        let [lang, cell, text] =
            line.splitn(3, '\t').collect::<Vec<_>>().try_into().expect("three columns in every row");
        let found: BTreeSet<String> = tags(text, lang).instruments.into_iter().map(|tag| tag.key).collect();
        let wanted: BTreeSet<String> = cell.split(' ').filter(|key| *key != "-").map(str::to_owned).collect();
        if found != wanted {
            wrong.push(format!("{lang}: {text}\n    wanted {wanted:?}, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn an_instrument_is_named_and_marked_where_it_stands() {
    for (lang, text, kind, name, marked) in [
        (
            "en",
            "Under Article 2(4) of the UN Charter force is banned.",
            InstrumentKind::Charter,
            "Article 2(4) of the Charter of the United Nations",
            "Article 2(4)",
        ),
        (
            "fr",
            "Le règlement (UE) n° 833/2014 est modifié.",
            InstrumentKind::EuAct,
            "Regulation (EU) No 833/2014",
            "règlement (UE) n° 833/2014",
        ),
        (
            "de",
            "Der Beschluss 2014/512/GASP wurde verlängert.",
            InstrumentKind::EuAct,
            "Decision 2014/512/CFSP",
            "Beschluss 2014/512/GASP",
        ),
        (
            "en",
            "See Executive Order 14024.",
            InstrumentKind::ExecutiveOrder,
            "Executive Order 14024",
            "Executive Order 14024",
        ),
        ("en", "Listed as [SDGT].", InstrumentKind::Programme, "OFAC programme SDGT", "SDGT"),
        (
            "en",
            "Under S.I. 2019/855.",
            InstrumentKind::StatutoryInstrument,
            "Russia (Sanctions) (EU Exit) Regulations 2019",
            "S.I. 2019/855",
        ),
        (
            "uk",
            "Порушено Женевські конвенції.",
            InstrumentKind::Treaty,
            "Geneva Conventions",
            "Женевські конвенції",
        ),
    ] {
        let found = tags(text, lang).instruments;
        let tag = found.iter().find(|tag| tag.kind == kind).unwrap_or_else(|| panic!("{text}: {found:?}"));
        let span = tag.spans[0];
        assert_eq!(tag.name, name);
        assert_eq!(text.get(span.start as usize..span.end as usize), Some(marked), "{text}");
    }
}

#[test]
fn many_instruments_cost_what_their_length_costs() {
    let text =
        "Regulation (EU) No 833/2014, Executive Order 14024 and Article 51 of the UN Charter. ".repeat(4_000);
    let found = tags(&text, "en").instruments;
    assert_eq!(found.iter().map(|tag| tag.spans.len()).sum::<usize>(), 16_000);
}
