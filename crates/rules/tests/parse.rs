//! What a query means, and what is said of one that means nothing.

mod support;

use chancery_model::Query;
use chancery_rules::{check_rule, parse, print};
use proptest::prelude::*;
use support::any_query;

/// The query as the printer writes it, or the fault as `start..end message | hint`.
fn read(source: &str) -> String {
    match parse(source) {
        Ok(parsed) => print(&parsed.query),
        Err(fault) => {
            let hint = fault.hint.map(|hint| format!(" | {hint}")).unwrap_or_default();
            format!("{}..{} {}{hint}", fault.at.start, fault.at.end, fault.message)
        }
    }
}

#[track_caller]
fn check(source: &str, expected: &str) {
    assert_eq!(read(source), expected, "{source}");
}

#[track_caller]
fn check_fault(source: &str, place: &str, beginning: &str) {
    let said = parse(source).expect_err("a fault").message;
    let at = parse(source).expect_err("a fault").at;
    assert_eq!(&source[at], place, "{source}: {said}");
    assert!(said.starts_with(beginning), "{source}: {said}");
}

#[test]
fn words_side_by_side_are_all_needed() {
    check("sanctions  Iran", "sanctions Iran");
    check("sanctions AND Iran", "sanctions Iran");
    check("", "");
    check("   ", "");
}

#[test]
fn or_binds_looser_than_and_and_not_binds_tightest() {
    check("a1 b1 OR c1", "(a1 b1) OR c1");
    check("a1 (b1 OR c1)", "a1 (b1 OR c1)");
    check("NOT a1 b1", "-a1 b1");
    check("-(a1 OR b1)", "NOT (a1 OR b1)");
    check("a1 OR NOT b1 NEAR/3 c1", "a1 OR NOT b1 NEAR/3 c1");
    check("--a1", "NOT -a1");
}

#[test]
fn operators_are_capitals_only() {
    check("war and peace or not", "war and peace or not");
    check("\"AND\"", "\"AND\"");
    check("troops near Kursk", "troops near Kursk");
}

#[test]
fn quotes_of_every_kind_make_a_phrase() {
    for source in
        ["\"arms transfers\"", "“arms transfers”", "„arms transfers“", "«arms transfers»", "»arms transfers«"]
    {
        check(source, "\"arms transfers\"");
    }
    check("「制裁 措置」", "\"制裁 措置\"");
    check("«he said \"no\"»", "“he said \"no\"”");
    check("title:« a b »", "title:\"a b\"");
}

#[test]
fn a_hebrew_acronym_keeps_its_quote() {
    check("צה\"ל Gaza", "“צה\"ל” Gaza".replace(['“', '”'], "").as_str());
    check("\"צה\"ל אמר\"", "“צה\"ל אמר”");
}

#[test]
fn a_minus_inside_a_word_is_no_operator() {
    check("non-proliferation", "non-proliferation");
    check("S/RES/2270", "S/RES/2270");
    check("title:-5", "title:-5");
}

#[test]
fn near_takes_two_words_or_phrases_of_one_place() {
    check("troops NEAR/5 \"North Korea\"", "troops NEAR/5 \"North Korea\"");
    check("troops NEAR Kursk", "troops NEAR Kursk");
    check("a1 NEAR/10 b1", "a1 NEAR b1");
    check("title:a1 NEAR/0 title:b1*", "title:a1 NEAR/0 title:b1*");
    check_fault("title:a1 NEAR/2 b1", "title:a1 NEAR/2 b1", "The two sides of NEAR");
    check_fault("a1 NEAR/x b1", "NEAR/x", "“NEAR/x” does not say");
    check_fault("a1 NEAR/101 b1", "NEAR/101", "“NEAR/101” does not say");
    check_fault("a1 NEAR/ b1", "NEAR/", "“NEAR/” does not say");
    check_fault("a1 NEAR/5", "NEAR/5", "NEAR stands between");
    check_fault("NEAR/5 a1", "NEAR/5", "NEAR stands between");
    check_fault("a1 NEAR/5 (b1 c1)", "NEAR/5", "NEAR stands between");
    check_fault("country:KP NEAR/5 b1", "NEAR/5", "NEAR stands between");
    check_fault("a1 NEAR/5 b1 NEAR/6 c1", "NEAR/6", "NEAR joins two");
}

