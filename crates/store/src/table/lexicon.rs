//! The lexicon: which index terms answer to a key. It is filed with the statements that bring new terms.

use std::collections::HashSet;

use chancery_text::{Analysed, Key, lexicon};
use rusqlite::Connection;

use crate::Result;

/// Terms to remember at most, so that a long-lived writer stays small: some 20 MB.
const REMEMBERED: usize = 200_000;

/// What a writer remembers of the lexicon, so that a known word costs no SQL. Holds only committed pairs; a writer
/// whose transaction fails starts with an empty one.
#[derive(Default)]
pub(crate) struct Known(HashSet<(Key, String)>);

/// Enters every term of a text under its keys.
pub(crate) fn add(conn: &Connection, text: &Analysed, known: &mut Known) -> Result<()> {
    const ADD: &str = "INSERT OR IGNORE INTO form (key, term) VALUES (?1, ?2)";
    let mut add = conn.prepare_cached(ADD)?;
    for pair in lexicon(text) {
        if !known.0.contains(&pair) {
            add.execute([&pair.0, &pair.1])?;
            known.remember(pair);
        }
    }
    Ok(())
}

impl Known {
    fn remember(&mut self, pair: (Key, String)) {
        if self.0.len() >= REMEMBERED {
            self.0.clear();
        }
        self.0.insert(pair);
    }
}

/// All terms that answer to at least one of the keys, sorted.
pub(crate) fn terms_of(conn: &Connection, keys: &[Key]) -> Result<Vec<String>> {
    let mut read = conn.prepare_cached("SELECT term FROM form WHERE key = ?1")?;
    let mut terms = Vec::new();
    for key in keys {
        for term in read.query_map([key], |row| row.get(0))? {
            terms.push(term?);
        }
    }
    terms.sort_unstable();
    terms.dedup();
    Ok(terms)
}
