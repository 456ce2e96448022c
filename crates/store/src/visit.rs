//! Visits of sources: what is kept for the next one, and what one brought.

use chancery_model::{Manners, Source, SourceId, SourceState, Trouble, Validators, Wishes};
use chrono::{DateTime, Utc};

/// What is kept of a source's last answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// For the next conditional request.
    pub validators: Validators,
    /// SHA-256 of the last body in hex.
    pub body_sha256: Option<String>,
    /// When the last whole answer came.
    pub whole_at: Option<DateTime<Utc>>,
    /// When the publisher wants to be asked.
    pub wishes: Wishes,
    /// How the source is asked.
    pub manners: Manners,
    /// Where permanent redirects lead, as seen so far.
    pub moving: Option<Moving>,
    /// Failures in a row.
    pub failures: u32,
    /// Whether a visit was ever recorded; false: the next is the first fetch.
    pub visited: bool,
}

/// A permanent redirect that was seen, not often enough yet to be believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moving {
    /// Where it leads.
    pub to: String,
    /// On how many different days it was seen.
    pub days: u32,
    /// When it was seen last.
    pub seen: DateTime<Utc>,
}

/// A source whose time has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The source.
    pub source: Source,
    /// What was kept of its last answers.
    pub kept: Kept,
}

/// What one visit of a source brought, as filed by [`crate::Writer::record_visit`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// The source.
    pub source: SourceId,
    /// When the answer came.
    pub at: DateTime<Utc>,
    /// What it was.
    pub outcome: Outcome,
    /// Kept for the next request when the answer was whole; `None` leaves the old ones.
    pub validators: Option<Validators>,
    /// SHA-256 of the body in hex; `None` leaves the old one.
    pub body_sha256: Option<String>,
    /// Whether a body came, be it the same as last time: the validators are fresh again.
    pub whole: bool,
    /// Forgets validators and body of earlier answers, so that the next request gets a whole answer.
    pub forget: bool,
    /// When the publisher wants to be asked; `None` leaves the old wishes.
    pub wishes: Option<Wishes>,
    /// Where permanent redirects lead.
    pub moving: Option<Moving>,
    /// The source's address from now on: a permanent redirect was seen often enough.
    pub moved: Option<String>,
    /// The address of a feed that was found where this one had been.
    pub offer: Option<String>,
    /// When it will be asked next.
    pub next_try: Option<DateTime<Utc>>,
    /// How many statements were new.
    pub new: u32,
}

impl Visit {
    /// A visit that found nothing changed.
    pub fn unchanged(source: SourceId, at: DateTime<Utc>, next_try: Option<DateTime<Utc>>) -> Self {
        Self {
            source,
            at,
            outcome: Outcome::NotModified,
            validators: None,
            body_sha256: None,
            whole: false,
            forget: false,
            wishes: None,
            moving: None,
            moved: None,
            offer: None,
            next_try,
            new: 0,
        }
    }
}

/// How a source answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A whole answer; the state that it leaves is the caller's judgement (working, empty, failing to be read).
    Answered {
        /// The state.
        state: SourceState,
        /// The state in a sentence.
        reason: Option<String>,
    },
    /// 304, or the same body as last time: it answers, and what the last whole answer showed holds again.
    NotModified,
    /// No answer of use; the reason in a sentence.
    Failed {
        /// What kind of trouble.
        trouble: Trouble,
        /// Why.
        reason: String,
    },
    /// It says that it is gone (410).
    Gone {
        /// In a sentence.
        reason: String,
    },
    /// It was not asked (its host wants peace, or this machine is offline): only the next try moves.
    Unasked,
}