#[test]
fn fields_take_codes_names_and_quotes() {
    check("country:kp", "country:KP");
    check("COUNTRY:\"North Korea\"", "country:KP");
    check("about:Україна", "about:UA");
    check("country:uk", "country:GB");
    check("topic:\"Arms transfers\"", "topic:arms-transfers");
    check("res:1718 OR res:1718~", "res:1718 OR res:1718~");
    check("issuer:\"European Union\" speaker:Borrell", "issuer:\"European Union\" speaker:Borrell");
    check("lang:UK", "lang:uk");
    check("after:2024 before:2024-11 within:2W", "after:2024 before:2024-11 within:2w");
    check("after:2024-10-24", "after:2024-10-24");
    check("is:Unread has:note label:\"to do\" note:ask*", "is:unread has:note label:\"to do\" note:ask*");
}

#[test]
fn a_time_of_day_is_a_word() {
    check("12:30", "12:30");
}

#[test]
fn faults_name_place_and_remedy() {
    check(
        "county:KP",
        "0..7 There is no field “county”. | Did you mean country: ? To search for the words, put them in quotes.",
    );
    check(
        "since:2024",
        "0..6 There is no field “since”. | Did you mean after: ? To search for the words, put them in quotes.",
    );
    check(
        "a1 http://x.example",
        "3..8 There is no field “http”. | To search for an address, put it in quotes.",
    );
    check(
        "Україна: заява",
        "0..15 There is no field “Україна”. | To search for a word with a colon, put it in quotes.",
    );
    check(
        "country: KP",
        "0..8 “country:” has no value. | Write the value right behind the colon, as in country:KP.",
    );
    check(
        "country:(KP OR RU)",
        "0..8 “country:” takes one value, not a group in brackets. | Write (country:KP OR country:…).",
    );
    check(
        "country:KP,RU",
        "8..13 “country:” takes one value, and a comma does not divide values. | Write (country:KP OR country:RU).",
    );
    check(
        "country:Ukrane",
        "8..14 “country:” knows no country “Ukrane”. | Did you mean country:UA (Ukraine)?",
    );
    check(
        "topic:nuclear",
        "6..13 There is no topic “nuclear”. | Did you mean topic:nuclear-nonproliferation?",
    );
    check("topic:sanctoins", "6..15 There is no topic “sanctoins”. | Did you mean topic:sanctions?");
    check(
        "lang:Ukrainian",
        "5..14 “Ukrainian” is not the two-letter code of a language. | Did you mean lang:uk?",
    );
    check("lang:ua", "5..7 “ua” is not the two-letter code of a language. | Did you mean lang:uk?");
    check(
        "is:new",
        "3..6 “is:” knows no “new”. | Write one of unread, read, starred, alerted, duplicate, revised.",
    );
    check(
        "listed:any",
        "7..10 This version keeps no sanctions lists yet, so “listed:” cannot be answered. | Leave it out, or ask for topic:sanctions or regime: instead.",
    );
}

#[test]
fn dates_that_do_not_exist_are_faults() {
    check_fault("after:2024-02-30", "2024-02-30", "There is no such date");
    check_fault("after:2023-13", "2023-13", "There is no such date");
    check_fault("before:24.10.2024", "24.10.2024", "“24.10.2024” is not a date");
    check_fault("before:2024-1-5", "2024-1-5", "“2024-1-5” is not a date");
    check_fault("after:0000", "0000", "The year of “0000”");
    check_fault("within:7", "7", "“7” is not a length");
    check_fault("within:2m", "2m", "“2m” is not a length");
    check_fault("within:0d", "0d", "“0d” is too short or too long");
    check_fault("within:4000000000y", "4000000000y", "“4000000000y” is too");
    check_fault("within:99999999999d", "99999999999d", "“99999999999d” is not");
}

#[test]
fn unfinished_queries_are_faults() {
    check_fault("a1 \"b1", "\"", "The quote \" opened here is not closed");
    check_fault("a1 «b1", "«", "The quote « opened here is not closed");
    check_fault("a1 (b1", "(", "The bracket opened here is not closed");
    check_fault("(", "(", "The bracket opened here is not closed");
    check_fault("a1) b1", ")", "This bracket closes nothing");
    check_fault(")", ")", "This bracket closes nothing");
    check_fault("a1 ( )", "( )", "These brackets are empty");
    check_fault("a1 AND", "AND", "“AND” needs something");
    check_fault("OR a1", "OR", "“OR” needs something");
    check_fault("a1 OR AND b1", "OR", "“OR” needs something");
    check_fault("NOT", "NOT", "“NOT” needs something behind");
    check_fault("a1 (NOT)", "NOT", "“NOT” needs something behind");
    check_fault("-AND", "-", "“-” needs something behind");
    check_fault("*", "*", "A star alone");
    check_fault("title:*", "*", "A star alone");
    check_fault("***", "***", "A star alone");
    check_fault("de*ploy", "de*ploy", "The star in");
    check_fault("a-*", "a-*", "The star in");
    check_fault("\"arms trans*\"", "\"arms trans*\"", "A star does not work inside quotes");
    check_fault("\"arms\"*", "*", "A star alone");
    check_fault("issuer:EU*", "EU*", "“issuer:” takes no star");
    check_fault("a1 & b1", "&", "There is no word here");
    check_fault("\"…\"", "\"…\"", "There is no word here");
    check_fault("res:S/1718", "S/1718", "“S/1718” is not the number");
}

