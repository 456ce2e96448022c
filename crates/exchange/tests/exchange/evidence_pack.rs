//! The evidence pack is a zip whose sums can be checked by anybody.

use std::io::{Cursor, Read};

use chancery_exchange::{EvidencePack, EvidenceReport};
use chancery_model::Received;
use sha2::{Digest, Sha256};

use crate::fixture::{at, bare, statement};

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn received(bytes: &[u8]) -> Received {
    Received {
        url: "https://council.example.org/1".into(),
        final_url: "https://council.example.org/1".into(),
        status: 200,
        headers: vec![("content-type".into(), "text/html".into())],
        bytes: bytes.into(),
        sha256: hex(bytes),
        at: at("2024-10-24T17:00:05Z"),
    }
}

fn pack() -> (EvidenceReport, zip::ZipArchive<Cursor<Vec<u8>>>) {
    let mut pack = EvidencePack::new(Cursor::new(Vec::new()), at("2026-01-02T03:04:05Z"));
    let page = received(b"<p>bytes as received</p>");
    let mut second = bare();
    second.id = "../../etc/passwd".into();
    pack.add(&statement(), Some(&page)).unwrap();
    pack.add(&second, Some(&page)).unwrap();
    pack.add(&bare(), None).unwrap();
    let (report, file) = pack.finish().unwrap();
    (report, zip::ZipArchive::new(file).unwrap())
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
    assert_eq!(names.iter().filter(|name| name.starts_with("received/")).count(), 2);
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
    assert_eq!(record["tags"]["speakers"][1]["name"], "Анна Kovač");
    assert!(record["text"].as_str().unwrap().contains("2397"));
}
