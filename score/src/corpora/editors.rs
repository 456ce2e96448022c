//! News that editors filed under the countries that it is about.

use std::collections::BTreeSet;

use super::Set;
use crate::judgement::Judgement;
use crate::row::Row;
use crate::tagged::Tagged;

pub(super) const SETS: &[Set] =
    &[Set { name: "reuters21578", judge: |places| places.shared("tagging/reuters21578.jsonl", story) }];

/// What an editor filed a story under need not stand in it, and not all that stands in it was filed.
fn story(row: &Row) -> Vec<Judgement> {
    vec![Judgement::new("about", &Tagged::new(row).about(), &row.set("countries"), &BTreeSet::new())]
}
