use crate::{Parsed, QueryFault};

/// Says whether a query can be a rule: a rule cannot ask what a person did to a statement.
///
/// # Errors
/// The first of `is:`, `has:`, `label:` and `note:`, with its place.
pub fn check_rule(parsed: &Parsed) -> Result<(), QueryFault> {
    let searches_only = |field: &str| matches!(field, "is" | "has" | "label" | "note");
    match parsed.terms.iter().find(|term| term.field.as_deref().is_some_and(searches_only)) {
        None => Ok(()),
        Some(term) => {
            let field = term.field.as_deref().unwrap_or_default();
            let message = format!("“{field}:” asks what you did to a statement, which a rule cannot know.");
            Err(QueryFault::new(term.span.clone(), message)
                .hinted(format!("Leave “{field}:” out, or keep this query as a search.")))
        }
    }
}
