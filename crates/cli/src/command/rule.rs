use std::path::{Path, PathBuf};

use chancery_app::exchange::{PortableRule, read_rules, record, write_rules};
use chancery_app::{App, AppError, Explanation, RuleOrder, StateImported, Trial};
use chancery_model::{Rule, RuleMode};
use chrono::Days;
use clap::{Args, Subcommand};
use serde_json::{Value, json};

use super::search::{line, warn_of_sources};
use crate::arguments::DataFolder;
use crate::failure::WrongCall;
use crate::{Outcome, archive, output, period};

/// Keeps rules that raise an alert when a new or changed statement matches
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery rule test 'country:KP AND \"arms transfers\"' --since 1y
  chancery rule add \"Arms to Russia\" 'country:KP AND \"arms transfers\"'")]
pub struct RuleCommand {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Adds a rule
    #[command(after_help = "\
Example:
  chancery rule add \"Arms to Russia\" 'country:KP AND \"arms transfers\"'")]
    Add {
        /// Its name; notifications show it
        name: String,
        /// Its query
        #[arg(allow_hyphen_values = true)]
        query: String,
        /// Counts in the inbox, never notifies
        #[arg(long)]
        shadow: bool,
        /// Prints the rule as JSON
        #[arg(long)]
        json: bool,
    },
    /// Lists the rules
    #[command(after_help = "\
Example:
  chancery rule list --json")]
    List {
        /// Prints a JSON array
        #[arg(long)]
        json: bool,
    },
    /// Removes a rule; its alerts stay
    #[command(after_help = "\
Example:
  chancery rule remove \"Arms to Russia\"")]
    Remove {
        /// Its id or name
        #[arg(value_name = "ID")]
        rule: String,
    },
    /// Says what a query would have done: hits a week, and samples
    #[command(after_help = "\
Example:
  chancery rule test 'topic:sanctions AND country:IR' --since 90d")]
    Test {
        /// The query
        #[arg(allow_hyphen_values = true)]
        query: String,
        /// How far back: 90d, 12w, 1y
        #[arg(long, value_parser = period::days, default_value = "90d", value_name = "LENGTH")]
        since: u32,
        /// Prints one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Says term by term why a rule matches a statement or does not
    #[command(after_help = "\
Example:
  chancery rule why \"Arms to Russia\" 2f6c1a")]
    Why {
        /// The rule's id or name
        #[arg(value_name = "NAME")]
        rule: String,
        /// The statement's id or address
        #[arg(value_name = "ID")]
        statement: String,
        /// Prints one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Writes all rules into a JSON file
    #[command(after_help = "\
Example:
  chancery rule export rules.json")]
    Export {
        /// The file; - is standard output
        file: PathBuf,
    },
    /// Adds the rules of a JSON file; a rule of the same name gets the file's query
    #[command(after_help = "\
Example:
  chancery rule import rules.json")]
    Import {
        /// The file; - is standard input
        file: PathBuf,
    },
}

impl RuleCommand {
    pub fn run(self, data: &DataFolder) -> anyhow::Result<Outcome> {
        archive::with(data, async |app| match self.action {
            Action::Add { name, query, shadow, json } => add(&app, name, query, shadow, json).await,
            Action::List { json } => list(&app, json).await,
            Action::Remove { rule } => remove(&app, &rule).await,
            Action::Test { query, since, json } => test(&app, &query, since, json).await,
            Action::Why { rule, statement, json } => why(&app, &rule, &statement, json).await,
            Action::Export { file } => export(&app, &file).await,
            Action::Import { file } => import(&app, &file).await,
        })
    }
}

async fn add(app: &App, name: String, query: String, shadow: bool, as_json: bool) -> anyhow::Result<Outcome> {
    let mode = if shadow { RuleMode::Shadow } else { RuleMode::On };
    let rule = app.save_rule(RuleOrder { name, query, mode, ..RuleOrder::default() }).await?;
    if as_json {
        output::json(&rule)?;
    } else {
        output::line(&format!("The rule “{}” ({}) stands.", rule.name, rule.id))?;
    }
    Ok(Outcome::Done)
}

async fn list(app: &App, as_json: bool) -> anyhow::Result<Outcome> {
    let rules = app.rules().await?;
    if as_json {
        output::json(&rules)?;
    } else {
        output::text(&rules.iter().map(rule_line).collect::<String>())?;
    }
    Ok(Outcome::Done)
}

fn rule_line(rule: &Rule) -> String {
    let mode = match rule.mode {
        RuleMode::On => "on",
        RuleMode::Shadow => "shadow",
        RuleMode::Off => "off",
    };
    format!("{mode:<7} {}  {}: {}\n", rule.id, rule.name, rule.query)
}

async fn find(app: &App, wanted: &str) -> anyhow::Result<Rule> {
    match app.rule(wanted).await {
        Err(AppError::Unknown { .. }) => {
            let sentence = format!("There is no rule “{wanted}”: `chancery rule list` names them.");
            Err(WrongCall(sentence).into())
        }
        found => Ok(found?),
    }
}

