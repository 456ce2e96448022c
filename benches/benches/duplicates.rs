//! Looking for the same body among a million fingerprints.
//!
//! Twenty thousand statements lie in the archive with their texts, so that what is found is read; of the others there are
//! fingerprints alone. One of the twelve numbers of these is one of a thousand, as where texts share a form of words. Half
//! of the bodies that are looked for are there with another heading, the other half are not.

use std::path::Path;
use std::time::{Duration, Instant};

use chancery_benches::{Random, drafts, entry, new_archive, now};
use chancery_compare::{fingerprint, same_statement};
use chancery_model::{Draft, Fingerprint};
use chancery_rules::RuleSet;
use chancery_store::{Candidate, Entry, Reader};
use cpu_time::ThreadTime;
use rusqlite::Connection;

const WITH_TEXTS: usize = 20_000;
const ALL: usize = 1_000_000;
const LOOKUPS: usize = 2_000;
/// The first day of the archive, in days since 1900-01-01: some ten years before the end of 2025.
const FIRST_DAY: i64 = 42_364;
const DAYS: usize = 3_652;

fn main() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("archive.db");
    let (begun, known) = (Instant::now(), drafts(1, WITH_TEXTS));
    file(&path, &known);
    let rows = add_fingerprints(&path).expect("the archive takes fingerprints");
    let size = std::fs::metadata(&path).map_or(0, |file| file.len() / 1_000_000);
    println!(
        "{ALL} fingerprints, {rows} rows, file of {size} MB, made in {:.0} s",
        begun.elapsed().as_secs_f64()
    );
    let step = WITH_TEXTS / (LOOKUPS / 2);
    let again = known.into_iter().step_by(step).map(|draft| published_again(&draft));
    let wanted: Vec<Draft> = again.chain(drafts(2, LOOKUPS / 2)).collect();
    measure(&Reader::open(&path).expect("the archive opens"), &wanted);
}

fn file(path: &Path, drafts: &[Draft]) {
    let (none, mut writer) = (RuleSet::default(), new_archive(path));
    for batch in drafts.chunks(512) {
        let entries: Vec<Entry> = batch.iter().map(|draft| entry(draft.clone(), &none, 1)).collect();
        writer.file(&entries, now()).expect("they are filed");
    }
}

/// Enters what is missing to a million, spread over the days as evenly as chance does; returns the rows of the table.
fn add_fingerprints(path: &Path) -> rusqlite::Result<u64> {
    let mut random = Random::new(3);
    let mut rows: Vec<(i64, i64)> = Vec::with_capacity((ALL - WITH_TEXTS) * 12);
    for sequence in 0..(ALL - WITH_TEXTS) as i64 {
        let day = FIRST_DAY + random.below(DAYS) as i64;
        for place in 0..12 {
            let number = random.below(if place == 0 { 1_000 } else { 1 << 32 }) as i64;
            rows.push(((day / 30) << 36 | place << 32 | number, day << 20 | sequence));
        }
    }
    rows.sort_unstable();
    let mut conn = Connection::open(path)?;
    let tx = conn.transaction()?;
    let mut add = tx.prepare("INSERT OR IGNORE INTO band (key, row) VALUES (?1, ?2)")?;
    for (key, row) in rows {
        add.execute([key, row])?;
    }
    drop(add);
    let count = tx.query_row("SELECT count(*) FROM band", [], |row| row.get(0))?;
    tx.commit()?;
    Ok(count)
}

/// A draft as another outlet has it.
fn published_again(draft: &Draft) -> Draft {
    Draft {
        title: format!("Press release: {}", draft.title),
        text: format!("By our correspondent\n\n{}\n\nContact: press office", draft.text),
        ..draft.clone()
    }
}

fn measure(reader: &Reader, wanted: &[Draft]) {
    let (mut making, mut looking, mut comparing) = (Vec::new(), Vec::new(), Vec::new());
    let mut found = 0;
    for draft in wanted {
        let (took, made) = timed(|| fingerprint(&draft.text));
        making.push(took);
        let Some(made) = made else { continue };
        let (took, near) = timed(|| near(reader, &made, draft));
        looking.push(took);
        let (took, same) = timed(|| is_among(draft, &near));
        comparing.push(took);
        found += usize::from(same);
    }
    println!("{} bodies looked for, {found} found and confirmed", wanted.len());
    println!("{:42} {:>8} {:>8} {:>8} {:>8}", "µs", "p50", "p90", "p99", "most");
    for (name, times) in
        [("making a fingerprint", making), ("looking it up", looking), ("comparing the texts", comparing)]
    {
        print_times(name, &times);
    }
}

fn near(reader: &Reader, made: &Fingerprint, draft: &Draft) -> Vec<Candidate> {
    reader.near(made, draft, now()).expect("the archive answers")
}

fn is_among(draft: &Draft, near: &[Candidate]) -> bool {
    near.iter().any(|other| same_statement((&draft.title, &draft.text), (&other.title, &other.text)))
}

/// What a piece of work took: by the wall, and of the processor.
type Took = (Duration, Duration);

fn timed<T>(work: impl FnOnce() -> T) -> (Took, T) {
    let (wall, processor) = (Instant::now(), ThreadTime::now());
    let done = work();
    ((wall.elapsed(), processor.elapsed()), done)
}

fn print_times(name: &str, times: &[Took]) {
    print_percentiles(&format!("{name}, wall"), times.iter().map(|took| took.0).collect());
    print_percentiles(&format!("{name}, processor"), times.iter().map(|took| took.1).collect());
}

fn print_percentiles(name: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let at = |part: f64| {
        let place = (times.len() as f64 * part) as usize;
        times.get(place.min(times.len().saturating_sub(1))).map_or(0, Duration::as_micros)
    };
    println!("{name:42} {:>8} {:>8} {:>8} {:>8}", at(0.5), at(0.9), at(0.99), at(1.0));
}
