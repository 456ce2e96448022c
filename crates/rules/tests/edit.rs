//! Chips and completion: editing a query as typed.

mod support;

use chancery_rules::{complete, parse, print, toggle};
use proptest::prelude::*;
use support::any_query;

#[track_caller]
fn check(source: &str, field: &str, value: &str, exclude: bool, expected: &str) {
    let made = toggle(source, field, value, exclude).unwrap_or_else(|fault| panic!("{source}: {fault:?}"));
    assert_eq!(made, expected);
}

#[test]
fn a_term_is_added_at_the_end() {
    check("", "country", "KP", false, "country:KP");
    check("  ", "country", "KP", true, "-country:KP");
    check("  sanctions   Iran ", "country", "KP", false, "sanctions   Iran country:KP");
    check("sanctions", "issuer", "European Union", true, "sanctions -issuer:\"European Union\"");
    check("a1 OR b1", "topic", "cyber", false, "(a1 OR b1) topic:cyber");
    check("(a1 OR b1)", "topic", "cyber", false, "(a1 OR b1) topic:cyber");
    check("country:KP OR country:RU", "country", "KP", false, "(country:KP OR country:RU) country:KP");
}

#[test]
fn a_term_that_stands_there_is_taken_out() {
    check("country:KP", "country", "KP", false, "");
    check("(country:kp)", "country", "KP", false, "");
    check("sanctions  AND country:\"North Korea\" AND Iran", "country", "KP", false, "sanctions AND Iran");
    check("country:KP AND (a1 OR  b1)", "country", "KP", false, "(a1 OR  b1)");
    check("a1 -country:KP", "country", "KP", true, "a1");
    check("a1 NOT country:KP b1", "country", "KP", true, "a1 b1");
}

#[test]
fn a_term_with_the_other_sign_is_turned_round() {
    check("a1 NOT (country:KP)  b1", "country", "KP", false, "a1 country:KP  b1");
    check("country:KP b1", "country", "KP", true, "-country:KP b1");
}

#[test]
fn another_date_takes_the_place_of_the_old_one() {
    check("after:2024-01 a1", "after", "2024-05", false, "after:2024-05 a1");
    check("after:2024-01 a1", "before", "2024-05", false, "after:2024-01 a1 before:2024-05");
    check("after:2024-01 a1", "after", "2024-01", false, "a1");
    check("country:KP", "country", "RU", false, "country:KP country:RU");
}

#[test]
fn faults_are_answered() {
    assert!(toggle("a1 (", "country", "KP", false).is_err());
    assert!(toggle("a1", "country", "Nowhere", false).is_err());
    assert!(toggle("a1", "county", "KP", false).is_err());
    assert!(toggle("a1", "country", "KP OR b1", false).is_err());
}

fn offers(source: &str) -> Vec<String> {
    let at = source.find('|').expect("a caret");
    let typed = source.replacen('|', "", 1);
    let offers = complete(&typed, at);
    offers
        .into_iter()
        .map(|o| format!("{}{}{}", &typed[..o.at.start], o.insert, &typed[o.at.end..]))
        .collect()
}

#[test]
fn fields_are_offered_at_the_beginning_of_a_word() {
    assert_eq!(offers("sanctions cou|")[0], "sanctions country:");
    assert_eq!(offers("(-abo|)")[0], "(-about:)");
    assert!(offers("|").contains(&"topic:".to_owned()));
    assert!(!offers("|").contains(&"listed:".to_owned()));
}

#[test]
fn values_are_offered_behind_a_colon() {
    assert_eq!(offers("country:ukr|")[0], "country:UA");
    assert_eq!(offers("a1 country:K|X b1")[0].len(), "a1 country:KE b1".len());
    assert_eq!(offers("about:\"north ko|")[0], "about:KP");
    assert_eq!(offers("about:\"north ko|\" a1")[0], "about:KP a1");
    assert_eq!(offers("topic:arms|")[0], "topic:arms-transfers");
    assert_eq!(
        offers("is:|"),
        ["is:unread", "is:read", "is:starred", "is:alerted", "is:duplicate", "is:revised"]
    );
    assert_eq!(offers("lang:ukr|")[0], "lang:uk");
    assert_eq!(offers("has:n|"), ["has:note"]);
}

#[test]
fn countries_and_topics_are_offered_for_a_word() {
    assert!(offers("ukr|").contains(&"country:UA".to_owned()));
    assert!(offers("sanc|").contains(&"topic:sanctions".to_owned()));
}

#[test]
fn nothing_is_offered_inside_a_phrase() {
    assert!(offers("\"cou|").is_empty());
    assert!(!offers("\"a b\" cou|").is_empty());
}

#[test]
fn every_offer_of_a_value_is_one_that_the_parser_takes() {
    for field in ["country", "about", "topic", "lang", "is", "has", "within"] {
        for first in ["", "a", "e", "s", "w", "u", "k"] {
            for offer in offers(&format!("{field}:{first}|")) {
                assert!(parse(&offer).is_ok(), "{offer}");
            }
        }
    }
}

proptest! {
    #[test]
    fn toggling_twice_gives_the_query_back(query in any_query(), exclude in any::<bool>()) {
        let source = print(&query);
        let once = toggle(&source, "country", "VU", exclude).map_err(|f| TestCaseError::fail(format!("{f:?}")))?;
        prop_assert!(parse(&once).is_ok(), "{}", once);
        let twice = toggle(&once, "country", "VU", exclude).map_err(|f| TestCaseError::fail(format!("{f:?}")))?;
        prop_assert_eq!(parse(&twice).map(|p| p.query), parse(&source).map(|p| p.query), "{}", twice);
    }

    #[test]
    fn toggling_any_term_leaves_a_query(source in "(country:KP|-topic:cyber|a1|\\(b1 OR c1\\)| |AND ){0,6}", exclude in any::<bool>()) {
        if parse(&source).is_ok() {
            let made = toggle(&source, "country", "KP", exclude).map_err(|f| TestCaseError::fail(format!("{f:?}")))?;
            prop_assert!(parse(&made).is_ok(), "{} -> {}", source, made);
        }
    }

    #[test]
    fn completion_never_fails_and_replaces_what_is_there(source in "[a-z:\"«»( )\\-éж制]{0,20}", at in 0..60usize) {
        for offer in complete(&source, at) {
            prop_assert!(source.get(offer.at.clone()).is_some());
        }
    }
}
