use std::io::{Read, Write};

use chancery_model::{Rule, RuleMode};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ExchangeError;

const VERSION: u32 = 1;

/// A rule without what belongs to one archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PortableRule {
    /// Its name.
    pub name: String,
    /// Its query as typed.
    pub query: String,
    /// What it does.
    #[serde(default)]
    pub mode: RuleMode,
    /// Alerts are raised but not shown until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub muted_until: Option<DateTime<Utc>>,
}

impl From<&Rule> for PortableRule {
    fn from(rule: &Rule) -> Self {
        Self {
            name: rule.name.clone(),
            query: rule.query.clone(),
            mode: rule.mode,
            muted_until: rule.muted_until,
        }
    }
}

#[derive(Serialize, Deserialize)]
struct RulesFile {
    version: u32,
    rules: Vec<PortableRule>,
}

/// A rules file, or a bare array of rules as people write them by hand.
#[derive(Deserialize)]
#[serde(untagged)]
enum AnyRules {
    File(RulesFile),
    Bare(Vec<PortableRule>),
}

/// Writes rules as one JSON document.
pub fn write_rules(mut writer: impl Write, rules: &[PortableRule]) -> Result<(), ExchangeError> {
    let file = RulesFile { version: VERSION, rules: rules.to_vec() };
    serde_json::to_writer_pretty(&mut writer, &file).map_err(ExchangeError::Json)?;
    Ok(writer.write_all(b"\n")?)
}

/// Reads what [`write_rules`] wrote, or a bare array of `{name, query}`.
pub fn read_rules(reader: impl Read) -> Result<Vec<PortableRule>, ExchangeError> {
    match serde_json::from_reader(reader).map_err(ExchangeError::NotRules)? {
        AnyRules::File(file) if file.version > VERSION => {
            Err(ExchangeError::TooNew { found: file.version, known: VERSION })
        }
        AnyRules::File(file) => Ok(file.rules),
        AnyRules::Bare(rules) => Ok(rules),
    }
}
