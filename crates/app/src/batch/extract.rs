use chancery_extract::{Entry, FeedFacts, Found, PageFacts, Reading, Why, read, read_file};
use chancery_model::{Fetched, When};
use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};

use super::line::{BadLine, Line, answer};

/// Answers a line of `extract --jsonl`: in `{id, url?, headers?, path or html}`, out a page or a feed with its entries.
/// A `path` is read from the working folder on.
pub fn extract_line(input: &str) -> String {
    answer(input, |line| reading_json(&reading(line)?).map_err(BadLine::from))
}

fn reading(line: &Line) -> Result<Reading, BadLine> {
    let url = line.optional("url")?;
    let path = line.optional("path")?;
    let bytes = match (line.optional("html")?, path) {
        // A JSON text is Unicode whatever the markup says of its encoding, and a mark at its start settles that.
        (Some(html), _) => format!("\u{feff}{}", html.trim_start_matches('\u{feff}')).into_bytes(),
        (None, Some(path)) => {
            std::fs::read(path).map_err(|why| BadLine::File { path: path.to_owned(), why })?
        }
        (None, None) => return Err(BadLine::Missing("path” or “html")),
    };
    let headers = headers(line)?;
    let name = url.or(path).unwrap_or("The document");
    let (marked, typed) = (has_markup(&bytes), headers.iter().any(is_html_type));
    let reading = match headers.is_empty() {
        true => read_file(name, &bytes, url),
        false => read(&fetched(name, headers, bytes)),
    };
    Ok(if marked || typed { reading } else { without_plain_text(reading, path.unwrap_or(name)) })
}

/// A text without a single tag is neither a page nor a feed, unless its name says that it is HTML.
fn without_plain_text(reading: Reading, file: &str) -> Reading {
    let file = file.to_ascii_lowercase();
    let named = [".html", ".htm", ".xhtml"].iter().any(|ending| file.ends_with(ending));
    match reading.found {
        Found::Page(_) if !named => {
            let why = Why::PlainText { name: reading.name.clone() };
            Reading { found: Found::Nothing(why), ..reading }
        }
        _ => reading,
    }
}

/// Whether something like a tag stands there, in an encoding of one byte or of two.
fn has_markup(bytes: &[u8]) -> bool {
    let opens =
        |pair: &[u8]| pair[0] == b'<' && (pair[1].is_ascii_alphabetic() || b"!/?\0".contains(&pair[1]));
    bytes.windows(2).any(opens)
}

fn is_html_type((name, value): &(String, String)) -> bool {
    name == "content-type" && value.to_ascii_lowercase().contains("html")
}

/// Headers as an object (a value may be a list), names in small letters.
fn headers(line: &Line) -> Result<Vec<(String, String)>, BadLine> {
    let Some(value) = line.get("headers") else { return Ok(Vec::new()) };
    let mut headers = Vec::new();
    for (name, value) in value.as_object().ok_or(BadLine::NotHeaders)? {
        let values = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        for value in values {
            let text = value.as_str().ok_or(BadLine::NotHeaders)?;
            headers.push((name.to_ascii_lowercase(), text.to_owned()));
        }
    }
    Ok(headers)
}

fn fetched(url: &str, headers: Vec<(String, String)>, bytes: Vec<u8>) -> Fetched {
    Fetched {
        url: url.to_owned(),
        final_url: url.to_owned(),
        redirects: Vec::new(),
        moved_permanently: false,
        status: 200,
        headers,
        bytes,
        at: DateTime::<Utc>::UNIX_EPOCH,
    }
}

/// Reads a file as `extract` prints it; its `id` is its name.
///
/// # Errors
/// The file is neither a feed nor a page.
pub fn extract_file(name: &str, bytes: &[u8], url: Option<&str>) -> Result<Value, Why> {
    let mut object = Map::from_iter([("id".to_owned(), json!(name))]);
    let reading = read_file(name, bytes, url);
    let reading = if has_markup(bytes) { reading } else { without_plain_text(reading, name) };
    object.extend(reading_json(&reading)?);
    Ok(Value::Object(object))
}

fn reading_json(reading: &Reading) -> Result<Map<String, Value>, Why> {
    let value = match &reading.found {
        Found::Feed(feed) => feed_json(feed),
        Found::Page(page) => page_json(page),
        Found::Nothing(why) => return Err(why.clone()),
    };
    Ok(value.as_object().cloned().unwrap_or_default())
}

fn page_json(page: &PageFacts) -> Value {
    json!({
        "kind": "page",
        "title": page.title,
        "text": page.text,
        "published": page.published.map(|published| published.when.stated_form()),
        "authors": page.authors,
        "site": page.site,
        "lang": page.lang,
    })
}

fn feed_json(feed: &FeedFacts) -> Value {
    json!({
        "kind": "feed",
        "feed_id": feed.feed_id,
        "title": feed.title,
        "description": feed.description,
        "link": feed.link,
        "lang": feed.lang,
        "published": stated(&feed.published),
        "updated": stated(&feed.updated),
        "authors": feed.authors,
        "categories": feed.categories,
        "entries": feed.entries.iter().map(entry_json).collect::<Value>(),
    })
}

fn entry_json(entry: &Entry) -> Value {
    json!({
        "id": entry.id,
        "title": entry.title,
        "link": entry.link,
        "published": stated(&entry.published),
        "updated": stated(&entry.updated),
        "authors": entry.authors,
        "categories": entry.categories,
        "summary": entry.summary,
        "text": entry.text,
        "lang": entry.lang,
    })
}

fn stated(when: &Option<When>) -> Option<String> {
    when.as_ref().map(When::stated_form)
}
