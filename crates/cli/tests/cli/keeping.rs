//! From a file to an alert and a CSV row.

use serde_json::Value;

use crate::program::{Program, REPORT, csv_rows};

const ARMS: &str = "country:KP AND \"arms transfers\"";

#[test]
fn an_imported_report_is_found_shown_alerted_and_exported() {
    let program = Program::new();
    program.done(&["rule", "add", "Arms", ARMS]);
    let id = program.with_report();

    let found = program.json(&["search", "troops", "--json"]);
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(found[0]["statement_id"], id.as_str());
    assert!(found[0]["countries"].as_array().unwrap().contains(&Value::from("KP")), "{found}");

    let shown = program.json(&["show", &id, "--json"]);
    assert_eq!(shown["statement_id"], id.as_str());
    assert!(shown["text"].as_str().unwrap().contains("near the border"));
    assert_eq!(shown["provenance"]["status"], 0);

    let alerts = program.json(&["alerts", "--json"]);
    assert_eq!(alerts.as_array().unwrap().len(), 1);
    assert_eq!(alerts[0]["rule"], "Arms");
    assert_eq!(alerts[0]["statement_id"], id.as_str());
    assert_eq!(alerts[0]["id"], "1", "ids are texts");
    assert!(alerts[0]["matched_text"].as_str().unwrap().contains("arms transfers"));
    assert!(alerts[0]["notified_at"].is_string(), "the terminal was told: {alerts}");

    program.done(&["export", "", "-o", "out.csv"]);
    let rows = csv_rows(&program.path("out.csv"), b',');
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["statement_id"], id);
    assert_eq!(rows[0]["matched_rules"], "Arms");
    assert_eq!(rows[0]["resolutions"], "1718");
    assert!(rows[0]["countries"].split(';').any(|code| code == "KP"), "{:?}", rows[0]["countries"]);
}

#[test]
fn the_same_file_is_known_and_a_changed_one_is_a_revision() {
    let program = Program::new();
    let page = |words: &str| program.file("report.txt", REPORT.replace("Troops", words));
    let url = "https://nordland.example/1";
    let outcome = |file: &str| program.json(&["import", file, "--url", url, "--json"])[0].clone();
    let first = outcome(&page("Troops"));
    assert_eq!(first["outcome"], "new");
    assert_eq!(outcome(&page("Troops"))["outcome"], "known");
    let third = outcome(&page("Many soldiers"));
    assert_eq!((&third["outcome"], &third["id"]), (&Value::from("revised"), &first["id"]));
    let shown = program.json(&["show", url, "--revisions", "--json"]);
    assert_eq!(shown["revision"], 2);
    assert_eq!(shown["revisions"].as_array().unwrap().len(), 2);
}

#[test]
fn the_bytes_as_received_come_back_as_they_were() {
    let program = Program::new();
    let id = program.with_report();
    assert_eq!(program.done(&["show", &id, "--raw"]), REPORT);
}

#[test]
fn a_folder_is_imported_and_what_cannot_be_read_is_named() {
    let program = Program::new();
    std::fs::create_dir_all(program.path("in/deep")).unwrap();
    program.file("in/a.txt", REPORT);
    program.file("in/deep/b.txt", "Another statement\n\nThe ministry of Nordland has said something else.\n");
    program.file("in/empty.txt", "");
    program.file("in/picture.png", [0x89, b'P', b'N', b'G']);
    let called = program.call(&["import", "in", "--source", "Old archive", "--json"]);
    assert_eq!(called.code, 1, "{called:?}");
    assert!(called.err.contains("empty.txt") && !called.err.contains("picture.png"), "{called:?}");
    let rows: Value = serde_json::from_str(&called.out).unwrap();
    assert_eq!(rows.as_array().unwrap().len(), 2);
    let sources = program.json(&["source", "list", "--json"]);
    assert_eq!(sources[0]["name"], "Old archive");
    assert_eq!(sources[0]["statements"], 2);
}

#[test]
fn standard_input_is_imported() {
    let program = Program::new();
    let called = program.call_with(&["import", "-", "--json"], REPORT);
    assert_eq!(called.code, 0, "{called:?}");
    assert!(called.out.contains("\"new\""));
}

#[test]
fn an_export_for_excel_has_its_marks_and_its_sidecar() {
    let program = Program::new();
    program.with_report();
    program.done(&[
        "export",
        "",
        "-o",
        "x.csv",
        "--preset",
        "excel",
        "--delimiter",
        ";",
        "--tags",
        "tags.csv",
        "--text",
    ]);
    let bytes = std::fs::read(program.path("x.csv")).unwrap();
    assert!(bytes.starts_with("\u{feff}statement_id;revision;".as_bytes()));
    assert!(bytes.ends_with(b"\r\n"));
    assert!(csv_rows(&program.path("x.csv"), b';')[0]["text"].contains("border"));
    let sidecar = std::fs::read(program.path("x.csv-metadata.json")).unwrap();
    let sidecar: Value = serde_json::from_slice(&sidecar).unwrap();
    assert_eq!((&sidecar["url"], &sidecar["dialect"]["delimiter"]), (&"x.csv".into(), &";".into()));
    assert!(program.path("tags.csv-metadata.json").is_file());
    let tags = csv_rows(&program.path("tags.csv"), b';');
    let north = tags.iter().find(|row| row["tag_type"] == "country" && row["tag"] == "KP").unwrap();
    let (start, end): (usize, usize) = (north["start"].parse().unwrap(), north["end"].parse().unwrap());
    let shown = program.json(&["show", &north["statement_id"], "--json"]);
    let text: String = shown["text"].as_str().unwrap().chars().skip(start).take(end - start).collect();
    assert_eq!(text, north["matched_text"]);
}

