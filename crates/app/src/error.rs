use std::path::PathBuf;

use chancery_annotate::TopicError;
use chancery_fetch::FetchFault;
use chancery_model::Trouble;
use chancery_rules::QueryFault;
use chancery_store::Error as StoreError;
use chancery_text::utf16_of_bytes;

use crate::api::types::{Fault, Place};
use crate::collect::{NotKept, trouble};
use crate::system::said;

/// What can go wrong in a call; each says in one sentence what, where and what to do.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// The archive could not do it.
    #[error(transparent)]
    Store(StoreError),
    /// A server could not be asked.
    #[error(transparent)]
    Fetch(#[from] FetchFault),
    /// The query does not parse, or cannot be used here.
    #[error("{fault}")]
    Query {
        /// The query as typed.
        source_text: String,
        /// What is wrong, and where.
        fault: QueryFault,
    },
    /// Topics and words of the user's that cannot be read, line by line.
    #[error("{}", topics_sentence(.0))]
    Topics(Vec<TopicError>),
    /// A file could not be read or written.
    #[error("{}: {}.", path.display(), said(why))]
    File {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        why: std::io::Error,
    },
    /// A file or address holds nothing that can be filed; the sentence names it and says why.
    #[error("{0}")]
    NothingToFile(String),
    /// A page that was open in a window is not kept.
    #[error(transparent)]
    NotKept(#[from] NotKept),
    /// Export failed.
    #[error(transparent)]
    Exchange(#[from] chancery_exchange::ExchangeError),
    /// A file is no edition of a sanctions list.
    #[error(transparent)]
    List(#[from] chancery_lists::ListFault),
    /// There is no such thing.
    #[error("There is no {what} “{id}”.")]
    Unknown {
        /// statement, source, rule, starter set …
        what: &'static str,
        /// The id that was given.
        id: String,
    },
    /// It is refused; the sentence says why and what to do.
    #[error("{0}")]
    Refused(String),
    /// The user stopped it, or a newer search took its place.
    #[error("Stopped.")]
    Stopped,
    /// A result set that is no longer held.
    #[error("This list is out of date; search again.")]
    Stale,
    /// The caller sent something else than the call takes.
    #[error("The call “{call}” got something that it cannot read: {why}.")]
    Payload {
        /// The call.
        call: &'static str,
        /// What the decoder says.
        why: serde_json::Error,
    },
    /// The caller asked for a call that does not exist.
    #[error("There is no call “{0}”.")]
    NoSuchCall(String),
    /// A worker of the program ended unexpectedly: a bug.
    #[error("A part of the program ended unexpectedly ({0}); start it again.")]
    Broken(&'static str),
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::File { path, source } => Self::file(path, source),
            other => Self::Store(other),
        }
    }
}

impl AppError {
    /// Makes the error of a query with its text.
    pub(crate) fn query(source_text: &str, fault: QueryFault) -> Self {
        Self::Query { source_text: source_text.to_owned(), fault }
    }

    /// Makes the error of a file, with what the system says and nothing of temporary names.
    pub fn file(path: impl Into<PathBuf>, why: std::io::Error) -> Self {
        // A wrapped error names the temporary file that was tried; its kind says enough.
        let why = if why.get_ref().is_some() { std::io::Error::from(why.kind()) } else { why };
        Self::File { path: path.into(), why }
    }

    /// Returns whether the caller is at fault (exit code 2), not the world.
    pub fn is_callers(&self) -> bool {
        matches!(
            self,
            Self::Query { .. }
                | Self::Topics(_)
                | Self::Payload { .. }
                | Self::NoSuchCall(_)
                | Self::Unknown { .. }
        )
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Query { .. } => "query",
            Self::Unknown { .. } => "unknown",
            Self::Stopped => "stopped",
            Self::Stale => "stale",
            Self::Refused(_) => "refused",
            Self::NotKept(why) => why.code(),
            _ => "failed",
        }
    }

    /// What kind of trouble a server or the way to it made.
    fn trouble(&self) -> Option<Trouble> {
        match self {
            Self::Fetch(fault) => Some(trouble(fault)),
            _ => None,
        }
    }

    /// Writes the error as the window gets it.
    pub fn fault(&self) -> Fault {
        match self {
            Self::Query { source_text, fault } => query_fault(source_text, fault),
            _ => Fault {
                code: self.code().to_owned(),
                message: self.to_string(),
                hint: None,
                trouble: self.trouble(),
                at: None,
            },
        }
    }
}

/// Writes a query's fault as the window gets it, its place in UTF-16 units.
pub(crate) fn query_fault(source_text: &str, fault: &QueryFault) -> Fault {
    Fault {
        code: "query".to_owned(),
        message: fault.message.clone(),
        hint: fault.hint.clone(),
        trouble: None,
        at: Some(place(source_text, fault.at.clone())),
    }
}

/// Turns a range of bytes into a place in UTF-16 units.
pub(crate) fn place(text: &str, bytes: std::ops::Range<usize>) -> Place {
    let ends = utf16_of_bytes(text, &[bytes.start, bytes.end]);
    Place { start: ends[0] as u32, end: ends[1] as u32 }
}

fn topics_sentence(errors: &[TopicError]) -> String {
    let first = errors.first().map(ToString::to_string).unwrap_or_default();
    let rest = match errors.len() {
        0 | 1 => String::new(),
        count => format!(" (and {} more)", count - 1),
    };
    format!("The topics cannot be read, and nothing was saved: {first}{rest}.")
}
