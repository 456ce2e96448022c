use chancery_model::{Rule, RuleId, Span};
use chancery_text::AnalysedQuery;
use chrono::{DateTime, Utc};

use crate::{Document, QueryFault};

/// All rules that are evaluated, led from what each needs at least, so that judging costs what a statement contains.
#[derive(Debug, Clone, Default)]
pub struct RuleSet {
    version: i64,
    rules: Vec<(RuleId, AnalysedQuery)>,
}

impl RuleSet {
    /// Compiles rules; those that are off are left out, and those that cannot be understood are named with their fault.
    pub fn compile(rules: &[Rule], version: i64) -> (RuleSet, Vec<(RuleId, QueryFault)>) {
        let _ = rules;
        (RuleSet { version, rules: Vec::new() }, Vec::new())
    }

    /// The version of the rules that it was compiled from.
    pub fn version(&self) -> i64 {
        self.version
    }

    /// How many rules are evaluated.
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Whether no rule is evaluated.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Returns the rules that match a statement with what they matched, in the order in which they were compiled.
    ///
    /// `changed` is none for a new statement. For a revised one it holds the stretches that are new or changed: a rule
    /// is judged on the whole and fires only when something that it matched overlaps one of them.
    pub fn judge(
        &self,
        document: &Document<'_>,
        changed: Option<&[Span]>,
        now: DateTime<Utc>,
    ) -> Vec<(RuleId, Vec<Span>)> {
        let _ = (document, changed, now);
        Vec::new()
    }
}
