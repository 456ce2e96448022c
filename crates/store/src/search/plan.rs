//! What a query asks of the archive, before it is written as SQL.

use chancery_model::{Condition, Field, Part, Possession, RowId, Scope, part_of};
use chancery_text::{
    Analysed, AnalysedQuery, DayRange, Position, analyse, days_asked, field_term, prefix_range,
};
use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::expression::{Columns, Expression, Phrase};
use super::sql::{self, Select};
use crate::table::{lexicon, mark, name, statement, words};
use crate::{Result, confirm, place};

/// A condition on a statement.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Plan {
    /// Every statement.
    All,
    /// None.
    Nothing,
    /// An expression of the full-text index.
    Match(Expression),
    /// Ids from the first to before the second.
    Rows(i64, i64),
    /// Ids that a table names: a SELECT without values.
    Listed(&'static str),
    /// Ids that have one of these labels.
    Labelled(Vec<String>),
    /// These ids.
    Given(Vec<RowId>),
    /// All hold.
    And(Vec<Plan>),
    /// At least one holds.
    Or(Vec<Plan>),
    /// It does not hold.
    Not(Box<Plan>),
}

/// Leads words to terms and names to numbers, with the archive at hand.
pub(super) struct Planner<'c> {
    conn: &'c Connection,
    now: DateTime<Utc>,
}

impl<'c> Planner<'c> {
    pub(super) fn new(conn: &'c Connection, now: DateTime<Utc>) -> Self {
        Self { conn, now }
    }

    /// Plans a query.
    pub(super) fn plan(&self, query: &AnalysedQuery) -> Result<Plan> {
        match query {
            AnalysedQuery::Everything => Ok(Plan::All),
            AnalysedQuery::Nothing => Ok(Plan::Nothing),
            AnalysedQuery::And(parts) => Ok(and(self.plan_all(parts)?)),
            AnalysedQuery::Or(parts) => Ok(or(self.plan_all(parts)?)),
            AnalysedQuery::Not(part) => Ok(not(self.plan(part)?)),
            AnalysedQuery::Sequence { positions, scope } => self.sequence(positions, *scope),
            AnalysedQuery::Near { left, right, words, scope } => self.near(left, right, *words, *scope),
            AnalysedQuery::Field(field) => self.field(field),
        }
    }

    fn plan_all(&self, parts: &[AnalysedQuery]) -> Result<Vec<Plan>> {
        parts.iter().map(|part| self.plan(part)).collect()
    }

    fn sequence(&self, positions: &[Position], scope: Scope) -> Result<Plan> {
        let Some(columns) = columns(scope) else {
            return self.notes(|note| confirm::sequence(note, positions));
        };
        let phrase = self.phrase(positions)?;
        Ok(phrase.map_or(Plan::Nothing, |phrase| Plan::Match(Expression::words(&phrase, columns))))
    }

    fn near(&self, left: &[Position], right: &[Position], words: u8, scope: Scope) -> Result<Plan> {
        let holds = |text: &Analysed| confirm::near(text, left, right, words.into());
        let Some(columns) = columns(scope) else { return self.notes(holds) };
        let (Some(one), Some(other)) = (self.phrase(left)?, self.phrase(right)?) else {
            return Ok(Plan::Nothing);
        };
        let expression = Expression::near(&one, &other, words, columns);
        if one.may_share_a_word(&other) {
            return self.confirmed(expression, columns, holds);
        }
        Ok(Plan::Match(expression))
    }

    /// The phrase of these positions; none when some position has no term in the archive.
    fn phrase(&self, positions: &[Position]) -> Result<Option<Phrase>> {
        let mut phrase = Phrase { positions: Vec::with_capacity(positions.len()), open_end: false };
        for (at, position) in positions.iter().enumerate() {
            let terms = match position {
                Position::Word(keys) => lexicon::terms_of(self.conn, keys)?,
                Position::Prefix(prefix) if at + 1 == positions.len() => {
                    phrase.open_end = true;
                    vec![prefix_range(prefix).0]
                }
                Position::Prefix(prefix) => {
                    let (from, to) = prefix_range(prefix);
                    words::terms_between(self.conn, &from, &to)?
                }
            };
            if terms.is_empty() {
                return Ok(None);
            }
            phrase.positions.push(terms);
        }
        Ok((!phrase.positions.is_empty()).then_some(phrase))
    }

    /// Those that the index finds and that hold on the text itself.
    fn confirmed(
        &self,
        expression: Expression,
        columns: Columns,
        holds: impl Fn(&Analysed) -> bool,
    ) -> Result<Plan> {
        let mut given = Vec::new();
        for row in sql::rows(self.conn, &Select::matching(expression))? {
            let Some(found) = statement::by_row(self.conn, row)? else { continue };
            let lang = found.annotations.reading_lang(found.draft.lang);
            let part = |part| holds(&analyse(part_of(&found.draft, part), lang));
            if part(Part::Title) || (matches!(columns, Columns::Anywhere) && part(Part::Text)) {
                given.push(row);
            }
        }
        Ok(if given.is_empty() { Plan::Nothing } else { Plan::Given(given) })
    }

    /// Statements whose note holds; notes are few and not in the index.
    fn notes(&self, holds: impl Fn(&Analysed) -> bool) -> Result<Plan> {
        let notes = mark::notes(self.conn)?;
        let rows = notes.into_iter().filter(|(_, note)| holds(&analyse(note, None)));
        let given: Vec<RowId> = rows.map(|(row, _)| row).collect();
        Ok(if given.is_empty() { Plan::Nothing } else { Plan::Given(given) })
    }

