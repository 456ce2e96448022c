use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::RuleId;

/// What a rule does when it matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Default)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum RuleMode {
    /// Raises alerts and notifies.
    #[default]
    On,
    /// Counts in the inbox, never notifies.
    Shadow,
    /// Is not evaluated.
    Off,
}

/// A saved alert query.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Rule {
    /// Its id.
    pub id: RuleId,
    /// Its name, unique, as the user gave it.
    pub name: String,
    /// The query as typed.
    pub query: String,
    /// What it does.
    pub mode: RuleMode,
    /// Alerts are raised but not shown until then.
    pub muted_until: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}
