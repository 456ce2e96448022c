use chancery_model::Rule;
use chrono::{DateTime, Local, Timelike, Utc};

use super::Caller;
use super::types::*;
use super::views::row;
use crate::AppError;
use crate::error::query_fault;
use crate::rules::RuleOrder;

pub(super) async fn rules(caller: &Caller<'_>, (): ()) -> Result<Vec<RuleView>, AppError> {
    let book = caller.app.rule_book().await?;
    let mut views = Vec::new();
    for rule in caller.app.rules().await? {
        let (weeks, unseen) = caller.app.alert_history(&rule.id).await?;
        let fault = book.fault(&rule.id).map(|fault| query_fault(&rule.query, fault));
        views.push(RuleView { weeks, unseen, fault, rule });
    }
    Ok(views)
}

pub(super) async fn save_rule(caller: &Caller<'_>, draft: RuleDraft) -> Result<Rule, AppError> {
    let muted_until = draft.muted_until.as_deref().map(time).transpose()?;
    let order =
        RuleOrder { id: draft.id, name: draft.name, query: draft.query, mode: draft.mode, muted_until };
    caller.app.save_rule(order).await
}

fn time(text: &str) -> Result<DateTime<Utc>, AppError> {
    let refused = |_| AppError::Refused(format!("“{text}” is no time: write it as 2026-03-01T08:00:00Z."));
    DateTime::parse_from_rfc3339(text).map(|time| time.to_utc()).map_err(refused)
}

pub(super) async fn remove_rule(caller: &Caller<'_>, rule: RuleRef) -> Result<(), AppError> {
    caller.app.remove_rule(&rule.id).await
}

pub(super) async fn test_rule(caller: &Caller<'_>, order: RuleTestOrder) -> Result<RuleTest, AppError> {
    let trial = caller.app.try_rule(&order.query, order.days).await?;
    let (query, now) = (caller.app.analysed(&order.query).await?, caller.app.clock().now());
    let at_night = |time: &&DateTime<Utc>| !(6..22).contains(&time.with_timezone(&Local).hour());
    Ok(RuleTest {
        weeks: trial.weeks,
        since: trial.since.to_string(),
        total: trial.total,
        at_night: trial.times.iter().filter(at_night).count() as u64,
        samples: trial.samples.iter().map(|statement| row(statement, &query, now)).collect(),
    })
}

pub(super) async fn why(caller: &Caller<'_>, order: WhyOrder) -> Result<Why, AppError> {
    let explanation = caller.app.why(&order.query, &order.statement).await?;
    Ok(Why {
        id: explanation.statement.id,
        title: explanation.statement.draft.title,
        matches: explanation.matches,
        terms: explanation
            .terms
            .into_iter()
            .map(|term| WhyTerm { term: term.term, holds: term.holds, reason: term.reason })
            .collect(),
    })
}
