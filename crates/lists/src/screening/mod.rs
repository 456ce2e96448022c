//! Whether two names are of one party: a score, and what it is made of.
//!
//! `docs/decisions/0022-name-screening.md` says why it is so.

mod fold;
mod likeness;
mod pair;
mod tokens;
mod words;

pub use pair::{DEFAULT_THRESHOLD, Judgement, Part, PartKind, rounded, screen};

/// What bears a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameKind {
    /// A person.
    Person,
    /// An organisation, a vessel or an aircraft.
    Organisation,
    /// It is not said: whichever fits better.
    Any,
}
