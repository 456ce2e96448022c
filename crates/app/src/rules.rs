//! Rules: kept, tried and explained.

use chancery_model::{Rule, RuleId, RuleMode, Statement};
use chancery_rules::{Document, TermReason, check_rule, explain};
use chancery_store::Order;
use chancery_text::analyse;
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use crate::api::types::Change;
use crate::api::{facts_of, lang_of};
use crate::{App, AppError};

/// A rule to be saved.
#[derive(Debug, Clone, Default)]
pub struct RuleOrder {
    /// None: a new rule.
    pub id: Option<RuleId>,
    /// Its name.
    pub name: String,
    /// Its query.
    pub query: String,
    /// What it does.
    pub mode: RuleMode,
    /// Muted until then.
    pub muted_until: Option<DateTime<Utc>>,
}

/// What a query would have done.
#[derive(Debug, Clone, Default)]
pub struct Trial {
    /// First day of the first week.
    pub since: NaiveDate,
    /// Hits a week, oldest first.
    pub weeks: Vec<u32>,
    /// Hits in all.
    pub total: u64,
    /// When each hit was published, else collected, newest first.
    pub times: Vec<DateTime<Utc>>,
    /// The newest samples.
    pub samples: Vec<Statement>,
}

/// Samples of a trial at most.
const SAMPLES: usize = 10;

impl App {
    /// Lists all rules by name.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn rules(&self) -> Result<Vec<Rule>, AppError> {
        self.archive().read(|reader| reader.rules()).await
    }

    /// Finds a rule by id or name.
    ///
    /// # Errors
    /// There is no such rule.
    pub async fn rule(&self, id_or_name: &str) -> Result<Rule, AppError> {
        let rules = self.rules().await?;
        let found = rules.into_iter().find(|rule| rule.id.0 == id_or_name || rule.name == id_or_name);
        found.ok_or_else(|| AppError::Unknown { what: "rule", id: id_or_name.to_owned() })
    }

    /// Saves a rule: a new one, or a change of the one with this id.
    ///
    /// # Errors
    /// The query does not parse or asks for what only a search can answer; another rule has this name.
    pub async fn save_rule(&self, order: RuleOrder) -> Result<Rule, AppError> {
        check_rule(&self.parsed(&order.query).await?)
            .map_err(|fault| AppError::query(&order.query, fault))?;
        let name = order.name.trim().to_owned();
        if name.is_empty() {
            return Err(AppError::Refused("A rule needs a name: notifications show it.".to_owned()));
        }
        let known = self.rules().await?;
        let old = order.id.as_ref().and_then(|id| known.iter().find(|rule| rule.id == *id));
        let rule = Rule {
            id: order.id.clone().unwrap_or_else(|| free_id(&name, &known)),
            name,
            query: order.query,
            mode: order.mode,
            muted_until: order.muted_until,
            created_at: old.map_or_else(|| self.clock().now(), |old| old.created_at),
        };
        let saved = rule.clone();
        self.archive().write(move |writer| writer.save_rule(&saved)).await?;
        self.announce(Change::Rules);
        Ok(rule)
    }

    /// Removes a rule; its alerts stay.
    ///
    /// # Errors
    /// There is no such rule.
    pub async fn remove_rule(&self, id: &RuleId) -> Result<(), AppError> {
        let (now, id) = (self.clock().now(), id.clone());
        self.archive().write(move |writer| writer.remove_rule(&id, now)).await?;
        self.announce(Change::Rules);
        Ok(())
    }

    /// Says what a query would have done over the last `days` days.
    ///
    /// # Errors
    /// The query does not parse or cannot be a rule.
    pub async fn try_rule(&self, query: &str, days: u32) -> Result<Trial, AppError> {
        let parsed = self.parsed(query).await?;
        check_rule(&parsed).map_err(|fault| AppError::query(query, fault))?;
        let now = self.clock().now();
        let weeks = days.div_ceil(7).max(1);
        let today = now.date_naive();
        let since = today.checked_sub_days(Days::new(u64::from(weeks) * 7 - 1)).unwrap_or(today);
        // The language's own date fields, so that the trial is the same search as any other.
        let bounded = if query.trim().is_empty() {
            format!("after:{since}")
        } else {
            format!("({query}) after:{since}")
        };
        let rows = self.find(&bounded, Order::Newest).await?;
        let statements = self.statements(rows.clone()).await?;
        let times: Vec<_> = statements.iter().map(time_of).collect();
        let samples = statements.into_iter().take(SAMPLES).collect();
        Ok(Trial { since, weeks: by_week(&times, since, weeks), total: rows.len() as u64, times, samples })
    }

    /// Says part by part why a query does or does not match a statement.
    ///
    /// # Errors
    /// The query does not parse, or there is no such statement.
    pub async fn why(&self, query: &str, statement: &str) -> Result<Explanation, AppError> {
        let parsed = self.parsed(query).await?;
        let statement = self.statement_at(statement).await?;
        let lang = lang_of(&statement);
        let (title, text) = (analyse(&statement.draft.title, lang), analyse(&statement.draft.text, lang));
        let facts = facts_of(&statement);
        let document = Document { title: &title, text: &text, facts: &facts };
        let now = self.clock().now();
        let matches =
            chancery_rules::evaluate(&chancery_text::analyse_query(&parsed.query), &document, now).is_some();
        let terms = explain(&parsed, &document, now);
        Ok(Explanation { statement, matches, terms })
    }
}

/// Why a query does or does not match a statement.
#[derive(Debug)]
pub struct Explanation {
    /// The statement.
    pub statement: Statement,
    /// Whether the whole matches.
    pub matches: bool,
    /// Part by part.
    pub terms: Vec<TermReason>,
}

/// When a statement was published, else collected.
pub(crate) fn time_of(statement: &Statement) -> DateTime<Utc> {
    statement.draft.published.as_ref().map_or(statement.collected_at, |published| published.when.utc())
}

fn by_week(times: &[DateTime<Utc>], since: NaiveDate, weeks: u32) -> Vec<u32> {
    let begin = since.and_time(chrono::NaiveTime::MIN).and_utc();
    let mut counts = vec![0; weeks as usize];
    for time in times {
        let week = (*time - begin).max(TimeDelta::zero()).num_days() / 7;
        // A statement dated ahead of our clock counts for the last week.
        let week = (week as usize).min(counts.len() - 1);
        counts[week] += 1;
    }
    counts
}

/// A slug of the name that no rule has.
fn free_id(name: &str, known: &[Rule]) -> RuleId {
    let slug: Vec<String> = name
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let slug = if slug.is_empty() { "rule".to_owned() } else { slug.join("-") };
    let taken = |id: &str| known.iter().any(|rule| rule.id.0 == id);
    let mut id = slug.clone();
    let mut number = 2;
    while taken(&id) {
        id = format!("{slug}-{number}");
        number += 1;
    }
    RuleId(id)
}
