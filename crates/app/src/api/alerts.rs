use std::collections::HashMap;

use chancery_model::{Alert, Part, Span, Statement, StatementId};
use chancery_store::{AlertChoice, AlertFilter};
use chancery_text::passage;

use super::Caller;
use super::marks::{evidence_of_matches, marked};
use super::types::*;
use super::views::dated;
use crate::AppError;
use crate::pipeline::ranges;

/// Characters of the passage in the inbox.
const PASSAGE: usize = 320;

pub(super) async fn alerts(caller: &Caller<'_>, order: AlertsOrder) -> Result<Vec<AlertView>, AppError> {
    let filter = AlertFilter { unseen_only: order.unseen_only, rule: order.rule, limit: Some(order.limit) };
    let alerts = caller.app.alerts(filter).await?;
    let mut statements: HashMap<StatementId, Statement> = HashMap::new();
    for alert in &alerts {
        if !statements.contains_key(&alert.statement_id) {
            let statement = caller.app.statement(&alert.statement_id, None).await?;
            statements.insert(alert.statement_id.clone(), statement);
        }
    }
    Ok(alerts.into_iter().map(|alert| view(&statements[&alert.statement_id], alert)).collect())
}

/// An alert with its passage; when the statement was revised since, the passage as it was filed, without marks.
fn view(statement: &Statement, alert: Alert) -> AlertView {
    let draft = &statement.draft;
    let evidence = evidence_of_matches(&alert.spans);
    let in_text = ranges(&alert.spans, Part::Text);
    let fits = |span: &Span| !span.of(&draft.title, &draft.text).is_empty();
    let shown = if alert.spans.is_empty() || !alert.spans.iter().all(fits) || statement.revision > 1 {
        Marked { text: alert.matched_text.clone(), marks: Vec::new() }
    } else if in_text.is_empty() {
        marked(&draft.title, Part::Title, 0..draft.title.len(), &evidence)
    } else {
        marked(&draft.text, Part::Text, passage(&draft.text, &in_text, PASSAGE), &evidence)
    };
    let countries = statement.annotations.countries.iter().map(|tag| tag.code).collect();
    AlertView { passage: shown, at: dated(statement).0, countries, alert }
}

pub(super) async fn seen(caller: &Caller<'_>, order: SeenOrder) -> Result<(), AppError> {
    let which = match (order.ids, order.rule) {
        (Some(ids), _) => AlertChoice::Ids(ids),
        (None, Some(rule)) => AlertChoice::Rule(rule),
        (None, None) => AlertChoice::All,
    };
    caller.app.set_seen(which, order.seen).await
}
