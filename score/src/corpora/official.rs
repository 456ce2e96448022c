//! Official texts of which one thing is known: who issued them, their own number, the countries of their title.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::{Set, language};
use crate::judgement::Judgement;
use crate::row::Row;
use crate::tagged::{self, Tagged};

pub(super) const SETS: &[Set] = &[
    Set { name: "zelensky", judge: |places| places.shared("tagging/zelensky_resistinua.jsonl", address) },
    Set { name: "whitehouse", judge: |places| places.shared("tagging/whitehouse_foreign.jsonl", briefing) },
    Set { name: "ungd2017", judge: |places| places.shared("tagging/ungd2017.jsonl", general_debate) },
    Set { name: "unsc", judge: |places| places.shared("tagging/unsc_resolutions_en.jsonl", resolution) },
    Set { name: "dprk", judge: |places| places.shared("tagging/dprk_newyear_ko.jsonl", speech) },
    Set { name: "japan", judge: |places| places.shared("tagging/japan_pm_ja.jsonl", speech) },
];

/// Volunteers' tags of an address, mapped to topics where they are clear; they are not complete.
fn address(row: &Row) -> Vec<Judgement> {
    let mut judgements = vec![detected(row)];
    if row.has("topics") {
        let topics = Tagged::new(row).topics();
        judgements.push(Judgement::new("topics", &topics, &row.set("topics"), &BTreeSet::new()));
    }
    judgements
}

fn briefing(row: &Row) -> Vec<Judgement> {
    let countries = Tagged::new(row).countries();
    vec![Judgement::of_some("countries_title", &countries, &row.set("countries_title")), detected(row)]
}

fn general_debate(row: &Row) -> Vec<Judgement> {
    let code = ISO3.get(row.text("issuer_country_iso3")).copied().unwrap_or_default();
    vec![issued_by(row, code), detected(row)]
}

fn resolution(row: &Row) -> Vec<Judgement> {
    let own = row.one("resolution_self").into_iter().collect();
    vec![Judgement::of_some("resolution_self", &Tagged::new(row).resolutions(), &own), detected(row)]
}

fn speech(row: &Row) -> Vec<Judgement> {
    vec![issued_by(row, row.text("issuer_country")), detected(row)]
}

fn issued_by(row: &Row, code: &str) -> Judgement {
    Judgement::of_one("issuer", Tagged::new(row).issuer(), &BTreeSet::from([code.to_owned()]))
}

fn detected(row: &Row) -> Judgement {
    language("lang", tagged::language(row.text("title"), row.text("text")), row.text("lang"))
}

/// The two letters of a country by its three.
static ISO3: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = include_str!("iso3.tsv").lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| row.split_once('\t')).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(ISO3.len(), include_str!("iso3.tsv").lines().count() - 1);
        assert_eq!(ISO3.get("ALB"), Some(&"AL"));
        assert!(ISO3.iter().all(|(three, two)| three.len() == 3 && two.len() == 2));
    }
}
