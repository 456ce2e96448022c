//! Rules and the user's state as JSON.

use chancery_exchange::{
    ExchangeError, PortableRule, STATE_VERSION, SourceEntry, StatementState, UserState, read_rules,
    read_state, write_rules, write_state,
};
use chancery_model::RuleMode;

use crate::fixture::{at, bare, statement};

fn rule() -> PortableRule {
    PortableRule {
        name: "Arms — КНДР".into(),
        query: "country:KP AND \"arms transfers\"".into(),
        mode: RuleMode::Shadow,
        muted_until: Some(at("2026-12-01T00:00:00Z")),
    }
}

#[test]
fn rules_come_back() {
    let mut bytes = Vec::new();
    write_rules(&mut bytes, &[rule()]).unwrap();
    insta::assert_snapshot!(String::from_utf8(bytes.clone()).unwrap());
    assert_eq!(read_rules(bytes.as_slice()).unwrap(), [rule()]);
}

#[test]
fn rules_written_by_hand_need_a_name_and_a_query() {
    let read = read_rules(r#"[{"name": "a", "query": "b"}]"#.as_bytes()).unwrap();
    assert_eq!((read[0].name.as_str(), read[0].query.as_str(), read[0].mode), ("a", "b", RuleMode::On));
    assert!(matches!(read_rules(r#"{"rules": 1}"#.as_bytes()), Err(ExchangeError::NotRules(_))));
    let newer = read_rules(r#"{"version": 2, "rules": []}"#.as_bytes());
    assert!(matches!(newer, Err(ExchangeError::TooNew { found: 2, known: 1 })));
}

#[test]
fn state_comes_back() {
    let state = UserState {
        version: STATE_VERSION,
        sources: vec![SourceEntry { url: "https://example.org/feed".into(), ..SourceEntry::default() }],
        rules: vec![rule()],
        statements: vec![StatementState::of(&statement()).unwrap()],
        screening_decisions: vec![serde_json::json!({"a": [1, null]})],
        settings: [("theme".to_owned(), "dark".into())].into(),
    };
    let mut bytes = Vec::new();
    write_state(&mut bytes, &state).unwrap();
    insta::assert_snapshot!(String::from_utf8(bytes.clone()).unwrap());
    assert_eq!(read_state(bytes.as_slice()).unwrap(), state);
}

#[test]
fn a_statement_to_which_nothing_was_done_is_no_state() {
    assert_eq!(StatementState::of(&bare()), None);
}

#[test]
fn a_newer_or_foreign_state_is_refused() {
    let newer = read_state(r#"{"version": 7, "unheard": true}"#.as_bytes()).unwrap_err();
    assert!(newer.to_string().contains("version 7"), "{newer}");
    assert!(matches!(read_state("[1]".as_bytes()), Err(ExchangeError::NotState(_))));
    assert!(matches!(read_state("{".as_bytes()), Err(ExchangeError::NotState(_))));
}
