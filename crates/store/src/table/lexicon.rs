//! The lexicon: which index terms answer to a key. It is filed with the statements that bring new terms.

use std::collections::HashSet;

use chancery_text::Key;
use rusqlite::Connection;

use crate::{Result, Words};

/// Terms to remember at most, so that a long-lived writer stays small: some 15 MB.
const REMEMBERED: usize = 200_000;

/// The terms that a writer has entered, so that a known word costs no SQL. The keys of a term depend on
/// the term alone. A writer whose transaction fails starts with an empty set.
#[derive(Default)]
pub(crate) struct Known(HashSet<String>);

/// Enters every term of a statement under its keys.
pub(crate) fn add(conn: &Connection, words: &Words, known: &mut Known) -> Result<()> {
    const ADD: &str = "INSERT OR IGNORE INTO form (key, term) VALUES (?1, ?2)";
    let mut add = conn.prepare_cached(ADD)?;
    for (term, keys) in &words.terms {
        if known.0.contains(term) {
            continue;
        }
        for key in keys.iter() {
            add.execute([key, term])?;
        }
        known.remember(term.clone());
    }
    Ok(())
}

impl Known {
    fn remember(&mut self, term: String) {
        if self.0.len() >= REMEMBERED {
            self.0.clear();
        }
        self.0.insert(term);
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