    fn field(&self, field: &Field) -> Result<Plan> {
        if let Some(term) = field_term(field) {
            return Ok(Plan::Match(Expression::tags(&[term])));
        }
        if let Some(days) = days_asked(field, self.now) {
            return Ok(rows_of(days));
        }
        match field {
            Field::Issuer(wanted) => Ok(tags(&name::issuers_named(self.conn, wanted)?)),
            Field::Speaker(wanted) => Ok(tags(&name::speakers_named(self.conn, wanted)?)),
            Field::Source(wanted) => Ok(tags(&name::sources_named(self.conn, wanted)?)),
            Field::Label(wanted) => self.labelled(wanted),
            Field::Is(condition) => Ok(is(*condition)),
            Field::Has(possession) => Ok(has(*possession)),
            // No lists are kept yet, so nothing is listed; the other fields were answered above.
            _ => Ok(Plan::Nothing),
        }
    }

    fn labelled(&self, wanted: &str) -> Result<Plan> {
        let folded = wanted.trim().to_lowercase();
        let mut labels = mark::labels(self.conn)?;
        labels.retain(|label| label.to_lowercase() == folded);
        Ok(if labels.is_empty() { Plan::Nothing } else { Plan::Labelled(labels) })
    }
}

fn columns(scope: Scope) -> Option<Columns> {
    match scope {
        Scope::Anywhere => Some(Columns::Anywhere),
        Scope::Title => Some(Columns::Title),
        Scope::Note => None,
    }
}

fn tags(terms: &[String]) -> Plan {
    if terms.is_empty() { Plan::Nothing } else { Plan::Match(Expression::tags(terms)) }
}

fn rows_of(days: DayRange) -> Plan {
    let first = days.first.map_or(i64::MIN, place::first_of_day);
    let end = days.end.map_or(i64::MAX, place::first_of_day);
    if first < end { Plan::Rows(first, end) } else { Plan::Nothing }
}

fn is(condition: Condition) -> Plan {
    const READ: &str = "SELECT row FROM mark WHERE read = 1";
    // Without the first of each group, so that `-is:duplicate` shows every statement once.
    const DUPLICATE: &str = "SELECT row FROM statement WHERE repeats = 1";
    match condition {
        Condition::Read => Plan::Listed(READ),
        Condition::Unread => not(Plan::Listed(READ)),
        Condition::Starred => Plan::Listed("SELECT row FROM mark WHERE starred = 1"),
        Condition::Alerted => Plan::Listed("SELECT row FROM alert"),
        Condition::Revised => Plan::Listed("SELECT row FROM statement WHERE revision > 1"),
        Condition::Duplicate => Plan::Listed(DUPLICATE),
    }
}

fn has(possession: Possession) -> Plan {
    match possession {
        Possession::Note => Plan::Listed("SELECT row FROM mark WHERE note IS NOT NULL"),
        Possession::Label => Plan::Listed("SELECT row FROM label"),
        // Documents are kept without the files that hang on them.
        Possession::Attachment => Plan::Nothing,
    }
}

/// All hold: expressions and their complements become one expression, ranges of ids one range.
pub(super) fn and(parts: Vec<Plan>) -> Plan {
    let mut wanted = Vec::new();
    let mut unwanted = Vec::new();
    let mut rows = (i64::MIN, i64::MAX);
    let mut rest = Vec::new();
    for part in flatten(parts, |part| match part {
        Plan::And(inner) => Ok(inner),
        other => Err(other),
    }) {
        match part {
            Plan::All => {}
            Plan::Nothing => return Plan::Nothing,
            Plan::Match(expression) if expression.may_nest() => wanted.push(expression),
            Plan::Rows(first, end) => rows = (rows.0.max(first), rows.1.min(end)),
            Plan::Not(part) => match *part {
                Plan::Match(expression) if expression.may_nest() => unwanted.push(expression),
                other => rest.push(Plan::Not(Box::new(other))),
            },
            other => rest.push(other),
        }
    }
    if rows.0 >= rows.1 {
        return Plan::Nothing;
    }
    if rows != (i64::MIN, i64::MAX) {
        rest.insert(0, Plan::Rows(rows.0, rows.1));
    }
    if !wanted.is_empty() || !unwanted.is_empty() {
        rest.insert(0, Plan::Match(Expression::all(wanted, unwanted)));
    }
    single(rest, Plan::All, Plan::And)
}

/// At least one holds: expressions become one.
fn or(parts: Vec<Plan>) -> Plan {
    let mut matches = Vec::new();
    let mut rest = Vec::new();
    for part in flatten(parts, |part| match part {
        Plan::Or(inner) => Ok(inner),
        other => Err(other),
    }) {
        match part {
            Plan::Nothing => {}
            Plan::All => return Plan::All,
            Plan::Match(expression) if expression.may_nest() => matches.push(expression),
            other => rest.push(other),
        }
    }
    if !matches.is_empty() {
        rest.insert(0, Plan::Match(Expression::any(matches)));
    }
    single(rest, Plan::Nothing, Plan::Or)
}

/// It does not hold. A complement stays one until it meets something to be taken from.
fn not(part: Plan) -> Plan {
    match part {
        Plan::All => Plan::Nothing,
        Plan::Nothing => Plan::All,
        Plan::Not(part) => *part,
        other => Plan::Not(Box::new(other)),
    }
}

fn flatten(parts: Vec<Plan>, open: impl Fn(Plan) -> std::result::Result<Vec<Plan>, Plan>) -> Vec<Plan> {
    parts.into_iter().flat_map(|part| open(part).unwrap_or_else(|whole| vec![whole])).collect()
}

fn single(mut parts: Vec<Plan>, none: Plan, several: fn(Vec<Plan>) -> Plan) -> Plan {
    match parts.len() {
        0 => none,
        1 => parts.remove(0),
        _ => several(parts),
    }
}
