//! The values of a feed's fields, as the rules of the corpus compare them.

use chancery_extract::{Entry, FeedFacts};
use chancery_model::When;

/// Returns a time as a second in UTC.
pub(crate) fn utc(when: Option<When>) -> Option<String> {
    when.map(|when| when.utc().format("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// Returns the values of a field, of which one must do.
pub(crate) fn feed_values(feed: &FeedFacts, entry: Option<&Entry>, field: &str) -> Vec<String> {
    match entry {
        Some(entry) => of_entry(entry, field),
        None => of_feed(feed, field),
    }
}

fn dates(first: Option<When>, other: Option<When>) -> Vec<String> {
    utc(first.or(other)).into_iter().collect()
}

fn of_entry(e: &Entry, field: &str) -> Vec<String> {
    match field {
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
    }
}

fn of_feed(feed: &FeedFacts, field: &str) -> Vec<String> {
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
