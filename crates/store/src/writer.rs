use std::path::Path;

use chancery_model::{AlertId, Filed, Manners, RowId, Rule, RuleId, Source, SourceId, StatementId};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::table::lexicon::Known;
use crate::table::{
    alert, folder, group, mark, page_check, rule, setting, source, spell, statement, visit, watched, words,
};
use crate::{
    AlertChoice, Entry, Error, MarkChange, NewSource, PageCheck, PageTrouble, Printed, Result, Retagged,
    Spell, Visit, WatchedFile, filing, migrate, open,
};

/// The one connection that writes; owned by one thread. Every method is one transaction: it holds whole or not at all.
pub struct Writer {
    conn: Connection,
    known: Known,
}

impl Writer {
    /// Opens or makes the archive, upgrading an older form after a copy of it was put beside the file.
    pub fn open(path: &Path, now: DateTime<Utc>) -> Result<Self> {
        Ok(Self { conn: open::writer(path, now)?, known: Known::default() })
    }

    /// Files judged documents in one transaction and answers for each in the order given.
    ///
    /// What was judged against another head or rule set than the archive now holds is answered [`Filed::Stale`].
    pub fn file(&mut self, entries: &[Entry], now: DateTime<Utc>) -> Result<Vec<Filed>> {
        self.with_lexicon(|tx, known| filing::file(tx, entries, known, now))
    }

    /// Replaces the tags of statements; returns how many. One that has another revision by now keeps its tags, which are
    /// newer than these.
    pub fn retag(&mut self, retagged: &[Retagged]) -> Result<u64> {
        self.with_lexicon(|tx, known| {
            let mut count = 0;
            for one in retagged {
                count += u64::from(filing::retag(tx, one, known)?);
            }
            Ok(count)
        })
    }

    /// Enters the fingerprints of statements that were filed without one.
    pub fn print(&mut self, printed: &[Printed]) -> Result<()> {
        self.transaction(|tx| filing::print(tx, printed))
    }

    /// Groups statements with those that are the same, `(statement, the same one)`, and notes that they were looked for.
    pub fn group(&mut self, found: &[(RowId, Option<RowId>)]) -> Result<()> {
        self.transaction(|tx| {
            for (row, same_as) in found {
                same_as.map_or(Ok(()), |first| group::join(tx, *row, first))?;
                statement::set_printed(tx, *row)?;
            }
            Ok(())
        })
    }

    /// Follows a source; one that was removed comes back with its id and statements.
    pub fn add_source(&mut self, new: &NewSource, now: DateTime<Utc>) -> Result<Source> {
        self.transaction(|tx| {
            let id = source::add(tx, new, now)?;
            source::get(tx, &id)?.ok_or(Error::NoSource(id))
        })
    }

    /// Puts a source into a folder, given from the outside in; an empty one takes it out.
    pub fn put_in_folder(&mut self, id: &SourceId, folder: &[String]) -> Result<()> {
        self.transaction(|tx| folder::put(tx, id, folder))
    }

    /// Gives a source another name; its id stays.
    pub fn rename_source(&mut self, id: &SourceId, name: &str) -> Result<()> {
        self.transaction(|tx| source::rename(tx, id, name))
    }

    /// Gives a source another address and forgets the validators of the old one; it is due at once.
    pub fn move_source(&mut self, id: &SourceId, url: &str) -> Result<()> {
        self.transaction(|tx| source::move_to(tx, id, url))
    }

    /// Stops following a source; its statements stay.
    pub fn remove_source(&mut self, id: &SourceId, now: DateTime<Utc>) -> Result<()> {
        self.transaction(|tx| source::remove(tx, id, now))
    }

    /// Pauses a source, or lets it go on at `now`.
    pub fn pause_source(&mut self, id: &SourceId, paused: bool, now: DateTime<Utc>) -> Result<()> {
        self.transaction(|tx| source::pause(tx, id, paused, now))
    }

    /// Changes how a source is asked; it is due at once.
    pub fn set_manners(&mut self, id: &SourceId, manners: &Manners) -> Result<()> {
        self.transaction(|tx| source::set_manners(tx, id, manners))
    }

    /// Notes that the user was told of a source's spell of trouble.
    pub fn tell_spell(&mut self, id: &SourceId, told: Spell, now: DateTime<Utc>) -> Result<()> {
        self.transaction(|tx| spell::tell(tx, id, told, now))
    }

    /// Notes that the spell that the user was told of has ended.
    pub fn end_spell(&mut self, id: &SourceId) -> Result<()> {
        self.transaction(|tx| spell::end(tx, id))
    }

