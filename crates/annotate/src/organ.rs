//! Whose resolution a citation means: the names of the bodies, in many languages, from `data/gazetteer/organs.tsv`.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use chancery_model::Organ;

use crate::mention::joins;
use crate::table;

const TABLE: &str = include_str!("../../../data/gazetteer/organs.tsv");

/// What a name says: the body, and whether it says the Security Council beside a number only ("the Council").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Meaning {
    organ: Organ,
    bare: bool,
}

struct Names {
    automaton: AhoCorasick,
    meanings: Vec<Meaning>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let known = table::rows(TABLE).filter_map(|[organ, names]| Some((meaning_of(organ)?, names)));
    let (names, meanings): (Vec<&str>, Vec<Meaning>) =
        known.flat_map(|(meaning, names)| table::listed(names).map(move |name| (name, meaning))).unzip();
    let automaton = AhoCorasickBuilder::new().match_kind(MatchKind::Standard).build(names);
    Names { automaton: automaton.expect("the shipped names fit an automaton"), meanings }
});

fn meaning_of(organ: &str) -> Option<Meaning> {
    let (organ, bare) = match organ {
        "UNSC" => (Organ::SecurityCouncil, false),
        "council" => (Organ::SecurityCouncil, true),
        "UNGA" => (Organ::GeneralAssembly, false),
        "HRC" => (Organ::HumanRightsCouncil, false),
        "other" => (Organ::Other, false),
        _ => return None,
    };
    Some(Meaning { organ, bare })
}

/// Where a body is named in a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Named {
    /// Which body.
    pub organ: Organ,
    /// First byte within the stretch.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    bare: bool,
}

/// The body that is named last in a stretch of folded text.
pub(crate) fn last_named(text: &str) -> Option<Named> {
    named(text).into_iter().max_by_key(|named| (named.end, named.end - named.start))
}

/// The body that is named first.
pub(crate) fn first_named(text: &str) -> Option<Named> {
    named(text).into_iter().min_by_key(|named| (named.start, text.len() - named.end))
}

/// Whether the Security Council is named, and where first.
pub(crate) fn council_named(text: &str) -> Option<Named> {
    let council = |named: &Named| named.organ == Organ::SecurityCouncil && !named.bare;
    named(text).into_iter().filter(council).min_by_key(|named| named.start)
}

/// Every body named; a name within a longer one ("National Security Council") is none.
fn named(text: &str) -> Vec<Named> {
    let hits = NAMES.automaton.find_overlapping_iter(text);
    let mut found: Vec<Named> = hits
        .filter(|hit| stands_alone(text, hit.start(), hit.end()))
        .map(|hit| {
            let Meaning { organ, bare } = NAMES.meanings[hit.pattern().as_usize()];
            Named { organ, start: hit.start(), end: hit.end(), bare }
        })
        .collect();
    found.sort_by_key(|named| (named.start, std::cmp::Reverse(named.end)));
    let mut reached = 0;
    found.retain(|named| {
        let outside = named.end > reached;
        reached = reached.max(named.end);
        outside
    });
    found
}

/// A name counts as a whole word only; Arabic joins prepositions to its beginning, the scripts of the east join
/// particles to its end.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let (first, last) = (text[start..end].chars().next(), text[start..end].chars().next_back());
    let joined =
        |left: Option<char>, right: Option<char>| matches!((left, right), (Some(l), Some(r)) if joins(l, r));
    let is_arabic = first.is_some_and(|c| ('\u{600}'..='\u{6FF}').contains(&c));
    let is_eastern = first.is_some_and(|c| c > '\u{2E80}');
    let before = joined(text[..start].chars().next_back(), first) && !is_arabic;
    let after = joined(last, text[end..].chars().next()) && !is_eastern;
    !before && !after
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        for line in table::lines(TABLE) {
            let (organ, names) = line.split_once('\t').expect("two columns");
            assert!(meaning_of(organ).is_some(), "{organ} is no organ");
            assert!(table::listed(names).all(|name| name == crate::folded::fold_pattern(name)), "{names}");
        }
    }

    #[test]
    fn councils_of_that_name_elsewhere_are_not_the_security_council() {
        for text in [
            "the peace and security council of the african union",
            "a spokesperson of the national security council",
            "секретарь совета безопасности российской федерации",
            "le conseil de paix et de securite",
            "非洲联盟和平与安全理事会",
        ] {
            assert_eq!(council_named(text), None, "{text}");
        }
        assert!(council_named("the national security council and the un security council").is_some());
    }
}
