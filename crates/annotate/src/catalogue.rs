//! The catalogues that ship with the program: Security Council resolutions and sanctions regimes.

use std::sync::LazyLock;

use hashbrown::HashMap;

/// A resolution of the Security Council as the catalogue knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolution {
    /// Its number.
    pub number: u32,
    /// The year of adoption.
    pub year: u16,
    /// ISO 8601 date of adoption, where known.
    pub date: Option<String>,
    /// Its subject, where known.
    pub title: Option<String>,
    /// Countries (ISO 3166-1 alpha-2) that it concerns, where known.
    pub countries: Vec<String>,
}

/// A sanctions regime as the catalogue knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Regime {
    /// Its key, unique: `UN-1718`, `US-RUSSIA`.
    pub key: String,
    /// Who imposes it: `UN`, `EU`, `US`, `GB` or another ISO 3166-1 code.
    pub issuer: String,
    /// Its name.
    pub title: String,
    /// Target countries (ISO 3166-1 alpha-2).
    pub countries: Vec<String>,
    /// For a regime of the Security Council: its resolutions, the founding one first.
    pub resolutions: Vec<u32>,
    /// Other names, as lists and statements write them.
    pub aliases: Vec<String>,
    /// The acts that founded it.
    pub founding: Vec<String>,
}

const RESOLUTIONS_TABLE: &str = include_str!("../../../data/resolutions.csv");
const REGIMES_TABLE: &str = include_str!("../../../data/regimes.csv");

static RESOLUTIONS: LazyLock<HashMap<u32, Resolution>> =
    LazyLock::new(|| read_resolutions(RESOLUTIONS_TABLE));
static REGIMES: LazyLock<Vec<Regime>> = LazyLock::new(|| read_regimes(REGIMES_TABLE));

/// Returns a Security Council resolution by number.
pub fn resolution(number: u32) -> Option<&'static Resolution> {
    RESOLUTIONS.get(&number)
}

/// The highest number in the catalogue; higher ones are accepted in an explicit form.
pub(crate) fn highest_number() -> u32 {
    static HIGHEST: LazyLock<u32> = LazyLock::new(|| RESOLUTIONS.keys().copied().max().unwrap_or(0));
    *HIGHEST
}

/// Returns all sanctions regimes, in the order of the catalogue.
pub fn regimes() -> &'static [Regime] {
    &REGIMES
}

/// Returns a sanctions regime by key, case not minded.
pub fn regime(key: &str) -> Option<&'static Regime> {
    REGIMES.iter().find(|regime| regime.key.eq_ignore_ascii_case(key))
}

fn read_resolutions(table: &str) -> HashMap<u32, Resolution> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader.records().flatten().filter_map(|row| resolution_of(&row)).map(|r| (r.number, r)).collect()
}

fn resolution_of(row: &csv::StringRecord) -> Option<Resolution> {
    let text = |column| row.get(column).filter(|value| !value.is_empty()).map(str::to_owned);
    Some(Resolution {
        number: row.get(0)?.parse().ok()?,
        year: row.get(1)?.parse().ok()?,
        date: text(2),
        title: text(3),
        countries: listed(row.get(4)),
    })
}

fn read_regimes(table: &str) -> Vec<Regime> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    reader.records().flatten().filter_map(|row| regime_of(&row)).collect()
}

fn regime_of(row: &csv::StringRecord) -> Option<Regime> {
    Some(Regime {
        key: row.get(0)?.to_owned(),
        issuer: row.get(1)?.to_owned(),
        title: row.get(2)?.to_owned(),
        countries: listed(row.get(3)),
        resolutions: listed(row.get(4)).iter().filter_map(|number| number.parse().ok()).collect(),
        aliases: listed(row.get(5)),
        founding: founding(row.get(6)),
    })
}

/// The acts of a cell that divides them by commas.
fn founding(cell: Option<&str>) -> Vec<String> {
    let acts = cell.unwrap_or("").split(',').map(str::trim);
    acts.filter(|act| !act.is_empty()).map(str::to_owned).collect()
}

fn listed(cell: Option<&str>) -> Vec<String> {
    cell.unwrap_or("").split(';').filter(|value| !value.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn records(table: &str) -> usize {
        let read = csv::Reader::from_reader(table.as_bytes()).records().collect::<Result<Vec<_>, _>>();
        read.expect("every row has the columns of the head").len()
    }

    #[test]
    fn every_row_of_the_catalogues_is_read() {
        assert_eq!(RESOLUTIONS.len(), records(RESOLUTIONS_TABLE));
        assert_eq!(REGIMES.len(), records(REGIMES_TABLE));
    }

    #[test]
    fn the_catalogues_hold_together() {
        let keys: HashSet<&str> = REGIMES.iter().map(|regime| regime.key.as_str()).collect();
        assert_eq!(keys.len(), REGIMES.len(), "a key stands twice");
        for regime in REGIMES.iter() {
            assert!(!regime.title.is_empty() && !regime.issuer.is_empty(), "{}", regime.key);
            let unknown: Vec<_> =
                regime.resolutions.iter().filter(|number| resolution(**number).is_none()).collect();
            assert!(unknown.is_empty(), "{}: {unknown:?}", regime.key);
        }
        for known in RESOLUTIONS.values() {
            assert!((1946..=2099).contains(&known.year), "{}", known.number);
            assert!(known.countries.iter().all(|code| code.len() == 2), "{}", known.number);
        }
    }
}
