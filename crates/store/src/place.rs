//! Internal ids: `days since 1900-01-01 << 20 | sequence`, where the sequence begins at the time of day, so that the
//! order of ids is the order of publication also within a day.

use chancery_model::{Draft, RowId};
use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use rusqlite::{Connection, OptionalExtension};

use crate::{Error, Result};

const SEQUENCE_BITS: u32 = 20;
/// Ids of a day.
const DAY: i64 = 1 << SEQUENCE_BITS;
/// Ids of a second: 86,400 times twelve is just below 2^20.
const SECOND: i64 = 12;
/// 1900-01-01 as days since the beginning of the common era.
const EPOCH: i64 = 693_596;

/// The first id of a day; the ids of a range of days are a range of ids.
pub(crate) fn first_of_day(day: NaiveDate) -> i64 {
    (i64::from(day.num_days_from_ce()) - EPOCH) << SEQUENCE_BITS
}

/// The days since 1900-01-01 of an id.
pub(crate) fn day_number(row: RowId) -> i64 {
    row.0 >> SEQUENCE_BITS
}

/// The day of an id.
pub(crate) fn day_of(row: RowId) -> NaiveDate {
    let days = (row.0 >> SEQUENCE_BITS) + EPOCH;
    i32::try_from(days).ok().and_then(NaiveDate::from_num_days_from_ce_opt).unwrap_or_default()
}

/// Where a statement belongs: at its published time, else at the time of its first collection.
pub(crate) fn wanted(draft: &Draft, collected_at: DateTime<Utc>) -> i64 {
    let at = draft.published.map_or(collected_at, |published| published.when.utc());
    // A leap second counts as 86,399.
    let second = i64::from(at.time().num_seconds_from_midnight());
    first_of_day(at.date_naive()) + second * SECOND
}

/// Returns a free id at or soon after the wanted one, on the same day.
///
/// It looks at stretches of twelve, 24, 48 … ids and takes the place after the last one taken in the first stretch
/// that has room at its end: a few look-ups even where thousands of statements bear the same second.
pub(crate) fn free(conn: &Connection, wanted: i64) -> Result<RowId> {
    const LAST_TAKEN: &str = "SELECT max(row) FROM statement WHERE row >= ?1 AND row < ?2";
    let end = (wanted & !(DAY - 1)) + DAY;
    let mut last_taken = conn.prepare_cached(LAST_TAKEN)?;
    let (mut from, mut length) = (wanted, SECOND);
    while from < end {
        let to = (from + length).min(end);
        let taken: Option<i64> = last_taken.query_row([from, to], |row| row.get(0))?;
        match taken.map_or(from, |taken| taken + 1) {
            place if place < to => return Ok(RowId(place)),
            _ => (from, length) = (to, length * 2),
        }
    }
    first_gap(conn, end - DAY)
}

/// The first free id of a day; slow, and only needed when the rest of the day seems full.
fn first_gap(conn: &Connection, first: i64) -> Result<RowId> {
    const GAP: &str = "SELECT row + 1 FROM statement AS s WHERE row >= ?1 AND row < ?2 - 1
        AND NOT EXISTS (SELECT 1 FROM statement WHERE row = s.row + 1) ORDER BY row LIMIT 1";
    let start_taken = conn.prepare_cached("SELECT 1 FROM statement WHERE row = ?1")?.exists([first])?;
    if !start_taken {
        return Ok(RowId(first));
    }
    let gap = conn.prepare_cached(GAP)?.query_row([first, first + DAY], |row| row.get(0)).optional()?;
    gap.map(RowId).ok_or_else(|| Error::DayFull(day_of(RowId(first))))
}

/// Whether two wanted ids mean the same second.
pub(crate) fn same_second(a: i64, b: i64) -> bool {
    a.div_euclid(DAY) == b.div_euclid(DAY) && a.rem_euclid(DAY) / SECOND == b.rem_euclid(DAY) / SECOND
}

