//! Fingerprints of bodies, by which a body is found again.

use std::collections::HashMap;

use chancery_model::{Fingerprint, RowId};
use rusqlite::{Connection, params};

use crate::{Result, place};

/// Days that share the first part of a key: bodies are looked for among those of 30 to 60 days before and after.
const MONTH: i64 = 30;

/// Rows that are taken of one number: what hundreds share is a form of words and tells nothing.
const OF_ONE_NUMBER: u32 = 16;

/// Bodies at most that are worth a comparison.
const WORTH_COMPARING: usize = 8;

/// Enters a fingerprint.
pub(crate) fn add(conn: &Connection, row: RowId, print: &Fingerprint) -> Result<()> {
    let mut add = conn.prepare_cached("INSERT OR IGNORE INTO band (key, row) VALUES (?1, ?2)")?;
    for key in keys(month(row), print) {
        add.execute([key, row.0])?;
    }
    Ok(())
}

/// Takes a fingerprint out.
pub(crate) fn remove(conn: &Connection, row: RowId, print: &Fingerprint) -> Result<()> {
    let mut remove = conn.prepare_cached("DELETE FROM band WHERE key = ?1 AND row = ?2")?;
    for key in keys(month(row), print) {
        remove.execute([key, row.0])?;
    }
    Ok(())
}

/// Statements whose bodies may be the same as one that belongs near a row: those that share most numbers first.
pub(crate) fn near(conn: &Connection, row: RowId, print: &Fingerprint) -> Result<Vec<RowId>> {
    const SHARING: &str = "SELECT row FROM band WHERE key = ?1 ORDER BY row DESC LIMIT ?2";
    let mut sharing = conn.prepare_cached(SHARING)?;
    let mut shared: HashMap<i64, u32> = HashMap::new();
    for month in month(row) - 1..=month(row) + 1 {
        for key in keys(month, print) {
            for found in sharing.query_map(params![key, OF_ONE_NUMBER], |row| row.get(0))? {
                *shared.entry(found?).or_default() += 1;
            }
        }
    }
    let mut found: Vec<(i64, u32)> = shared.into_iter().collect();
    found.sort_by_key(|&(other, numbers)| (std::cmp::Reverse(numbers), (other - row.0).abs(), other));
    Ok(found.into_iter().take(WORTH_COMPARING).map(|(row, _)| RowId(row)).collect())
}

fn month(row: RowId) -> i64 {
    place::day_number(row).div_euclid(MONTH)
}

fn keys(month: i64, print: &Fingerprint) -> impl Iterator<Item = i64> {
    print.0.into_iter().zip(0_i64..).map(move |(number, at)| month << 36 | at << 32 | i64::from(number))
}
