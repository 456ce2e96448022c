//! Sources on loopback: followed, collected, failing.

use serde_json::Value;

use crate::loopback::{Site, feed};
use crate::program::Program;

#[test]
fn a_feed_is_followed_and_collected_once() {
    let program = Program::new();
    let long = "The ministry of Nordland states at length what it thinks of the matter. ".repeat(12);
    let site = Site::new(200, &feed(&[("First statement", &long), ("Second statement", &long)]));
    let checked = program.json(&["source", "check", &site.url(), "--json"]);
    assert_eq!((&checked["kind"], &checked["entries"]), (&"feed".into(), &2.into()));
    let source = program.json(&["source", "add", &site.url(), "--json"]);
    assert_eq!(source["name"], "Ministry of Nordland");
    assert_eq!(source["state"], "new");

    let report = program.json(&["collect", "--json"]);
    assert_eq!((&report["new"], &report["sources"]), (&2.into(), &1.into()), "{report}");
    let again = program.json(&["collect", "--force", "--json"]);
    assert_eq!(again["new"], 0, "{again}");

    let listed = program.json(&["source", "list", "--json"]);
    let fields: Vec<&String> = listed[0].as_object().unwrap().keys().collect();
    assert_eq!(
        fields,
        [
            "id",
            "name",
            "url",
            "kind",
            "state",
            "reason",
            "trouble",
            "failing_since",
            "offer",
            "last_success",
            "last_new",
            "next_try",
            "statements"
        ]
    );
    assert_eq!((&listed[0]["state"], &listed[0]["statements"]), (&"working".into(), &2.into()));
}

#[test]
fn a_source_that_fails_says_so_and_is_no_reason_to_forget() {
    let program = Program::new();
    let site = Site::new(200, &feed(&[("A title", "Some text of a statement that is short.")]));
    program.done(&["source", "add", &site.url(), "--name", "Nordland"]);
    program.done(&["collect"]);
    site.now_answers(404, "gone away");
    let called = program.call(&["collect", "--source", "Nordland", "--force"]);
    called.failed(1, &["Nordland"]);
    let listed = program.json(&["source", "list", "--json"]);
    assert_eq!(listed[0]["state"], "failing");
    assert!(listed[0]["reason"].as_str().unwrap().contains("404"), "{listed}");
    assert_eq!(program.json(&["search", "", "--json"]).as_array().unwrap().len(), 1);
}

#[test]
fn what_is_no_feed_and_no_page_is_refused_in_a_sentence() {
    let program = Program::new();
    let site = Site::new(200, "{\"neither\": 1}");
    program.call(&["source", "add", &site.url()]).failed(1, &[&site.url()]);
    program.call(&["source", "add", "not an address"]).failed(2, &["not an address"]);
    program.done(&["source", "add", &site.url(), "--no-check"]);
    program.call(&["source", "add", &site.url(), "--no-check"]).failed(2, &["followed already"]);
}

#[test]
fn sources_go_out_and_come_in() {
    let (program, other) = (Program::new(), Program::new());
    program.done(&["source", "add", "https://one.example/rss?a=1&b=2", "--name", "One & only", "--no-check"]);
    program.done(&["source", "add", "https://two.example/rss", "--name", "Two", "--no-check"]);
    for file in ["list.opml", "list.csv"] {
        program.done(&["source", "export", file]);
        let path = program.path(file).display().to_string();
        let out = other.done(&["source", "import", &path]);
        assert!(out.contains(if file == "list.opml" { "2 of 2" } else { "0 of 2" }), "{out}");
    }
    let names = |program: &Program| -> Vec<Value> {
        let mut pairs: Vec<_> = program.json(&["source", "list", "--json"]).as_array().unwrap().clone();
        pairs.sort_by_key(|source| source["url"].to_string());
        pairs.into_iter().map(|source| source["name"].clone()).collect()
    };
    assert_eq!(names(&other), names(&program));
}

#[test]
fn a_source_is_paused_resumed_and_removed() {
    let program = Program::new();
    program.done(&["source", "add", "https://one.example/rss", "--name", "One", "--no-check"]);
    let state = || program.json(&["source", "list", "--json"])[0]["state"].clone();
    program.done(&["source", "pause", "One"]);
    assert_eq!(state(), "paused");
    program.done(&["source", "resume", "https://one.example/rss"]);
    assert_eq!(state(), "new");
    program.done(&["source", "remove", "one"]);
    assert_eq!(program.json(&["source", "list", "--json"]), Value::Array(vec![]));
    program.call(&["source", "remove", "one"]).failed(2, &["“one”", "source list"]);
}

#[cfg(unix)]
#[test]
fn a_watching_collector_collects_and_ends_when_it_is_asked_to() {
    use std::process::{Command, Stdio};
    use std::time::{Duration, Instant};
    let program = Program::new();
    let site = Site::new(200, &feed(&[("A title", "Some text of a statement that is short.")]));
    program.done(&["source", "add", &site.url(), "--name", "Nordland"]);
    let mut watching = program.command(&["collect", "--watch"]).stdout(Stdio::null()).spawn().unwrap();
    let begun = Instant::now();
    while program.json(&["source", "list", "--json"])[0]["statements"] != 1 {
        assert!(begun.elapsed() < Duration::from_secs(60), "nothing was collected");
        std::thread::sleep(Duration::from_millis(100));
    }
    Command::new("kill").args(["-TERM", &watching.id().to_string()]).status().unwrap();
    assert_eq!(watching.wait().unwrap().code(), Some(0));
}
