//! Statements that a reader labelled whole: real official ones, and four sets that were written for the purpose.

use std::collections::BTreeSet;

use super::{Set, language};
use crate::judgement::Judgement;
use crate::person::{is_same_person, is_same_quote};
use crate::row::Row;
use crate::tagged::{self, Tagged};

/// The set whose errors are not shown: who mends tables must not read it, so that its figures stay those of unseen texts.
pub const HELD_OUT: &str = "held_out";

pub(super) const SETS: &[Set] = &[
    Set { name: "gold", judge: |places| places.shared("tagging/gold_statements.jsonl", statement) },
    Set { name: "written", judge: |places| places.shared("tagging/written.jsonl", statement) },
    Set { name: "statements", judge: |places| places.own("statements.jsonl", statement) },
    Set { name: "fresh", judge: |places| places.own("fresh.jsonl", statement) },
    Set { name: HELD_OUT, judge: |places| places.own("held-out.jsonl", statement) },
];

fn statement(row: &Row) -> Vec<Judgement> {
    let tagged = Tagged::new(row);
    let mut judgements = vec![
        with_optional("countries", "countries", row, &tagged.countries()),
        Judgement::new("about", &tagged.about(), &row.set("primary"), &BTreeSet::new()),
        with_optional("topics", "topics", row, &tagged.topics()),
        with_optional("resolutions", "resolutions", row, &tagged.resolutions()),
    ];
    if row.has("issuer") {
        let wanted = row.set("issuer").iter().map(|code| issuer_code(code).to_owned()).collect();
        judgements.push(Judgement::of_one("issuer", tagged.issuer(), &wanted));
    }
    if row.has("regimes") {
        judgements.push(regimes(row, &tagged));
    }
    judgements.push(speakers(row, &tagged));
    if row.has("quotes") {
        judgements.extend(quotes(row, &tagged));
    }
    judgements.extend(languages(row));
    judgements
}

fn with_optional(label: &'static str, field: &str, row: &Row, found: &BTreeSet<String>) -> Judgement {
    Judgement::new(label, found, &row.set(field), &row.set(&format!("{field}_optional")))
}

/// The Security Council speaks for the United Nations.
fn issuer_code(code: &str) -> &str {
    if code == "UNSC" { "UN" } else { code }
}

fn regimes(row: &Row, tagged: &Tagged) -> Judgement {
    let keys = |field| row.set(field).iter().map(|key| regime_key(key).to_owned()).collect();
    Judgement::new("regimes", &tagged.regimes(), &keys("regimes"), &keys("regimes_optional"))
}

/// The catalogue's key of a regime that a label calls by the country's name.
fn regime_key(name: &str) -> &str {
    match name {
        "UN-DPRK" => "UN-1718",
        "US-Burma" => "US-BURMA",
        "US-DPRK" => "US-NK",
        "US-Nicaragua" => "US-NICARAGUA",
        "US-South-Sudan" => "US-SOUTH-SUDAN",
        "UK-Russia" => "GB-RUS",
        other => other,
    }
}

fn speakers(row: &Row, tagged: &Tagged) -> Judgement {
    let found = tagged.speakers().into_iter().map(str::to_owned).collect();
    Judgement::of_alike("speaker", found, row.set("speaker").into_iter().collect(), is_same_person)
}

/// Between the words of a quotation and its speaker, where both stand in one text.
const SPEAKER: char = '\u{1f}';

/// The quotations alone, and with the right speaker.
fn quotes(row: &Row, tagged: &Tagged) -> [Judgement; 2] {
    let text = |quote: &serde_json::Value, field: &str| quote[field].as_str().unwrap_or("").to_owned();
    let wanted: Vec<String> =
        row.items("quotes").iter().map(|q| text(q, "text") + "\u{1f}" + &text(q, "speaker")).collect();
    let found: Vec<String> =
        tagged.quotes().into_iter().map(|(words, speaker)| format!("{words}{SPEAKER}{speaker}")).collect();
    let readable = |mut judgement: Judgement| {
        let items = judgement.wrong.iter_mut().chain(&mut judgement.missed);
        items.for_each(|item| *item = item.replace(SPEAKER, " — "));
        judgement
    };
    [
        readable(Judgement::of_alike("quotes_text", found.clone(), wanted.clone(), has_same_words)),
        readable(Judgement::of_alike("quotes", found, wanted, is_said_by_the_same)),
    ]
}

fn has_same_words(found: &str, wanted: &str) -> bool {
    let words = |quote: &str| quote.split(SPEAKER).next().unwrap_or("").to_owned();
    is_same_quote(&words(found), &words(wanted))
}

/// A quotation whose label names nobody may have any speaker.
fn is_said_by_the_same(found: &str, wanted: &str) -> bool {
    let speaker = |quote: &str| quote.split(SPEAKER).nth(1).unwrap_or("").to_owned();
    has_same_words(found, wanted)
        && (speaker(wanted).is_empty() || is_same_person(&speaker(found), &speaker(wanted)))
}

/// The language of the whole, of the title alone and of the first sentence alone.
fn languages(row: &Row) -> [Judgement; 3] {
    let (title, text, lang) = (row.text("title"), row.text("text"), row.text("lang"));
    let end = text.find(['.', '。', '؟', '\n']).unwrap_or(text.len());
    [
        language("lang", tagged::language(title, text), lang),
        language("lang_title", tagged::language(title, ""), lang),
        language("lang_sentence", tagged::language("", &text[..end]), lang),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quote(words: &str, speaker: &str) -> String {
        format!("{words}{SPEAKER}{speaker}")
    }

    #[test]
    fn a_quotation_is_right_with_its_speaker() {
        let wanted = quote("We are negotiating", "Lotoala Metia");
        assert!(is_said_by_the_same(&quote("“We are negotiating,”", "Minister Lotoala Metia"), &wanted));
        assert!(!is_said_by_the_same(&quote("We are negotiating", "Jordan Motsumi"), &wanted));
        assert!(!is_said_by_the_same(&quote("We are negotiating", ""), &wanted));
        assert!(is_said_by_the_same(&wanted, &quote("We are negotiating", "")));
    }

    #[test]
    fn every_regime_of_a_label_is_in_the_catalogue() {
        for name in ["UN-DPRK", "US-Burma", "US-DPRK", "US-Nicaragua", "US-South-Sudan", "UK-Russia"] {
            assert!(chancery_annotate::regime(regime_key(name)).is_some(), "{name}");
        }
    }
}