async fn remove(app: &App, wanted: &str) -> anyhow::Result<Outcome> {
    let rule = find(app, wanted).await?;
    app.remove_rule(&rule.id).await?;
    output::line(&format!("The rule “{}” is gone; its alerts stay.", rule.name))?;
    Ok(Outcome::Done)
}

async fn test(app: &App, query: &str, days: u32, as_json: bool) -> anyhow::Result<Outcome> {
    let trial = app.try_rule(query, days).await?;
    warn_of_sources(app, query).await?;
    if as_json {
        output::json(&trial_json(query, &trial))?;
    } else {
        output::text(&trial_text(&trial))?;
    }
    Ok(Outcome::Done)
}

/// The first day of each week with its hits, oldest first.
fn weeks(trial: &Trial) -> impl Iterator<Item = (String, u32)> {
    let first_day =
        |week: usize| trial.since.checked_add_days(Days::new(week as u64 * 7)).unwrap_or(trial.since);
    trial.weeks.iter().enumerate().map(move |(week, hits)| (first_day(week).to_string(), *hits))
}

fn trial_json(query: &str, trial: &Trial) -> Value {
    json!({
        "query": query,
        "since": trial.since.to_string(),
        "total": trial.total,
        "weeks": weeks(trial).map(|(week, hits)| json!({ "week": week, "hits": hits })).collect::<Value>(),
        "samples": trial.samples.iter().map(|statement| record(statement, false)).collect::<Value>(),
    })
}

fn trial_text(trial: &Trial) -> String {
    let weeks = weeks_text(&weeks(trial).collect::<Vec<_>>());
    let samples: String = trial.samples.iter().map(|statement| format!("{}\n", line(statement))).collect();
    format!("{weeks}{} statements since {}.\n{samples}", trial.total, trial.since)
}

/// Weeks without a hit in a row that are listed one by one.
const FEW: usize = 2;

/// A line for each week; many weeks without a hit, one after the other, are one line.
fn weeks_text(weeks: &[(String, u32)]) -> String {
    let runs = weeks.chunk_by(|one, next| one.1 == 0 && next.1 == 0);
    runs.map(|run| match run {
        [(first, 0), ..] if run.len() > FEW => {
            format!("week of {first}  0, and {} weeks more without a hit\n", run.len() - 1)
        }
        run => run.iter().map(|(week, hits)| format!("week of {week}  {hits}\n")).collect(),
    })
    .collect()
}

async fn why(app: &App, rule: &str, statement: &str, as_json: bool) -> anyhow::Result<Outcome> {
    let rule = find(app, rule).await?;
    let explanation = app.why(&rule.query, statement).await?;
    if as_json {
        output::json(&why_json(&rule, &explanation))?;
    } else {
        output::text(&why_text(&rule, &explanation))?;
    }
    Ok(Outcome::Done)
}

fn why_json(rule: &Rule, why: &Explanation) -> Value {
    let terms = why.terms.iter();
    let terms = terms.map(|term| json!({ "term": term.term, "holds": term.holds, "reason": term.reason }));
    json!({
        "rule": rule.name,
        "query": rule.query,
        "statement_id": why.statement.id,
        "title": why.statement.draft.title,
        "matches": why.matches,
        "terms": terms.collect::<Value>(),
    })
}

fn why_text(rule: &Rule, why: &Explanation) -> String {
    let verdict = if why.matches { "matches" } else { "does not match" };
    let terms = why
        .terms
        .iter()
        .map(|term| format!("{}  {}: {}\n", if term.holds { "yes" } else { "no " }, term.term, term.reason));
    format!(
        "The rule “{}” {verdict} “{}”.\n{}",
        rule.name,
        why.statement.draft.title,
        terms.collect::<String>()
    )
}

async fn export(app: &App, file: &Path) -> anyhow::Result<Outcome> {
    let rules: Vec<PortableRule> = app.rules().await?.iter().map(PortableRule::from).collect();
    output::file(file, |out| write_rules(out, &rules))?;
    Ok(Outcome::Done)
}

async fn import(app: &App, file: &Path) -> anyhow::Result<Outcome> {
    let rules = read_rules(output::input(file)?)?;
    let (all, mut taken) = (rules.len(), StateImported::default());
    app.take_rules(rules, &mut taken).await?;
    output::line(&format!("{} of {all} rules stand now.", taken.rules))?;
    Ok(Outcome::after(&taken.faults))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_weeks_without_a_hit_are_one_line() {
        let weeks: Vec<(String, u32)> =
            [0, 0, 0, 3, 0, 0, 1].iter().enumerate().map(|(week, hits)| (week.to_string(), *hits)).collect();
        let expected = "week of 0  0, and 2 weeks more without a hit\nweek of 3  3\nweek of 4  0\nweek of 5  0\nweek of 6  1\n";
        assert_eq!(weeks_text(&weeks), expected);
    }
}