#[test]
fn columns_and_standard_output() {
    let program = Program::new();
    program.with_report();
    let out = program.done(&["export", "troops", "-o", "-", "--columns", "countries,language"]);
    assert_eq!(out.lines().next(), Some("language,countries"));
    assert_eq!(out.lines().count(), 2);
    assert_eq!(program.done(&["search", "nothingofthekind", "--csv"]).lines().count(), 1);
}

#[test]
fn an_evidence_pack_is_a_zip_beside_the_csv_or_alone() {
    let program = Program::new();
    program.with_report();
    program.done(&["export", "", "-o", "both.csv", "--evidence"]);
    program.done(&["export", "", "-o", "alone.zip", "--evidence"]);
    for pack in ["both.zip", "alone.zip"] {
        assert!(std::fs::read(program.path(pack)).unwrap().starts_with(b"PK"), "{pack}");
    }
    assert_eq!(csv_rows(&program.path("both.csv"), b',').len(), 1);
    assert!(!program.path("alone.csv").exists());
}

#[test]
fn search_counts_facets_and_keeps_its_limit() {
    let program = Program::new();
    program.with_report();
    program.call_with(&["import", "-"], "Second\n\nAnother word of Ukraine and of nobody else.\n");
    let both = program.json(&["search", "", "--facets", "--json", "--limit", "1"]);
    assert_eq!(both["count"], 2);
    assert_eq!(both["statements"].as_array().unwrap().len(), 1);
    let ukraine = both["facets"]["countries"].as_array().unwrap().iter().find(|value| value["value"] == "UA");
    assert_eq!(ukraine.unwrap()["count"], 1);
    for order in ["newest", "received", "relevance"] {
        let found = program.json(&["search", "word OR troops", "--order", order, "--json"]);
        assert_eq!(found.as_array().unwrap().len(), 2, "{order}");
    }
}

#[test]
fn a_rule_is_tested_explained_listed_and_removed() {
    let program = Program::new();
    let called =
        program.call_with(&["import", "-", "--json"], "Now\n\nThe ministry speaks of sanctions today.\n");
    let id = serde_json::from_str::<Value>(&called.out).unwrap()[0]["id"].as_str().unwrap().to_owned();
    let trial = program.json(&["rule", "test", "sanctions", "--since", "2w", "--json"]);
    assert_eq!(trial["total"], 1);
    assert_eq!(trial["weeks"].as_array().unwrap().len(), 2);
    assert_eq!(trial["samples"][0]["statement_id"], id.as_str());
    program.done(&["rule", "add", "Both", "sanctions AND weapons"]);
    let why = program.json(&["rule", "why", "Both", &id, "--json"]);
    assert_eq!(why["matches"], false);
    let holds: Vec<bool> =
        why["terms"].as_array().unwrap().iter().map(|term| term["holds"].as_bool().unwrap()).collect();
    assert_eq!(holds, [true, false]);
    assert_eq!(program.json(&["rule", "list", "--json"]).as_array().unwrap().len(), 1);
    program.done(&["rule", "remove", "Both"]);
    assert_eq!(program.json(&["rule", "list", "--json"]), Value::Array(vec![]));
}

#[test]
fn a_query_may_begin_with_an_exclusion() {
    let program = Program::new();
    program.with_report();
    for arguments in [
        &["search", "-country:UA troops", "--json"][..],
        &["search", "--json", "-country:UA"],
        &["search", "--limit", "3", "-country:UA", "--json"],
        &["rule", "test", "-country:UA", "--since", "9y", "--json"],
    ] {
        let found = program.json(arguments);
        let count = found["total"].as_u64().unwrap_or_else(|| found.as_array().unwrap().len() as u64);
        assert_eq!(count, 1, "{arguments:?}");
    }
    program.done(&["rule", "add", "None of it", "-country:UA", "--shadow"]);
    program.done(&["export", "-country:UA", "-o", "x.csv"]);
    assert_eq!(csv_rows(&program.path("x.csv"), b',').len(), 1);
    assert_eq!(program.call(&["search", "troops", "--jsn"]).code, 2);
}

#[test]
fn seen_alerts_are_not_unseen() {
    let program = Program::new();
    program.done(&["rule", "add", "Arms", ARMS]);
    program.with_report();
    assert_eq!(program.json(&["alerts", "--unseen", "--mark-seen", "--json"]).as_array().unwrap().len(), 1);
    assert_eq!(program.json(&["alerts", "--unseen", "--json"]), Value::Array(vec![]));
    assert_eq!(program.json(&["alerts", "--json"])[0]["seen"], true);
}
