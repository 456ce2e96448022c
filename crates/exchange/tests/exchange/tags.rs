//! `statement_tags.csv`.

use chancery_exchange::{CsvOptions, TagCsv, tags_metadata};

use crate::fixture::{TEXT, TITLE, bare, statement};

fn written() -> String {
    let mut bytes = Vec::new();
    let mut csv = TagCsv::new(&mut bytes, &CsvOptions::default()).unwrap();
    csv.write(&statement()).unwrap();
    csv.write(&bare()).unwrap();
    csv.finish().unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn every_tag_with_its_evidence() {
    insta::assert_snapshot!(written());
}

#[test]
fn places_count_characters() {
    let text = written();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut checked = 0;
    for row in reader.records().map(Result::unwrap).filter(|row| !row[5].is_empty()) {
        let (start, end): (usize, usize) = (row[5].parse().unwrap(), row[6].parse().unwrap());
        let cut = |whole: &str| whole.chars().skip(start).take(end - start).collect::<String>();
        assert!(cut(TEXT) == row[4] || cut(TITLE) == row[4], "{row:?}");
        checked += 1;
    }
    assert_eq!(checked, 16);
}

#[test]
fn sidecar() {
    let metadata = tags_metadata("statement_tags.csv", &CsvOptions::default());
    insta::assert_snapshot!(serde_json::to_string_pretty(&metadata).unwrap());
}
