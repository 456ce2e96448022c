//! The way of a statement from clean text to the archive, beside a bare insert of the same text into FTS5 in batches of
//! the same size with the same promise to the disk.

use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;

use chancery_benches::{CpuTime, drafts, entry, new_archive, now, rules};
use chancery_model::{Draft, Rule};
use chancery_rules::RuleSet;
use chancery_store::{Entry, Reader, Writer};
use criterion::measurement::Measurement;
use criterion::{BatchSize, BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use rusqlite::Connection;

/// Statements that one run files.
const COUNT: usize = 512;
/// Statements of one transaction, as in the program.
const BATCH: usize = 32;

/// What both sides of the ratio are made of.
struct Material {
    drafts: Vec<Draft>,
    rules: RuleSet,
    empty: Empty,
}

impl Material {
    fn new() -> Self {
        let rules = rules(5, 1_000);
        let made_in = folder();
        let empty = archive_with(&rules, &made_in.path().join("empty.sqlite"));
        let (set, _) = RuleSet::compile(&rules, empty.rule_set);
        Self { drafts: drafts(4, COUNT), rules: set, empty }
    }

    fn entries(&self) -> Vec<Entry> {
        let ready = |draft: &Draft| entry(draft.clone(), &self.rules, self.empty.rule_set);
        self.drafts.iter().map(ready).collect()
    }
}

fn by_the_wall(c: &mut Criterion) {
    whole_beside_bare(c.benchmark_group("pipeline, wall"), &Material::new());
}

fn by_the_processor(c: &mut Criterion<CpuTime>) {
    let material = Material::new();
    let entries = material.entries();
    let alerts: usize = entries.iter().map(|entry| entry.judged.matches.len()).sum();
    println!("{:.2} alerts a statement", alerts as f64 / COUNT as f64);
    whole_beside_bare(c.benchmark_group("pipeline, processor"), &material);
    let mut group = c.benchmark_group("pipeline, processor");
    group.sample_size(10).throughput(Throughput::Elements(COUNT as u64));
    group.bench_function("tags, words and rules alone", |b| b.iter(|| material.entries()));
    let copy = || material.empty.copy();
    group.bench_function("filing alone", |b| {
        b.iter_batched_ref(copy, |(_, path)| file_all(path, &entries), BatchSize::PerIteration);
    });
    group.finish();
}

fn whole_beside_bare<M: Measurement>(mut group: BenchmarkGroup<'_, M>, material: &Material) {
    let Material { drafts, rules, empty } = material;
    group.sample_size(10).throughput(Throughput::Elements(COUNT as u64));
    group.bench_function("bare FTS5", |b| {
        b.iter_batched_ref(folder, |folder| bare(folder.path(), drafts), BatchSize::PerIteration);
    });
    group.bench_function("whole", |b| {
        b.iter_batched_ref(|| empty.copy(), |(_, path)| whole(path, drafts, rules), BatchSize::PerIteration);
    });
    group.finish();
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder for the archive")
}

/// An archive with rules and no statement, as a file that can be copied.
struct Empty {
    bytes: Vec<u8>,
    rule_set: i64,
}

fn archive_with(rules: &[Rule], path: &Path) -> Empty {
    let mut writer = new_archive(path);
    rules.iter().for_each(|rule| writer.save_rule(rule).expect("the rule is kept"));
    drop(writer);
    let rule_set =
        Reader::open(path).and_then(|reader| reader.rule_set_version()).expect("the archive is there");
    Empty { bytes: std::fs::read(path).expect("the archive is one file"), rule_set }
}

impl Empty {
    fn copy(&self) -> (tempfile::TempDir, PathBuf) {
        let folder = folder();
        let path = folder.path().join("chancery.sqlite");
        std::fs::write(&path, &self.bytes).expect("the copy can be written");
        (folder, path)
    }
}

/// Two threads: one tags, analyses and judges, the other files.
fn whole(path: &Path, drafts: &[Draft], rules: &RuleSet) {
    let mut writer = Writer::open(path, now()).expect("the archive was copied");
    let reader = Reader::open(path).expect("the archive was made");
    let rule_set = reader.rule_set_version().expect("the archive can be read");
    let (send, ready) = sync_channel::<Vec<Entry>>(1);
    std::thread::scope(|scope| {
        scope.spawn(move || {
            for batch in drafts.chunks(BATCH) {
                let entries: Vec<Entry> =
                    batch.iter().map(|draft| entry(draft.clone(), rules, rule_set)).collect();
                for entry in &entries {
                    reader.head(&entry.judged.source, &entry.judged.identity).expect("a look-up");
                }
                send.send(entries).expect("the writer waits");
            }
        });
        for entries in ready {
            writer.file(&entries, now()).expect("the batch is filed");
        }
    });
}

/// Files what was made ready before, so that only the writer's own work is seen.
fn file_all(path: &Path, entries: &[Entry]) {
    let mut writer = Writer::open(path, now()).expect("the archive was copied");
    for batch in entries.chunks(BATCH) {
        writer.file(batch, now()).expect("the batch is filed");
    }
}

fn bare(folder: &Path, drafts: &[Draft]) {
    let mut conn = Connection::open(folder.join("bare.sqlite")).expect("a new file");
    conn.execute_batch(
        "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE VIRTUAL TABLE bare USING fts5 (title, body);",
    )
    .expect("the table can be made");
    for batch in drafts.chunks(BATCH) {
        let tx = conn.transaction().expect("a transaction");
        for draft in batch {
            tx.prepare_cached("INSERT INTO bare (title, body) VALUES (?1, ?2)")
                .and_then(|mut insert| insert.execute([&draft.title, &draft.text]))
                .expect("an insert");
        }
        tx.commit().expect("a commit");
    }
}

criterion_group!(wall, by_the_wall);
criterion_group! {
    name = processor;
    config = Criterion::default().with_measurement(CpuTime);
    targets = by_the_processor
}
criterion_main!(wall, processor);
