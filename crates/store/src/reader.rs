use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::path::Path;

use chancery_model::{
    Alert, Draft, Fingerprint, Head, Identity, Received, RowId, Rule, RuleId, Source, SourceId, Statement,
    StatementId,
};
use chancery_text::AnalysedQuery;
use chrono::{DateTime, Utc};
use rusqlite::Connection;

use crate::table::{
    alert, band, folder, group, mark, page_check, received, rule, setting, source, spell, statement, tagger,
    translation, visit, watched,
};
use crate::{
    AlertFilter, Candidate, CheckedPage, Due, Error, FacetCounts, Kept, MonthCount, Numbers, Order,
    PageAnswer, PageShare, Publication, Result, Revision, Told, WatchedFile, codec, facets, identity, open,
    place, search,
};

/// A connection that only reads and sees a consistent state for each call.
pub struct Reader {
    conn: Connection,
}

/// Cancels what a reader does at this moment, from another thread.
pub struct InterruptHandle(rusqlite::InterruptHandle);

impl InterruptHandle {
    /// Makes the running call return [`Error::Interrupted`]; without one it does nothing.
    pub fn interrupt(&self) {
        self.0.interrupt();
    }
}

impl Reader {
    /// Opens an archive that a [`crate::Writer`] made.
    pub fn open(path: &Path) -> Result<Self> {
        Ok(Self { conn: open::reader(path)? })
    }

    /// Returns a handle that cancels this reader's running call.
    pub fn interrupt_handle(&self) -> InterruptHandle {
        InterruptHandle(self.conn.get_interrupt_handle())
    }

