//! Scores feeds by the assertions of the corpus that lies beside the checkout (its METHOD.md has the rules).
#![allow(clippy::unwrap_used)]

mod corpus;

use chancery_extract::{Entry, FeedFacts, read};
use chancery_model::{Fetched, When};
use chrono::DateTime;
use corpus::{Tally, norm};
use serde_json::Value;

/// What was met when this was last measured, less a little: a change that loses more fails.
const FLOOR: f64 = 0.985;
/// The same for the date strings.
const DATES: f64 = 0.92;

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

fn fetched(record: &Value, bytes: Vec<u8>) -> Fetched {
    let url = record["url"].as_str().unwrap_or("").to_owned();
    let stated = record["headers"].as_object().into_iter().flatten();
    let headers = stated.map(|(n, v)| (n.to_lowercase(), v.as_str().unwrap_or("").to_owned())).collect();
    Fetched {
        final_url: url.clone(),
        url,
        moved_permanently: false,
        status: 200,
        headers,
        bytes,
        at: DateTime::UNIX_EPOCH,
    }
}

fn utc(when: Option<When>) -> Option<String> {
    when.map(|when| when.utc().format("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// The values of a field, of which one must do.
fn values(feed: &FeedFacts, entry: Option<&Entry>, field: &str) -> Vec<String> {
    let dates = |a: Option<When>, b: Option<When>| utc(a.or(b)).into_iter().collect();
    if let Some(e) = entry {
        return match field {
            "title" => e.title.clone().into_iter().collect(),
            "link" => e.link.clone().into_iter().collect(),
            "id" => e.id.clone().into_iter().collect(),
            "summary" | "content" | "content_or_summary" | "description" => {
                e.summary.clone().into_iter().chain([e.text.clone()]).collect()
            }
            "author" => e.authors.clone(),
            "categories" => e.categories.clone(),
            "language" => e.lang.clone().into_iter().collect(),
            "published" => dates(e.published, e.updated),
            "updated" => dates(e.updated, e.published),
            _ => utc(e.published).into_iter().chain(utc(e.updated)).collect(),
        };
    }
    match field {
        "title" => feed.title.clone().into_iter().collect(),
        "link" => feed.link.clone().into_iter().collect(),
        "id" => feed.feed_id.clone().into_iter().collect(),
        "description" | "summary" => feed.description.clone().into_iter().collect(),
        "author" => feed.authors.clone(),
        "categories" => feed.categories.clone(),
        "language" => feed.lang.clone().into_iter().collect(),
        "published" => dates(feed.published, feed.updated),
        "updated" => dates(feed.updated, feed.published),
        "entries_count" => vec![feed.entries.len().to_string()],
        _ => utc(feed.published).into_iter().chain(utc(feed.updated)).collect(),
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
        "text" => any(&|a| norm(a) == norm(&wanted)),
        "text_prefix" => any(&|a| norm(a).starts_with(&wanted)),
        "url" => any(&|a| percent_decoded(a) == percent_decoded(&wanted)),
        "id" => any(&|a| a.trim() == wanted.trim()),
        "lang" => any(&|a| a.to_lowercase().replace('_', "-") == wanted.to_lowercase().replace('_', "-")),
        "name" => any(&|a| norm(a).contains(&norm(&wanted))),
        "has" => any(&|a| norm(a) == norm(&wanted)),
        _ => any(&|a| a == wanted),
    }
}

fn score(origin: &str, file: &str, record: &Value, bytes: Vec<u8>, tally: &mut Tally) -> bool {
    let reading = read(&fetched(record, bytes));
    let feed = reading.feed();
    let before = tally.missed.len();
    for assertion in record["expect"].as_array().unwrap() {
        let field = assertion["field"].as_str().unwrap().replace("guid", "id");
        if !CORE.contains(&field.as_str()) {
            continue;
        }
        let actual = feed.as_ref().ok().and_then(|feed| {
            let entry = (assertion["at"] == "entry").then(|| assertion["i"].as_u64().unwrap() as usize);
            let entry = entry.map(|i| feed.entries.get(i));
            (entry != Some(None)).then(|| values(feed, entry.flatten(), &field))
        });
        let op = assertion["op"].as_str().unwrap();
        let met = actual.as_ref().is_some_and(|actual| holds(op, &assertion["value"], actual));
        tally.count(met, || {
            let short = |text: String| text.chars().take(160).collect::<String>();
            let found = actual.map_or_else(|| format!("{feed:?}"), |a| format!("{a:?}"));
            let place = format!("{origin}/{file} {}[{}].{field} {op}", assertion["at"], assertion["i"]);
            format!("{place}\n   want {}\n   got  {}", short(assertion["value"].to_string()), short(found))
        });
    }
    match record["parse"].as_str() {
        Some("ok") if feed.is_err() => tally.missed.push(format!("{origin}/{file} must parse: {feed:?}")),
        Some("reject") if feed.is_ok() => tally.missed.push(format!("{origin}/{file} must be refused")),
        _ => {}
    }
    tally.missed.len() == before
}

#[test]
fn feeds_of_the_corpus_are_read_as_expected() {
    let Some(folder) = corpus::folder("feeds") else { return };
    let (mut all, mut whole) = (Tally::default(), Tally::default());
    for (origin, records) in corpus::origins(&folder) {
        let name = origin.file_name().unwrap().to_string_lossy().into_owned();
        let mut tally = Tally::default();
        for (file, record) in &records {
            let good = score(&name, file, record, corpus::bytes(&origin, file), &mut tally);
            whole.count(good, String::new);
        }
        println!("{name}: {}/{} = {:.3}", tally.met, tally.all, tally.share());
        all.met += tally.met;
        all.all += tally.all;
        all.missed.append(&mut tally.missed);
    }
    println!("all: {}/{} = {:.4}; files all good {:.4}", all.met, all.all, all.share(), whole.share());
    corpus::keep_misses("feeds.txt", &all);
    assert!(all.share() >= FLOOR, "{:.4} of the assertions are met, expected {FLOOR}", all.share());
}

/// Date strings with the second that they mean (`null`: none).
#[test]
fn dates_of_the_corpus_are_read_as_expected() {
    let Some(folder) = corpus::folder("feeds") else { return };
    let text = std::fs::read_to_string(folder.join("dates.json")).unwrap();
    let records: Vec<Value> = serde_json::from_str(&text).unwrap();
    let mut tally = Tally::default();
    for record in records.iter().filter(|r| !r["utc"].is_null()) {
        let input = record["input"].as_str().unwrap();
        let feed = format!("<rss><channel><item><pubDate>{input}</pubDate></item></channel></rss>");
        let reading = read(&fetched(&Value::Null, feed.into_bytes()));
        let found = utc(reading.feed().unwrap().entries[0].published);
        let met =
            if record["utc"] == "any" { found.is_some() } else { found.as_deref() == record["utc"].as_str() };
        tally.count(met, || format!("{input}: want {} got {found:?}", record["utc"]));
    }
    println!("dates: {}/{}", tally.met, tally.all);
    corpus::keep_misses("dates.txt", &tally);
    assert!(tally.share() >= DATES, "{}/{} dates are read", tally.met, tally.all);
}
