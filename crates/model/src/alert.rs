use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{AlertId, RuleId, Span, StatementId};

/// A rule that matched a statement at the moment of judging, not yet filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The rule.
    pub rule: RuleId,
    /// What matched, in order; empty for a rule of fields or NOT alone.
    pub spans: Vec<Span>,
    /// The passage around the first span, or the title: what the notification and the inbox show.
    pub matched_text: String,
    /// False for a rule that is muted or in shadow mode, and on the first fetch of a source.
    pub notify: bool,
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
    /// The passage that matched.
    pub matched_text: String,
    /// When the statement was filed and the alert with it.
    pub raised_at: DateTime<Utc>,
    /// When it was shown, or decided that it need not be.
    pub notified_at: Option<DateTime<Utc>>,
    /// Whether the user has seen it.
    pub seen: bool,
}
