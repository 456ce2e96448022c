//! Regions of more countries than one, from `data/about/regions.tsv`: a title on the Sahel is a title on Mali.

use std::sync::LazyLock;

use chancery_model::{CountryCode, Part};
use hashbrown::HashSet;

use crate::countries::Document;
use crate::scan::Section;
use crate::seats::goes_on;
use crate::table;

const TABLE: &str = include_str!("../../../../data/about/regions.tsv");

struct Region {
    countries: &'static str,
    name: &'static str,
}

static REGIONS: LazyLock<Vec<Region>> = LazyLock::new(|| {
    let rows = table::rows(TABLE);
    rows.flat_map(|[countries, names]| table::listed(names).map(move |name| Region { countries, name }))
        .collect()
});

/// What the names begin with, up to the first star, in the order of the table.
pub(crate) fn patterns() -> impl Iterator<Item = &'static str> {
    REGIONS.iter().map(|region| region.name.split('*').next().unwrap_or(region.name))
}

/// The countries of the regions that the title names.
pub(super) fn in_title(document: &Document<'_>) -> HashSet<CountryCode> {
    let text = &document.title.text;
    let hits = document.scan(Part::Title).hits(Section::Regions).iter();
    let regions = hits
        .filter_map(|hit| REGIONS.get(hit.pattern).filter(|region| goes_on(&text[hit.start..], region.name)));
    regions.flat_map(|region| region.countries.split('+').filter_map(|code| code.parse().ok())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folded::fold_pattern;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(table::rows::<2>(TABLE).count(), table::lines(TABLE).count());
        for region in REGIONS.iter() {
            assert!(
                region.countries.split('+').all(|code| code.parse::<CountryCode>().is_ok()),
                "{}",
                region.name
            );
            assert!(region.name.len() > 3 && region.name == fold_pattern(region.name), "{}", region.name);
        }
    }
}
