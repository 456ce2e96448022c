use std::path::Path;

use chancery_model::{AlertId, Annotations, Filed, Judged, Rule, RuleId, Source, SourceId, StatementId};
use chrono::{DateTime, Utc};

use crate::{AlertChoice, Error, MarkChange, NewSource, Result, Visit};

/// The one connection that writes; owned by one thread. Every method is one transaction: it holds whole or not at all.
pub struct Writer {
    conn: rusqlite::Connection,
}

fn later<T>() -> Result<T> {
    Err(Error::Value("being written".into()))
}

#[allow(unused_variables, missing_docs)]
impl Writer {
    /// Opens or makes the archive, upgrading an older form after a copy of it was put beside the file.
    pub fn open(path: &Path, now: DateTime<Utc>) -> Result<Self> {
        Ok(Self { conn: rusqlite::Connection::open(path)? })
    }

    /// Files judged documents in one transaction and answers for each in the order given.
    /// What was judged against another head or rule set than the archive now holds is answered [`Filed::Stale`].
    pub fn file(&mut self, items: &[Judged], now: DateTime<Utc>) -> Result<Vec<Filed>> {
        later()
    }

    /// Replaces the tags of a statement's newest revision.
    pub fn retag(&mut self, id: &StatementId, annotations: &Annotations) -> Result<()> {
        later()
    }

    /// Follows a source; one that was removed comes back with its id and statements.
    pub fn add_source(&mut self, new: &NewSource, now: DateTime<Utc>) -> Result<Source> {
        later()
    }

    /// Gives a source another name; its id stays.
    pub fn rename_source(&mut self, id: &SourceId, name: &str) -> Result<()> {
        later()
    }

    /// Gives a source another address (a permanent redirect) and forgets the validators of the old one.
    pub fn move_source(&mut self, id: &SourceId, url: &str) -> Result<()> {
        later()
    }

    /// Stops following a source; its statements stay.
    pub fn remove_source(&mut self, id: &SourceId, now: DateTime<Utc>) -> Result<()> {
        later()
    }

    /// Pauses a source, or lets it go on at `now`.
    pub fn pause_source(&mut self, id: &SourceId, paused: bool, now: DateTime<Utc>) -> Result<()> {
        later()
    }

    /// Files what a visit brought: health, validators, next try.
    pub fn record_visit(&mut self, visit: &Visit) -> Result<()> {
        later()
    }

    /// Adds a rule or changes the one with its id; the rule set's version goes up by one.
    pub fn save_rule(&mut self, rule: &Rule) -> Result<()> {
        later()
    }

    /// Removes a rule and keeps its alerts; the rule set's version goes up by one.
    pub fn remove_rule(&mut self, id: &RuleId, now: DateTime<Utc>) -> Result<()> {
        later()
    }

    /// Notes that alerts were shown.
    pub fn stamp_alerts(&mut self, ids: &[AlertId], now: DateTime<Utc>) -> Result<()> {
        later()
    }

    /// Marks alerts as seen or not.
    pub fn set_seen(&mut self, which: &AlertChoice, seen: bool) -> Result<()> {
        later()
    }

    /// Marks statements as the user wishes; fails whole when one of them is unknown.
    pub fn mark(&mut self, ids: &[StatementId], change: &MarkChange, now: DateTime<Utc>) -> Result<()> {
        later()
    }

    /// Saves a setting.
    pub fn save_setting(&mut self, key: &str, value: &str) -> Result<()> {
        later()
    }

    /// Writes a whole copy of the archive to a file that does not exist yet.
    pub fn backup(&self, to: &Path) -> Result<()> {
        later()
    }

    /// Does one short step of merging the index; returns whether there is more to do.
    pub fn optimize_step(&mut self) -> Result<bool> {
        later()
    }
}
