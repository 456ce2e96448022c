//! Sanctions of an issuer against a country without the regime's name: "we sanctioned two companies of Nicaragua".

use std::sync::LazyLock;

use chancery_model::{CountryTag, Part, Span};
use hashbrown::HashMap;

use super::names::is_committee;
use super::words::SANCTIONS;
use crate::catalogue::{Regime, regime, regimes};
use crate::countries::Document;
use crate::table;

const DEFAULTS_TABLE: &str = include_str!("../../../../data/gazetteer/country-regimes.tsv");

/// The regimes that a document implies: those of its issuer against the countries that it is about and names in one
/// sentence with sanctions. The span is the country's.
pub(super) fn implied(
    document: &Document<'_>,
    issuer: Option<&str>,
    countries: &[CountryTag],
) -> Vec<(&'static Regime, Span)> {
    let Some(issuer) = issuer.filter(|issuer| IMPOSING.contains(issuer)) else { return Vec::new() };
    let about = countries.iter().filter(|tag| tag.about && tag.code.as_str() != issuer);
    let of = |tag: &CountryTag| {
        let regime = regime_against(issuer, tag.code.as_str())?;
        let span = tag.spans.iter().take(MOST_SPANS).find(|span| beside_sanctions(document, span))?;
        Some((regime, *span))
    };
    about.filter_map(of).collect()
}

/// Issuers of whose sanctions the catalogue knows the regimes country by country. Others rather ask for sanctions, or
/// impose them under a general act.
const IMPOSING: [&str; 6] = ["US", "EU", "GB", "AU", "CH", "UN"];

/// How many mentions of a country are looked at.
const MOST_SPANS: usize = 40;

/// Whether the sentence of a span speaks of sanctions.
fn beside_sanctions(document: &Document<'_>, span: &Span) -> bool {
    const MOST: usize = 300;
    let original = match span.part {
        Part::Title => document.title.original,
        Part::Text => document.text.original,
    };
    let start = original.floor_char_boundary((span.start as usize).min(original.len()));
    let end = original.floor_char_boundary((span.end as usize).min(original.len()));
    let from = original.floor_char_boundary(start.saturating_sub(MOST));
    let to = original.floor_char_boundary((end + MOST).min(original.len()));
    let before = STOPS.iter().filter_map(|stop| original[from..start].rfind(stop)).max();
    let after = STOPS.iter().filter_map(|stop| original[end..to].find(stop)).min();
    let (begin, close) = (before.map_or(from, |at| from + at), after.map_or(to, |at| end + at));
    SANCTIONS.are_in(&crate::folded::fold_pattern(&original[begin..close]))
}

/// What ends a sentence.
const STOPS: [&str; 6] = ["\n", "。", "! ", "? ", ". ", ";"];

/// The key of the regime of an issuer against a country, where the table sets one.
static DEFAULTS: LazyLock<HashMap<(&'static str, &'static str), &'static str>> = LazyLock::new(|| {
    table::rows(DEFAULTS_TABLE).map(|[issuer, country, key]| ((issuer, country), key)).collect()
});

/// The regime of an issuer against a country: the one that is set in the table, else the only one.
fn regime_against(issuer: &str, country: &str) -> Option<&'static Regime> {
    if let Some(key) = DEFAULTS.get(&(issuer, country)) {
        return regime(key);
    }
    let against = |regime: &&Regime| {
        regime.issuer == issuer
            && regime.countries.as_slice() == [country]
            && (issuer != "UN" || is_committee(regime))
    };
    let mut found = regimes().iter().filter(against);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_read() {
        for [issuer, country, key] in table::rows(DEFAULTS_TABLE) {
            let known = regime(key).unwrap_or_else(|| panic!("{key} is no regime"));
            assert!(known.issuer == issuer && known.countries.iter().any(|code| code == country), "{key}");
        }
        assert_eq!(table::rows::<3>(DEFAULTS_TABLE).count(), table::lines(DEFAULTS_TABLE).count());
    }

    #[test]
    fn an_issuer_has_one_regime_against_a_country_or_the_one_of_the_table() {
        let key = |issuer, country| regime_against(issuer, country).map(|regime| regime.key.as_str());
        assert_eq!(key("US", "NI"), Some("US-NICARAGUA"));
        assert_eq!(key("EU", "RU"), Some("EU-RUS"));
        assert_eq!(key("UN", "KP"), Some("UN-1718"));
        assert_eq!(key("US", "FR"), None);
    }
}
