//! Feeds with what other readers and their authors expect of them, and date strings with the second that they mean.

use chancery_extract::{FeedFacts, Reading, read};
use chancery_model::Fetched;
use serde_json::Value;

use super::Set;
use crate::captures::Capture;
use crate::judgement::Judgement;
use crate::places::{Judged, Missing, Places};
use crate::readers::{Assertion, feed_values, utc};

pub(super) const SETS: &[Set] =
    &[Set { name: "feeds", judge: feeds }, Set { name: "feed_dates", judge: dates }];

/// The language of a capture: undetermined, for these records do not say it.
const LANG: &str = "und";

fn feeds(places: &Places) -> Judged {
    places.judge_captures("feeds", judged)
}

fn judged(capture: &Capture<'_>) -> Vec<Judgement> {
    let reading = read(&fetched(capture.record, capture.bytes.clone()));
    let labels = [assertions(capture, &reading), entries(capture, &reading), parses(capture, &reading)];
    let of_capture = |judgement| Judgement { lang: LANG.to_owned(), id: capture.id.clone(), ..judgement };
    labels.into_iter().flatten().map(of_capture).collect()
}

/// Each expectation counts once; a file without any that counts says nothing.
fn assertions(capture: &Capture<'_>, reading: &Reading) -> Option<Judgement> {
    let all = Assertion::of(capture.record);
    let feed = reading.feed();
    let missed: Vec<String> = all.iter().filter_map(|assertion| unmet(assertion, feed.as_ref())).collect();
    (!all.is_empty())
        .then(|| Judgement::of_counts("assertions", all.len() - missed.len(), Vec::new(), missed))
}

fn unmet(assertion: &Assertion<'_>, feed: Result<&&FeedFacts, &chancery_extract::Why>) -> Option<String> {
    let feed = match feed {
        Ok(feed) => *feed,
        Err(why) => return Some(assertion.missed(&why.to_string())),
    };
    let entry = assertion.entry.map(|n| feed.entries.get(n));
    if entry == Some(None) {
        return Some(assertion.missed("no such entry"));
    }
    let actual = feed_values(feed, entry.flatten(), assertion.field);
    (!assertion.is_met_by(&actual)).then(|| assertion.missed(&format!("{actual:?}")))
}

/// A feed of which an entry is expected gives at least one.
fn entries(capture: &Capture<'_>, reading: &Reading) -> Option<Judgement> {
    let wanted = Assertion::of(capture.record).iter().any(|assertion| assertion.entry.is_some());
    let given = reading.feed().is_ok_and(|feed| !feed.entries.is_empty());
    let missed = if given { Vec::new() } else { vec!["it gives nothing".to_owned()] };
    wanted.then(|| Judgement::of_counts("entries", usize::from(given), Vec::new(), missed))
}

/// What must be read is read, and what must be refused is refused.
fn parses(capture: &Capture<'_>, reading: &Reading) -> Option<Judgement> {
    let feed = reading.feed();
    match capture.record["parse"].as_str()? {
        "ok" => {
            let missed: Vec<String> = feed.err().map(|why| why.to_string()).into_iter().collect();
            Some(Judgement::of_counts("must_parse", 1 - missed.len(), Vec::new(), missed))
        }
        "reject" => {
            let wrong: Vec<String> = feed.ok().map(|feed| feed.format.to_string()).into_iter().collect();
            Some(Judgement::of_counts("must_reject", 1 - wrong.len(), wrong, Vec::new()))
        }
        _ => None,
    }
}

/// The answer of a server as a record describes it.
fn fetched(record: &Value, bytes: Vec<u8>) -> Fetched {
    let url = record["url"].as_str().unwrap_or("").to_owned();
    let stated = record["headers"].as_object().into_iter().flatten();
    let headers = stated.map(|(n, v)| (n.to_lowercase(), v.as_str().unwrap_or("").to_owned())).collect();
    let at = chrono::DateTime::UNIX_EPOCH;
    Fetched {
        final_url: url.clone(),
        url,
        redirects: Vec::new(),
        moved_permanently: false,
        status: 200,
        headers,
        bytes,
        at,
    }
}

fn dates(places: &Places) -> Judged {
    let path = places.shared_path("feeds/dates.json");
    let Ok(text) = std::fs::read_to_string(&path) else { return Ok(Err(Missing(path))) };
    let records: Vec<Value> = serde_json::from_str(&text)?;
    Ok(Ok(records.iter().filter_map(date).collect()))
}

/// A string that one reader's single format refuses (`null`) may be taken by another: it says nothing.
fn date(record: &Value) -> Option<Judgement> {
    let (input, wanted) = (record["input"].as_str()?, record["utc"].as_str()?);
    let feed = format!("<rss><channel><item><pubDate>{input}</pubDate></item></channel></rss>");
    let reading = read(&fetched(&Value::Null, feed.into_bytes()));
    let found = reading.feed().ok()?.entries.first().and_then(|entry| utc(entry.published));
    let met = if wanted == "any" { found.is_some() } else { found.as_deref() == Some(wanted) };
    let wrong = found.filter(|_| !met).into_iter().collect();
    let missed = if met { Vec::new() } else { vec![wanted.to_owned()] };
    let judgement = Judgement::of_counts("dates", usize::from(met), wrong, missed);
    Some(Judgement { lang: LANG.to_owned(), id: input.to_owned(), ..judgement })
}
