//! JSON Feed 1 and 1.1 (jsonfeed.org).

use serde_json::Value;

use super::Attempt;
use crate::address::Base;
use crate::{Entry, FeedFacts, FeedFormat, Why, clean, date, lang, plain};

/// Reads JSON as a feed.
pub(super) fn read(text: &str, name: &str, url: Option<&str>) -> Attempt {
    let Ok(value) = serde_json::from_str::<Value>(text) else { return Attempt::No };
    let says_so = string(&value, "version").is_some_and(|v| v.contains("jsonfeed.org"));
    match value.get("items").and_then(Value::as_array) {
        Some(items) if says_so || value.get("title").is_some() || value.get("feed_url").is_some() => {
            Attempt::Feed(Box::new(facts(&value, items, url)))
        }
        _ if says_so => Attempt::Feed(Box::new(facts(&value, &[], url))),
        _ => Attempt::Other(Why::OtherJson { name: name.to_owned() }),
    }
}

fn facts(value: &Value, items: &[Value], url: Option<&str>) -> FeedFacts {
    let home = string(value, "home_page_url");
    let base =
        Base::of(url).or(&Base::of(home.as_deref())).or(&Base::of(string(value, "feed_url").as_deref()));
    let mut facts = FeedFacts::new(FeedFormat::JsonFeed);
    facts.title = string(value, "title").and_then(line);
    facts.description = string(value, "description").map(|d| plain::of_html(&d)).and_then(clean::non_empty);
    facts.link = home.and_then(|home| base.resolved(&home));
    facts.feed_id = string(value, "feed_url");
    facts.lang = string(value, "language").and_then(|l| lang::tag(&l));
    facts.authors = authors(value);
    facts.entries =
        items.iter().filter(|item| item.is_object()).map(|item| entry(item, &facts, &base)).collect();
    facts
}

fn entry(item: &Value, feed: &FeedFacts, base: &Base) -> Entry {
    let link = ["url", "external_url"].iter().find_map(|key| base.resolved(&string(item, key)?));
    let html = string(item, "content_html").map(|html| plain::of_html(&html));
    let text = string(item, "content_text").map(|text| plain::plain_lines(&text));
    let content = html.into_iter().chain(text).filter(|t| !t.is_empty()).max_by_key(String::len);
    let summary = string(item, "summary").map(|s| plain::of_html(&s)).and_then(clean::non_empty);
    let published = string(item, "date_published").and_then(|d| date::parse(&d));
    Entry {
        id: string(item, "id").or_else(|| link.clone()),
        title: string(item, "title").and_then(line),
        link,
        published,
        updated: string(item, "date_modified").and_then(|d| date::parse(&d)),
        authors: Some(authors(item)).filter(|own| !own.is_empty()).unwrap_or_else(|| feed.authors.clone()),
        categories: strings(item.get("tags")),
        has_content: content.is_some(),
        translations: Vec::new(),
        text: content.or_else(|| summary.clone()).unwrap_or_default(),
        summary,
        lang: string(item, "language").and_then(|l| lang::tag(&l)).or_else(|| feed.lang.clone()),
    }
}

fn line(text: String) -> Option<String> {
    clean::non_empty(clean::one_line(&plain::of_html(&text)))
}

/// Returns a text, or a number as its digits: ids are often numbers.
fn string(value: &Value, key: &str) -> Option<String> {
    match value.get(key)? {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn strings(value: Option<&Value>) -> Vec<String> {
    let list = value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(Value::as_str).map(clean::one_line).filter(|text| !text.is_empty()).collect()
}

fn authors(value: &Value) -> Vec<String> {
    let many = value.get("authors").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let one = value.get("author").into_iter().chain(value.get("authors").filter(|a| a.is_object()));
    let name = |author: &Value| match author {
        Value::String(name) => Some(name.clone()),
        other => string(other, "name").or_else(|| string(other, "url")),
    };
    let mut names: Vec<String> = Vec::new();
    for name in many.iter().chain(one).filter_map(name).map(|name| clean::one_line(&name)) {
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
