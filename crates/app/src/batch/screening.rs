use chancery_lists::{DEFAULT_THRESHOLD, NameKind, rounded, screen};
use serde_json::{Map, json};

use super::line::{BadLine, Line, answer};

/// Answers a line of `screen --pairs --jsonl`: in `{id, a, b, type?}`, out `{id, score, match, why}`.
///
/// `type` is person, organisation, vessel, aircraft or any; without it, whichever reading of the names fits better.
/// `match` holds from the threshold on, which is [`DEFAULT_THRESHOLD`] where none is given.
pub fn screen_pair_line(input: &str, threshold: Option<f32>) -> String {
    answer(input, |line| {
        let found = screen(line.text("a")?, line.text("b")?, kind(line)?);
        let matches = found.score >= threshold.unwrap_or(DEFAULT_THRESHOLD);
        Ok(Map::from_iter([
            ("score".to_owned(), json!(rounded(found.score))),
            ("match".to_owned(), json!(matches)),
            ("why".to_owned(), json!(found.why)),
        ]))
    })
}

fn kind(line: &Line) -> Result<NameKind, BadLine> {
    let kind = line.optional("type")?.unwrap_or("any");
    match kind.to_lowercase().as_str() {
        "person" => Ok(NameKind::Person),
        "organisation" | "organization" | "company" | "vessel" | "aircraft" => Ok(NameKind::Organisation),
        "any" => Ok(NameKind::Any),
        _ => Err(BadLine::UnknownType(kind.to_owned())),
    }
}
