/// Why something could not be written to a file for people, or read from one.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// Reading or writing failed underneath.
    #[error("The file could not be read or written: {0}.")]
    Io(#[from] std::io::Error),
    /// A CSV file is not well formed, or could not be written.
    #[error("The CSV could not be read or written: {0}.")]
    Csv(#[source] csv::Error),
    /// A column that does not exist was asked for.
    #[error("There is no column “{0}”; the columns are {list}.", list = crate::Column::names().join(", "))]
    UnknownColumn(String),
    /// A preset that does not exist was asked for.
    #[error("There is no preset “{0}”; give “excel” or “data”.")]
    UnknownPreset(String),
    /// A delimiter that is not offered was asked for.
    #[error("“{0}” cannot stand between fields; give “,”, “;” or “tab”.")]
    UnknownDelimiter(String),
    /// A file that should be OPML is not.
    #[error("The file is not OPML: {0}.")]
    NotOpml(String),
    /// A CSV of sources lacks the one column that it must have.
    #[error("The CSV has no column “url”; name the columns in its first line, for example “name,url”.")]
    NoUrlColumn,
    /// A file that should hold rules does not.
    #[error("The file holds no rules that can be read: {0}.")]
    NotRules(#[source] serde_json::Error),
    /// A file that should hold the user's state does not.
    #[error("The file is not a state file of Chancery: {0}.")]
    NotState(#[source] serde_json::Error),
    /// A file was written by a newer program.
    #[error("The file has version {found}, this program reads up to version {known}; use a newer Chancery.")]
    TooNew {
        /// The version in the file.
        found: u32,
        /// The newest version that this program reads.
        known: u32,
    },
    /// A record could not be put into JSON.
    #[error("The record could not be written as JSON: {0}.")]
    Json(#[source] serde_json::Error),
    /// An evidence pack could not be written or read.
    #[error("The evidence pack could not be written or read: {0}.")]
    Zip(#[source] zip::result::ZipError),
    /// A zip is no evidence pack.
    #[error("The file is no evidence pack: it holds no SHA256SUMS.")]
    NotPack,
}

impl From<csv::Error> for ExchangeError {
    fn from(error: csv::Error) -> Self {
        if !error.is_io_error() {
            return Self::Csv(error);
        }
        match error.into_kind() {
            csv::ErrorKind::Io(io) => Self::Io(io),
            other => Self::Io(std::io::Error::other(format!("{other:?}"))),
        }
    }
}

impl From<zip::result::ZipError> for ExchangeError {
    fn from(error: zip::result::ZipError) -> Self {
        match error {
            zip::result::ZipError::Io(io) => Self::Io(io),
            other => Self::Zip(other),
        }
    }
}
