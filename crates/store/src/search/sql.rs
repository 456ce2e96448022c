//! Writes a plan as one SELECT.

use std::rc::Rc;

use chancery_model::RowId;
use rusqlite::types::{ToSql, ToSqlOutput, Value};
use rusqlite::vtab::array::Array;
use rusqlite::{Connection, params_from_iter};

use super::expression::Expression;
use super::plan::{Plan, and};
use crate::table::tag;
use crate::{Order, Result};

/// A value bound to a SELECT.
#[derive(Debug, Clone)]
pub(crate) enum Bound {
    /// A number or text.
    One(Value),
    /// A list for `rarray`.
    Many(Array),
}

impl ToSql for Bound {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Bound::One(value) => value.to_sql(),
            Bound::Many(values) => values.to_sql(),
        }
    }
}

/// A SELECT of internal ids with its values.
#[derive(Debug, Default)]
pub(crate) struct Select {
    /// The statement; its parameters are numbered.
    pub(crate) sql: String,
    /// The values of its parameters.
    pub(crate) values: Vec<Bound>,
}

/// Runs a SELECT.
pub(super) fn rows(conn: &Connection, select: &Select) -> Result<Vec<RowId>> {
    let mut prepared = conn.prepare_cached(&select.sql)?;
    let rows = prepared.query_map(params_from_iter(&select.values), |row| Ok(RowId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Where the ids come from: what the rest of the conditions only narrows.
enum Base {
    /// The full-text index.
    Words(Expression),
    /// The statements that have a tag, by its number.
    Tag(i64),
}

impl Base {
    fn row(&self) -> &'static str {
        match self {
            Base::Words(_) => "words.rowid",
            Base::Tag(_) => "statement_tag.row",
        }
    }
}

/// Writes a plan as a SELECT; none when nothing can match.
pub(super) fn select(conn: &Connection, plan: Plan, order: Option<Order>) -> Result<Option<Select>> {
    if plan == Plan::Nothing {
        return Ok(None);
    }
    if plan == Plan::All && order == Some(Order::Received) {
        // The index is in this order already and holds nothing else.
        let sql = "SELECT row FROM statement ORDER BY collected_at DESC, row DESC".to_owned();
        return Ok(Some(Select { sql, values: Vec::new() }));
    }
    let mut conditions = match plan {
        Plan::And(parts) => parts,
        one => vec![one],
    };
    let expression = take_match(&mut conditions);
    let Some(base) = base(conn, expression)? else { return Ok(None) };
    let mut select = Select::default();
    let from = select.from(&base);
    let mut sql = format!("SELECT {} AS id FROM {from}", base.row());
    for condition in conditions {
        let condition = select.condition(condition, base.row());
        sql.push_str(&format!(" AND {condition}"));
    }
    select.sql = ordered(sql, &base, order);
    Ok(Some(select))
}

fn take_match(conditions: &mut Vec<Plan>) -> Option<Expression> {
    let at = conditions.iter().position(|part| matches!(part, Plan::Match(_)))?;
    match conditions.remove(at) {
        Plan::Match(expression) => Some(expression),
        _ => None,
    }
}

/// Lists without words are taken from the narrow table of tags: every statement has the tag `xall`.
fn base(conn: &Connection, expression: Option<Expression>) -> Result<Option<Base>> {
    match expression {
        None => Ok(tag::find(conn, "xall")?.map(Base::Tag)),
        Some(expression) => match expression.tag() {
            Some(tag) => Ok(tag::find(conn, tag)?.map(Base::Tag)),
            None => Ok(Some(Base::Words(expression))),
        },
    }
}

fn ordered(sql: String, base: &Base, order: Option<Order>) -> String {
    const BY_RECEIPT: &str = "ORDER BY s.collected_at DESC, s.row DESC";
    match (order, base) {
        (None, _) => sql,
        (Some(Order::Received), _) => {
            format!("SELECT s.row FROM statement AS s WHERE s.row IN ({sql}) {BY_RECEIPT}")
        }
        // A word in the title weighs as much as five in the text; tags weigh nothing.
        (Some(Order::Relevance), Base::Words(_)) => {
            format!("{sql} ORDER BY bm25(words, 5.0, 1.0, 0.0), words.rowid DESC")
        }
        _ => format!("{sql} ORDER BY {} DESC", base.row()),
    }
}

impl Select {
    /// All that an expression finds, in order of id.
    pub(super) fn matching(expression: Expression) -> Self {
        let sql = "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rowid".to_owned();
        Self { sql, values: vec![Bound::One(Value::from(expression.into_text()))] }
    }

    fn bind(&mut self, value: Bound) -> String {
        self.values.push(value);
        format!("?{}", self.values.len())
    }

    fn bind_one(&mut self, value: impl Into<Value>) -> String {
        self.bind(Bound::One(value.into()))
    }

    fn bind_many(&mut self, values: impl Iterator<Item = Value>) -> String {
        self.bind(Bound::Many(Rc::new(values.collect())))
    }

    fn from(&mut self, base: &Base) -> String {
        match base {
            Base::Words(expression) => {
                format!("words WHERE words MATCH {}", self.bind_one(expression.clone().into_text()))
            }
            Base::Tag(n) => format!("statement_tag WHERE tag = {}", self.bind_one(*n)),
        }
    }

    /// Writes a condition on the id that `row` names.
    fn condition(&mut self, plan: Plan, row: &str) -> String {
        match plan {
            Plan::All => "1".to_owned(),
            Plan::Nothing => "0".to_owned(),
            Plan::Match(expression) => {
                let text = self.bind_one(expression.into_text());
                format!("{row} IN (SELECT rowid FROM words WHERE words MATCH {text})")
            }
            Plan::Rows(first, end) => self.range(first, end, row),
            Plan::Listed(select) => format!("{row} IN ({select})"),
            Plan::Labelled(labels) => {
                let labels = self.bind_many(labels.into_iter().map(Value::from));
                let wanted = format!("SELECT value FROM rarray({labels})");
                format!("{row} IN (SELECT row FROM label WHERE label IN ({wanted}))")
            }
            Plan::Given(rows) => {
                let rows = self.bind_many(rows.into_iter().map(|row| Value::from(row.0)));
                format!("{row} IN (SELECT value FROM rarray({rows}))")
            }
            Plan::And(parts) => self.balanced(parts, " AND ", row),
            Plan::Or(parts) => self.balanced(parts, " OR ", row),
            Plan::Not(part) => match *part {
                // The index itself takes a complement faster than a list of all that match.
                Plan::Match(expression) if expression.may_nest() => {
                    let complement = and(vec![Plan::Not(Box::new(Plan::Match(expression)))]);
                    self.condition(complement, row)
                }
                other => format!("NOT {}", self.bracketed(other, row)),
            },
        }
    }

    fn bracketed(&mut self, plan: Plan, row: &str) -> String {
        format!("({})", self.condition(plan, row))
    }

    fn range(&mut self, first: i64, end: i64, row: &str) -> String {
        let mut bounds = Vec::new();
        if first > i64::MIN {
            bounds.push(format!("{row} >= {}", self.bind_one(first)));
        }
        if end < i64::MAX {
            bounds.push(format!("{row} < {}", self.bind_one(end)));
        }
        if bounds.is_empty() { "1".to_owned() } else { bounds.join(" AND ") }
    }

    /// Joins in halves: SQLite takes a thousand levels, and a chain of a thousand parts is that deep.
    fn balanced(&mut self, mut parts: Vec<Plan>, with: &str, row: &str) -> String {
        if parts.len() <= 1 {
            return parts.pop().map_or_else(|| "1".to_owned(), |part| self.condition(part, row));
        }
        let right = parts.split_off(parts.len() / 2);
        let left = self.balanced(parts, with, row);
        let right = self.balanced(right, with, row);
        format!("(({left}){with}({right}))")
    }
}
