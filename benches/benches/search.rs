//! The main list (word AND country AND dates, newest first, fifty rows) beside a plain schema: a table of documents, a
//! table of tags that is joined, an index of words, and ORDER BY date.
//!
//! `CHANCERY_BENCH_STATEMENTS` says how many statements both archives hold (20,000).

use std::path::Path;

use chancery_benches::{CpuTime, drafts, entry, new_archive, now};
use chancery_model::RowId;
use chancery_rules::{RuleSet, parse};
use chancery_store::{Entry, Order, Reader};
use chancery_text::{AnalysedQuery, analyse_query};
use criterion::{Criterion, criterion_group, criterion_main};
use rusqlite::Connection;

/// Rows that a window shows.
const SHOWN: usize = 50;

fn lists(c: &mut Criterion<CpuTime>) {
    let folder = tempfile::tempdir().expect("a folder for the archives");
    let (ours, plain) = (folder.path().join("chancery.sqlite"), folder.path().join("plain.sqlite"));
    let plain = fill(&ours, &plain);
    let reader = Reader::open(&ours).expect("the archive was filled");
    let mut group = c.benchmark_group("search");
    let main = "sanctions country:UA after:2024 before:2026";
    println!(
        "main list: {} hits here, {} in the plain schema",
        hits(&reader, main).len(),
        plain_hits(&plain)
    );
    group.bench_function("main list", |b| b.iter(|| shown(&reader, main)));
    group.bench_function("main list, plain schema", |b| b.iter(|| plain_main(&plain)));
    group.bench_function("common word", |b| b.iter(|| shown(&reader, "sanctions")));
    group.bench_function("common word, plain schema", |b| b.iter(|| plain_word(&plain)));
    group.bench_function("country and dates", |b| {
        b.iter(|| shown(&reader, "country:UA after:2024 before:2026"))
    });
    group.bench_function("phrase", |b| b.iter(|| shown(&reader, "\"security council\"")));
    group.bench_function("beginning", |b| b.iter(|| shown(&reader, "sanct*")));
    group.bench_function("facets of the main list", |b| {
        let rows = hits(&reader, main);
        b.iter(|| reader.facets(&rows).expect("facets"));
    });
    group.finish();
}

fn fill(ours: &Path, plain: &Path) -> Connection {
    let count = std::env::var("CHANCERY_BENCH_STATEMENTS").ok().and_then(|count| count.parse().ok());
    let drafts = drafts(6, count.unwrap_or(20_000));
    let mut writer = new_archive(ours);
    let mut conn = Connection::open(plain).expect("a new file");
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA cache_size = -32768;
         CREATE TABLE document (id INTEGER PRIMARY KEY, date TEXT, title TEXT, body TEXT);
         CREATE INDEX document_date ON document (date);
         CREATE TABLE tag (document INTEGER, country TEXT, PRIMARY KEY (document, country));
         CREATE INDEX tag_country ON tag (country);
         CREATE VIRTUAL TABLE words USING fts5 (title, body, content = 'document', content_rowid = 'id');",
    )
    .expect("the plain schema can be made");
    for batch in drafts.chunks(1_000) {
        let none = RuleSet::default();
        let entries: Vec<Entry> = batch.iter().map(|draft| entry(draft.clone(), &none, 1)).collect();
        writer.file(&entries, now()).expect("the batch is filed");
        fill_plain(&mut conn, &entries).expect("the plain schema takes it");
    }
    while writer.optimize_step().expect("the index is merged") {}
    conn.execute("INSERT INTO words (words) VALUES ('optimize')", []).expect("the index is merged");
    conn
}

fn fill_plain(conn: &mut Connection, entries: &[Entry]) -> rusqlite::Result<()> {
    let tx = conn.transaction()?;
    for entry in entries {
        let (draft, tags) = (&entry.judged.annotated.draft, &entry.judged.annotated.annotations);
        let date = draft.published.as_ref().map(|published| published.when.day().to_string());
        tx.prepare_cached("INSERT INTO document (date, title, body) VALUES (?1, ?2, ?3)")?.execute((
            date,
            &draft.title,
            &draft.text,
        ))?;
        let id = tx.last_insert_rowid();
        tx.prepare_cached("INSERT INTO words (rowid, title, body) VALUES (?1, ?2, ?3)")?.execute((
            id,
            &draft.title,
            &draft.text,
        ))?;
        for country in &tags.countries {
            tx.prepare_cached("INSERT INTO tag VALUES (?1, ?2)")?.execute((id, country.code.as_str()))?;
        }
    }
    tx.commit()
}

fn query(text: &str) -> AnalysedQuery {
    analyse_query(&parse(text).expect("a query").query)
}

fn hits(reader: &Reader, text: &str) -> Vec<RowId> {
    reader.search(&query(text), Order::Newest, now()).expect("an answer")
}

/// Everything from the typed query to the rows of the first window; all hits are counted on the way.
fn shown(reader: &Reader, text: &str) -> usize {
    let rows = hits(reader, text);
    reader.rows(&rows[..rows.len().min(SHOWN)]).expect("rows").len()
}

const PLAIN: &str =
    "FROM words JOIN document ON document.id = words.rowid JOIN tag ON tag.document = document.id
    WHERE words MATCH 'sanctions' AND tag.country = 'UA' AND date >= '2024' AND date < '2026'";

fn plain_hits(conn: &Connection) -> i64 {
    conn.query_row(&format!("SELECT count(*) {PLAIN}"), [], |row| row.get(0)).expect("a count")
}

fn plain_main(conn: &Connection) -> usize {
    plain(conn, &format!("SELECT document.title, document.body {PLAIN} ORDER BY date DESC LIMIT {SHOWN}"))
}

fn plain_word(conn: &Connection) -> usize {
    let sql = "SELECT document.title, document.body FROM words JOIN document ON document.id = words.rowid
        WHERE words MATCH 'sanctions' ORDER BY date DESC LIMIT 50";
    plain(conn, sql)
}

fn plain(conn: &Connection, sql: &str) -> usize {
    let mut select = conn.prepare_cached(sql).expect("a query");
    let rows = select.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)));
    rows.expect("rows").map(|row| row.expect("a row")).count()
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(CpuTime);
    targets = lists
}
criterion_main!(benches);
