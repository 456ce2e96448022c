//! What becomes of a document that is filed.
#![allow(clippy::unwrap_used)]

mod support;

use chancery_model::{
    EditKind, Filed, Identity, Novelty, Received, ReceivedAs, Redirect, Showing, StatementId,
};
use chancery_store::{AlertFilter, Error, MarkChange, Order, Reader, Retagged, Words};
use chancery_text::AnalysedQuery;
use support::*;

fn all(reader: &Reader) -> Vec<String> {
    let rows = reader.search(&AnalysedQuery::Everything, Order::Newest, now()).unwrap();
    reader.rows(&rows).unwrap().into_iter().map(|statement| statement.draft.title).collect()
}

#[test]
fn the_same_document_is_known_the_second_time() {
    let mut archive = Archive::new();
    let first = archive.file(document("1", "On sanctions", "The Council decided."));
    assert!(matches!(first, Filed::New(_)));
    assert_eq!(
        archive.file(document("1", "On  sanctions", "The Council\ndecided.")),
        Filed::Known(id_of(&first))
    );
    assert_eq!(all(&archive.reader), ["On sanctions"]);
    assert_eq!(archive.reader.source(&"eeas".into()).unwrap().unwrap().statements, 1);
}

#[test]
fn a_statement_comes_back_as_it_was_filed() {
    let mut archive = Archive::new();
    let filed =
        document("1", "Заява", "Перший абзац.\n\nДругий.").on("2026-03-01T10:20:30+02:00").naming(&["UA"]);
    let id = id_of(&archive.file(filed.clone()));
    let statement = archive.get(&id);
    assert_eq!(statement.draft, filed.annotated.draft);
    assert_eq!(statement.annotations, filed.annotated.annotations);
    assert_eq!((statement.revision, statement.source_name.as_str()), (1, "EEAS"));
    assert_eq!(statement.draft.published.unwrap().when.stated_form(), "2026-03-01T10:20:30+02:00");
    assert_eq!(archive.reader.statement_by_url("https://eeas.example/1").unwrap(), Some(id));
    let hash = filed.annotated.content_sha256;
    assert!(archive.reader.known_hashes(&[hash.clone(), sha256(b"else")]).unwrap().contains(&hash));
}

#[test]
fn a_changed_text_becomes_a_revision_and_the_old_one_is_kept() {
    let mut archive = Archive::new();
    let id = id_of(&archive.file(document("1", "Old title", "Old text.").naming(&["KP"])));
    let second = archive.file(document("1", "New title", "New text.").naming(&["RU"]));
    assert_eq!(second, Filed::Revised(id.clone()));
    assert_eq!(archive.get(&id).draft.title, "New title");
    let first = archive.reader.statement(&id, Some(1)).unwrap().unwrap();
    assert_eq!((first.draft.title.as_str(), first.draft.text.as_str()), ("Old title", "Old text."));
    assert_eq!(first.annotations.countries[0].code.as_str(), "KP");
    let titles: Vec<_> =
        archive.reader.revisions(&id).unwrap().into_iter().map(|r| (r.revision, r.title)).collect();
    assert_eq!(titles, [(1, "Old title".to_owned()), (2, "New title".to_owned())]);
    let third = archive.file(document("1", "New title", "Newest text."));
    assert_eq!(third, Filed::Revised(id.clone()));
    let edits: Vec<_> = archive.reader.revisions(&id).unwrap().into_iter().map(|r| r.edit).collect();
    assert_eq!(edits, [None, Some(EditKind::Substantive), Some(EditKind::Substantive)]);
    assert!(archive.reader.statement(&id, Some(4)).unwrap().is_none());
}

#[test]
fn a_corrected_date_moves_the_statement_and_all_that_hangs_on_it() {
    let mut archive = Archive::new();
    archive.writer.save_rule(&rule("kp")).unwrap();
    archive.file(document("0", "Between", "b").on("2026-02-01"));
    let first =
        document("1", "Moved", "a").on("2026-03-01").naming(&["KP"]).matching("kp", Showing::Notified);
    let id = id_of(&archive.file(first));
    let change = MarkChange {
        starred: Some(true),
        labels: Some(vec!["urgent".into()]),
        note: Some("ask the desk".into()),
        ..MarkChange::default()
    };
    archive.writer.mark(std::slice::from_ref(&id), &change, now()).unwrap();
    let before = archive.get(&id);
    assert_eq!(all(&archive.reader), ["Moved", "Between"]);
    archive.file(document("1", "Moved", "a, corrected").on("2026-01-15").naming(&["KP"]));
    let after = archive.get(&id);
    assert_ne!(before.row, after.row);
    assert_eq!(all(&archive.reader), ["Between", "Moved"]);
    assert_eq!(after.marks, before.marks);
    assert_eq!(after.matched_rules, [("Rule kp".to_owned(), "passage of 1".to_owned())]);
    assert_eq!(archive.reader.alerts(&AlertFilter::default()).unwrap().len(), 1);
    assert_eq!(archive.reader.revisions(&id).unwrap().len(), 2);
    let facets = archive.reader.facets(&[after.row]).unwrap();
    assert_eq!(facets.countries[0].count, 1);
    assert!(archive.reader.facets(&[before.row]).unwrap().countries.is_empty());
    archive.reader.check().unwrap();
}

