use chancery_rules::{check_rule, print};
use chancery_text::bytes_of_utf16;

use super::Caller;
use super::types::*;
use crate::AppError;
use crate::error::{place, query_fault};

pub(super) async fn check_query(caller: &Caller<'_>, query: QueryText) -> Result<QueryCheck, AppError> {
    let typed = query.query.as_str();
    let language = caller.app.language().await?;
    Ok(match language.parse(typed) {
        Err(fault) => QueryCheck {
            fault: Some(query_fault(typed, &fault)),
            terms: Vec::new(),
            printed: query.query.clone(),
            rule_fault: None,
            unmatched_sources: Vec::new(),
        },
        Ok(parsed) => QueryCheck {
            fault: None,
            // A regime that is not known is a fault of the search itself, which says so.
            unmatched_sources: caller.app.unmatched_sources(typed).await.unwrap_or_default(),
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

pub(super) async fn toggle_term(caller: &Caller<'_>, order: ToggleTerm) -> Result<QueryText, AppError> {
    let language = caller.app.language().await?;
    let toggled = language.toggle(&order.query, &order.field, &order.value, order.exclude);
    Ok(QueryText { query: toggled.map_err(|fault| AppError::query(&order.query, fault))? })
}

pub(super) async fn complete(
    caller: &Caller<'_>,
    order: CompletionOrder,
) -> Result<Vec<Completion>, AppError> {
    let at = bytes_of_utf16(&order.query, &[order.at as usize])[0];
    let found = match value_being_typed(&order.query, at) {
        Some((Named::Source, typed, begin)) => {
            let sources = caller.app.archive().read(|reader| reader.sources()).await?;
            let named = sources.into_iter().map(|source| (source.id.0, source.name));
            values(named, typed, begin..at)
        }
        Some((Named::Regime, typed, begin)) => {
            let named = chancery_annotate::regimes().iter();
            values(named.map(|regime| (regime.key.clone(), regime.title.clone())), typed, begin..at)
        }
        None => caller.app.language().await?.complete(&order.query, at),
    };
    let completion = |found: chancery_rules::Completion| Completion {
        at: place(&order.query, found.at),
        insert: found.insert,
        label: found.label,
    };
    Ok(found.into_iter().map(completion).collect())
}

/// A field whose values the query language does not know by itself.
enum Named {
    Source,
    Regime,
}

/// Values that are offered at most.
const OFFERED: usize = 12;

/// The field, what was typed of its value, and where that begins, when the caret stands in such a value.
fn value_being_typed(query: &str, at: usize) -> Option<(Named, &str, usize)> {
    let before = query.get(..at)?;
    let begin = before.rfind(|letter: char| letter.is_whitespace() || "()\"".contains(letter));
    let word_at = begin.map_or(0, |begin| begin + 1);
    let (field, typed) = before.get(word_at..)?.trim_start_matches('-').split_once(':')?;
    let named = match field.to_lowercase().as_str() {
        "source" => Named::Source,
        "regime" => Named::Regime,
        _ => return None,
    };
    Some((named, typed, at - typed.len()))
}

/// Those of the named values whose value or name holds what was typed.
fn values(
    named: impl Iterator<Item = (String, String)>,
    typed: &str,
    at: std::ops::Range<usize>,
) -> Vec<chancery_rules::Completion> {
    let typed = typed.to_lowercase();
    named
        .filter(|(value, name)| value.to_lowercase().contains(&typed) || name.to_lowercase().contains(&typed))
        .take(OFFERED)
        .map(|(value, name)| chancery_rules::Completion {
            label: format!("{value} — {name}"),
            insert: value,
            at: at.clone(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_of_a_source_or_regime_is_found_at_the_caret() {
        let found = |query: &str| {
            value_being_typed(query, query.len()).map(|(_, typed, begin)| (typed.to_owned(), begin))
        };
        assert_eq!(found("troops source:ee"), Some(("ee".to_owned(), 14)));
        assert_eq!(found("(-source:"), Some((String::new(), 9)));
        assert_eq!(found("regime:UN-17"), Some(("UN-17".to_owned(), 7)));
        assert_eq!(found("country:K"), None);
        assert_eq!(found("source:eeas troops"), None);
    }
}
