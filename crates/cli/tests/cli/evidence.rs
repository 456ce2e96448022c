//! Evidence: what was received, shown, written out and verified.

use std::process::Command;

use crate::loopback::{Site, feed};
use crate::program::Program;

fn collected() -> (Program, Site, String) {
    let program = Program::new();
    let long = "The ministry of Nordland states at length what it thinks of the matter. ".repeat(12);
    let site = Site::new(200, &feed(&[("A statement", &long)]));
    program.done(&["source", "add", &site.url(), "--name", "Nordland"]);
    program.done(&["collect"]);
    let id = program.json(&["search", "", "--json"])[0]["statement_id"].as_str().unwrap().to_owned();
    (program, site, id)
}

#[test]
fn it_says_how_the_bytes_came_for_each_revision() {
    let (program, site, id) = collected();
    site.now_answers(
        200,
        &feed(&[("A statement", &"The ministry takes it all back, at length. ".repeat(12))]),
    );
    program.done(&["collect", "--force"]);
    let shown = program.json(&["evidence", &id]);
    assert_eq!(shown.as_array().unwrap().len(), 2, "{shown}");
    for revision in shown.as_array().unwrap() {
        let received = &revision["received"];
        assert_eq!((&received["how"], &received["status"]), (&"fetched".into(), &200.into()), "{shown}");
        assert_eq!(
            (received["url"].as_str(), received["sha256"].as_str().map(str::len)),
            (Some(&*site.url()), Some(64))
        );
        assert!(received["headers"].as_array().unwrap().iter().any(|header| header[0] == "content-type"));
    }
    assert_ne!(shown[0]["received"]["sha256"], shown[1]["received"]["sha256"]);
}

#[test]
fn another_program_can_check_what_was_written_out() {
    let (program, _site, id) = collected();
    let folder = program.path("proof");
    program.done(&["evidence", &id, "--output", &folder.display().to_string()]);
    // Coreutils know nothing of this program.
    let checked =
        Command::new("sha256sum").args(["--check", "--strict", "SHA256SUMS"]).current_dir(&folder).output();
    match checked {
        Ok(output) => assert!(output.status.success(), "{output:?}"),
        Err(_) => eprintln!("skipped: there is no sha256sum here"),
    }
    program
        .call(&["evidence", &id, "--output", &folder.display().to_string()])
        .failed(2, &["overwrites nothing"]);

    let file = program.path("proof.zip").display().to_string();
    program.done(&["evidence", &id, "--output", &file]);
    assert!(
        program.done(&["verify", &file]).contains("4 files agree"),
        "a record, the bytes, how they came, about"
    );
    let no_pack = program.file("other.zip", "no zip at all");
    program.call(&["verify", &no_pack]).failed(1, &["evidence pack"]);
}

#[test]
fn a_page_kept_from_a_browser_says_so() {
    let program = Program::new();
    let page = "<html><head><title>Kept</title></head><body><article><h1>Kept</h1><p>The minister spoke at length of \
        the matter, and said that the matter was not closed.</p></article></body></html>";
    let file = program.file("saved.html", page);
    let address = "https://nordland.example/kept";
    let rows = program.json(&["import", &file, "--captured", "--url", address, "--json"]);
    let shown = program.json(&["evidence", rows[0]["id"].as_str().unwrap()]);
    let received = &shown[0]["received"];
    assert_eq!((&received["how"], &received["url"]), (&"captured".into(), &address.into()), "{shown}");
    assert_eq!(program.call(&["import", &file, "--captured"]).code, 2, "it needs its address");
}
