//! Snapshots of how SQLite means to answer the hot queries: an index must serve, a full scan is a fault.

use chancery_model::{Condition, DateValue, Field, Literal, LiteralKind, Query, Scope};
use chancery_text::analyse_query;
use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::compose;
use crate::table::source;
use crate::{Order, facets, open};

fn now() -> DateTime<Utc> {
    "2026-03-10T12:00:00Z".parse().unwrap()
}

fn archive() -> (tempfile::TempDir, Connection) {
    let folder = tempfile::tempdir().unwrap();
    let conn = open::writer(&folder.path().join("a.sqlite"), now()).unwrap();
    conn.execute_batch(
        "INSERT INTO form VALUES ('en:sanction', 'sanctions|en'), ('xx:sanctions', 'sanctions|en'),
            ('=sanctions', 'sanctions|en');
         INSERT INTO tag (term) VALUES ('xall'), ('xcKP');",
    )
    .unwrap();
    (folder, conn)
}

fn explain(conn: &Connection, sql: &str) -> String {
    let mut explain = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let rows = explain.raw_query().mapped(|row| row.get::<_, String>(3)).collect::<Vec<_>>();
    rows.into_iter().map(Result::unwrap).collect::<Vec<_>>().join("\n")
}

/// The single place that explains a search.
fn of(query: Query, order: Order) -> String {
    let (_folder, conn) = archive();
    // The word's terms must be in the lexicon, whatever keys the analyser gives it.
    for position in words(&analyse_query(&query)) {
        conn.execute("INSERT OR IGNORE INTO form VALUES (?1, 'sanctions|en')", [position]).unwrap();
    }
    let select = compose(&conn, &analyse_query(&query), Some(order), now()).unwrap().unwrap();
    explain(&conn, &select.sql)
}

fn words(query: &chancery_text::AnalysedQuery) -> Vec<String> {
    use chancery_text::{AnalysedQuery as Q, Position};
    match query {
        Q::And(parts) | Q::Or(parts) => parts.iter().flat_map(words).collect(),
        Q::Not(part) => words(part),
        Q::Sequence { positions, .. } => positions
            .iter()
            .flat_map(|position| match position {
                Position::Word(keys) => keys.clone(),
                Position::Prefix(_) => Vec::new(),
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn word() -> Query {
    Query::Literal(Literal { text: "sanctions".into(), kind: LiteralKind::Word, scope: Scope::Anywhere })
}

fn country() -> Query {
    Query::Field(Field::Country("KP".parse().unwrap()))
}

fn since_2024() -> Query {
    Query::Field(Field::After(DateValue::Year(2024)))
}

fn unread() -> Query {
    Query::Field(Field::Is(Condition::Unread))
}

#[test]
fn the_main_list() {
    insta::assert_snapshot!(of(Query::Everything, Order::Newest), @"SEARCH statement_tag USING PRIMARY KEY (tag=?)");
    insta::assert_snapshot!(of(Query::And(vec![word(), country(), since_2024()]), Order::Newest), @"SCAN words VIRTUAL TABLE INDEX 192:M3>");
    insta::assert_snapshot!(of(Query::And(vec![country(), since_2024()]), Order::Newest), @"SEARCH statement_tag USING PRIMARY KEY (tag=? AND row>?)");
    insta::assert_snapshot!(of(Query::And(vec![word(), unread()]), Order::Newest), @"
    SCAN words VIRTUAL TABLE INDEX 192:M3
    LIST SUBQUERY 1
    SCAN mark USING COVERING INDEX mark_read
    CREATE BLOOM FILTER
    ");
}

#[test]
fn other_orders() {
    insta::assert_snapshot!(of(Query::Everything, Order::Received), @"SCAN statement USING COVERING INDEX statement_received");
    insta::assert_snapshot!(of(Query::And(vec![word(), country()]), Order::Received), @"
    SEARCH s USING INTEGER PRIMARY KEY (rowid=?)
    LIST SUBQUERY 1
    SCAN words VIRTUAL TABLE INDEX 0:M3
    USE TEMP B-TREE FOR ORDER BY
    ");
    insta::assert_snapshot!(of(word(), Order::Relevance), @"
    SCAN words VIRTUAL TABLE INDEX 0:M3
    USE TEMP B-TREE FOR ORDER BY
    ");
}

#[test]
fn facets_and_due_sources() {
    let (_folder, conn) = archive();
    insta::assert_snapshot!(explain(&conn, facets::PASS), @"SEARCH statement_tag USING COVERING INDEX tag_of_statement (row>? AND row<?)");
    insta::assert_snapshot!(explain(&conn, facets::ONE), @"SEARCH statement_tag USING COVERING INDEX tag_of_statement (row=?)");
    insta::assert_snapshot!(explain(&conn, &source::due_sql()), @"SEARCH source USING INDEX source_due (<expr><?)");
}
