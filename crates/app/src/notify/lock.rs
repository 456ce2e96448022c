//! Which of several processes over one data folder notifies.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

/// The right to notify, held by one process at a time and given back when it is dropped or the process ends.
#[derive(Debug)]
pub struct NotifierLock {
    _file: File,
}

impl NotifierLock {
    /// Takes the right to notify; `None` when another process has it.
    ///
    /// The lock is on the file `notifier.lock` in the data folder, which is made when it is missing.
    pub fn try_take(data_dir: &Path) -> io::Result<Option<Self>> {
        let path = data_dir.join("notifier.lock");
        let file = File::options().create(true).truncate(false).write(true).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_holds_it_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let first = NotifierLock::try_take(folder.path()).unwrap();
        assert!(first.is_some());
        assert!(NotifierLock::try_take(folder.path()).unwrap().is_none());
        drop(first);
        assert!(NotifierLock::try_take(folder.path()).unwrap().is_some());
    }

    #[test]
    fn a_missing_folder_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        assert!(NotifierLock::try_take(&folder.path().join("absent")).is_err());
    }
}
