use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{AlertId, RuleId, Span, StatementId};

/// How an alert reaches the user beside the inbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Showing {
    /// By a notification, together with other alerts of its rule.
    #[default]
    Notified,
    /// By one notification that sums up the first fetch of its source.
    Summed,
    /// In the inbox alone: the rule is in shadow mode or muted.
    Quiet,
    /// By the alert that the rule raised on the same statement from another source.
    Joined,
}

impl Showing {
    /// Whether a notification shows the alert itself.
    pub fn is_shown(self) -> bool {
        matches!(self, Self::Notified | Self::Summed)
    }
}

/// A rule that matched a statement at the moment of judging, not yet filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The rule.
    pub rule: RuleId,
    /// What matched, in order; empty for a rule of fields or NOT alone.
    pub spans: Vec<Span>,
    /// The passage around the first span, or the title: what the notification and the inbox show.
    pub matched_text: String,
    /// How it reaches the user.
    pub showing: Showing,
}

/// A rule that matched a statement, as filed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Alert {
    /// Its number.
    pub id: AlertId,
    /// The rule.
    pub rule_id: RuleId,
    /// The rule's name.
    pub rule: String,
    /// The statement.
    pub statement_id: StatementId,
    /// The statement's title.
    pub title: String,
    /// The issuer's or source's name.
    pub issuer: String,
    /// The source's name.
    pub source_name: String,
    /// How it reaches the user: one that is not shown by itself is stamped when it is filed.
    pub showing: Showing,
    /// What matched, in bytes of the revision that it was judged on.
    #[serde(skip)]
    pub spans: Vec<Span>,
    /// The passage that matched.
    pub matched_text: String,
    /// When the statement was filed and the alert with it.
    pub raised_at: DateTime<Utc>,
    /// When it was shown, or decided that it need not be.
    pub notified_at: Option<DateTime<Utc>>,
    /// Whether the user has seen it.
    pub seen: bool,
}
