//! Dates and lengths of time.

use std::ops::Range;

use chancery_model::{DateValue, Period};
use chrono::NaiveDate;

use crate::QueryFault;
use crate::fields::FieldName;

/// Years that a date may name; the archive counts its days from 1900.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2999;
/// The longest time that `within:` looks back, in days.
const LONGEST: u32 = 36_500;

/// Reads `2024-10-24`, `2024-10` or `2024`.
pub(crate) fn read_date(field: FieldName, text: &str, at: Range<usize>) -> Result<DateValue, QueryFault> {
    let Some(numbers) = numbers(text) else {
        return Err(QueryFault::new(at, format!("“{text}” is not a date.")).hinted(format!(
            "Write a day, a month or a year, as in {0}:2024-10-24, {0}:2024-10, {0}:2024.",
            field.name()
        )));
    };
    if !YEARS.contains(&numbers[0]) {
        return Err(QueryFault::new(at, format!("The year of “{text}” lies outside the archive."))
            .hinted(format!("Write a year from {} to {}.", YEARS.start(), YEARS.end())));
    }
    let date = match numbers[..] {
        [year] => Some(DateValue::Year(year)),
        [year, month] => (1..=12).contains(&month).then_some(DateValue::Month(year, month as u32)),
        [year, month, day] => NaiveDate::from_ymd_opt(year, month as u32, day as u32).map(DateValue::Day),
        _ => None,
    };
    date.ok_or_else(|| {
        QueryFault::new(at, format!("There is no such date as “{text}”."))
            .hinted("Look at the month and the day; they stand as year, month, day.")
    })
}

/// Returns year, month and day as far as they are written: four digits, then two and two.
fn numbers(text: &str) -> Option<Vec<i32>> {
    let parts: Vec<&str> = text.split('-').collect();
    let lengths = [4, 2, 2];
    let fits = parts.len() <= 3
        && parts
            .iter()
            .zip(lengths)
            .all(|(part, n)| part.len() == n && part.bytes().all(|b| b.is_ascii_digit()));
    fits.then(|| parts.iter().filter_map(|part| part.parse().ok()).collect())
}

/// Reads `7d`, `3w` or `1y`.
pub(crate) fn read_period(text: &str, at: Range<usize>) -> Result<Period, QueryFault> {
    let split = text.len() - text.chars().next_back().map_or(0, char::len_utf8);
    let (digits, unit) = text.split_at(split);
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let number = digits.parse::<u32>().ok().filter(|_| plain);
    let period = number.and_then(|n| match unit {
        "d" | "D" => Some(Period::Days(n)),
        "w" | "W" => Some(Period::Weeks(n)),
        "y" | "Y" => Some(Period::Years(n)),
        _ => None,
    });
    let Some(period) = period else {
        return Err(QueryFault::new(at, format!("“{text}” is not a length of time."))
            .hinted("Write days, weeks or years before now, as in within:7d, within:3w, within:1y."));
    };
    match period.days() {
        1..=LONGEST => Ok(period),
        _ => Err(QueryFault::new(at, format!("“{text}” is too short or too long a time."))
            .hinted("Write from one day up to a hundred years.")),
    }
}
