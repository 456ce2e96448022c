//! The acts on which the catalogue's regimes are founded, by the keys of instruments.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Reader;
use super::act::ActKind;
use crate::catalogue::{Regime, regimes};
use crate::folded::fold_pattern;
use crate::lexeme::{Lexeme, lexemes};

/// The regimes of each act that the catalogue names.
static REGIMES: LazyLock<HashMap<String, Vec<&'static Regime>>> = LazyLock::new(|| {
    let mut found: HashMap<String, Vec<&'static Regime>> = HashMap::new();
    for regime in regimes() {
        for act in regime.aliases.iter().chain(&regime.founding).filter_map(|written| act_of(written)) {
            let of = found.entry(act).or_default();
            if of.iter().all(|known| known.key != regime.key) {
                of.push(regime);
            }
        }
    }
    found
});

/// The regimes that an instrument founded or amended, by its key.
pub(crate) fn regimes_of(key: &str) -> &'static [&'static Regime] {
    REGIMES.get(key).map_or(&[], Vec::as_slice)
}

/// Whether a CELEX number is that of an act of a regime.
pub(super) fn is_founding(celex: &str) -> bool {
    REGIMES.contains_key(celex)
}

/// Whether a name of the catalogue is an act's number.
pub(crate) fn is_act(written: &str) -> bool {
    act_of(written).is_some()
}

/// The key of an act as the catalogue writes it: `Regulation (EU) No 833/2014`, `EO 14024`, `SI 2019/855`.
fn act_of(written: &str) -> Option<String> {
    let folded = fold_pattern(written);
    let lexemes: Vec<Lexeme<'_>> = lexemes(&folded).collect();
    let reader = Reader { lexemes: &lexemes };
    let (first, second) = (reader.word(0), reader.word(1));
    let acts = |length, kind| reader.acts(length, kind, |_| true);
    let found = match (first, second) {
        ("eo", _) => reader.orders(1),
        ("executive", "order") => reader.orders(2),
        ("si", _) => reader.statutes(1),
        ("common", "position") | ("joint", "action") => acts(2, ActKind::CommonPosition),
        ("regulation", _) => acts(1, ActKind::Regulation),
        ("decision", _) => acts(1, ActKind::Decision),
        _ => Vec::new(),
    };
    let whole = |end: usize| lexemes.last().map(Lexeme::end) == Some(end);
    found.into_iter().next().filter(|cited| whole(cited.end)).map(|cited| cited.key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_acts_of_the_catalogue_have_keys() {
        for (written, key) in [
            ("Regulation (EU) No 833/2014", "32014R0833"),
            ("Regulation (EC) No 2271/96", "31996R2271"),
            ("Regulation (EU) 2024/1485", "32024R1485"),
            ("Decision 2014/512/CFSP", "32014D0512"),
            ("Decision (CFSP) 2024/1484", "32024D1484"),
            ("Common Position 2001/931/CFSP", "32001E0931"),
            ("EO 14024", "EO14024"),
            ("SI 2019/855", "uksi/2019/855"),
        ] {
            assert_eq!(act_of(written).as_deref(), Some(key), "{written}");
        }
        assert_eq!(act_of("31 CFR Part 587"), None);
        assert_eq!(act_of("Entity List"), None);
    }

    #[test]
    fn an_act_leads_to_its_regimes() {
        let keys = |act| regimes_of(act).iter().map(|regime| regime.key.as_str()).collect::<Vec<_>>();
        assert!(keys("32014R0833").contains(&"EU-RUS"));
        assert_eq!(keys("EO13664"), ["US-SOUTH-SUDAN"]);
        assert_eq!(keys("uksi/2019/855"), ["GB-RUS"]);
        assert!(keys("EO10000").is_empty());
    }
}
