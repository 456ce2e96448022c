//! Whether a query matches a statement and what it matched: corner cases by name, and a plain evaluator beside ours.

mod support;

use chancery_model::{Part, Rule, RuleId, RuleMode, Scope, Span};
use chancery_rules::{Document, RuleSet, evaluate, parse, print};
use chancery_text::{Analysed, AnalysedQuery, Position, Token, analyse_query, holds, term};
use chrono::{DateTime, Utc};
use proptest::prelude::*;
use support::{Made, annotations, day, now, rule_query, some_statement, statement, statement_with};

/// What a query matched, as the words of the original with `title:` before those of the title; none: no match.
fn matched(query: &str, made: &Made) -> Option<Vec<String>> {
    let parsed = parse(query).unwrap_or_else(|fault| panic!("{query}: {fault:?}"));
    let spans = evaluate(&analyse_query(&parsed.query), &made.document(), now())?;
    let shown = |span: &Span| match span.part {
        Part::Title => format!("title:{}", made.of(span)),
        Part::Text => made.of(span).to_owned(),
    };
    Some(spans.iter().map(shown).collect())
}

#[track_caller]
fn check(query: &str, title: &str, text: &str, expected: &[&str]) {
    let found = matched(query, &statement(title, text));
    assert_eq!(found.unwrap_or_else(|| panic!("no match of {query}")), expected, "{query}");
}

#[track_caller]
fn check_none(query: &str, title: &str, text: &str) {
    assert_eq!(matched(query, &statement(title, text)), None, "{query}");
}

#[test]
fn words_match_in_title_and_text_in_their_forms() {
    check("sanctions", "New Sanctions on DPRK", "Sanctioned ships.", &["title:Sanctions", "Sanctioned"]);
    check("санкції", "", "пакет санкційного тиску", &["санкційного"]);
    check_none("pagan", "", "propaganda");
}

#[test]
fn all_words_are_needed_and_all_are_marked() {
    check("troops ships", "", "ships and troops and ships", &["ships", "troops", "ships"]);
    check_none("troops ships", "Troops", "soldiers");
}

#[test]
fn every_alternative_that_holds_is_marked() {
    check("troops OR ships OR (planes cars)", "", "planes, ships, troops", &["ships", "troops"]);
}

#[test]
fn a_not_leaves_no_mark() {
    check("troops -ships", "", "troops", &["troops"]);
    check("-ships", "", "troops", &[]);
    check_none("troops -ships", "Ships", "troops");
    check("NOT (troops ships)", "", "troops", &[]);
}

#[test]
fn a_word_in_a_part_that_fails_is_not_marked() {
    check("(troops planes) OR ships", "", "troops and ships", &["ships"]);
}

#[test]
fn a_phrase_stands_in_order_within_one_part() {
    check(
        "\"arms transfers\"",
        "",
        "Arms, transfers and arms transfer.",
        &["Arms, transfers", "arms transfer"],
    );
    check_none("\"arms transfers\"", "", "transfers of arms");
    check_none("\"arms transfers\"", "Arms", "Transfers");
}

#[test]
fn a_phrase_may_repeat_a_word() {
    check("\"troops troops\"", "", "troops troops troops", &["troops troops", "troops troops"]);
    check_none("\"troops troops\"", "", "troops");
}

#[test]
fn a_field_of_the_title_looks_there_alone() {
    check("title:troops", "Troops", "troops", &["title:Troops"]);
    check_none("title:troops", "", "troops");
    check_none("note:troops", "troops", "troops");
}

#[test]
fn a_star_works_on_the_written_form() {
    check("deploy*", "", "deploy Deployment redeploy", &["deploy", "Deployment"]);
    check("title:deploy*", "deployed", "deploys", &["title:deployed"]);
}

#[test]
fn near_counts_the_words_between_in_either_order() {
    let text = "alpha one two three beta";
    check("alpha NEAR/3 beta", "", text, &["alpha", "beta"]);
    check("beta NEAR/3 alpha", "", text, &["alpha", "beta"]);
    check_none("alpha NEAR/2 beta", "", text);
    check("\"one two\" NEAR/0 beta OR \"two three\" NEAR/0 beta", "", text, &["two three", "beta"]);
    check_none("alpha NEAR/100 beta", "alpha", "beta");
}

#[test]
fn near_needs_two_different_words() {
    check_none("troop NEAR/5 troop", "", "one troop only");
    check("troop NEAR/5 troop", "", "troop by troop", &["troop", "troop"]);
    check_none("\"alpha beta\" NEAR/5 \"beta gamma\"", "", "alpha beta gamma");
    check(
        "\"alpha beta\" NEAR/5 \"beta gamma\"",
        "",
        "alpha beta, beta gamma",
        &["alpha beta", "beta gamma"],
    );
}

#[test]
fn near_marks_only_what_is_near() {
    let far = "far ".repeat(20);
    check(
        "troops NEAR/1 ships",
        "",
        &format!("troops {far} troops of ships {far} ships"),
        &["troops", "ships"],
    );
}

#[test]
fn fields_are_judged_on_tags_and_day() {
    let cases = [
        ("country:KP", true),
        ("country:UA", false),
        ("about:KP", true),
        ("about:RU", false),
        ("topic:sanctions", true),
        ("topic:cyber", false),
        ("res:2397", true),
        ("res:1718", false),
        ("res:1718~", true),
        ("issuer:EU", true),
        ("issuer:european", true),
        ("issuer:NATO", false),
        ("speaker:example", true),
        ("speaker:\"Example Ada\"", false),
        ("source:eu-council", true),
        ("lang:en", true),
        ("lang:uk", false),
        ("after:2024-10-24", true),
        ("after:2024-10-25", false),
        ("before:2024-10-24", false),
        ("before:2024-10-25", true),
        ("after:2024", true),
        ("before:2024-10", false),
        ("within:6d", true),
        ("within:5d", false),
        ("-country:UA after:2024-10", true),
    ];
    for (query, holds) in cases {
        assert_eq!(matched(query, &statement("T", "text")).is_some(), holds, "{query}");
    }
}

