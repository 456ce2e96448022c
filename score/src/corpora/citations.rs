//! Sentences that cite resolutions of the Security Council, or look as if they did.

use std::collections::BTreeSet;

use super::Set;
use crate::judgement::Judgement;
use crate::row::Row;
use crate::tagged::Tagged;

pub(super) const SETS: &[Set] =
    &[Set { name: "citations", judge: |places| places.shared("citations/unsc-citations.jsonl", sentence) }];

fn sentence(row: &Row) -> Vec<Judgement> {
    let wanted: BTreeSet<String> =
        row.items("citations").iter().map(|citation| citation["number"].to_string()).collect();
    let found = Tagged::new(row).resolutions();
    let mut judgements = vec![Judgement::new("citations", &found, &wanted, &BTreeSet::new())];
    if wanted.is_empty() {
        judgements.push(Judgement::new("citations_refused", &found, &wanted, &BTreeSet::new()));
    }
    judgements
}