#[test]
fn what_was_judged_against_another_state_is_stale() {
    let mut archive = Archive::new();
    let version = archive.reader.rule_set_version().unwrap();
    let early = document("1", "Title", "one").judged_as(Novelty::New, version);
    archive.writer.save_rule(&rule("kp")).unwrap();
    assert_eq!(archive.writer.file(std::slice::from_ref(&early), now()).unwrap(), [Filed::Stale]);
    assert_eq!(archive.reader.rule_set_version().unwrap(), version + 1);
    let id = id_of(&archive.file(document("1", "Title", "one")));
    let twice = document("1", "Title", "two").judged_as(Novelty::New, version + 1);
    assert_eq!(archive.writer.file(&[twice], now()).unwrap(), [Filed::Stale]);
    let head = archive.reader.head(&"eeas".into(), &Identity::Guid("1".into())).unwrap().unwrap();
    let slow = document("1", "Title", "slow").judged_as(revised(head), version + 1);
    archive.file(document("1", "Title", "quick"));
    assert_eq!(archive.writer.file(&[slow], now()).unwrap(), [Filed::Stale]);
    assert_eq!(archive.get(&id).draft.text, "quick");
}

#[test]
fn of_two_writers_one_is_told_to_judge_again() {
    let mut archive = Archive::new();
    let mut other = chancery_store::Writer::open(&archive.path(), now()).unwrap();
    let mine = document("1", "Title", "mine").judged(&archive.reader);
    let theirs = document("1", "Title", "theirs").judged(&archive.reader);
    let version = archive.reader.data_version().unwrap();
    assert!(matches!(other.file(&[theirs], now()).unwrap()[..], [Filed::New(_)]));
    assert_ne!(archive.reader.data_version().unwrap(), version);
    assert_eq!(archive.writer.file(&[mine], now()).unwrap(), [Filed::Stale]);
    assert!(matches!(archive.file(document("1", "Title", "mine")), Filed::Revised(_)));
}

#[test]
fn outcomes_are_in_the_order_given_and_a_twin_in_one_batch_is_known() {
    let mut archive = Archive::new();
    let version = archive.reader.rule_set_version().unwrap();
    let new = |guid: &str, day: &str| document(guid, guid, "text").on(day).judged_as(Novelty::New, version);
    let batch = [new("late", "2026-03-02"), new("early", "2026-01-02"), new("late", "2026-03-02")];
    let filed = archive.writer.file(&batch, now()).unwrap();
    assert_eq!(archive.get(&id_of(&filed[0])).draft.title, "late");
    assert_eq!(archive.get(&id_of(&filed[1])).draft.title, "early");
    assert_eq!(filed[2], Filed::Known(id_of(&filed[0])));
}

#[test]
fn a_batch_that_fails_leaves_nothing() {
    let mut archive = Archive::new();
    let version = archive.reader.rule_set_version().unwrap();
    let good = document("1", "Good", "text").judged_as(Novelty::New, version);
    let lost = document("2", "Lost", "text").from("nowhere").judged_as(Novelty::New, version);
    let failed = archive.writer.file(&[good.clone(), lost], now());
    assert!(matches!(failed, Err(Error::NoSource(id)) if id.0 == "nowhere"));
    assert!(all(&archive.reader).is_empty());
    assert!(matches!(archive.writer.file(&[good], now()).unwrap()[..], [Filed::New(_)]));
}