#[test]
fn depth_is_bounded() {
    let nested = |n: usize| format!("{}a1{}", "(".repeat(n), ")".repeat(n));
    assert!(parse(&nested(64)).is_ok());
    assert!(parse(&nested(65)).expect_err("too deep").message.contains("deeper than 64"));
    assert!(parse(&nested(100_000)).is_err());
    assert!(parse(&format!("{}a1", "NOT ".repeat(65))).is_err());
    assert!(parse(&"(".repeat(100_000)).is_err());
    assert!(parse(&format!("{}a1", "-".repeat(100_000))).is_err());
}

#[test]
fn the_deepest_query_still_prints_and_parses() {
    let mut source = "a1 b1 OR c1".to_owned();
    for _ in 0..64 {
        source = format!("a1 ({source}) OR c1");
    }
    let parsed = parse(&source).expect("64 brackets");
    assert_eq!(parse(&print(&parsed.query)).expect("its own print").query, parsed.query);
}

#[test]
fn a_long_query_is_read_in_bounded_time() {
    let source = "санкції OR ".repeat(5_000) + "x1";
    assert!(source.len() > 90_000);
    let Query::Or(parts) = parse(&source).expect("a long query").query else { panic!("an OR") };
    assert_eq!(parts.len(), 5_001);
}

#[test]
fn terms_know_place_value_and_sign() {
    let source = "NOT (country:\"North Korea\" OR title:«arms sale») -x1 NEAR/2 y1*";
    let terms = parse(source).expect("a query").terms;
    let shown: Vec<String> = terms
        .iter()
        .map(|term| {
            let field = term.field.as_deref().unwrap_or("-");
            format!("{field} {} {} {}", term.value, term.negated, &source[term.span.clone()])
        })
        .collect();
    assert_eq!(
        shown,
        [
            "country KP true country:\"North Korea\"",
            "title \"arms sale\" true title:«arms sale»",
            "- x1 NEAR/2 y1* true x1 NEAR/2 y1*",
        ]
    );
}

#[test]
fn a_rule_cannot_ask_what_a_person_did() {
    for (source, place) in
        [("a1 is:unread", "is:unread"), ("NOT note:x1", "note:x1"), ("(has:note OR b1)", "has:note")]
    {
        let fault = check_rule(&parse(source).expect("a query")).expect_err("no rule");
        assert_eq!(&source[fault.at], place);
    }
    let note = parse("note:a1 NEAR/2 note:b1").expect("a query");
    assert!(check_rule(&note).is_err());
    assert!(check_rule(&parse("a1 country:KP").expect("a query")).is_ok());
}

proptest! {
    #[test]
    fn a_printed_query_is_the_same_query(query in any_query()) {
        let printed = print(&query);
        let parsed = parse(&printed).map_err(|fault| TestCaseError::fail(format!("{printed}: {fault:?}")))?;
        prop_assert_eq!(parsed.query, query, "{}", printed);
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused_in_its_place(source in soup()) {
        match parse(&source) {
            Ok(parsed) => {
                let printed = print(&parsed.query);
                let again = parse(&printed).map_err(|fault| TestCaseError::fail(format!("{printed}: {fault:?}")))?;
                prop_assert_eq!(&again.query, &parsed.query, "{}", printed);
                prop_assert_eq!(print(&again.query), printed);
                prop_assert!(parsed.terms.iter().all(|term| source.get(term.span.clone()).is_some()));
            }
            Err(fault) => prop_assert!(source.get(fault.at.clone()).is_some(), "{:?}", fault),
        }
    }
}

/// Pieces of queries in any order, with arbitrary characters between.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "a1", "санкції", "制裁", "(", ")", " ", " ", "AND ", " OR ", "NOT ", "-", "\"", "“", "”", "«", "»", "„", "*",
            " NEAR ", " NEAR/3 ", "NEAR/", "title:", "country:", "KP", "topic:cyber", "issuer:", "is:", "read", "after:",
            "2024-10", "res:", "1718~", "label:", ":", ",", "http://", "צה\"ל", "~", "/", "'", "note:",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,3}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}
