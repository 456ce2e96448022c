//! News in which linguists or geographers marked the names of places.

use std::collections::BTreeSet;

use super::{Set, language};
use crate::judgement::Judgement;
use crate::row::Row;
use crate::tagged::{self, Tagged};

pub(super) const SETS: &[Set] = &[
    Set { name: "slavicner", judge: |places| places.shared("tagging/slavicner.jsonl", named_entities) },
    Set { name: "lgl", judge: |places| places.shared("tagging/lgl.jsonl", places_on_a_map) },
    Set { name: "trnews", judge: |places| places.shared("tagging/trnews.jsonl", places_on_a_map) },
    Set { name: "geovirus", judge: |places| places.shared("tagging/geovirus.jsonl", places_on_a_map) },
    Set { name: "geowebnews", judge: |places| places.shared("tagging/geowebnews.jsonl", places_on_a_map) },
];

/// Adjectives, and names within those of organisations, are not marked.
fn named_entities(row: &Row) -> Vec<Judgement> {
    let (title, text, lang) = (row.text("title"), row.text("text"), row.text("lang"));
    vec![
        Judgement::new("named", &Tagged::new(row).named(), &row.set("countries_named"), &BTreeSet::new()),
        language("lang", tagged::language(title, text), lang),
        language("lang_title", tagged::language(title, ""), lang),
    ]
}

/// Every place on a map counts to its country, small towns too.
fn places_on_a_map(row: &Row) -> Vec<Judgement> {
    let tagged = Tagged::new(row);
    vec![
        Judgement::new("countries", &tagged.countries(), &row.set("countries"), &BTreeSet::new()),
        Judgement::of_some("countries_named", &tagged.countries(), &row.set("countries_named")),
    ]
}
