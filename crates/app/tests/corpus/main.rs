//! Real feeds and real polls, served from loopback. These tests run when the corpus lies beside the checkout, and say so
//! when it does not.

mod server;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chancery_app::api::types::{CollectOrder, SourceDraft};
use chancery_app::store::Order;
use chancery_app::{App, Clock};
use chancery_model::{Draft, Statement};
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

/// All polls of one feed in the order in which they were made: after each, what is new and what changed is what the
/// timeline says. The timeline alone counts edits of no-break spaces, which are white space here as any other: such an item
/// must hold the very words that are stored.
#[tokio::test(flavor = "multi_thread")]
async fn each_statement_of_a_polled_feed_is_filed_once_and_its_edits_are_kept() {
    let Some(folder) = corpus("official/poll-state") else { return };
    let polls = json(&folder.join("timeline.json"));
    let polls = polls.as_array().expect("a list");
    let (server, (app, now, _folder)) = (Server::start().await, app());
    let mut known: HashMap<String, u32> = HashMap::new();
    let (mut edits, mut spaces) = (0, 0);
    for (number, poll) in polls.iter().enumerate() {
        let file = poll["file"].as_str().expect("a name");
        let bytes = std::fs::read(folder.join(file)).expect("it can be read");
        let url = server.set("/feed.rss", bytes.clone(), true);
        *now.lock().expect("not poisoned") = poll["at"].as_str().expect("a time").parse().expect("a time");
        if number == 0 {
            follow(&app, &url).await;
        }
        let before = words_held(&app).await;
        let report =
            app.collect(&CollectOrder { source: None, force: true }).await.expect("collecting works");
        assert_eq!(report.faults, Vec::<String>::new());
        let held = revisions_held(&app).await;
        let new: BTreeSet<String> = held.keys().filter(|guid| !known.contains_key(*guid)).cloned().collect();
        let is_edit = |(guid, now): &(&String, &u32)| known.get(*guid).is_some_and(|before| before < *now);
        let changed: BTreeSet<String> = held.iter().filter(is_edit).map(|(guid, _)| guid.clone()).collect();
        let said = words_said(file, &bytes);
        let of_words = |guid: &String| said.get(guid) != before.get(guid);
        let expected = guids(&poll["changed"]);
        let in_words: BTreeSet<String> = expected.iter().filter(|guid| of_words(guid)).cloned().collect();
        assert_eq!((new, &changed), (guids(&poll["new"]), &in_words), "{file}");
        edits += changed.len();
        spaces += expected.len() - in_words.len();
        known = held;
    }
    println!("{} polls, {} statements, {edits} edits, {spaces} of spaces alone", polls.len(), known.len());
    assert!(edits > spaces, "{spaces} edits of spaces beside {edits} of words");
}

/// The newest revision of each statement by its guid.
async fn revisions_held(app: &App) -> HashMap<String, u32> {
    all_held(app).await.into_iter().map(|held| (guid_of(&held.draft), held.revision)).collect()
}

/// Title and text of each statement without white space, by its guid.
async fn words_held(app: &App) -> HashMap<String, String> {
    all_held(app).await.into_iter().map(|held| (guid_of(&held.draft), words_of(&held.draft))).collect()
}

/// The same of each entry of a feed.
fn words_said(file: &str, bytes: &[u8]) -> HashMap<String, String> {
    let drafts = chancery_extract::read_file(file, bytes, None).drafts;
    drafts.iter().map(|draft| (guid_of(draft), words_of(draft))).collect()
}

async fn all_held(app: &App) -> Vec<Statement> {
    let rows = app.find("", Order::Newest).await.expect("all are found");
    app.statements(rows).await.expect("rows are read")
}

fn guid_of(draft: &Draft) -> String {
    draft.guid.clone().expect("each has one")
}

fn words_of(draft: &Draft) -> String {
    format!("{}{}", draft.title, draft.text).split_whitespace().collect()
}

fn guids(list: &Value) -> BTreeSet<String> {
    let guids = list.as_array().expect("a list").iter();
    guids.map(|guid| guid.as_str().expect("a guid").to_owned()).collect()
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
