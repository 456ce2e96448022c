//! Spells of trouble of sources, and what the user was told of them.

use chancery_model::SourceId;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// A stretch of time in which a source brings nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Spell {
    /// It fails.
    Broken,
    /// It answers, and has been quiet for longer than usual.
    Silent,
}

/// What the user was told of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The source.
    pub source: SourceId,
    /// The spell that the user was told of and that has not ended since.
    pub spell: Option<Spell>,
    /// When the user was told last, of whatever spell.
    pub at: Option<DateTime<Utc>>,
    /// From the first to the last failure of the present spell.
    pub failed_for: TimeDelta,
}
