//! Why a query does or does not match.

mod support;

use chancery_rules::{explain, parse};
use support::{now, statement};

fn reasons(query: &str) -> Vec<String> {
    let made =
        statement("New sanctions", "Troops were deployed. The arms industry counts transfers of arms.");
    let parsed = parse(query).unwrap_or_else(|fault| panic!("{query}: {fault:?}"));
    explain(&parsed, &made.document(), now())
        .into_iter()
        .map(|reason| format!("{} {}: {}", if reason.holds { "+" } else { "-" }, reason.term, reason.reason))
        .collect()
}

#[track_caller]
fn check(query: &str, expected: &[&str]) {
    assert_eq!(reasons(query), expected);
}

#[test]
fn words_are_shown_as_they_stand() {
    check("sanction", &["+ sanction: Found once, as “sanctions” in the title."]);
    check("arms", &["+ arms: Found 2 times, first as “arms” in the text."]);
    check("title:troops", &["- title:troops: “troops” stands in no form in the title."]);
    check("ships", &["- ships: “ships” stands in no form in the title and the text."]);
}

#[test]
fn a_phrase_names_the_word_that_is_missing_or_the_order() {
    check("\"arms treaty\"", &["- \"arms treaty\": “treaty” stands in no form in the title and the text."]);
    check(
        "\"arms transfers\"",
        &[
            "- \"arms transfers\": All its words stand in the title and the text, but nowhere side by side in this order.",
        ],
    );
}

#[test]
fn near_tells_the_distance() {
    check(
        "troops NEAR/2 arms",
        &["- troops NEAR/2 arms: Both are there, but at least 3 words stand between, more than 2."],
    );
    check(
        "troops NEAR/5 industry",
        &["+ troops NEAR/5 industry: Found near enough, first at “troops” in the text."],
    );
    check(
        "sanctions NEAR/5 troops",
        &["- sanctions NEAR/5 troops: Both are there, but never as two different words of one part."],
    );
    check(
        "ships NEAR/5 troops",
        &["- ships NEAR/5 troops: “ships” stands in no form in the title and the text."],
    );
}

#[test]
fn fields_say_what_there_is_instead() {
    check("country:UA", &["- country:UA: It names KP, RU, not Ukraine (UA)."]);
    check("country:KP", &["+ country:KP: It names country North Korea (KP)."]);
    check("topic:cyber", &["- topic:cyber: It has sanctions, not cyber."]);
    check("regime:dprk", &["- regime:dprk: It concerns no regime."]);
    check(
        "res:1718",
        &["- res:1718: Resolution 1718 is implied or cited with another year; res:1718~ finds it."],
    );
    check("issuer:NATO", &["- issuer:NATO: Its issuer is European Union."]);
    check("before:2024-01", &["- before:2024-01: It is dated 2024-10-24."]);
}

#[test]
fn each_term_is_answered_in_order_with_its_sign() {
    check(
        "troops -(country:KP OR ships)",
        &[
            "+ troops: Found once, as “troops” in the text.",
            "- -country:KP: It names country North Korea (KP). The query excludes it.",
            "+ -ships: “ships” stands in no form in the title and the text.",
        ],
    );
    check("", &[]);
}

#[test]
fn what_only_a_search_can_answer_is_said() {
    check("is:read", &["- is:read: This asks what you did to a statement, which only a search can answer."]);
    check(
        "note:troops",
        &["- note:troops: A statement's own words hold no note; only a search can look there."],
    );
}
