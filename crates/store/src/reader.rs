use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::Path;

use chancery_model::{
    Alert, Head, Identity, Received, RowId, Rule, RuleId, Source, SourceId, Statement, StatementId,
};
use chancery_text::AnalysedQuery;
use chrono::{DateTime, Utc};

use crate::{AlertFilter, Due, Error, FacetCounts, Kept, MonthCount, Numbers, Order, Result, Revision};

/// A connection that only reads and sees a consistent state for each call.
pub struct Reader {
    conn: rusqlite::Connection,
}

/// Cancels what a reader does at this moment, from another thread.
pub struct InterruptHandle(rusqlite::InterruptHandle);

impl InterruptHandle {
    /// Makes the running call return [`Error::Interrupted`]; without one it does nothing.
    pub fn interrupt(&self) {
        self.0.interrupt();
    }
}

fn later<T>() -> Result<T> {
    Err(Error::Value("being written".into()))
}

#[allow(unused_variables, missing_docs)]
impl Reader {
    /// Opens an archive that a [`crate::Writer`] made.
    pub fn open(path: &Path) -> Result<Self> {
        Ok(Self { conn: rusqlite::Connection::open(path)? })
    }

    /// Returns a handle that cancels this reader's running call.
    pub fn interrupt_handle(&self) -> InterruptHandle {
        InterruptHandle(self.conn.get_interrupt_handle())
    }

    /// A number that changes whenever another connection has committed something.
    pub fn data_version(&self) -> Result<i64> {
        later()
    }

    /// The version of the rule set: it goes up with every change of a rule.
    pub fn rule_set_version(&self) -> Result<i64> {
        later()
    }

    /// Sources to be asked at `now`, the longest waiting first.
    pub fn due_sources(&self, now: DateTime<Utc>) -> Result<Vec<Due>> {
        later()
    }

    /// All sources that are followed, by name.
    pub fn sources(&self) -> Result<Vec<Source>> {
        later()
    }

    /// One source; also one that was removed.
    pub fn source(&self, id: &SourceId) -> Result<Option<Source>> {
        later()
    }

    /// What was kept of a source's last answer.
    pub fn kept(&self, id: &SourceId) -> Result<Kept> {
        later()
    }

    /// When the newest statements of a source were collected, newest first: the measure of its cadence.
    pub fn arrivals(&self, id: &SourceId, limit: u32) -> Result<Vec<DateTime<Utc>>> {
        later()
    }

    /// The newest revision of the document that a source brought under this identity.
    pub fn head(&self, source: &SourceId, identity: &Identity) -> Result<Option<Head>> {
        later()
    }

    /// Those of the given content hashes (hex) that some statement's newest revision has.
    pub fn known_hashes(&self, content_sha256: &[String]) -> Result<HashSet<String>> {
        later()
    }

    /// All rules, by name, those that are off too.
    pub fn rules(&self) -> Result<Vec<Rule>> {
        later()
    }

    /// Alerts that were not shown yet, oldest first.
    pub fn pending_alerts(&self) -> Result<Vec<Alert>> {
        later()
    }

    /// Alerts, newest first.
    pub fn alerts(&self, filter: &AlertFilter) -> Result<Vec<Alert>> {
        later()
    }

    /// Alerts of a rule in each of the last `weeks` weeks before `now`, oldest first.
    pub fn alert_weeks(&self, rule: &RuleId, weeks: u32, now: DateTime<Utc>) -> Result<Vec<u32>> {
        later()
    }

    /// How many alerts of a rule were not seen.
    pub fn unseen_alerts(&self, rule: &RuleId) -> Result<u32> {
        later()
    }

    /// Statements that match, in order. `now` decides `within:`.
    pub fn search(&self, query: &AnalysedQuery, order: Order, now: DateTime<Utc>) -> Result<Vec<RowId>> {
        later()
    }

    /// How many statements match.
    pub fn count(&self, query: &AnalysedQuery, now: DateTime<Utc>) -> Result<u64> {
        later()
    }

    /// How many of these statements are unread.
    pub fn unread(&self, rows: &[RowId]) -> Result<u64> {
        later()
    }

    /// Counts of all facets under these statements.
    pub fn facets(&self, rows: &[RowId]) -> Result<FacetCounts> {
        later()
    }

    /// Counts by month of these statements, without gaps.
    pub fn months(rows: &[RowId]) -> Vec<MonthCount> {
        Vec::new()
    }

    /// Statements in the given order; a row that is no more is left out.
    pub fn rows(&self, rows: &[RowId]) -> Result<Vec<Statement>> {
        later()
    }

    /// Hands statements on one by one in the given order, in constant memory.
    pub fn for_each(
        &self,
        rows: &[RowId],
        each: impl FnMut(Statement) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>> {
        later()
    }

    /// One statement with the title, text and tags of the given revision (`None`: the newest).
    pub fn statement(&self, id: &StatementId, revision: Option<u32>) -> Result<Option<Statement>> {
        later()
    }

    /// The newest statement with this address.
    pub fn statement_by_url(&self, url: &str) -> Result<Option<StatementId>> {
        later()
    }

    /// All revisions of a statement, the first first; empty when there is no such statement.
    pub fn revisions(&self, id: &StatementId) -> Result<Vec<Revision>> {
        later()
    }

    /// The bytes as received of a revision (`None`: the newest), where kept.
    pub fn received(&self, id: &StatementId, revision: Option<u32>) -> Result<Option<Received>> {
        later()
    }

    /// The archive in numbers.
    pub fn numbers(&self) -> Result<Numbers> {
        later()
    }

    /// A setting.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        later()
    }
}
