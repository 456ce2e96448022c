//! Whatever a line holds, it is answered by one line of JSON with its id.

use chancery_app::batch::{annotate_line, extract_line, match_line};
use chancery_app::tagging::Tagger;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Words that the tagger, the analyser and the parsers look for, between arbitrary characters.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("resolution 1718 (2006) ".to_owned()),
        Just("резолюцій 1718 та 2397 Ради Безпеки ".to_owned()),
        Just("North Korean ".to_owned()),
        Just("朝鲜 ".to_owned()),
        Just("العقوبات ".to_owned()),
        Just("<p>&amp;<item><".to_owned()),
        Just("\u{2028}\u{85}\r\n\n".to_owned()),
        ".{0,8}",
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

/// A query, sound or not.
fn query() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("(".to_owned()),
        Just(")".to_owned()),
        Just(" AND ".to_owned()),
        Just(" NEAR/3 ".to_owned()),
        Just("country:KP ".to_owned()),
        Just("\"north korean\" ".to_owned()),
        Just("-".to_owned()),
        "[a-zа-я]{1,4}[* ]",
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn check(answer: &str, id: &str) -> Result<Value, TestCaseError> {
    prop_assert!(!answer.contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']), "{:?}", answer);
    let answer: Value = serde_json::from_str(answer).unwrap();
    prop_assert_eq!(&answer["id"], id);
    Ok(answer)
}

fn spans_lie_inside(spans: &Value, title: &str, text: &str) -> bool {
    spans.as_array().unwrap().iter().all(|span| {
        let whole = if span["in"] == "title" { title } else { text };
        let (start, end) = (span["start"].as_u64().unwrap(), span["end"].as_u64().unwrap());
        start < end && end as usize <= whole.chars().count()
    })
}

proptest! {
    #[test]
    fn of_annotate(id in "[^\u{85}]{0,5}", title in text(), text in text()) {
        let line = json!({"id": id, "title": title, "text": text}).to_string();
        let answer = check(&annotate_line(&line, &Tagger::shipped()), &id)?;
        for kind in ["countries", "topics", "resolutions", "regimes", "instruments", "speakers", "quotes"] {
            for tag in answer[kind].as_array().unwrap() {
                prop_assert!(spans_lie_inside(&tag["spans"], &title, &text), "{}", tag);
            }
        }
    }

    #[test]
    fn of_match(id in ".{0,5}", title in text(), text in text(), query in query()) {
        let line = json!({"id": id, "title": title, "text": text, "query": query}).to_string();
        let answer = check(&match_line(&line, "2026-01-01T00:00:00Z".parse().unwrap()), &id)?;
        prop_assert!(answer["error"].is_object() || spans_lie_inside(&answer["spans"], &title, &text));
    }

    #[test]
    fn of_extract(id in ".{0,5}", html in text()) {
        let answer = check(&extract_line(&json!({"id": id, "html": html}).to_string()), &id)?;
        prop_assert!(answer["error"].is_object() || answer["kind"].is_string());
    }

    #[test]
    fn of_anything(line in ".{0,60}") {
        for answer in [annotate_line(&line, &Tagger::shipped()), extract_line(&line), match_line(&line, chrono::DateTime::UNIX_EPOCH)] {
            let answer: Value = serde_json::from_str(&answer).unwrap();
            prop_assert!(answer.get("id").is_some());
        }
    }
}
