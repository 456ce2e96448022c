//! One line of input: its fields, and the answer when it is bad.

use chancery_model::Lang;
use serde_json::{Map, Value, json};

use crate::system::said;

/// Why a line cannot be answered; the sentence stands in its place.
#[derive(Debug, thiserror::Error)]
pub(super) enum BadLine {
    #[error("The line is empty.")]
    Empty,
    #[error("The line is not JSON: {0}.")]
    NotJson(#[source] serde_json::Error),
    #[error("The line is not a JSON object.")]
    NotAnObject,
    #[error("The field “{0}” is missing.")]
    Missing(&'static str),
    #[error("The field “{0}” is not a text.")]
    NotText(&'static str),
    #[error("The field “id” is neither a text nor a number.")]
    NotAnId,
    #[error("There is no type “{0}”: write person, organisation, vessel, aircraft or any.")]
    UnknownType(String),
    #[error("The field “headers” is not an object of texts.")]
    NotHeaders,
    #[error("{path}: {}.", said(.why))]
    File { path: String, why: std::io::Error },
    #[error("{0}")]
    Unreadable(#[from] chancery_extract::Why),
    #[error("{}", super::query_sentence(.query, .fault))]
    Query { query: String, fault: chancery_rules::QueryFault },
}

/// The fields of a line.
pub(super) struct Line(Map<String, Value>);

impl Line {
    /// Returns a text that must be there.
    pub(super) fn text(&self, field: &'static str) -> Result<&str, BadLine> {
        self.optional(field)?.ok_or(BadLine::Missing(field))
    }

    /// Returns a text that may be absent or null.
    pub(super) fn optional(&self, field: &'static str) -> Result<Option<&str>, BadLine> {
        match self.0.get(field) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(BadLine::NotText(field)),
        }
    }

    /// Returns the language that the line states; what is no ISO 639-1 code (after `-` is left off) counts as none.
    pub(super) fn lang(&self) -> Result<Option<Lang>, BadLine> {
        let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or("").to_ascii_lowercase();
        Ok(self.optional("lang")?.and_then(|tag| primary(tag).parse().ok()))
    }

    /// Returns a field as it came.
    pub(super) fn get(&self, field: &str) -> Option<&Value> {
        self.0.get(field).filter(|value| !value.is_null())
    }
}

/// Answers one line: the id comes back as it was given, and what went wrong stands in `error`.
pub(super) fn answer(input: &str, work: impl FnOnce(&Line) -> Result<Map<String, Value>, BadLine>) -> String {
    let (id, answer) = match fields(input) {
        Ok(fields) => {
            let id = fields.get("id").cloned().unwrap_or_default();
            let is_id = id.is_null() || id.is_string() || id.is_number();
            (
                if is_id { id } else { Value::Null },
                if is_id { work(&Line(fields)) } else { Err(BadLine::NotAnId) },
            )
        }
        Err(bad) => (Value::Null, Err(bad)),
    };
    let rest = answer.unwrap_or_else(|bad| Map::from_iter([error_field(&bad.to_string())]));
    let mut line = Map::from_iter([("id".to_owned(), id)]);
    line.extend(rest);
    on_one_line(Value::Object(line))
}

/// Writes JSON so that it is one line for every reader: JSON leaves separators of lines and paragraphs as they are, and
/// some readers split there.
fn on_one_line(value: Value) -> String {
    let line = value.to_string();
    if !line.contains(['\u{85}', '\u{2028}', '\u{2029}']) {
        return line;
    }
    line.replace('\u{85}', "\\u0085").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// The answer to a line of which not even the fields are known.
pub(super) fn unreadable(message: &str) -> String {
    let mut line = Map::from_iter([("id".to_owned(), Value::Null)]);
    line.extend([error_field(message)]);
    on_one_line(Value::Object(line))
}

fn error_field(message: &str) -> (String, Value) {
    ("error".to_owned(), json!({ "message": message }))
}

fn fields(input: &str) -> Result<Map<String, Value>, BadLine> {
    let input = input.trim();
    if input.is_empty() {
        return Err(BadLine::Empty);
    }
    let value = serde_json::from_str(input)
        .or_else(|error| {
            with_lone_surrogates_replaced(input).map_or(Err(error), |input| serde_json::from_str(&input))
        })
        .map_err(BadLine::NotJson)?;
    match value {
        Value::Object(fields) => Ok(fields),
        _ => Err(BadLine::NotAnObject),
    }
}

/// Replaces each `\uD800`–`\uDFFF` that has no partner by `\uFFFD`, so that a text cut in the middle of a character can
/// be read; the number of characters stays. None when there is nothing to replace.
fn with_lone_surrogates_replaced(input: &str) -> Option<String> {
    let mut mended = String::with_capacity(input.len());
    let (mut rest, mut replaced) = (input, false);
    while let Some(at) = rest.find('\\') {
        mended.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = match (surrogate(rest), surrogate(rest.get(6..).unwrap_or(""))) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(_), _) => {
                mended.push_str("\\ufffd");
                rest = &rest[6..];
                replaced = true;
                continue;
            }
            // An escape of one letter: `\\` must not begin another.
            (None, _) => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
        };
        mended.push_str(&rest[..length]);
        rest = &rest[length..];
    }
    mended.push_str(rest);
    replaced.then_some(mended)
}

/// The surrogate that a text begins with, as an escape.
fn surrogate(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    let unit = u32::from_str_radix(digits, 16).ok()?;
    (0xD800..=0xDFFF).contains(&unit).then_some(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn echo(input: &str) -> String {
        answer(input, |line| {
            let text = line.text("text")?.to_owned();
            Ok(Map::from_iter([("length".to_owned(), text.chars().count().into())]))
        })
    }

    #[test]
    fn the_id_comes_back_as_it_was_given() {
        assert_eq!(echo(r#"{"text": "Є", "id": "a"}"#), r#"{"id":"a","length":1}"#);
        assert_eq!(echo(r#"{"text": "", "id": 7}"#), r#"{"id":7,"length":0}"#);
        assert_eq!(echo(r#"{"text": ""}"#), r#"{"id":null,"length":0}"#);
    }

    #[test]
    fn bad_lines_are_answered_with_the_id_where_it_is_known() {
        let message = |input: &str| {
            let answer: Value = serde_json::from_str(&echo(input)).unwrap();
            (answer["id"].clone(), answer["error"]["message"].as_str().unwrap().to_owned())
        };
        assert_eq!(message(r#"{"id": "a"}"#), (json!("a"), "The field “text” is missing.".to_owned()));
        assert_eq!(message(r#"{"id": "a", "text": 1}"#).1, "The field “text” is not a text.");
        assert_eq!(message("[1]"), (Value::Null, "The line is not a JSON object.".to_owned()));
        assert_eq!(message(" ").1, "The line is empty.");
        assert_eq!(message(r#"{"id": {}, "text": ""}"#).1, "The field “id” is neither a text nor a number.");
        assert!(message("{oops").1.starts_with("The line is not JSON: "));
    }

    #[test]
    fn an_answer_is_one_line_for_every_reader() {
        let echoed = answer(r#"{"id": "a\u2028b\u0085\n\u2029"}"#, |_| Ok(Map::new()));
        assert_eq!(echoed, r#"{"id":"a\u2028b\u0085\n\u2029"}"#);
    }

    #[test]
    fn half_a_character_counts_as_one() {
        assert_eq!(
            echo(r#"{"id": "a", "text": "x\ud83dy\ude00\\ud83d\ud83d\ude00"}"#),
            r#"{"id":"a","length":11}"#
        );
        assert_eq!(echo(r#"{"id": "a", "text": "\uD83D"}"#), r#"{"id":"a","length":1}"#);
    }
}
