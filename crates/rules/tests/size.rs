//! Large input is answered in bounded time.

mod support;

use chancery_model::{Rule, RuleId, RuleMode};
use chancery_rules::{RuleSet, complete, explain, parse, print, toggle};
use support::{now, statement};

/// Queries of about a hundred thousand bytes, each of one kind of piece.
fn long_queries() -> Vec<String> {
    let pieces = [
        "制裁",
        "санкції ",
        "a1 ",
        "\"a b\" ",
        "troops NEAR/5 ships ",
        "-a1 ",
        "(a1) ",
        "country:KP ",
        "制裁*　",
        "é",
    ];
    pieces.iter().map(|piece| piece.repeat(100_000 / piece.len())).collect()
}

#[test]
fn long_queries_are_read_judged_and_explained() {
    let made = statement("Troops", &"troops and ships 制裁 санкції ".repeat(20));
    let long = statement("Troops", &"a1 b ".repeat(20_000));
    for query in long_queries() {
        let parsed = parse(&query).unwrap_or_else(|fault| panic!("{}: {fault:?}", &query[..12]));
        assert_eq!(parse(&print(&parsed.query)).map(|again| again.query == parsed.query), Ok(true));
        let rule = Rule {
            id: RuleId::from("long"),
            name: "long".to_owned(),
            query: query.clone(),
            mode: RuleMode::On,
            muted_until: None,
            created_at: now(),
        };
        let (set, _) = RuleSet::compile(&[rule], 1);
        set.judge(&made.document(), None, now());
        set.judge(&long.document(), None, now());
        assert!(toggle(&query, "topic", "cyber", false).is_ok());
        complete(&query, query.len());
        if parsed.terms.len() < 1_000 {
            explain(&parsed, &made.document(), now());
        }
    }
}
