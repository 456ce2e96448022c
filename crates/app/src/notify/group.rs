//! Alerts made into notices: one for each rule.

use std::collections::{BTreeMap, BTreeSet};

use chancery_model::{Alert, RuleId, SourceId, StatementId};

use super::{Notice, text};

/// How many statements a notice names before it counts the rest.
const NAMED: usize = 3;

/// Groups alerts by rule: a notice names the newest statements of its rule and counts the others.
///
/// Notices come in the order of the rules' newest alerts, newest first; every alert is in exactly one notice.
pub fn group(alerts: &[Alert]) -> Vec<Notice> {
    let mut newest_first: Vec<&Alert> = alerts.iter().collect();
    newest_first.sort_by_key(|alert| std::cmp::Reverse((alert.raised_at, alert.id)));
    let mut rules: Vec<&RuleId> = Vec::new();
    let mut by_rule: BTreeMap<&RuleId, Vec<&Alert>> = BTreeMap::new();
    for alert in newest_first {
        let hits = by_rule.entry(&alert.rule_id).or_default();
        if hits.is_empty() {
            rules.push(&alert.rule_id);
        }
        hits.push(alert);
    }
    rules.into_iter().filter_map(|rule| by_rule.get(rule)).filter_map(|hits| notice(hits)).collect()
}

/// Sums up the first fetch of a source, whose alerts are not shown one by one.
pub fn first_fetch(source: &SourceId, name: &str, statements: u32, alerts: u32) -> Notice {
    let filed = format!("{statements} {} collected", plural(statements, "statement"));
    let body = match alerts {
        0 => format!("{filed}."),
        n => format!("{filed}; {n} {} in the inbox.", plural(n, "alert")),
    };
    let title = format!("Now following {}", text::line(name));
    Notice { key: key("source", &source.0), title, body, statement: None, alerts: Vec::new() }
}

fn plural(count: u32, noun: &str) -> String {
    if count == 1 { noun.to_owned() } else { format!("{noun}s") }
}

/// One rule's notice, from its alerts, newest first.
fn notice(hits: &[&Alert]) -> Option<Notice> {
    let newest = hits.first()?;
    Some(Notice {
        key: key("rule", &newest.rule_id.0),
        title: text::line(&newest.rule),
        body: body(&statements(hits)),
        statement: Some(newest.statement_id.clone()),
        alerts: hits.iter().map(|alert| alert.id).collect(),
    })
}

/// The alerts without those that name a statement again (a later revision matched too).
fn statements<'a>(hits: &[&'a Alert]) -> Vec<&'a Alert> {
    let mut named: BTreeSet<&StatementId> = BTreeSet::new();
    hits.iter().copied().filter(|alert| named.insert(&alert.statement_id)).collect()
}

fn body(statements: &[&Alert]) -> String {
    let mut lines: Vec<String> = statements.iter().take(NAMED).map(|alert| naming(alert)).collect();
    if statements.len() > NAMED {
        lines.push(format!("and {} more", statements.len() - NAMED));
    }
    lines.join("\n")
}

fn naming(alert: &Alert) -> String {
    let (issuer, title) = (text::line(&alert.issuer), text::line(&alert.title));
    if issuer.is_empty() { title } else { format!("{issuer}: {title}") }
}

/// A stable number for what a notice is about: FNV-1a in the upper half, above the numbers that servers give out.
fn key(kind: &str, id: &str) -> u32 {
    let bytes = kind.bytes().chain([0]).chain(id.bytes());
    bytes.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)) | 0x8000_0000
}

#[cfg(test)]
mod tests {
    use chancery_model::AlertId;
    use chrono::{DateTime, TimeDelta};

    use super::*;

    /// `rule statement` a line, oldest first, made into alerts a minute apart.
    fn alerts(lines: &[(&str, &str)]) -> Vec<Alert> {
        let alert = |(index, &(rule, statement)): (usize, &(&str, &str))| {
            let number = i64::try_from(index).expect("few lines");
            Alert {
                id: AlertId(number),
                rule_id: RuleId::from(rule),
                rule: rule.to_uppercase(),
                statement_id: StatementId::from(statement),
                title: format!("Title of {statement}"),
                issuer: "European Union".to_owned(),
                matched_text: String::new(),
                raised_at: DateTime::UNIX_EPOCH + TimeDelta::minutes(number),
                notified_at: None,
                seen: false,
            }
        };
        lines.iter().enumerate().map(alert).collect()
    }

    #[track_caller]
    fn check(lines: &[(&str, &str)], expected: &[(&str, &str, &[i64])]) {
        let notices = group(&alerts(lines));
        let shown: Vec<(&str, &str, Vec<i64>)> = notices
            .iter()
            .map(|n| (n.title.as_str(), n.body.as_str(), n.alerts.iter().map(|a| a.0).collect()))
            .collect();
        let expected: Vec<_> = expected.iter().map(|(t, b, a)| (*t, *b, a.to_vec())).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn nothing_waits() {
        check(&[], &[]);
    }

    #[test]
    fn one_hit_names_rule_issuer_and_title() {
        check(&[("arms", "s1")], &[("ARMS", "European Union: Title of s1", &[0])]);
    }

    #[test]
    fn several_hits_of_a_rule_are_one_notice() {
        check(
            &[("arms", "s1"), ("arms", "s2"), ("arms", "s3"), ("arms", "s4"), ("arms", "s5")],
            &[(
                "ARMS",
                "European Union: Title of s5\nEuropean Union: Title of s4\nEuropean Union: Title of s3\nand 2 more",
                &[4, 3, 2, 1, 0],
            )],
        );
    }

    #[test]
    fn rules_come_in_the_order_of_their_newest_hit() {
        check(
            &[("arms", "s1"), ("troops", "s1"), ("arms", "s2")],
            &[
                ("ARMS", "European Union: Title of s2\nEuropean Union: Title of s1", &[2, 0]),
                ("TROOPS", "European Union: Title of s1", &[1]),
            ],
        );
    }

    #[test]
    fn a_statement_is_named_once_though_two_revisions_matched() {
        check(&[("arms", "s1"), ("arms", "s1")], &[("ARMS", "European Union: Title of s1", &[1, 0])]);
    }

    #[test]
    fn a_click_opens_the_newest_statement() {
        let notices = group(&alerts(&[("arms", "s1"), ("arms", "s2")]));
        assert_eq!(notices[0].statement, Some(StatementId::from("s2")));
    }

    #[test]
    fn the_key_is_the_rules_own() {
        let one = group(&alerts(&[("arms", "s1")]));
        let other = group(&alerts(&[("troops", "s1"), ("arms", "s2")]));
        assert_eq!(one[0].key, other[0].key);
        assert_ne!(other[0].key, other[1].key);
        assert!(one[0].key > u32::MAX / 2, "servers count from 1");
    }

    #[test]
    fn the_first_fetch_is_summed_up() {
        let notice = first_fetch(&SourceId::from("eeas"), "EEAS press", 40, 1);
        assert_eq!(notice.title, "Now following EEAS press");
        assert_eq!(notice.body, "40 statements collected; 1 alert in the inbox.");
        assert_eq!(first_fetch(&SourceId::from("a"), "A", 1, 0).body, "1 statement collected.");
    }
}
