//! From an analysed query to SQL: the one place that composes a query from parts.
//!
//! [`plan`] turns the query into a condition, joining as much as possible into one expression of the full-text index;
//! [`sql`] writes the condition down.

mod expression;
mod plan;
#[cfg(test)]
mod plans;
mod sql;

use chancery_model::RowId;
use chancery_text::AnalysedQuery;
use chrono::{DateTime, Utc};
use rusqlite::{Connection, params_from_iter};

use crate::{Order, Result};

/// Statements that match, in order.
pub(crate) fn search(
    conn: &Connection,
    query: &AnalysedQuery,
    order: Order,
    now: DateTime<Utc>,
) -> Result<Vec<RowId>> {
    let Some(select) = compose(conn, query, Some(order), now)? else { return Ok(Vec::new()) };
    let mut prepared = conn.prepare_cached(&select.sql)?;
    let rows = prepared.query_map(params_from_iter(select.values), |row| Ok(RowId(row.get(0)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many statements match.
pub(crate) fn count(conn: &Connection, query: &AnalysedQuery, now: DateTime<Utc>) -> Result<u64> {
    let Some(select) = compose(conn, query, None, now)? else { return Ok(0) };
    let sql = format!("SELECT count(*) FROM ({})", select.sql);
    Ok(conn.prepare_cached(&sql)?.query_row(params_from_iter(select.values), |row| row.get(0))?)
}

/// The SELECT of a query with its values; none when nothing can match.
pub(crate) fn compose(
    conn: &Connection,
    query: &AnalysedQuery,
    order: Option<Order>,
    now: DateTime<Utc>,
) -> Result<Option<sql::Select>> {
    let condition = plan::Planner::new(conn, now).plan(query)?;
    sql::select(conn, condition, order)
}
