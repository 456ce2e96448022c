//! What went wrong, and the command that would mend it.

use std::fmt;

/// The end of a task.
pub type Outcome<T = ()> = Result<T, Fault>;

/// A failure in one sentence, with what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Fault {
    what: String,
    hint: Option<String>,
}

impl Fault {
    /// Makes a fault of one sentence.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), hint: None }
    }

    /// Adds what to do, unless something nearer to the cause has said so already.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint.get_or_insert(hint.into());
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.what)?;
        match &self.hint {
            Some(hint) => write!(f, "\n{hint}"),
            None => Ok(()),
        }
    }
}
