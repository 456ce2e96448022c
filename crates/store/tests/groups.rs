//! Statements that are one: how they are found, grouped, hidden and told.
#![allow(clippy::unwrap_used)]

mod support;

use chancery_model::{Condition, Field, Filed, Fingerprint, Query, RowId, Showing, StatementId};
use chancery_store::{AlertFilter, Entry, Order, Print, Printed};
use chancery_text::analyse_query;
use support::*;

fn print(numbers: [u32; 12]) -> Fingerprint {
    Fingerprint(numbers)
}

/// Files a document with the fingerprint, as the same as the first statement that is near.
fn file(archive: &mut Archive, document: Document, made: Fingerprint) -> StatementId {
    let entry = near(archive, document, made);
    id_of(&archive.writer.file(&[entry], now()).unwrap().remove(0))
}

fn near(archive: &Archive, document: Document, made: Fingerprint) -> Entry {
    let near = archive.reader.near(&made, &document.annotated.draft, document.collected_at).unwrap();
    let rows: Vec<RowId> = near.iter().map(|candidate| candidate.row).collect();
    let same_as = rows.first().copied();
    let mut entry = document.judged(&archive.reader);
    entry.print = Print { made: Some(made), before: None, same_as, compared: Some(rows) };
    entry
}

fn duplicates(archive: &Archive) -> usize {
    let query = analyse_query(&Query::Field(Field::Is(Condition::Duplicate)));
    archive.reader.search(&query, Order::Newest, now()).unwrap().len()
}

fn group_of(archive: &Archive, id: &StatementId) -> Option<(StatementId, u32)> {
    archive.get(id).group.map(|group| (group.first, group.size))
}

#[test]
fn one_number_in_common_finds_a_body_and_every_source_is_kept() {
    let mut archive = Archive::new();
    let first = file(&mut archive, document("1", "A", "One text."), print([1; 12]));
    let other = file(&mut archive, document("2", "B", "Other text."), print([2; 12]));
    let again = file(
        &mut archive,
        document("3", "C", "One text, cut.").from("kremlin"),
        print([3, 3, 3, 1, 3, 3, 3, 3, 3, 3, 3, 3]),
    );
    assert_eq!(group_of(&archive, &again), Some((first.clone(), 2)));
    assert_eq!(group_of(&archive, &first), Some((first.clone(), 2)));
    assert_eq!(group_of(&archive, &other), None);
    assert_eq!(duplicates(&archive), 1, "the first of a group is no duplicate");
    let elsewhere = archive.reader.publications(&first).unwrap();
    assert_eq!(elsewhere.len(), 1);
    assert_eq!((&elsewhere[0].id, elsewhere[0].source_name.as_str()), (&again, "Kremlin"));
}

#[test]
fn the_same_number_at_another_place_or_in_another_season_finds_nothing() {
    let mut archive = Archive::new();
    file(
        &mut archive,
        document("1", "A", "One text.").on("2026-03-01"),
        print([1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13]),
    );
    let near = |numbers: [u32; 12], day: &str| {
        let draft = document("9", "A", "Else.").on(day).annotated.draft;
        archive.reader.near(&print(numbers), &draft, now()).unwrap().len()
    };
    assert_eq!(near([1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9], "2026-03-20"), 1);
    assert_eq!(near([9, 1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9], "2026-03-20"), 0);
    assert_eq!(near([1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9], "2026-06-20"), 0);
    assert_eq!(near([1, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9], "2025-03-01"), 0);
}

#[test]
fn what_another_source_brought_meanwhile_is_compared_first() {
    let mut archive = Archive::new();
    let late = near(&archive, document("1", "A", "One text."), print([1; 12]));
    file(&mut archive, document("2", "B", "One text!").from("kremlin"), print([1; 12]));
    assert_eq!(archive.writer.file(&[late], now()).unwrap(), [Filed::Stale]);
}

#[test]
fn the_very_same_text_is_grouped_without_a_fingerprint_but_not_an_empty_one() {
    let mut archive = Archive::new();
    let first = id_of(&archive.file(document("1", "Title", "Short.")));
    let again = id_of(&archive.file(document("2", "Title", "Short.").from("kremlin")));
    assert_eq!(group_of(&archive, &again), Some((first, 2)));
    let empty = id_of(&archive.file(document("3", "Title", "")));
    id_of(&archive.file(document("4", "Title", "").from("kremlin")));
    assert_eq!(group_of(&archive, &empty), None);
}

#[test]
fn a_statement_that_becomes_another_one_leaves_its_group() {
    let mut archive = Archive::new();
    let first = id_of(&archive.file(document("1", "Title", "Short.")));
    let again = id_of(&archive.file(document("2", "Title", "Short.").from("kremlin")));
    archive.file(document("1", "Title", "Something else."));
    assert_eq!((group_of(&archive, &first), group_of(&archive, &again)), (None, None));
    assert_eq!(duplicates(&archive), 0);
}

#[test]
fn a_rule_tells_of_one_statement_once_but_the_inbox_has_both() {
    let mut archive = Archive::new();
    archive.writer.save_rule(&rule("kp")).unwrap();
    archive.file(document("1", "Title", "Short.").matching("kp", Showing::Notified));
    let again = document("2", "Title", "Short.").from("kremlin").matching("kp", Showing::Notified);
    archive.file(again);
    assert_eq!(archive.reader.pending_alerts().unwrap().len(), 1);
    let alerts = archive.reader.alerts(&AlertFilter::default()).unwrap();
    let showings: Vec<Showing> = alerts.iter().map(|alert| alert.showing).collect();
    assert_eq!(showings, [Showing::Joined, Showing::Notified], "newest first");
}

#[test]
fn statements_of_older_programs_are_grouped_later() {
    let mut archive = Archive::new();
    let first = id_of(&archive.file(document("1", "A", "One text.").on("2026-03-01")));
    let again = id_of(&archive.file(document("2", "B", "One text!").on("2026-03-02").from("kremlin")));
    let conn = rusqlite::Connection::open(archive.path()).unwrap();
    conn.execute("UPDATE statement SET printed = 0", []).unwrap();
    let rows = archive.reader.unprinted(None, 10).unwrap();
    assert_eq!(rows, [archive.get(&first).row, archive.get(&again).row], "oldest first");
    let hash = |row: RowId| archive.reader.body(row).unwrap().unwrap().0;
    let printed = |&row: &RowId| Printed { row, content_sha256: hash(row), made: Some(print([1; 12])) };
    let printed: Vec<Printed> = rows.iter().map(printed).collect();
    archive.writer.print(&printed).unwrap();
    assert!(archive.reader.near_before(&print([1; 12]), rows[0]).unwrap().is_empty());
    assert_eq!(archive.reader.near_before(&print([1; 12]), rows[1]).unwrap()[0].row, rows[0]);
    archive.writer.group(&[(rows[0], None), (rows[1], Some(rows[0]))]).unwrap();
    assert_eq!(group_of(&archive, &again), Some((first, 2)));
    assert!(archive.reader.unprinted(None, 10).unwrap().is_empty());
}
