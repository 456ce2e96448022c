use chancery_annotate::Tagger;
use chancery_exchange::Places;
use chancery_model::{Draft, Source, SourceKind, SourceState};
use chancery_rules::{QueryFault, check_rule, evaluate, parse};
use chancery_text::analyse_query;
use chrono::{DateTime, Utc};
use serde_json::{Map, json};

use super::line::{BadLine, answer};
use super::spans::spans_json;
use crate::pipeline::{document, ready};

/// Answers a line of `match --jsonl`: in `{id, query, text, title?, lang?}`, out `{id, match, spans}`.
///
/// The document is judged as if it were collected at `now`, exactly as a rule would judge it; what only a search can
/// answer (`is: has: label: note:`) is refused.
pub fn match_line(input: &str, now: DateTime<Utc>) -> String {
    answer(input, |line| {
        let typed = line.text("query")?;
        let faulty = |fault| BadLine::Query { query: typed.to_owned(), fault };
        let query = parse(typed).map_err(faulty)?;
        check_rule(&query).map_err(faulty)?;
        let draft = Draft {
            title: line.optional("title")?.unwrap_or_default().to_owned(),
            text: line.text("text")?.to_owned(),
            lang: line.lang()?,
            ..Draft::default()
        };
        let readied = ready(draft, &no_source(), None, now, &Tagger::shipped());
        let matched = evaluate(&analyse_query(&query.query), &document(&readied), now);
        let spans = matched.as_deref().unwrap_or_default();
        let draft = &readied.annotated.draft;
        let places = Places::new(&draft.title, &draft.text, spans);
        Ok(Map::from_iter([
            ("match".to_owned(), json!(matched.is_some())),
            ("spans".to_owned(), spans_json(&places, spans)),
        ]))
    })
}

/// Says what is wrong with a query, at which character (the first is 1), and what to do.
pub fn query_sentence(query: &str, fault: &QueryFault) -> String {
    let before = query.get(..fault.at.start).unwrap_or_default().chars().count();
    let hint = fault.hint.as_ref().map(|hint| format!(" {hint}")).unwrap_or_default();
    format!("The query, at character {}: {}{hint}", before + 1, fault.message)
}

/// A document of a batch comes from nowhere: no `source:` holds for it.
fn no_source() -> Source {
    Source {
        id: "".into(),
        name: String::new(),
        url: String::new(),
        kind: SourceKind::Import,
        country: None,
        state: SourceState::New,
        reason: None,
        trouble: None,
        failing_since: None,
        offer: None,
        last_success: None,
        last_new: None,
        next_try: None,
        statements: 0,
    }
}
