use std::path::PathBuf;

use chancery_model::{RuleId, SourceId, StatementId};

/// What the archive answers with.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why the archive could not do what was asked. Each message says what, where and what to do; in no case was
/// anything deleted or half written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file holds something else than an archive.
    #[error("“{}” is not a Chancery archive: choose another file or move it aside.", .0.display())]
    NotAnArchive(PathBuf),
    /// The file was written by a newer program.
    #[error("The archive “{}” was written by a newer Chancery (form {found}, this one knows {known}): install the newer program.", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// The file's own version.
        found: u32,
        /// The newest version that this program knows.
        known: u32,
    },
    /// The file is of an older form and only a writer may bring it up to date.
    #[error("The archive “{}” is of an older form: open it once with the program that collects.", .0.display())]
    Older(PathBuf),
    /// There is no such file.
    #[error("There is no archive at “{}”: collect or import something first.", .0.display())]
    Missing(PathBuf),
    /// The file or its folder may not be written.
    #[error("The archive “{}” cannot be written: give yourself write permission on the file and its folder, or choose another data folder.", .0.display())]
    ReadOnly(PathBuf),
    /// The file is damaged.
    #[error("The archive{} is damaged ({detail}): move it aside and put a backup in its place.", named(path))]
    Corrupt {
        /// The file; empty when the damage was met while reading an open archive.
        path: PathBuf,
        /// What SQLite found.
        detail: String,
    },
    /// The disk is full.
    #[error("The disk that holds the archive is full: free some space and try again.")]
    Full,
    /// Another process kept the file busy for longer than the time limit.
    #[error("Another program is writing to the archive: try again in a moment.")]
    Busy,
    /// The query was cancelled through an [`crate::InterruptHandle`].
    #[error("The search was stopped.")]
    Interrupted,
    /// No statement has this id.
    #[error("There is no statement “{0}” in the archive.")]
    NoStatement(StatementId),
    /// No source has this id.
    #[error("There is no source “{0}”: list the sources to see their ids.")]
    NoSource(SourceId),
    /// No rule has this id.
    #[error("There is no rule “{0}”: list the rules to see their names.")]
    NoRule(RuleId),
    /// The address is followed already.
    #[error("“{url}” is followed already as “{name}”.")]
    SourceExists {
        /// The address.
        url: String,
        /// The name of the source that has it.
        name: String,
    },
    /// Another rule has this name.
    #[error("There is a rule “{0}” already: choose another name.")]
    RuleExists(String),
    /// A day holds more than 2^20 statements.
    #[error("More than 1,048,576 statements bear the date {0}: the archive cannot hold more of one day.")]
    DayFull(chrono::NaiveDate),
    /// A file beside the archive could not be read or written.
    #[error("“{}” cannot be read or written: {source}.", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A stored value does not have the form that this program gives it.
    #[error("The archive holds a value that cannot be read ({0}): restore a backup.")]
    Value(String),
    /// Anything else that SQLite reports.
    #[error("The archive could not be used: {0}.")]
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DiskFull) => Error::Full,
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Error::Busy,
            Some(Code::OperationInterrupted) => Error::Interrupted,
            Some(Code::DatabaseCorrupt) => Error::Corrupt { path: PathBuf::new(), detail: error.to_string() },
            _ => Error::Sqlite(error),
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Error::Value(error.to_string())
    }
}

impl Error {
    /// Names the file where SQLite alone would not: damaged, not an archive, not writable.
    pub(crate) fn at(self, path: &std::path::Path) -> Self {
        use rusqlite::ErrorCode as Code;
        let error = match self {
            Error::Sqlite(error) => error,
            Error::Corrupt { detail, .. } => return Error::Corrupt { path: path.to_owned(), detail },
            other => return other,
        };
        match error.sqlite_error_code() {
            Some(Code::NotADatabase) => Error::NotAnArchive(path.to_owned()),
            Some(Code::ReadOnly | Code::CannotOpen | Code::PermissionDenied) => {
                Error::ReadOnly(path.to_owned())
            }
            _ => Error::Sqlite(error),
        }
    }
}

fn named(path: &std::path::Path) -> String {
    if path.as_os_str().is_empty() { String::new() } else { format!(" “{}”", path.display()) }
}
