//! One statement, from HTTP bytes to a stamped alert and a CSV row, through the calls that the window makes.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use chancery_app::notify::TerminalNotifier;
use chancery_app::{Answer, App, AppError, Clock, Host};
use chancery_tests::{Entry, Source};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

const RULE: &str = "Arms for the DPRK";
const TITLE: &str = "Statement on arms transfers from the DPRK";

#[tokio::test]
async fn a_statement_lives_from_bytes_to_alert_and_row() {
    let folder = tempfile::tempdir().unwrap();
    let source = Source::start(vec![entry("Council reviews fisheries policy", "Ministers met today.")]);
    let desk = Desk::open(folder.path());
    desk.call(
        "save_rule",
        json!({"id": null, "name": RULE, "query": "country:KP AND \"arms transfers\"",
        "mode": "on", "muted_until": null}),
    )
    .await;
    desk.call("add_source", json!({"url": source.address(), "name": "Press office", "no_check": true})).await;
    desk.collect().await;
    assert_eq!(desk.tell().await, "", "the first fetch held nothing that the rule matches");

    source.publish(entry(
        TITLE,
        "The European Union condemns the arms transfers from the DPRK to Russia, in breach of \
        Security Council resolution 1718 (2006).",
    ));
    desk.pass(TimeDelta::minutes(30));
    let report = desk.collect().await;
    assert_eq!((&report["new"], &report["alerts"]), (&json!(1), &json!(1)), "{report}");

    let waiting = desk.only_alert().await;
    assert_eq!(waiting["notified_at"], Value::Null, "it is filed before it is shown");
    let shown = desk.tell().await;
    assert!(shown.starts_with(&format!("{RULE}: ")) && shown.contains(TITLE), "{shown}");
    let stamped = desk.only_alert().await;
    assert_ne!(stamped["notified_at"], Value::Null);
    assert_eq!(desk.tell().await, "", "what was shown is not shown again");

    let again = desk.collect().await;
    assert_eq!((&again["new"], &again["revised"]), (&json!(0), &json!(0)), "the same bytes file nothing");
    check_row(&desk.export(&folder.path().join("all.csv")).await);
}

/// The row of the statement holds what was tagged and which rule matched.
fn check_row(file: &Path) {
    let mut reader = csv::Reader::from_path(file).unwrap();
    let header = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2);
    let cell = |row: &csv::StringRecord, name: &str| {
        row.get(header.iter().position(|column| column == name).unwrap()).unwrap_or_default().to_owned()
    };
    let row = rows.iter().find(|row| cell(row, "title") == TITLE).expect("the statement has a row");
    let countries = cell(row, "countries");
    assert!(
        ["KP", "RU", "EU"].iter().all(|code| countries.split(';').any(|found| found == *code)),
        "{countries}"
    );
    assert_eq!(cell(row, "resolutions"), "1718");
    assert_eq!(cell(row, "matched_rules"), RULE);
    assert_eq!(cell(row, "source_name"), "Press office");
    assert_eq!(cell(row, "published_at"), "2026-11-20T09:00:00Z");
}

fn entry(title: &str, text: &str) -> Entry {
    Entry::new(title, text, "2026-11-20T09:00:00Z")
}

/// The application with a clock that the test sets.
struct Desk {
    app: App,
    minutes: Arc<AtomicI64>,
}

impl Desk {
    fn open(folder: &Path) -> Self {
        let minutes = Arc::new(AtomicI64::new(0));
        let passed = minutes.clone();
        let start: DateTime<Utc> = "2026-11-21T08:00:00Z".parse().unwrap();
        let clock = Clock::new(move || start + TimeDelta::minutes(passed.load(Ordering::Relaxed)));
        Self { app: App::open(&folder.join("data"), clock).unwrap(), minutes }
    }

    fn pass(&self, time: TimeDelta) {
        self.minutes.fetch_add(time.num_minutes(), Ordering::Relaxed);
    }

    async fn call(&self, name: &str, payload: Value) -> Value {
        match self.app.call(name, payload, &Nobody).await {
            Ok(answer) => answer,
            Err(fault) => panic!("{name}: {}", fault.message),
        }
    }

    async fn collect(&self) -> Value {
        let report = self.call("collect", json!({"source": null, "force": true})).await;
        assert_eq!(report["faults"], json!([]), "{report}");
        report
    }

    /// Tells what waits, and gives what was written.
    async fn tell(&self) -> String {
        let page = Page::default();
        self.app.tell_once(Arc::new(TerminalNotifier::to(page.clone()))).await.unwrap();
        let bytes = page.0.lock().unwrap().clone();
        String::from_utf8(bytes).unwrap()
    }

    async fn only_alert(&self) -> Value {
        let alerts = self.call("alerts", json!({"unseen_only": false, "rule": null, "limit": 10})).await;
        assert_eq!(alerts.as_array().unwrap().len(), 1, "{alerts}");
        alerts[0]["alert"].clone()
    }

    async fn export(&self, file: &Path) -> PathBuf {
        let order = json!({"query": "", "preset": "data", "delimiter": null, "columns": null, "text": false,
            "path": file});
        let report = self.call("export", order).await;
        assert_eq!(report["rows"], json!(2), "{report}");
        file.to_owned()
    }
}

/// What the terminal was told.
#[derive(Clone, Default)]
struct Page(Arc<Mutex<Vec<u8>>>);

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A host that has nobody to ask.
struct Nobody;

impl Host for Nobody {
    fn save_file<'a>(&'a self, _suggested: &'a str) -> Answer<'a, Option<PathBuf>> {
        Box::pin(async { Ok(None) })
    }

    fn open_files(&self) -> Answer<'_, Vec<PathBuf>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn open_address<'a>(&'a self, url: &'a str) -> Answer<'a, ()> {
        Box::pin(async move { Err(AppError::Refused(format!("There is nobody to open {url}."))) })
    }
}