/// Counts statements by month, without gaps; the rows may come in any order.
pub(crate) fn by_month(rows: &[RowId]) -> Vec<crate::MonthCount> {
    let mut counts = std::collections::BTreeMap::new();
    for row in rows {
        *counts.entry(row.0 >> SEQUENCE_BITS).or_insert(0_u64) += 1;
    }
    let mut months: Vec<crate::MonthCount> = Vec::new();
    for (day, count) in counts {
        let month = day_of(RowId(day << SEQUENCE_BITS)).with_day(1).unwrap_or_default();
        fill_up_to(&mut months, month);
        if let Some(last) = months.last_mut() {
            last.count += count;
        }
    }
    months
}

fn fill_up_to(months: &mut Vec<crate::MonthCount>, month: NaiveDate) {
    let mut next = match months.last() {
        Some(last) => last.month + chrono::Months::new(1),
        None => month,
    };
    while next <= month {
        months.push(crate::MonthCount { month: next, count: 0 });
        next = next + chrono::Months::new(1);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn archive() -> Connection {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch("CREATE TABLE statement (row INTEGER PRIMARY KEY)").unwrap();
        conn
    }

    fn take(conn: &Connection, wanted: i64) -> i64 {
        let place = free(conn, wanted).unwrap().0;
        conn.execute("INSERT INTO statement VALUES (?1)", [place]).unwrap();
        place
    }

    proptest! {
        #[test]
        fn ids_are_free_and_on_the_day(wanted in proptest::collection::vec((0i64..3, 0i64..40), 1..200)) {
            let conn = archive();
            for (day, second) in wanted {
                let start = day * DAY + (DAY - 40 * SECOND) + second * SECOND - DAY;
                let place = take(&conn, start);
                prop_assert_eq!(place.div_euclid(DAY), start.div_euclid(DAY));
            }
        }

        #[test]
        fn a_day_comes_back(days in -1_000_000i32..1_000_000) {
            let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            prop_assert_eq!(day_of(RowId(first_of_day(day))), day);
            prop_assert_eq!(day_of(RowId(first_of_day(day) + DAY - 1)), day);
        }
    }

    #[test]
    fn the_first_day_is_1900() {
        assert_eq!(first_of_day(NaiveDate::from_ymd_opt(1900, 1, 1).unwrap()), 0);
        assert_eq!(first_of_day(NaiveDate::from_ymd_opt(1900, 1, 2).unwrap()), DAY);
    }

    #[test]
    fn seconds_are_in_order_and_a_crowd_stays_near() {
        let conn = archive();
        let noon = 43_200 * SECOND;
        let crowd: Vec<i64> = (0..5_000).map(|_| take(&conn, noon)).collect();
        assert!(crowd.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(take(&conn, noon - SECOND) < noon);
        assert!(*crowd.last().unwrap() < noon + 8_192 * SECOND);
    }

    #[test]
    fn a_full_day_says_so() {
        let conn = archive();
        conn.execute_batch(
            "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 1048575)
             INSERT INTO statement SELECT i FROM n",
        )
        .unwrap();
        assert!(matches!(free(&conn, 5), Err(Error::DayFull(_))));
        conn.execute("DELETE FROM statement WHERE row = 77", []).unwrap();
        assert_eq!(free(&conn, 500_000).unwrap(), RowId(77));
    }

    #[test]
    fn months_have_no_gaps() {
        let rows = ["2024-01-31", "2024-04-01", "2024-04-30"];
        let rows = rows.map(|day| RowId(first_of_day(day.parse().unwrap()) + 7));
        let counts: Vec<_> = by_month(&rows).iter().map(|m| (m.month.to_string(), m.count)).collect();
        let expected = [("2024-01-01", 1), ("2024-02-01", 0), ("2024-03-01", 0), ("2024-04-01", 2)];
        assert_eq!(counts, expected.map(|(month, count)| (month.to_owned(), count)));
    }
}
