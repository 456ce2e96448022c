//! Legal instruments in the languages of the tables, from `fixtures/instruments.tsv`, and where they are marked.

use std::collections::BTreeSet;

use chancery_annotate::{Context, annotate};
use chancery_model::{Annotations, Draft, InstrumentKind};
use proptest::prelude::*;

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

/// Pieces of citations and signs, to be put together in any order.
const PIECES: &[&str] = &[
    "Article ",
    "51",
    "2(4)",
    " of the ",
    "UN Charter",
    "the Charter",
    "Chapter ",
    "VII",
    "Regulation ",
    "(EU) ",
    "No ",
    "833/2014",
    "2014/512/CFSP",
    "Executive Order ",
    "14024",
    "E.O. ",
    "第",
    "号行政命令",
    "《联合国宪章》",
    "五十一",
    "条",
    "S.I. ",
    "2019/855",
    "[SDGT]",
    "RUSSIA-EO14024",
    "NPT",
    "Женевські конвенції",
    "stat. ",
    "ст. ",
    "Статуту ООН",
    "المادة ",
    "ميثاق الأمم المتحدة",
    " and ",
    ", ",
    "(",
    ")",
    "/",
    "-",
    "\n",
    "\u{301}",
    "İ",
    "resolutions ",
    "1718",
    " through ",
    "2397",
    " (2006)",
    "1718 Committee",
    "99999999999",
    "'",
    "«",
    "ES-11/1",
    "181 (II)",
    "二四二",
    "号決議",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn pieces_in_any_order_are_read_and_spans_fit(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        let text = pieces.concat();
        for lang in ["en", "uk", "zh", "ar"] {
            let found = tags(&text, lang);
            let instruments = found.instruments.iter().flat_map(|tag| &tag.spans);
            let all = instruments
                .chain(found.regimes.iter().flat_map(|tag| &tag.spans))
                .chain(found.resolutions.iter().flat_map(|tag| &tag.spans));
            for span in all {
                let marked = span.of("", &text);
                prop_assert!(!marked.is_empty() && marked.len() < 120, "{marked:?} in {text:?}");
            }
            prop_assert_eq!(&found, &tags(&text, lang));
        }
    }
}
