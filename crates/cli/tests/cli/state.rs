//! What the user made goes out and comes in; care of the archive.

use serde_json::Value;

use crate::program::{Program, REPORT};

#[test]
fn state_moves_to_another_archive() {
    let (program, other) = (Program::new(), Program::new());
    program.done(&["rule", "add", "Arms", "weapons"]);
    program.done(&["source", "add", "https://one.example/rss", "--name", "One", "--no-check"]);
    program.with_report();
    program.done(&["state", "export", "state.json"]);
    let document: Value =
        serde_json::from_slice(&std::fs::read(program.path("state.json")).unwrap()).unwrap();
    assert_eq!(document["version"], 1);
    let file = program.path("state.json").display().to_string();
    other.done(&["state", "import", &file]);
    assert_eq!(other.json(&["rule", "list", "--json"])[0]["query"], "weapons");
    let sources = other.json(&["source", "list", "--json"]);
    assert!(sources.as_array().unwrap().iter().any(|source| source["url"] == "https://one.example/rss"));
}

#[test]
fn foreign_and_newer_state_is_refused() {
    let program = Program::new();
    let newer = program.file("newer.json", "{\"version\": 99}");
    program.call(&["state", "import", &newer]).failed(1, &["version 99"]);
    let foreign = program.file("foreign.json", "[1]");
    program.call(&["state", "import", &foreign]).failed(1, &["not a state file"]);
}

#[test]
fn rules_go_out_and_come_in() {
    let (program, other) = (Program::new(), Program::new());
    program.done(&["rule", "add", "Arms", "weapons", "--shadow"]);
    program.done(&["rule", "export", "rules.json"]);
    let file = program.path("rules.json").display().to_string();
    other.done(&["rule", "import", &file]);
    let rule = other.json(&["rule", "list", "--json"])[0].clone();
    assert_eq!((&rule["query"], &rule["mode"]), (&"weapons".into(), &"shadow".into()));
    let faulty =
        other.file("faulty.json", r#"[{"name": "good", "query": "a"}, {"name": "bad", "query": "(a"}]"#);
    let called = other.call(&["rule", "import", &faulty]);
    called.failed(1, &["“bad”"]);
    assert_eq!(other.json(&["rule", "list", "--json"]).as_array().unwrap().len(), 2);
}

#[test]
fn a_backup_is_a_whole_archive() {
    let (program, other) = (Program::new(), Program::new());
    let id = program.with_report();
    std::fs::create_dir_all(other.data()).unwrap();
    let copy = other.data().join("chancery.sqlite").display().to_string();
    program.done(&["backup", &copy]);
    assert_eq!(other.json(&["show", &id, "--json"])["statement_id"], id.as_str());
    assert_ne!(program.call(&["backup", &copy]).code, 0, "a file that is there is not overwritten");
    let named = program.done(&["backup"]);
    assert!(std::path::Path::new(named.trim()).is_file(), "{named}");
}

#[test]
fn tags_of_the_same_data_stay_as_they_are() {
    let program = Program::new();
    program.call_with(&["import", "-"], REPORT);
    assert_eq!(program.json(&["retag", "--json"])["changed"], 0);
}

#[test]
fn the_doctor_finds_a_fresh_archive_well() {
    let program = Program::new();
    let findings = program.json(&["doctor", "--json"]);
    assert!(findings.as_array().unwrap().iter().all(|finding| finding["ok"] == true), "{findings}");
}
