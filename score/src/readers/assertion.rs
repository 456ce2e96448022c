//! One expectation of a feed: a field, and how its value is compared.

use serde_json::Value;

use crate::letters::letters;

/// The fields that count; the corpus names others that no reader of statements needs.
const CORE: &[&str] = &[
    "title",
    "link",
    "id",
    "published",
    "updated",
    "date",
    "author",
    "summary",
    "content",
    "content_or_summary",
    "description",
    "language",
    "categories",
    "entries_count",
];

/// One expectation.
#[derive(Debug)]
pub(crate) struct Assertion<'r> {
    /// The entry that it speaks of; none: the feed.
    pub(crate) entry: Option<usize>,
    /// The field.
    pub(crate) field: &'r str,
    op: &'r str,
    value: &'r Value,
}

impl<'r> Assertion<'r> {
    /// Returns the expectations of a record that count.
    pub(crate) fn of(record: &'r Value) -> Vec<Self> {
        let all = record["expect"].as_array().map(Vec::as_slice).unwrap_or_default();
        all.iter().filter_map(Self::read).filter(|assertion| CORE.contains(&assertion.field)).collect()
    }

    fn read(value: &'r Value) -> Option<Self> {
        let entry = (value["at"] == "entry").then(|| value["i"].as_u64().unwrap_or(0) as usize);
        let field = if value["field"] == "guid" { "id" } else { value["field"].as_str()? };
        Some(Self { entry, field, op: value["op"].as_str()?, value: &value["value"] })
    }

    /// Whether one of the values that were read is the expected one; no value stands for an empty one.
    pub(crate) fn is_met_by(&self, actual: &[String]) -> bool {
        holds(self.op, self.value, actual)
    }

    /// Says what was expected, and what was read in its place.
    pub(crate) fn missed(&self, actual: &str) -> String {
        let place = self.entry.map_or("feed".to_owned(), |n| format!("entry {n}"));
        let short = |text: &str| text.chars().take(160).collect::<String>();
        let (wanted, found) = (short(&self.value.to_string()), short(actual));
        format!("{place} {} ({}): want {wanted} got {found}", self.field, self.op)
    }
}

fn percent_decoded(address: &str) -> String {
    let bytes = address.trim().as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%').then(|| bytes.get(at + 1..at + 3)).flatten();
        let code = code.and_then(|c| u8::from_str_radix(std::str::from_utf8(c).ok()?, 16).ok());
        out.push(code.unwrap_or(bytes[at]));
        at += if code.is_some() { 3 } else { 1 };
    }
    let text = String::from_utf8_lossy(&out).into_owned();
    text.strip_suffix('/').map_or(text.clone(), str::to_owned)
}

fn holds(op: &str, expected: &Value, actual: &[String]) -> bool {
    let wanted = expected.as_str().map_or_else(|| expected.to_string(), str::to_owned);
    let any = |test: &dyn Fn(&str) -> bool| actual.iter().any(|a| test(a)) || (actual.is_empty() && test(""));
    match op {
        "text" => any(&|a| letters(a) == letters(&wanted)),
        "text_prefix" => any(&|a| letters(a).starts_with(&wanted)),
        "url" => any(&|a| percent_decoded(a) == percent_decoded(&wanted)),
        "id" => any(&|a| a.trim() == wanted.trim()),
        "lang" => any(&|a| a.to_lowercase().replace('_', "-") == wanted.to_lowercase().replace('_', "-")),
        "name" => any(&|a| letters(a).contains(&letters(&wanted))),
        "has" => any(&|a| letters(a) == letters(&wanted)),
        _ => any(&|a| a == wanted),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(op: &str, value: &str, actual: &[&str], met: bool) {
        let record = json!({"expect": [{"at": "entry", "i": 0, "field": "guid", "op": op, "value": value}]});
        let actual: Vec<String> = actual.iter().map(|text| (*text).to_owned()).collect();
        assert_eq!(Assertion::of(&record)[0].is_met_by(&actual), met, "{op} {value} {actual:?}");
    }

    #[test]
    fn values_are_compared_as_the_rules_say() {
        check("text", "<b>A  b</b>", &["other", "Ab"], true);
        check("text", "A", &["B"], false);
        check("text_prefix", "Ab", &["A bc"], true);
        check("url", "http://a.example/%C3%A9/", &["http://a.example/\u{e9}"], true);
        check("url", "http://a.example/x", &["http://a.example/y"], false);
        check("name", "Ada", &["Ada Quist"], true);
        check("lang", "en_US", &["en-us"], true);
        check("text", "", &[], true);
        check("id", "1", &[], false);
    }

    #[test]
    fn fields_that_do_not_count_are_left_out() {
        let record = json!({"expect": [{"at": "feed", "field": "rights", "op": "text", "value": "x"}]});
        assert!(Assertion::of(&record).is_empty());
    }
}