#[test]
fn received_bytes_are_kept_once_and_come_back() {
    let mut archive = Archive::new();
    let bytes = "<rss>два</rss>".as_bytes();
    let received = Received {
        how: ReceivedAs::Fetched,
        redirects: vec![Redirect { status: 301, to: "https://eeas.example/rss2".into() }],
        via: None,
        url: "https://eeas.example/rss".into(),
        final_url: "https://eeas.example/rss2".into(),
        status: 200,
        headers: vec![("content-type".into(), "text/xml".into())],
        bytes: bytes.into(),
        sha256: sha256(bytes),
        at: now(),
    };
    let feed = Received { via: None, ..received.clone() };
    let page = "<p>два</p>".as_bytes();
    let received = Received { bytes: page.into(), sha256: sha256(page), via: Some(feed.into()), ..received };
    let mut with = |guid: &str| {
        let mut document = document(guid, guid, "text");
        document.received = Some(received.clone());
        id_of(&archive.file(document))
    };
    let (one, two) = (with("1"), with("2"));
    assert_eq!(archive.reader.received(&one, None).unwrap().unwrap(), received);
    assert_eq!(archive.reader.received(&two, Some(1)).unwrap().unwrap(), received);
    assert_eq!(archive.get(&one).sha256, Some(received.sha256));
    let conn = rusqlite::Connection::open(archive.path()).unwrap();
    let kept: (i64, i64) = conn
        .query_row("SELECT (SELECT count(*) FROM received), (SELECT count(*) FROM receipt)", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    assert_eq!(kept, (2, 2), "the page and the feed that named it, once each");
}

/// New tags for the document as it was filed.
fn retagged(id: &StatementId, revision: u32, document: &Document) -> Retagged {
    let (draft, annotations) = (&document.annotated.draft, document.annotated.annotations.clone());
    let words = Some(Words::analysed(draft, &annotations).into());
    Retagged { id: id.clone(), revision, annotations, words }
}

#[test]
fn retagging_replaces_tags_everywhere() {
    let mut archive = Archive::new();
    let id = id_of(&archive.file(document("1", "Title", "text").naming(&["KP"])));
    let better = document("1", "Title", "text").naming(&["RU"]);
    assert_eq!(archive.writer.retag(&[retagged(&id, 1, &better)]).unwrap(), 1);
    assert_eq!(archive.get(&id).annotations, better.annotated.annotations);
    let codes: Vec<_> =
        archive.reader.facets(&[archive.get(&id).row]).unwrap().countries.iter().map(|c| c.value).collect();
    assert_eq!(codes, ["RU".parse().unwrap()]);
    let unknown = archive.writer.retag(&[retagged(&"nothing".into(), 1, &better)]);
    assert!(matches!(unknown, Err(Error::NoStatement(_))));
}

#[test]
fn stale_tags_are_found_until_they_are_made_anew() {
    let mut archive = Archive::new();
    let documents = ["1", "2", "3"].map(|guid| document(guid, guid, "text"));
    let ids = documents.clone().map(|document| id_of(&archive.file(document)));
    let version = documents[0].annotated.annotations.data_version.clone();
    assert_eq!(archive.reader.stale_count(&version).unwrap(), 0);
    assert_eq!(archive.reader.stale_count("next").unwrap(), 3);
    let first = archive.reader.stale("next", None, 2).unwrap();
    let second = archive.reader.stale("next", first.last().copied(), 2).unwrap();
    assert_eq!((first.len(), second.len()), (2, 1));
    assert!(first[0] > first[1] && first[1] > second[0], "newest first");
    let mut renewed = retagged(&ids[1], 1, &documents[1]);
    renewed.annotations.data_version = "next".to_owned();
    renewed.words = None;
    archive.writer.retag(&[renewed]).unwrap();
    let left = archive.reader.stale("next", None, 9).unwrap();
    assert_eq!((left.len(), archive.reader.stale_count("next").unwrap()), (2, 2));
    assert!(!left.contains(&archive.get(&ids[1]).row));
    archive.reader.check().unwrap();
}

#[test]
fn tags_of_an_overtaken_revision_are_not_taken() {
    let mut archive = Archive::new();
    let first = document("1", "Title", "text").naming(&["KP"]);
    let id = id_of(&archive.file(first.clone()));
    archive.file(document("1", "Title", "another text").naming(&["IR"]));
    assert_eq!(archive.writer.retag(&[retagged(&id, 1, &first)]).unwrap(), 0);
    assert_eq!(archive.get(&id).annotations.countries[0].code, "IR".parse().unwrap());
    archive.reader.check().unwrap();
}

#[test]
fn within_a_day_statements_are_in_order_of_time() {
    let mut archive = Archive::new();
    for (guid, time) in
        [("noon", "12:00:00"), ("morning", "06:30:00"), ("night", "23:59:59"), ("dawn", "04:00:00")]
    {
        archive.file(document(guid, guid, "text").on(&format!("2026-03-01T{time}Z")));
    }
    assert_eq!(all(&archive.reader), ["night", "noon", "morning", "dawn"]);
}

#[test]
fn a_date_before_1900_and_no_date_at_all_have_their_place() {
    let mut archive = Archive::new();
    archive.file(document("old", "old", "text").on("1815-06-09"));
    archive.file(document("undated", "undated", "text"));
    archive.file(document("new", "new", "text").on("2026-03-09"));
    assert_eq!(all(&archive.reader), ["undated", "new", "old"]);
}