    /// Notes that a host asked to be left alone.
    pub fn rest_host(&mut self, host: &str, until: DateTime<Utc>, now: DateTime<Utc>) -> Result<()> {
        self.transaction(|tx| visit::rest(tx, host, until, now))
    }

    /// Notes that files of a watched folder were read.
    pub fn note_files(&mut self, id: &SourceId, files: &[WatchedFile]) -> Result<()> {
        self.transaction(|tx| files.iter().try_for_each(|file| watched::note(tx, id, file)))
    }

    /// Forgets files that are not in a watched folder any more; their statements stay.
    pub fn forget_files(&mut self, id: &SourceId, paths: &[String]) -> Result<()> {
        self.transaction(|tx| paths.iter().try_for_each(|path| watched::forget(tx, id, path)))
    }

    /// Notes how the page of a statement answered that was asked for again.
    pub fn note_page(&mut self, check: &PageCheck, now: DateTime<Utc>) -> Result<()> {
        self.transaction(|tx| page_check::note(tx, check, now))
    }

    /// Notes how the pages of entries answered when these were read: what stood in the way, or nothing.
    pub fn note_first_pages(
        &mut self,
        answers: &[(StatementId, Option<PageTrouble>)],
        now: DateTime<Utc>,
    ) -> Result<()> {
        self.transaction(|tx| {
            answers.iter().try_for_each(|(id, trouble)| page_check::note_first(tx, id, *trouble, now))
        })
    }

    /// Files what a visit brought: health, validators, next try.
    pub fn record_visit(&mut self, visit: &Visit) -> Result<()> {
        self.transaction(|tx| visit::record(tx, visit))
    }

    /// Adds a rule or changes the one with its id; the rule set's version goes up by one.
    pub fn save_rule(&mut self, rule: &Rule) -> Result<()> {
        self.transaction(|tx| rule::save(tx, rule))
    }

    /// Removes a rule and keeps its alerts; the rule set's version goes up by one.
    pub fn remove_rule(&mut self, id: &RuleId, now: DateTime<Utc>) -> Result<()> {
        self.transaction(|tx| rule::remove(tx, id, now))
    }

    /// Notes that alerts were shown; a second stamp changes nothing.
    pub fn stamp_alerts(&mut self, ids: &[AlertId], now: DateTime<Utc>) -> Result<()> {
        self.transaction(|tx| alert::stamp(tx, ids, now))
    }

    /// Marks alerts as seen or not.
    pub fn set_seen(&mut self, which: &AlertChoice, seen: bool) -> Result<()> {
        self.transaction(|tx| alert::set_seen(tx, which, seen))
    }

    /// Marks statements as the user wishes; fails whole when one of them is unknown.
    pub fn mark(&mut self, ids: &[StatementId], change: &MarkChange, now: DateTime<Utc>) -> Result<()> {
        self.transaction(|tx| {
            for id in ids {
                let place = statement::place(tx, id)?.ok_or_else(|| Error::NoStatement(id.clone()))?;
                mark::change(tx, place.row, change, now)?;
            }
            Ok(())
        })
    }

    /// Saves a setting.
    pub fn save_setting(&mut self, key: &str, value: &str) -> Result<()> {
        self.transaction(|tx| setting::put(tx, key, value))
    }

    /// Writes a whole copy of the archive to a file that does not exist yet.
    pub fn backup(&self, to: &Path) -> Result<()> {
        migrate::write_copy(&self.conn, to)
    }

    /// Does one short step of merging the index, for idle time; returns whether there is more to do.
    pub fn optimize_step(&mut self) -> Result<bool> {
        self.transaction(|tx| words::merge(tx))
    }

    /// Runs a job in a transaction that takes the write lock at once, so that what it reads is what it writes on.
    fn transaction<T>(&mut self, job: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        self.with_lexicon(|tx, _| job(tx))
    }

    fn with_lexicon<T>(&mut self, job: impl FnOnce(&Transaction<'_>, &mut Known) -> Result<T>) -> Result<T> {
        let done = run(&mut self.conn, &mut self.known, job);
        if done.is_err() {
            // What was rolled back must not count as filed.
            self.known = Known::default();
        }
        done
    }
}

fn run<T>(
    conn: &mut Connection,
    known: &mut Known,
    job: impl FnOnce(&Transaction<'_>, &mut Known) -> Result<T>,
) -> Result<T> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let value = job(&tx, known)?;
    tx.commit()?;
    Ok(value)
}
