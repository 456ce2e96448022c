//! Real feeds and real polls, served from loopback. These tests run when the corpus lies beside the checkout, and say so
//! when it does not.

mod server;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chancery_app::api::types::{CollectOrder, SourceDraft};
use chancery_app::store::Order;
use chancery_app::{App, Clock};
use chrono::{DateTime, Utc};
use serde_json::Value;
use server::{Loopback, Server};

/// The folder of the corpus, when it is there.
fn corpus(name: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus").join(name);
    if !folder.is_dir() {
        println!("skipped: no corpus at {}", folder.display());
        return None;
    }
    Some(folder)
}

fn json(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).expect("the corpus can be read");
    serde_json::from_str(&text).expect("the corpus is JSON")
}

/// An application with a clock that the test sets.
fn app() -> (App, Arc<Mutex<DateTime<Utc>>>, tempfile::TempDir) {
    let now = Arc::new(Mutex::new("2021-06-25T00:00:00Z".parse().expect("a valid time")));
    let clock = now.clone();
    let folder = tempfile::tempdir().expect("a folder can be made");
    let clock = Clock::new(move || *clock.lock().expect("not poisoned"));
    let fetcher = Loopback(chancery_fetch::HttpFetcher::new().expect("a client can be made"));
    let app = App::open_with(folder.path(), clock, Arc::new(fetcher));
    (app.expect("an empty archive opens"), now, folder)
}

async fn follow(app: &App, url: &str) {
    let draft = SourceDraft { url: url.to_owned(), name: None, no_check: true };
    app.add_source(&draft, None).await.expect("it is followed as it stands");
}

/// 120 polls of one feed in the order in which they were made.
#[tokio::test(flavor = "multi_thread")]
async fn each_statement_of_a_polled_feed_is_filed_once_and_its_edits_are_kept() {
    let Some(folder) = corpus("official/poll-state") else { return };
    let polls = json(&folder.join("timeline.json"));
    let (server, (app, now, _folder)) = (Server::start().await, app());
    let (mut new, mut revised, mut edits) = (0, 0, 0);
    let mut guids = HashSet::new();
    for (number, poll) in polls.as_array().expect("a list").iter().enumerate() {
        let bytes =
            std::fs::read(folder.join(poll["file"].as_str().expect("a name"))).expect("it can be read");
        let url = server.set("/feed.rss", bytes, true);
        *now.lock().expect("not poisoned") = poll["at"].as_str().expect("a time").parse().expect("a time");
        if number == 0 {
            follow(&app, &url).await;
        }
        guids.extend(poll["new"].as_array().expect("a list").iter().map(Value::to_string));
        edits += poll["changed"].as_array().expect("a list").len() as u32;
        let report =
            app.collect(&CollectOrder { source: None, force: true }).await.expect("collecting works");
        assert_eq!(report.faults, Vec::<String>::new());
        (new, revised) = (new + report.new, revised + report.revised);
    }
    let filed = app.find("", Order::Newest).await.expect("all are found").len();
    println!("{} guids, {filed} statements, {edits} edits, {revised} revisions", guids.len());
    assert_eq!((new as usize, filed), (guids.len(), guids.len()));
    assert!(revised >= edits, "an edit of the text or title is a revision");
}

/// Real captures of feeds that must be read, each as a source of its own.
#[tokio::test(flavor = "multi_thread")]
async fn real_feeds_are_collected_and_a_second_round_files_nothing() {
    let Some(folder) = corpus("feeds/netnewswire") else { return };
    let (server, (app, now, _folder)) = (Server::start().await, app());
    let mut followed = 0;
    for (name, record) in json(&folder.join("expected.json")).as_object().expect("a table") {
        if record["parse"] != "ok" {
            continue;
        }
        let gzip = !folder.join(name).exists();
        let file = if gzip { format!("{name}.gz") } else { name.clone() };
        let bytes = std::fs::read(folder.join(file)).expect("the corpus can be read");
        follow(&app, &server.set(&format!("/{followed}"), bytes, gzip)).await;
        followed += 1;
    }
    *now.lock().expect("not poisoned") += chrono::TimeDelta::minutes(1);
    let first = app.collect(&CollectOrder { source: None, force: true }).await.expect("collecting works");
    println!("{followed} feeds, {} statements, faults: {:?}", first.new, first.faults);
    assert_eq!(first.faults, Vec::<String>::new());
    assert_eq!(first.sources, followed);
    assert!(first.new > followed * 5);
    let again = app.collect(&CollectOrder { source: None, force: true }).await.expect("collecting works");
    assert_eq!((again.new, again.revised), (0, 0));
}