#[test]
fn the_empty_query_matches_everything() {
    check("", "", "", &[]);
}

#[test]
fn the_sentence_of_the_first_rule() {
    let text = "The supply of arms transfers to Russia by the DPRK violates resolutions.";
    let made = statement_with("EU statement", text, &annotations(&["KP", "RU"], &[]), day(2024, 11, 4));
    let found = matched("country:KP AND \"arms transfers\"", &made).expect("a match");
    assert_eq!(found, ["arms transfers"]);
}

/// A plain evaluator over the two lists of words: slow, and written from the language's description alone.
fn oracle(query: &AnalysedQuery, document: &Document<'_>, now: DateTime<Utc>) -> bool {
    match query {
        AnalysedQuery::Everything => true,
        AnalysedQuery::Nothing => false,
        AnalysedQuery::And(parts) => parts.iter().all(|part| oracle(part, document, now)),
        AnalysedQuery::Or(parts) => parts.iter().any(|part| oracle(part, document, now)),
        AnalysedQuery::Not(part) => !oracle(part, document, now),
        AnalysedQuery::Field(field) => holds(field, document.facts, now) == Some(true),
        AnalysedQuery::Sequence { positions, scope } => {
            parts_of(document, *scope).iter().any(|words| !starts(words, positions).is_empty())
        }
        AnalysedQuery::Near { left, right, words, scope } => parts_of(document, *scope)
            .iter()
            .any(|part| is_near(&starts(part, left), left.len(), &starts(part, right), right.len(), *words)),
    }
}

fn parts_of<'a>(document: &Document<'a>, scope: Scope) -> Vec<&'a Analysed> {
    match scope {
        Scope::Anywhere => vec![document.title, document.text],
        Scope::Title => vec![document.title],
        Scope::Note => vec![],
    }
}

fn starts(words: &Analysed, positions: &[Position]) -> Vec<usize> {
    let all = words.tokens.windows(positions.len().max(1)).enumerate();
    let fits =
        |window: &[Token]| window.iter().zip(positions).all(|(token, position)| answers(token, position));
    all.filter(|(_, window)| fits(window)).map(|(at, _)| at).collect()
}

fn answers(token: &Token, position: &Position) -> bool {
    match position {
        Position::Word(keys) => token.keys().iter().any(|key| keys.contains(key)),
        Position::Prefix(beginning) => term(token).starts_with(beginning.as_str()),
    }
}

fn is_near(lefts: &[usize], left: usize, rights: &[usize], right: usize, words: u8) -> bool {
    let reach = usize::from(words);
    lefts.iter().any(|&a| {
        rights.iter().any(|&b| {
            (b >= a + left && b - (a + left) <= reach) || (a >= b + right && a - (b + right) <= reach)
        })
    })
}

fn rule(n: usize, query: String) -> Rule {
    let id = RuleId(format!("rule-{n}"));
    Rule { name: id.0.clone(), id, query, mode: RuleMode::On, muted_until: None, created_at: now() }
}

proptest! {
    #[test]
    fn the_engine_agrees_with_the_plain_evaluator(query in rule_query(), made in some_statement()) {
        let analysed = analyse_query(&query);
        let found = evaluate(&analysed, &made.document(), now());
        prop_assert_eq!(found.is_some(), oracle(&analysed, &made.document(), now()), "{}", print(&query));
        for span in found.unwrap_or_default() {
            prop_assert!(!made.of(&span).is_empty());
        }
    }

    #[test]
    fn the_rule_set_fires_exactly_the_rules_that_match(
        queries in prop::collection::vec(rule_query(), 1..12),
        statements in prop::collection::vec(some_statement(), 1..4),
    ) {
        let rules: Vec<Rule> = queries.iter().enumerate().map(|(n, query)| rule(n, print(query))).collect();
        let (set, faults) = RuleSet::compile(&rules, 7);
        prop_assert!(faults.is_empty(), "{:?}", faults);
        // The first comes again at the end: what the set remembers of its words changes nothing.
        for made in statements.iter().chain(statements.first()) {
            let fired = set.judge(&made.document(), None, now());
            let matched = |query| evaluate(&analyse_query(query), &made.document(), now());
            let matches = rules.iter().zip(&queries).filter_map(|(rule, query)| Some((rule.id.clone(), matched(query)?)));
            prop_assert_eq!(fired, matches.collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_mark_is_a_match_of_its_own(query in rule_query(), made in some_statement()) {
        // Each mark lies on words of one part, in order and once.
        let spans = evaluate(&analyse_query(&query), &made.document(), now()).unwrap_or_default();
        prop_assert!(spans.windows(2).all(|pair| (pair[0].part, pair[0].start, pair[0].end) < (pair[1].part, pair[1].start, pair[1].end)));
        for span in spans {
            let words = match span.part { Part::Title => &made.analysed_title, Part::Text => &made.analysed_text };
            prop_assert!(words.tokens.iter().any(|token| token.start == span.start));
            prop_assert!(words.tokens.iter().any(|token| token.end == span.end));
        }
    }
}
