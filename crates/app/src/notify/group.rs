//! Alerts made into notices: one for each rule, and one that sums up the first fetch of a source.

use std::collections::{BTreeMap, BTreeSet};

use chancery_model::{Alert, Showing, StatementId};

use super::{Notice, text};

/// How many statements a notice names before it counts the rest.
pub(super) const NAMED: usize = 3;

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Subject<'a> {
    /// A rule that matched, by its id.
    Rule(&'a str),
    /// A source that was fetched for the first time, by its name.
    FirstFetch(&'a str),
}

/// Groups alerts by rule, and those of a first fetch by source; quiet alerts are in no notice.
///
/// A notice names its newest statements and counts the others. Notices come in the order of their newest alerts,
/// newest first; every alert but the quiet ones is in exactly one notice.
pub fn group(alerts: &[Alert]) -> Vec<Notice> {
    let mut newest_first: Vec<&Alert> = alerts.iter().collect();
    newest_first.sort_by_key(|alert| std::cmp::Reverse((alert.raised_at, alert.id)));
    let mut order: Vec<Subject> = Vec::new();
    let mut groups: BTreeMap<Subject, Vec<&Alert>> = BTreeMap::new();
    for alert in newest_first {
        let Some(subject) = subject(alert) else { continue };
        let hits = groups.entry(subject).or_default();
        if hits.is_empty() {
            order.push(subject);
        }
        hits.push(alert);
    }
    order.into_iter().filter_map(|subject| notice(subject, groups.get(&subject)?)).collect()
}

fn subject(alert: &Alert) -> Option<Subject<'_>> {
    match alert.showing {
        Showing::Notified => Some(Subject::Rule(&alert.rule_id.0)),
        Showing::Summed => Some(Subject::FirstFetch(&alert.source_name)),
        Showing::Quiet | Showing::Joined => None,
    }
}

/// One subject's notice, from its alerts, newest first.
fn notice(subject: Subject<'_>, hits: &[&Alert]) -> Option<Notice> {
    let newest = hits.first()?;
    let (key, title, body) = match subject {
        Subject::Rule(id) => (key("rule", id), text::line(&newest.rule), named(&statements(hits))),
        Subject::FirstFetch(source) => {
            (key("source", source), format!("First fetch of {}", text::line(source)), summed(hits))
        }
    };
    let alerts = hits.iter().map(|alert| alert.id).collect();
    Some(Notice { key, title, body, statement: Some(newest.statement_id.clone()), alerts })
}

/// Says how many alerts a first fetch raised, and by which rules.
fn summed(hits: &[&Alert]) -> String {
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    for alert in hits {
        *rules.entry(&alert.rule).or_default() += 1;
    }
    let mut rules: Vec<(&str, usize)> = rules.into_iter().collect();
    rules.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut lines =
        vec![if hits.len() == 1 { "1 alert".to_owned() } else { format!("{} alerts", hits.len()) }];
    lines.extend(rules.iter().take(NAMED).map(|(rule, count)| format!("{}: {count}", text::line(rule))));
    more(&mut lines, rules.len());
    lines.join("\n")
}

/// Counts what was not named.
pub(super) fn more(lines: &mut Vec<String>, all: usize) {
    if all > NAMED {
        lines.push(format!("and {} more", all - NAMED));
    }
}

/// The alerts without those that name a statement again (a later revision matched too).
fn statements<'a>(hits: &[&'a Alert]) -> Vec<&'a Alert> {
    let mut named: BTreeSet<&StatementId> = BTreeSet::new();
    hits.iter().copied().filter(|alert| named.insert(&alert.statement_id)).collect()
}

fn named(statements: &[&Alert]) -> String {
    let mut lines: Vec<String> = statements.iter().take(NAMED).map(|alert| naming(alert)).collect();
    more(&mut lines, statements.len());
    lines.join("\n")
}

fn naming(alert: &Alert) -> String {
    let (issuer, title) = (text::line(&alert.issuer), text::line(&alert.title));
    if issuer.is_empty() { title } else { format!("{issuer}: {title}") }
}

/// A stable number for what a notice is about: FNV-1a in the upper half, above the numbers that servers give out.
pub(super) fn key(kind: &str, id: &str) -> u32 {
    let bytes = kind.bytes().chain([0]).chain(id.bytes());
    bytes.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)) | 0x8000_0000
}

#[cfg(test)]
mod tests {
    use chancery_model::{AlertId, RuleId};
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
                source_name: "EEAS".to_owned(),
                showing: Showing::Notified,
                spans: Vec::new(),
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
    fn a_first_fetch_is_summed_up_in_one_notice() {
        let mut first = alerts(&[("arms", "s1"), ("troops", "s1"), ("troops", "s2")]);
        first.iter_mut().for_each(|alert| alert.showing = Showing::Summed);
        let notices = group(&first);
        assert_eq!(notices.len(), 1);
        assert_eq!(notices[0].title, "First fetch of EEAS");
        assert_eq!(notices[0].body, "3 alerts\nTROOPS: 2\nARMS: 1");
        assert_eq!(notices[0].alerts.len(), 3);
    }

    #[test]
    fn a_quiet_alert_is_not_shown() {
        let mut quiet = alerts(&[("arms", "s1")]);
        quiet[0].showing = Showing::Quiet;
        assert_eq!(group(&quiet), []);
    }
}
