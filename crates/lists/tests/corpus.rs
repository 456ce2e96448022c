//! Real editions of real lists, in `../shared/corpus/lists` beside the checkout; without it this test says so and passes.
//! `cargo test -p chancery-lists --test corpus -- --nocapture` prints the figures.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use chancery_lists::{Edition, Source, changes, read};
use lzma_rust2::XzReader;
use serde_json::Value;

fn lists() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/lists");
    if !folder.is_dir() {
        println!("skipped: ../shared/corpus/lists is not there");
        return None;
    }
    Some(folder)
}

fn unpacked(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    let file = File::open(path).expect("it can be opened");
    XzReader::new(file, true).read_to_end(&mut bytes).expect("an xz file");
    bytes
}

/// The editions of a folder by their names: files that are packed each, and archives of them.
fn editions(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if name.ends_with(".tar.xz") {
            let bytes = unpacked(&path);
            for member in tar::Archive::new(&*bytes).entries().expect("an archive") {
                let mut member = member.expect("a member");
                let name = member.path().expect("a path").to_string_lossy().into_owned();
                let mut bytes = Vec::new();
                member.read_to_end(&mut bytes).expect("its bytes");
                found.insert(name, bytes);
            }
        } else if name.ends_with(".xz") {
            found.insert(name, unpacked(&path));
        }
    }
    found
}

fn edition(name: &str, bytes: &[u8]) -> Edition {
    read(vec![Source { name: name.to_owned(), bytes }]).unwrap_or_else(|fault| panic!("{fault}"))
}

fn uids(value: &Value) -> BTreeSet<String> {
    let list = value.as_array().expect("a list").iter();
    list.map(|uid| uid.as_str().expect("a uid").to_owned()).collect()
}

/// Consecutive editions: added, removed and changed entries are those that an independent reader found.
#[test]
fn consecutive_editions_differ_in_what_is_expected() {
    let Some(lists) = lists() else { return };
    let mut pairs = 0;
    for list in ["ofac-sdn-csv", "un-sc", "eu-fsf", "uk-sanctions-list"] {
        let folder = lists.join(list);
        let files = editions(&folder);
        for entry in std::fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if !path.to_string_lossy().contains("expected-diff") {
                continue;
            }
            let expected: Value =
                serde_json::from_slice(&std::fs::read(&path).expect("it can be read")).expect("JSON");
            let expected = expected.as_array().expect("a list");
            let name = |record: &Value| record["file"].as_str().expect("a name").to_owned();
            let mut before = edition(&name(&expected[0]), &files[&name(&expected[0])]);
            assert_eq!(before.entries.len() as u64, expected[0]["n"].as_u64().expect("a count"));
            for record in &expected[1..] {
                let after = edition(&name(record), &files[&name(record)]);
                assert_eq!(after.entries.len() as u64, record["n"].as_u64().expect("a count"));
                let found = changes(&before, &after);
                let amended: BTreeSet<String> = found.amended.iter().map(|one| one.uid.clone()).collect();
                let found_uids =
                    (found.added.into_iter().collect(), found.removed.into_iter().collect(), amended);
                let expected = (uids(&record["added"]), uids(&record["removed"]), uids(&record["changed"]));
                assert_eq!(found_uids, expected, "{}", name(record));
                assert!(found.amended.iter().all(|one| !one.fields.is_empty()), "{}", name(record));
                before = after;
                pairs += 1;
            }
        }
    }
    println!("{pairs} pairs of consecutive editions");
    assert!(pairs > 0);
}

/// Every other real file is read, and says the entries that it has.
#[test]
fn real_files_of_every_format_are_read() {
    let Some(lists) = lists() else { return };
    for (folder, list, mark) in [
        ("eu-fsf", "eu", "<sanctionEntity "),
        ("ca-sema", "ca", "<record>"),
        ("ofac-consolidated-xml", "ofac-cons", "<sdnEntry>"),
        ("un-sc", "un", "<REFERENCE_NUMBER>"),
    ] {
        for (name, bytes) in editions(&lists.join(folder)).iter().filter(|(name, _)| name.contains(".xml")) {
            let edition = edition(name, bytes);
            let marks = String::from_utf8_lossy(bytes).matches(mark).count();
            println!("{name}: {} entries of {marks}", edition.entries.len());
            assert_eq!(edition.list.key(), list, "{name}");
            assert!(edition.entries.len() <= marks && edition.entries.len() * 100 >= marks * 99, "{name}");
        }
    }
    for set in ["ofac-sdn-csv/2022-01-31", "ofac-cons-csv"] {
        let files = editions(&lists.join(set));
        let sources = files.iter().map(|(name, bytes)| Source { name: name.clone(), bytes: &bytes[..] });
        let edition = read(sources.collect()).unwrap_or_else(|fault| panic!("{fault}"));
        println!("{set}: {} {}", edition.list, edition.entries.len());
        let whole = edition.entries.values().filter(|entry| entry.child("entry").is_some()).count();
        println!("{set}: {whole} of them in the first table");
        assert!(whole * 100 >= edition.entries.len() * 99, "{set}");
    }
}
