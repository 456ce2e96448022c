//! What the user made goes out and comes in; care of the archive.

use serde_json::{Value, json};

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
fn sources_go_out_and_come_in_by_opml_and_csv() {
    let program = Program::new();
    program.done(&[
        "source",
        "add",
        "https://one.example/rss?a=1&b=2",
        "--name",
        "One <1> & \"more\"",
        "--no-check",
    ]);
    program.with_report();
    let urls = |program: &Program| -> Vec<Value> {
        let sources = program.json(&["source", "list", "--json"]);
        sources.as_array().unwrap().iter().map(|source| json!([source["name"], source["url"]])).collect()
    };
    for name in ["sources.opml", "sources.csv"] {
        let file = program.path(name).display().to_string();
        program.done(&["source", "export", &file]);
        let other = Program::new();
        assert!(
            other.done(&["source", "import", &file]).starts_with("1 of 1 sources"),
            "not the imported files"
        );
        assert!(other.done(&["source", "import", &file]).starts_with("0 of 1 sources"), "a second time");
        assert_eq!(urls(&other), [json!(["One <1> & \"more\"", "https://one.example/rss?a=1&b=2"])]);
    }
}

#[test]
fn what_is_no_address_is_not_followed() {
    let program = Program::new();
    let file = program.file("list.csv", "url\nhttps://one.example/rss\nimport:Imported files\nno address\n");
    let called = program.call(&["source", "import", &file]);
    assert_eq!(called.code, 1, "{called:?}");
    assert!(called.out.starts_with("1 of 3 sources"), "{called:?}");
    assert!(
        called.err.contains("“no address”") && called.err.contains("“import:Imported files”"),
        "{called:?}"
    );
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
fn topics_of_ones_own_are_tagged_asked_for_and_taken_out_again() {
    let program = Program::new();
    program.call_with(&["import", "-"], "Grain deal\n\nThe corridor for grain was prolonged.");
    program.call(&["search", "topic:grain"]).failed(2, &["There is no topic “grain”"]);
    let file = program.file("own.tsv", "grain\t*\tname\tGrain\ngrain\ten\t2\tgrain\n");
    assert!(program.done(&["topic", "import", &file]).contains("1 have other tags now"));
    assert_eq!(program.json(&["search", "topic:grain", "--json"]).as_array().unwrap().len(), 1);
    assert!(program.done(&["search", "topic:Grain", "--facets"]).contains("grain"));
    assert!(program.done(&["topic", "list"]).contains("Grain (yours)"));
    assert_eq!(program.json(&["topic", "words", "grain", "--json"])[0]["own"], true);
    program.done(&["topic", "export", "out.tsv"]);
    assert_eq!(std::fs::read(program.path("out.tsv")).unwrap(), std::fs::read(&file).unwrap());
    let none = program.file("none.tsv", "");
    program.done(&["topic", "import", &none, "--later"]);
    assert!(program.done(&["retag"]).contains("1 statements have other tags now"));
    program.call(&["search", "topic:grain"]).failed(2, &["There is no topic"]);
}

#[test]
fn a_faulty_file_of_topics_changes_nothing() {
    let program = Program::new();
    let file = program.file("faulty.tsv", "grain\t*\tname\tGrain\ngrain\ten\theavy\tgrain\nonly one cell\n");
    program.call(&["topic", "import", &file]).failed(2, &["line 2", "and 1 more"]);
    let checked = program.call(&["topic", "check", &file]);
    checked.failed(2, &["cannot be read"]);
    assert_eq!(checked.out.lines().map(|line| &line[..7]).collect::<Vec<_>>(), ["line 2:", "line 3:"]);
    assert!(!program.done(&["topic", "list"]).contains("yours"));
}

#[test]
fn the_doctor_finds_a_fresh_archive_well() {
    let program = Program::new();
    let findings = program.json(&["doctor", "--json"]);
    assert!(findings.as_array().unwrap().iter().all(|finding| finding["ok"] == true), "{findings}");
}

#[test]
fn the_doctor_reads_the_whole_archive() {
    let program = Program::new();
    program.with_report();
    let archive = program.data().join("chancery.sqlite");
    let mut bytes = std::fs::read(&archive).unwrap();
    let half = bytes.len() / 2;
    bytes[half..].fill(0xA5);
    std::fs::write(&archive, bytes).unwrap();
    let called = program.call(&["doctor", "--json"]);
    assert_eq!(called.code, 1, "{called:?}");
    let findings: Value = serde_json::from_str(&called.out).unwrap();
    let archive = findings.as_array().unwrap().iter().find(|finding| finding["check"] == "archive").unwrap();
    assert_eq!(archive["ok"], false);
    assert!(archive["message"].as_str().unwrap().contains("damaged"), "{archive}");
}
