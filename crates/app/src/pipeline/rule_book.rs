use std::sync::Arc;

use chancery_model::{Rule, RuleId, RuleMode, Showing};
use chancery_rules::{Language, QueryFault, RuleSet};
use chrono::{DateTime, Utc};

/// The rules as the archive holds them, compiled.
#[derive(Default)]
pub(crate) struct RuleBook {
    rules: Vec<Rule>,
    set: RuleSet,
    faults: Vec<(RuleId, QueryFault)>,
    language: Arc<Language>,
}

impl RuleBook {
    /// Compiles the rules of this version.
    pub(crate) fn compile(rules: Vec<Rule>, version: i64, language: Arc<Language>) -> Self {
        let (set, faults) = RuleSet::compile_in(&rules, version, &language);
        Self { rules, set, faults, language }
    }

    /// Whether the rules were compiled in this language.
    pub(crate) fn is_of(&self, language: &Language) -> bool {
        *self.language == *language
    }

    /// The version of the rule set that was compiled.
    pub(crate) fn version(&self) -> i64 {
        self.set.version()
    }

    /// The compiled rules.
    pub(crate) fn set(&self) -> &RuleSet {
        &self.set
    }

    /// Why a rule cannot be evaluated, when it cannot.
    pub(crate) fn fault(&self, id: &RuleId) -> Option<&QueryFault> {
        self.faults.iter().find(|(rule, _)| rule == id).map(|(_, fault)| fault)
    }

    /// How an alert of this rule reaches the user.
    pub(crate) fn showing(&self, id: &RuleId, first_fetch: bool, now: DateTime<Utc>) -> Showing {
        let rule = self.rules.iter().find(|rule| rule.id == *id);
        let quiet =
            |rule: &Rule| rule.mode != RuleMode::On || rule.muted_until.is_some_and(|until| until > now);
        match rule {
            Some(rule) if quiet(rule) => Showing::Quiet,
            _ if first_fetch => Showing::Summed,
            _ => Showing::Notified,
        }
    }
}
