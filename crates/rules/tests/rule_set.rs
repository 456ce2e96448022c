//! Rules as a set: what is left out, what is named as faulty, and revised statements.

mod support;

use chancery_model::{Part, Rule, RuleId, RuleMode, Span};
use chancery_rules::RuleSet;
use support::{now, statement};

fn rule(id: &str, query: &str, mode: RuleMode) -> Rule {
    Rule {
        id: RuleId::from(id),
        name: id.to_owned(),
        query: query.to_owned(),
        mode,
        muted_until: None,
        created_at: now(),
    }
}

fn ids(matches: Vec<(RuleId, Vec<Span>)>) -> Vec<String> {
    matches.into_iter().map(|(id, _)| id.0).collect()
}

#[test]
fn rules_that_are_off_are_not_evaluated() {
    let rules = [
        rule("on", "troops", RuleMode::On),
        rule("off", "troops", RuleMode::Off),
        rule("shadow", "troops", RuleMode::Shadow),
    ];
    let (set, faults) = RuleSet::compile(&rules, 3);
    assert!(faults.is_empty());
    assert_eq!((set.version(), set.len()), (3, 2));
    assert_eq!(ids(set.judge(&statement("", "troops").document(), None, now())), ["on", "shadow"]);
}

#[test]
fn faulty_rules_are_named_and_the_others_work() {
    let rules = [
        rule("broken", "troops (", RuleMode::On),
        rule("search", "troops is:unread", RuleMode::On),
        rule("good", "troops", RuleMode::On),
        rule("off", "(", RuleMode::Off),
    ];
    let (set, faults) = RuleSet::compile(&rules, 1);
    let named: Vec<&str> = faults.iter().map(|(id, _)| id.0.as_str()).collect();
    assert_eq!(named, ["broken", "search"]);
    assert_eq!(ids(set.judge(&statement("", "troops").document(), None, now())), ["good"]);
}

#[test]
fn rules_without_a_word_are_judged_too() {
    let queries =
        ["-ships", "country:KP", "issuer:EU", "after:2024-10", "dep*", "", "ships OR -troops", "country:UA"];
    let rules: Vec<Rule> =
        queries.iter().enumerate().map(|(n, query)| rule(&n.to_string(), query, RuleMode::On)).collect();
    let (set, _) = RuleSet::compile(&rules, 1);
    let matches = set.judge(&statement("", "troops deployed").document(), None, now());
    assert_eq!(ids(matches), ["0", "1", "2", "3", "4", "5"]);
}

#[test]
fn a_revised_statement_fires_only_where_it_changed() {
    let (set, _) = RuleSet::compile(
        &[
            rule("old words", "troops", RuleMode::On),
            rule("new words", "ships", RuleMode::On),
            rule("both", "troops ships", RuleMode::On),
            rule("title", "title:statement", RuleMode::On),
            rule("no words", "country:KP", RuleMode::On),
        ],
        1,
    );
    let made = statement("Statement", "troops stayed. ships came.");
    let changed = [Span::new(Part::Text, 15, 26)];
    assert_eq!(made.of(&changed[0]), "ships came.");
    assert_eq!(ids(set.judge(&made.document(), Some(&changed), now())), ["new words", "both"]);
    assert!(set.judge(&made.document(), Some(&[]), now()).is_empty());
    assert_eq!(set.judge(&made.document(), None, now()).len(), 5);
}

#[test]
fn a_passage_of_the_title_is_not_one_of_the_text() {
    let (set, _) = RuleSet::compile(&[rule("r", "troops", RuleMode::On)], 1);
    let made = statement("Statement", "troops");
    assert!(set.judge(&made.document(), Some(&[Span::new(Part::Title, 0, 9)]), now()).is_empty());
}

#[test]
fn the_empty_set_matches_nothing() {
    let set = RuleSet::default();
    assert!(set.is_empty());
    assert!(set.judge(&statement("", "troops").document(), None, now()).is_empty());
}