    /// A number that changes whenever another connection has committed something.
    pub fn data_version(&self) -> Result<i64> {
        Ok(self.conn.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }

    /// Counts the statements whose tags were made by other data than of this version.
    pub fn stale_count(&self, version: &str) -> Result<u64> {
        tagger::stale_count(&self.conn, version)
    }

    /// Lists statements whose tags were made by other data than of this version: newest first, at most `most`, from
    /// before a row.
    pub fn stale(&self, version: &str, before: Option<RowId>, most: usize) -> Result<Vec<RowId>> {
        tagger::stale(&self.conn, version, before, most)
    }

    /// Statements whose bodies may be the same as one with this fingerprint that belongs where the draft's date says: at
    /// most eight, the likeliest first, from 30 to 60 days before and after.
    pub fn near(
        &self,
        print: &Fingerprint,
        draft: &Draft,
        collected_at: DateTime<Utc>,
    ) -> Result<Vec<Candidate>> {
        self.candidates(band::near(&self.conn, RowId(place::wanted(draft, collected_at)), print)?)
    }

    /// As [`Reader::near`] for a statement that was filed, among those of an earlier date.
    pub fn near_before(&self, print: &Fingerprint, row: RowId) -> Result<Vec<Candidate>> {
        let near = band::near(&self.conn, row, print)?;
        self.candidates(near.into_iter().filter(|other| *other < row).collect())
    }

    fn candidates(&self, rows: Vec<RowId>) -> Result<Vec<Candidate>> {
        let mut candidates = Vec::with_capacity(rows.len());
        for row in rows {
            // A row that moved meanwhile has its fingerprint elsewhere.
            let Some((_, candidate)) = statement::body(&self.conn, row)? else { continue };
            candidates.push(candidate);
        }
        Ok(candidates)
    }

    /// Lists statements without a fingerprint: oldest first, at most `most`, from behind a row.
    pub fn unprinted(&self, after: Option<RowId>, most: usize) -> Result<Vec<RowId>> {
        statement::unprinted(&self.conn, after, most)
    }

    /// The internal id of a statement.
    pub fn row_of(&self, id: &StatementId) -> Result<Option<RowId>> {
        Ok(statement::place(&self.conn, id)?.map(|place| place.row))
    }

    /// The content hash (hex) of a row's newest revision with its title and text; none when it is no more.
    pub fn body(&self, row: RowId) -> Result<Option<(String, Candidate)>> {
        statement::body(&self.conn, row)
    }

    /// The oldest other statement with this very content (hash in hex).
    pub fn with_content(&self, content_sha256: &str, except: RowId) -> Result<Option<RowId>> {
        group::with_content(&self.conn, content_sha256, except)
    }

    /// Where else a statement was published: the other statements of its group, the first collected first.
    pub fn publications(&self, id: &StatementId) -> Result<Vec<Publication>> {
        self.snapshot(|conn| match statement::place(conn, id)? {
            Some(place) => group::others(conn, place.row),
            None => Ok(Vec::new()),
        })
    }

    /// The version of the rule set: it goes up with every change of a rule.
    pub fn rule_set_version(&self) -> Result<i64> {
        setting::rule_set(&self.conn)
    }

    /// Sources to be asked at `now`, the longest waiting first.
    pub fn due_sources(&self, now: DateTime<Utc>) -> Result<Vec<Due>> {
        source::due(&self.conn, now)
    }

    /// All sources that are followed, by name.
    pub fn sources(&self) -> Result<Vec<Source>> {
        source::all(&self.conn)
    }

    /// The folders of the sources that lie in one, from the outside in.
    pub fn source_folders(&self) -> Result<HashMap<SourceId, Vec<String>>> {
        folder::all(&self.conn)
    }

    /// One source; also one that was removed.
    pub fn source(&self, id: &SourceId) -> Result<Option<Source>> {
        source::get(&self.conn, id)
    }

    /// What was kept of a source's last answer.
    pub fn kept(&self, id: &SourceId) -> Result<Kept> {
        source::kept(&self.conn, id)
    }

    /// What the user was told of the trouble of each source.
    pub fn told(&self) -> Result<Vec<Told>> {
        spell::all(&self.conn)
    }

    /// Files of a watched folder as they were when they were read, by path.
    pub fn watched_files(&self, id: &SourceId) -> Result<Vec<WatchedFile>> {
        watched::all(&self.conn, id)
    }

    /// The pages of a source's statements that were collected since `since` and not asked for after `before`, the longest
    /// waiting first, at most `most`.
    pub fn pages_to_ask(
        &self,
        id: &SourceId,
        since: DateTime<Utc>,
        before: DateTime<Utc>,
        most: u32,
    ) -> Result<Vec<CheckedPage>> {
        page_check::to_ask(&self.conn, id, since, before, most)
    }

    /// How many pages of a source's statements collected since `since` were asked for again, and how many are missing.
    pub fn page_share(&self, id: &SourceId, since: DateTime<Utc>) -> Result<PageShare> {
        page_check::share(&self.conn, id, since)
    }

    /// How the page of a statement answered when it was last asked; none when it was not asked by itself.
    pub fn page_answer(&self, row: RowId) -> Result<Option<PageAnswer>> {
        page_check::answer(&self.conn, row)
    }

    /// Hosts that asked to be left alone, and until when.
    pub fn resting_hosts(&self, now: DateTime<Utc>) -> Result<HashMap<String, DateTime<Utc>>> {
        visit::resting(&self.conn, now)
    }

    /// When the newest statements of a source were collected, newest first: the measure of its cadence.
    pub fn arrivals(&self, id: &SourceId, limit: u32) -> Result<Vec<DateTime<Utc>>> {
        source::arrivals(&self.conn, id, limit)
    }

    /// The newest revision of the document that a source brought under this identity.
    pub fn head(&self, source: &SourceId, identity: &Identity) -> Result<Option<Head>> {
        statement::head(&self.conn, &identity::public_id(source, identity))
    }

    /// Those of the given content hashes (hex) that some statement's newest revision has.
    pub fn known_hashes(&self, content_sha256: &[String]) -> Result<HashSet<String>> {
        let mut known = HashSet::new();
        for sha256 in content_sha256 {
            if statement::has_content(&self.conn, sha256)? {
                known.insert(sha256.clone());
            }
        }
        Ok(known)
    }

    /// The statement of a source whose newest revision has this content (hash in hex), the first where there are several.
    pub fn holding(&self, source: &SourceId, content_sha256: &str) -> Result<Option<StatementId>> {
        statement::holding(&self.conn, source, content_sha256)
    }

    /// All rules, by name, those that are off too.
    pub fn rules(&self) -> Result<Vec<Rule>> {
        rule::all(&self.conn)
    }

    /// Alerts that were not shown yet, oldest first.
    pub fn pending_alerts(&self) -> Result<Vec<Alert>> {
        alert::pending(&self.conn)
    }

    /// Alerts, newest first.
    pub fn alerts(&self, filter: &AlertFilter) -> Result<Vec<Alert>> {
        alert::list(&self.conn, filter)
    }

    /// Alerts of a rule in each of the last `weeks` weeks before `now`, oldest first.
    pub fn alert_weeks(&self, rule: &RuleId, weeks: u32, now: DateTime<Utc>) -> Result<Vec<u32>> {
        alert::weeks(&self.conn, rule, weeks, now)
    }

    /// How many alerts of a rule were not seen.
    pub fn unseen_alerts(&self, rule: &RuleId) -> Result<u32> {
        alert::unseen(&self.conn, rule)
    }

    /// Statements that match, in order. `now` decides `within:`.
    pub fn search(&self, query: &AnalysedQuery, order: Order, now: DateTime<Utc>) -> Result<Vec<RowId>> {
        self.snapshot(|conn| search::search(conn, query, order, now))
    }

    /// How many statements match.
    pub fn count(&self, query: &AnalysedQuery, now: DateTime<Utc>) -> Result<u64> {
        self.snapshot(|conn| search::count(conn, query, now))
    }

    /// How many of these statements are unread.
    pub fn unread(&self, rows: &[RowId]) -> Result<u64> {
        Ok(rows.len() as u64 - mark::read_among(&self.conn, rows)?)
    }

    /// Counts of all facets under these statements.
    pub fn facets(&self, rows: &[RowId]) -> Result<FacetCounts> {
        self.snapshot(|conn| facets::of(conn, rows))
    }

    /// Counts by month of these statements, without gaps.
    pub fn months(rows: &[RowId]) -> Vec<MonthCount> {
        place::by_month(rows)
    }

    /// Statements in the given order; a row that is no more is left out.
    pub fn rows(&self, rows: &[RowId]) -> Result<Vec<Statement>> {
        let mut statements = Vec::with_capacity(rows.len());
        let collected = self.for_each(rows, |statement| {
            statements.push(statement);
            ControlFlow::Continue(())
        });
        collected.map(|_| statements)
    }

    /// Hands statements on one by one in the given order, in constant memory; a row that is no more is left out.
    pub fn for_each(
        &self,
        rows: &[RowId],
        mut each: impl FnMut(Statement) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>> {
        for row in rows {
            let Some(statement) = statement::by_row(&self.conn, *row)? else { continue };
            if each(statement).is_break() {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// One statement with the title, text and tags of the given revision (`None`: the newest).
    pub fn statement(&self, id: &StatementId, revision: Option<u32>) -> Result<Option<Statement>> {
        self.snapshot(|conn| {
            let Some(place) = statement::place(conn, id)? else { return Ok(None) };
            match revision {
                Some(revision) if revision != place.revision => statement::earlier(conn, place.row, revision),
                _ => statement::by_row(conn, place.row),
            }
        })
    }

    /// The newest statement with this address.
    pub fn statement_by_url(&self, url: &str) -> Result<Option<StatementId>> {
        statement::by_url(&self.conn, url)
    }

    /// The statements that a statement names as its translations, and those that name it, newest first.
    pub fn translations(&self, row: RowId) -> Result<Vec<Statement>> {
        self.snapshot(|conn| {
            let rows = translation::linked(conn, row)?.into_iter();
            rows.filter_map(|row| statement::by_row(conn, row).transpose()).collect()
        })
    }

    /// All revisions of a statement, the first first; empty when there is no such statement.
    pub fn revisions(&self, id: &StatementId) -> Result<Vec<Revision>> {
        self.snapshot(|conn| match statement::place(conn, id)? {
            Some(place) => statement::revisions(conn, place.row),
            None => Ok(Vec::new()),
        })
    }

    /// The bytes as received of a revision (`None`: the newest), where kept.
    pub fn received(&self, id: &StatementId, revision: Option<u32>) -> Result<Option<Received>> {
        self.snapshot(|conn| {
            let Some(place) = statement::place(conn, id)? else { return Ok(None) };
            let receipt = statement::receipt(conn, place.row, revision)?;
            receipt.map(|receipt| received::get(conn, receipt)).transpose()
        })
    }

    /// The archive in numbers.
    pub fn numbers(&self) -> Result<Numbers> {
        const NUMBERS: &str = "SELECT (SELECT count(*) FROM statement),
            (SELECT count(*) FROM mark WHERE read = 1), (SELECT count(*) FROM mark WHERE starred = 1),
            (SELECT count(*) FROM alert WHERE seen = 0), (SELECT count(*) FROM alert WHERE notified_at IS NULL),
            (SELECT count(*) FROM source WHERE removed_at IS NULL),
            (SELECT count(*) FROM source WHERE removed_at IS NULL AND paused = 0
                AND state IN ('failing', 'silent', 'gone')),
            (SELECT max(last_success) FROM source)";
        let read = |row: &rusqlite::Row<'_>| {
            let statements: u64 = row.get(0)?;
            let last_collected = row.get::<_, Option<i64>>(7)?.map(codec::moment);
            Ok(Numbers {
                statements,
                unread: statements.saturating_sub(row.get(1)?),
                starred: row.get(2)?,
                alerts_unseen: row.get(3)?,
                alerts_pending: row.get(4)?,
                sources: row.get(5)?,
                sources_in_trouble: row.get(6)?,
                last_collected,
            })
        };
        Ok(self.conn.prepare_cached(NUMBERS)?.query_row([], read)?)
    }

    /// A setting.
    pub fn setting(&self, key: &str) -> Result<Option<String>> {
        setting::get(&self.conn, key)
    }

    /// Reads the whole file for damage; takes seconds on a large archive.
    pub fn check(&self) -> Result<()> {
        let path = Path::new(self.conn.path().unwrap_or_default());
        let found = self.conn.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
        match found.map_err(|error| Error::from(error).at(path))? {
            ok if ok == "ok" => Ok(()),
            detail => Err(Error::Corrupt { path: path.to_owned(), detail }),
        }
    }

    /// Runs several queries on one state of the archive.
    fn snapshot<T>(&self, job: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let tx = self.conn.unchecked_transaction()?;
        let value = job(&tx)?;
        tx.finish()?;
        Ok(value)
    }
}
