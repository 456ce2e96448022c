use chancery_rules::{check_rule, print};
use chancery_text::bytes_of_utf16;

use super::Caller;
use super::types::*;
use crate::AppError;
use crate::error::{place, query_fault};

pub(super) async fn check_query(_: &Caller<'_>, query: QueryText) -> Result<QueryCheck, AppError> {
    let typed = query.query.as_str();
    Ok(match chancery_rules::parse(typed) {
        Err(fault) => QueryCheck {
            fault: Some(query_fault(typed, &fault)),
            terms: Vec::new(),
            printed: query.query.clone(),
            rule_fault: None,
        },
        Ok(parsed) => QueryCheck {
            fault: None,
            printed: print(&parsed.query),
            rule_fault: check_rule(&parsed).err().map(|fault| query_fault(typed, &fault)),
            terms: parsed
                .terms
                .into_iter()
                .map(|term| QueryTerm {
                    field: term.field,
                    value: term.value,
                    negated: term.negated,
                    at: place(typed, term.span),
                })
                .collect(),
        },
    })
}

pub(super) async fn toggle_term(_: &Caller<'_>, order: ToggleTerm) -> Result<QueryText, AppError> {
    let toggled = chancery_rules::toggle(&order.query, &order.field, &order.value, order.exclude);
    Ok(QueryText { query: toggled.map_err(|fault| AppError::query(&order.query, fault))? })
}

pub(super) async fn complete(_: &Caller<'_>, order: CompletionOrder) -> Result<Vec<Completion>, AppError> {
    let at = bytes_of_utf16(&order.query, &[order.at as usize])[0];
    let completions = chancery_rules::complete(&order.query, at).into_iter();
    Ok(completions
        .map(|completion| Completion {
            at: place(&order.query, completion.at),
            insert: completion.insert,
            label: completion.label,
        })
        .collect())
}
