//! JSON-LD: what a page says of itself in the words of schema.org.

use serde_json::Value;

use super::prepared::Script;
use crate::{clean, plain};

/// How deep objects within objects are looked at.
const DEPTH: usize = 8;

/// What the page's JSON-LD says of the article.
#[derive(Debug, Default)]
pub(super) struct Linked {
    pub(super) headline: Option<String>,
    pub(super) published: Option<String>,
    pub(super) modified: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) publisher: Option<String>,
    /// The article's text, where the page gives it.
    pub(super) body: Option<String>,
}

impl Linked {
    /// Reads all blocks; articles go before other things.
    pub(super) fn of(scripts: &[Script<'_>]) -> Linked {
        let mut objects = Vec::new();
        for script in scripts.iter().filter(|script| script.is_linked()) {
            let json = script
                .text
                .trim()
                .trim_start_matches("<![CDATA[")
                .trim_end_matches("]]>")
                .trim_end_matches(';');
            if let Ok(value) = serde_json::from_str::<Value>(&without_line_ends(json)) {
                collect(value, DEPTH, &mut objects);
            }
        }
        objects.sort_by_key(rank);
        let mut linked = Linked::default();
        for object in objects.iter().filter(|object| rank(object) < 3) {
            linked.take(object, &objects);
        }
        linked
    }

    fn take(&mut self, object: &Value, all: &[Value]) {
        let fill = |slot: &mut Option<String>, key: &str| {
            if slot.is_none() {
                *slot = text(object.get(key));
            }
        };
        fill(&mut self.headline, "headline");
        fill(&mut self.published, "datePublished");
        fill(&mut self.modified, "dateModified");
        fill(&mut self.published, "dateCreated");
        if self.authors.is_empty() {
            self.authors = names(object.get("author").or_else(|| object.get("creator")), all);
        }
        let body = object.get("articleBody").and_then(Value::as_str).map(plain::of_html);
        self.body = self.body.take().or(body.filter(|body| !body.is_empty()));
        if self.publisher.is_none() {
            self.publisher = names(object.get("publisher"), all).into_iter().next();
        }
    }
}

/// Line ends within strings are common and not allowed by JSON.
fn without_line_ends(json: &str) -> String {
    json.replace(['\n', '\r', '\t'], " ")
}

fn collect(value: Value, depth: usize, objects: &mut Vec<Value>) {
    match value {
        Value::Array(items) => items.into_iter().for_each(|item| collect(item, depth, objects)),
        Value::Object(mut map) if depth > 0 => {
            for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"] {
                if let Some(inner) = map.remove(key) {
                    collect(inner, depth - 1, objects);
                }
            }
            objects.push(Value::Object(map));
        }
        _ => {}
    }
}

/// 0 for articles, 1 for kinds of articles that are rarer, 2 for pages, 3 for what says nothing of the document.
fn rank(object: &Value) -> u8 {
    let kind = match object.get("@type") {
        Some(Value::String(kind)) => kind.clone(),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" "),
        _ => return 3,
    };
    match kind.as_str() {
        kind if kind.contains("Article") || kind.contains("BlogPosting") || kind.contains("Report") => 0,
        kind if kind.contains("Posting") || kind.contains("CreativeWork") || kind.contains("Statement") => 1,
        kind if kind.contains("WebPage") || kind.contains("VideoObject") => 2,
        kind if kind.contains("Comment") || kind.contains("Image") || kind.contains("List") => 3,
        _ if object.get("datePublished").is_some() => 2,
        _ => 3,
    }
}

fn text(value: Option<&Value>) -> Option<String> {
    let text = value?.as_str()?;
    clean::non_empty(clean::one_line(&plain::of_html(text)))
}

/// Returns names; an object may refer to another of the page, which has the name.
fn names(value: Option<&Value>, all: &[Value]) -> Vec<String> {
    match value {
        Some(Value::Array(many)) => many.iter().flat_map(|one| names(Some(one), all)).collect(),
        Some(Value::Object(one)) => match one.get("name") {
            Some(Value::Array(many)) => many.iter().filter_map(|name| text(Some(name))).collect(),
            None => referred(one.get("@id"), all).into_iter().collect(),
            name => text(name).into_iter().collect(),
        },
        Some(Value::String(_)) => text(value).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Returns the name of the object with this identifier.
fn referred(id: Option<&Value>, all: &[Value]) -> Option<String> {
    let id = id?.as_str()?;
    let mut named = all.iter().filter(|object| object.get("@id").and_then(Value::as_str) == Some(id));
    named.find_map(|object| text(object.get("name")))
}
