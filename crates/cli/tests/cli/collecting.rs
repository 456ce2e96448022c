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
fn an_entry_whose_page_fails_says_that_its_text_is_a_summary() {
    let program = Program::new();
    // Nothing listens on this port.
    let entry = "<item><guid>1</guid><title>On the ceasefire</title><link>http://127.0.0.1:1/statement</link>\
        <description>A short summary.</description></item>";
    let site =
        Site::new(200, &format!("<rss version=\"2.0\"><channel><title>N</title>{entry}</channel></rss>"));
    program.done(&["source", "add", &site.url(), "--name", "Nordland", "--no-check"]);
    program.done(&["collect"]);
    let shown = program.done(&["show", "http://127.0.0.1:1/statement"]);
    assert!(shown.contains("could not be reached; the text is the summary of the feed"), "{shown}");
    let json = program.json(&["show", "http://127.0.0.1:1/statement", "--json"]);
    assert_eq!(
        (&json["summary_only"], &json["page"]["trouble"]),
        (&true.into(), &"unreachable".into()),
        "{json}"
    );
}

#[test]
fn a_query_that_names_no_source_says_so_and_is_answered() {
    let program = Program::new();
    let called = program.call(&["search", "source:nosuch", "--json"]);
    assert_eq!((called.code, called.out.trim()), (0, "[]"));
    assert!(called.err.contains("No source is called “nosuch”"), "{}", called.err);
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

#[test]
fn how_a_source_is_asked_is_shown_and_changed() {
    let program = Program::new();
    program.done(&["source", "add", "https://one.example/rss", "--name", "One", "--no-check"]);
    let asked =
        ["source", "ask", "One", "--user-agent", "Mozilla/5.0 (test)", "--header", "Cookie: consent=yes"];
    assert!(program.done(&asked).contains("in its own way"));
    let shown = program.json(&["source", "show", "one", "--json"]);
    assert_eq!(shown["manners"]["user_agent"], "Mozilla/5.0 (test)");
    assert_eq!(shown["manners"]["headers"], serde_json::json!([["Cookie", "consent=yes"]]));
    assert!(program.done(&["source", "show", "One"]).contains("Asked as: Mozilla/5.0 (test)"));
    assert!(program.done(&["source", "ask", "One"]).contains("in the usual way"));
    assert_eq!(
        program.json(&["source", "show", "One", "--json"])["manners"]["headers"],
        Value::Array(vec![])
    );
    assert_eq!(program.call(&["source", "ask", "One", "--header", "no colon"]).code, 2);
    program.call(&["source", "show", "two"]).failed(2, &["“two”", "source list"]);
}

#[test]
fn a_source_moves_to_another_address_with_its_statements() {
    let program = Program::new();
    let entries = [("A title", "Some text of a statement that is short.")];
    let (old, new) = (Site::new(200, &feed(&entries)), Site::new(200, &feed(&entries)));
    program.done(&["source", "add", &old.url(), "--name", "Nordland"]);
    program.done(&["collect"]);
    program.call(&["source", "move", "Nordland"]).failed(2, &["No other feed", "Nordland"]);
    assert!(program.done(&["source", "move", "Nordland", &new.url()]).contains(&new.url()));
    let shown = program.json(&["source", "show", "Nordland", "--json"]);
    assert_eq!((&shown["url"], &shown["statements"]), (&new.url().into(), &1.into()));
    let report = program.json(&["collect", "--json"]);
    assert_eq!((&report["new"], &report["known"]), (&0.into(), &1.into()), "{report}");
}

#[test]
fn a_folder_is_watched_and_a_bad_file_is_one_line() {
    let program = Program::new();
    std::fs::create_dir(program.path("Press")).unwrap();
    program.file("Press/a.txt", "Statement on Mali\n\nThe ministry condemns the attack.");
    let checked = program.json(&["source", "check", "Press", "--json"]);
    assert_eq!((&checked["kind"], &checked["entries"]), (&"folder".into(), &1.into()));
    program.done(&["source", "add", "Press"]);
    assert_eq!(program.json(&["collect", "--json"])["new"], 1);
    program.file("Press/b.docx", "no document");
    program.file("Press/a.txt", "Statement on Mali\n\nThe ministry strongly condemns the attack.");
    let called = program.call(&["collect", "--force", "--json"]);
    called.failed(1, &["Press: ", "b.docx"]);
    let report: Value = serde_json::from_str(&called.out).unwrap();
    assert_eq!((&report["new"], &report["revised"]), (&0.into(), &1.into()), "{report}");
    assert_eq!(program.json(&["source", "list", "--json"])[0]["kind"], "folder");
    program
        .call(&["source", "move", "Press", "https://one.example/rss"])
        .failed(2, &["one.example", "folder"]);
    program.call(&["source", "add", "./absent"]).failed(2, &["./absent", "import"]);
    std::fs::rename(program.path("Press"), program.path("Moved")).unwrap();
    program.done(&["source", "move", "Press", "Moved"]);
    let moved: Value = serde_json::from_str(&program.call(&["collect", "--force", "--json"]).out).unwrap();
    assert_eq!((&moved["new"], &moved["revised"]), (&0.into(), &0.into()), "{moved}");
    std::fs::rename(program.path("Moved"), program.path("Press")).unwrap();
    program.done(&["source", "move", "Press", "Press"]);
    program.done(&["source", "export", "list.csv"]);
    let (list, state) = (program.path("list.csv"), program.path("state.json").display().to_string());
    assert!(!std::fs::read_to_string(list).unwrap().contains("Press"), "another program has no such folder");
    program.done(&["state", "export", &state]);
    let other = Program::new();
    other.done(&["state", "import", &state]);
    std::fs::remove_file(program.path("Press/b.docx")).unwrap();
    assert_eq!(other.json(&["collect", "--json"])["new"], 1);
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
