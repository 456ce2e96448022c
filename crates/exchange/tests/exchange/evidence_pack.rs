//! The evidence pack is a zip whose sums can be checked by anybody.

use std::io::{Cursor, Read};

use chancery_exchange::{EvidencePack, EvidenceReport, ZipFiles, verify_pack};
use chancery_model::{Received, ReceivedAs, Redirect};
use sha2::{Digest, Sha256};

use crate::fixture::{at, bare, statement};

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn received(bytes: &[u8]) -> Received {
    Received {
        how: ReceivedAs::Fetched,
        url: "https://council.example.org/1".into(),
        redirects: vec![Redirect { status: 301, to: "https://council.example.org/one".into() }],
        final_url: "https://council.example.org/one".into(),
        status: 200,
        headers: vec![("content-type".into(), "text/html".into())],
        bytes: bytes.into(),
        sha256: hex(bytes),
        at: at("2024-10-24T17:00:05Z"),
        via: None,
    }
}

fn pack() -> (EvidenceReport, zip::ZipArchive<Cursor<Vec<u8>>>) {
    let (report, bytes) = pack_bytes();
    (report, zip::ZipArchive::new(Cursor::new(bytes)).unwrap())
}

fn pack_bytes() -> (EvidenceReport, Vec<u8>) {
    let now = at("2026-01-02T03:04:05Z");
    let mut pack = EvidencePack::new(ZipFiles::new(Cursor::new(Vec::new()), now), now);
    let feed = received(b"<rss/>");
    let page = Received { via: Some(feed.into()), ..received(b"<p>bytes as received</p>") };
    let mut second = bare();
    second.id = "../../etc/passwd".into();
    pack.add(&statement(), Some(&page)).unwrap();
    pack.add(&second, Some(&page)).unwrap();
    pack.add(&bare(), None).unwrap();
    pack.add_earlier(&statement(), None).unwrap();
    let (report, files) = pack.finish().unwrap();
    (report, files.finish().unwrap().into_inner())
}

fn content(archive: &mut zip::ZipArchive<Cursor<Vec<u8>>>, name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

#[test]
fn the_same_bytes_lie_there_once() {
    let (report, mut archive) = pack();
    assert_eq!(report, EvidenceReport { statements: 3, with_bytes: 2 });
    let sha256 = hex(b"<p>bytes as received</p>");
    assert_eq!(content(&mut archive, &format!("received/{sha256}")), b"<p>bytes as received</p>");
    let names: Vec<_> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(names.iter().filter(|name| name.starts_with("received/")).count(), 4);
    assert!(
        names.contains(&format!("received/{}", hex(b"<rss/>"))),
        "the feed that named the page: {names:?}"
    );
    assert!(names.iter().any(|name| name.starts_with("records/s-1-r")), "{names:?}");
    assert!(names.contains(&"records/.._.._etc_passwd.json".to_owned()), "{names:?}");
}

#[test]
fn every_file_stands_in_the_sums_and_agrees() {
    let (_, mut archive) = pack();
    let sums = String::from_utf8(content(&mut archive, "SHA256SUMS")).unwrap();
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").unwrap();
        assert_eq!(hex(&content(&mut archive, name)), sum, "{name}");
    }
    assert_eq!(sums.lines().count() + 1, archive.len());
}

#[test]
fn a_record_carries_text_tags_and_provenance() {
    let (_, mut archive) = pack();
    let record: serde_json::Value =
        serde_json::from_slice(&content(&mut archive, "records/s-1.json")).unwrap();
    assert_eq!(record["statement_id"], "s-1");
    assert_eq!(record["received"]["status"], 200);
    assert_eq!(record["received"]["how"], "fetched");
    assert_eq!(record["received"]["redirects"][0]["to"], "https://council.example.org/one");
    assert_eq!(record["received"]["via"]["sha256"], hex(b"<rss/>"));
    assert_eq!(record["tags"]["speakers"][1]["name"], "Анна Kovač");
    assert!(record["text"].as_str().unwrap().contains("2397"));
}

#[test]
fn a_pack_is_verified_and_what_was_changed_is_named() {
    let (_, bytes) = pack_bytes();
    let check = verify_pack(Cursor::new(&bytes)).unwrap();
    assert_eq!((check.faults.len(), check.agreed > 6), (0, true), "{check:?}");

    let changed = |name: &str, content: &[u8]| {
        let mut old = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
        let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        let names: Vec<String> = old.file_names().map(|name| name.unwrap().into_owned()).collect();
        for own in names.iter().filter(|own| *own != name) {
            new.start_file(own.as_str(), options).unwrap();
            let mut file = old.by_name(own).unwrap();
            std::io::copy(&mut file, &mut new).unwrap();
        }
        if !content.is_empty() {
            new.start_file(name, options).unwrap();
            std::io::Write::write_all(&mut new, content).unwrap();
        }
        verify_pack(Cursor::new(new.finish().unwrap().into_inner())).map(|check| check.faults)
    };
    let body = format!("received/{}", hex(b"<rss/>"));
    let said = |faults: Vec<String>, words: &str| {
        assert!(faults.len() == 1 && faults[0].contains(words), "{faults:?} {words}");
    };
    said(changed(&body, b"<rss version='2.0'/>").unwrap(), "it was changed");
    said(changed(&body, b"").unwrap(), "it is missing");
    said(changed("more.txt", b"more").unwrap(), "it has no sum");
    assert!(changed("SHA256SUMS", b"").unwrap_err().to_string().contains("no evidence pack"));
    assert!(verify_pack(Cursor::new(b"no zip")).is_err());
}
