//! What other processes do to the same archive, told to this one's window.

use std::time::Duration;

use chancery_store::{Error as StoreError, Numbers, Reader};

use crate::api::types::Change;
use crate::{App, AppError};

/// How often the file is asked whether another connection has written; the question reads one page.
const LOOK: Duration = Duration::from_secs(2);

/// What was seen of the archive last.
struct Seen {
    reader: Reader,
    version: i64,
    numbers: Numbers,
    rules: i64,
}

impl Seen {
    fn open(path: &std::path::Path) -> Result<Self, StoreError> {
        let reader = Reader::open(path)?;
        let (version, numbers, rules) =
            (reader.data_version()?, reader.numbers()?, reader.rule_set_version()?);
        Ok(Self { reader, version, numbers, rules })
    }

    /// Looks again, and says what has changed since.
    fn look(&mut self) -> Result<Vec<Change>, StoreError> {
        let version = self.reader.data_version()?;
        if version == self.version {
            return Ok(Vec::new());
        }
        let (numbers, rules) = (self.reader.numbers()?, self.reader.rule_set_version()?);
        let changes = changes(&self.numbers, &numbers, rules != self.rules);
        (self.version, self.numbers, self.rules) = (version, numbers, rules);
        Ok(changes)
    }
}

/// What two looks at the archive tell. The window hears of its own process's work too: it only looks once more.
fn changes(before: &Numbers, now: &Numbers, rules_moved: bool) -> Vec<Change> {
    let mut changes = Vec::new();
    let new = now.statements.saturating_sub(before.statements);
    if (now.statements, now.unread, now.starred) != (before.statements, before.unread, before.starred) {
        changes.push(Change::Statements { new: new.try_into().unwrap_or(u32::MAX) });
    }
    if (now.alerts_unseen, now.alerts_pending) != (before.alerts_unseen, before.alerts_pending) {
        changes.push(Change::Alerts);
    }
    let health = |numbers: &Numbers| (numbers.sources, numbers.sources_in_trouble, numbers.last_collected);
    if health(now) != health(before) {
        changes.push(Change::Sources);
    }
    if rules_moved {
        changes.push(Change::Rules);
    }
    changes
}

impl App {
    /// Announces what other processes file and change, for as long as it is polled.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn hear_others(&self) -> Result<(), AppError> {
        let path = self.archive_path().to_owned();
        let opened = tokio::task::spawn_blocking(move || Seen::open(&path));
        let mut seen = opened.await.map_err(|_| AppError::Broken("reader"))??;
        loop {
            tokio::time::sleep(LOOK).await;
            let looked = tokio::task::spawn_blocking(move || {
                let changes = seen.look();
                (seen, changes)
            });
            let (back, changes) = looked.await.map_err(|_| AppError::Broken("reader"))?;
            seen = back;
            changes?.into_iter().for_each(|change| self.announce(change));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moved_is_told_and_nothing_else() {
        let before = Numbers { statements: 3, unread: 3, ..Numbers::default() };
        assert_eq!(changes(&before, &before, false), []);
        let after = Numbers { statements: 5, unread: 5, alerts_unseen: 1, alerts_pending: 1, ..before };
        assert_eq!(changes(&before, &after, false), [Change::Statements { new: 2 }, Change::Alerts]);
        assert_eq!(changes(&before, &before, true), [Change::Rules]);
    }
}
