//! Parties to open disputes, from `data/about/disputes.tsv`.

use std::collections::HashSet;
use std::sync::LazyLock;

use chancery_model::CountryCode;

use crate::table;

const TABLE: &str = include_str!("../../../../data/about/disputes.tsv");

static PARTIES: LazyLock<HashSet<(CountryCode, CountryCode)>> = LazyLock::new(|| {
    let rows = table::rows(TABLE).filter_map(|[one, other]| Some((one.parse().ok()?, other.parse().ok()?)));
    rows.flat_map(|(one, other)| [(one, other), (other, one)]).collect()
});

/// Whether two countries are parties to one dispute.
pub(super) fn are_parties(one: CountryCode, other: CountryCode) -> bool {
    PARTIES.contains(&(one, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(PARTIES.len(), 2 * table::lines(TABLE).count());
    }
}
