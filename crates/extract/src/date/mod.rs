//! Dates in the many forms that feeds and pages write.

mod eras;
mod iso;
mod loose;
mod words;

use chancery_model::When;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeZone, Utc};

pub(crate) use loose::{in_text, in_text_of};

/// Years that a date may carry; what lies outside is a slip.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=9999;

/// Reads a date; none when the text is no date.
pub(crate) fn parse(text: &str) -> Option<When> {
    parse_in(text, false)
}

/// Reads a date of a text that writes the day first in `10/12/2024`, or the month.
pub(crate) fn parse_in(text: &str, day_first: bool) -> Option<When> {
    let text = text.trim();
    if text.is_empty() || text.len() > 120 {
        return None;
    }
    iso::parse(text).or_else(|| loose::parse(text, day_first)).or_else(|| timestamp(text))
}

/// Reads seconds or milliseconds since 1970.
fn timestamp(text: &str) -> Option<When> {
    let number: i64 = text.parse().ok()?;
    let at = match text.len() {
        9 | 10 => DateTime::from_timestamp(number, 0)?,
        13 => DateTime::from_timestamp_millis(number)?,
        _ => return None,
    };
    Some(When::Instant(at.fixed_offset()))
}

/// A time of day as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Clock {
    hour: u32,
    minute: u32,
    second: u32,
}

impl Clock {
    /// Takes hours up to 24:00 and leap seconds.
    fn time(self) -> Option<(NaiveTime, i64)> {
        let (hour, days) = if self.hour == 24 && self.minute == 0 { (0, 1) } else { (self.hour, 0) };
        let time = NaiveTime::from_hms_opt(hour, self.minute, self.second.min(60).clamp(0, 59))?;
        (self.second <= 60).then_some((time, days))
    }
}

/// What is known of a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Zone {
    /// None was written, or none that is known.
    Unstated,
    /// Seconds east of Greenwich.
    East(i32),
}

/// Puts date, time and zone together.
fn when(day: NaiveDate, clock: Option<Clock>, zone: Zone) -> Option<When> {
    if !YEARS.contains(&chrono::Datelike::year(&day)) {
        return None;
    }
    let Some(clock) = clock else { return Some(When::Day(day)) };
    let (time, days) = clock.time()?;
    let local = day.checked_add_signed(chrono::Duration::days(days))?.and_time(time);
    match zone {
        Zone::Unstated => Some(When::Local(local)),
        Zone::East(seconds) => at_offset(local, seconds),
    }
}

fn at_offset(local: NaiveDateTime, seconds: i32) -> Option<When> {
    let offset = FixedOffset::east_opt(seconds)?;
    let at = offset.from_local_datetime(&local).single()?;
    let at = if seconds == 0 { at.with_timezone(&Utc.fix()) } else { at };
    Some(When::Instant(at))
}

/// Completes a year of two digits: 70 and above is of the last century.
fn full_year(year: i32, digits: usize) -> i32 {
    match digits {
        1 | 2 if year < 70 => year + 2000,
        1 | 2 => year + 1900,
        _ => year,
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found = parse(text).map_or_else(|| "none".to_owned(), |when| when.stated_form());
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn keeps_the_offset_and_the_precision_as_stated() {
        check("2024-10-24T14:00:00+02:00", "2024-10-24T14:00:00+02:00");
        check("2024-10-24", "2024-10-24");
        check("Thu, 24 Oct 2024 14:00:00 GMT", "2024-10-24T14:00:00Z");
        check("Thu, 24 Oct 2024 14:00:00 -0400", "2024-10-24T14:00:00-04:00");
        check("24 October 2024", "2024-10-24");
        check("2024-10-24 14:00", "2024-10-24T14:00:00Z");
    }

    #[test]
    fn reads_months_of_many_languages() {
        check("24 жовтня 2024", "2024-10-24");
        check("24 жовтня 2024 року", "2024-10-24");
        check("24 октября 2024 г., 15:30", "2024-10-24T15:30:00Z");
        check("24. Oktober 2024", "2024-10-24");
        check("le 24 octobre 2024", "2024-10-24");
        check("24 de octubre de 2024", "2024-10-24");
        check("24 października 2024", "2024-10-24");
        check("24 Ekim 2024", "2024-10-24");
        check("2024年10月24日", "2024-10-24");
        check("2024년 10월 24일", "2024-10-24");
        check("٢٤ أكتوبر ٢٠٢٤", "2024-10-24");
    }

    #[test]
    fn reads_years_that_are_counted_otherwise() {
        check("令和6年10月24日", "2024-10-24");
        check("2024 年 10 月 24 日", "2024-10-24");
        check("民國113年10月24日", "2024-10-24");
        check("دوشنبه ۲ تير ۱۳۹۹", "2020-06-22");
        check("۱۴۰۳/۰۸/۰۳", "2024-10-24");
        check("24 באוקטובר 2024", "2024-10-24");
        let found = super::in_text("تهران، ۳ آبان ۱۴۰۳ - وزارت").map(|(when, _)| when.stated_form());
        assert_eq!(found.as_deref(), Some("2024-10-24"));
        assert_eq!(super::in_text("Constantinople fell on 29 May 1453 to the Turks"), None);
    }

    #[test]
    fn tells_day_and_month_by_what_is_possible() {
        check("03/30/2020", "2020-03-30");
        check("26/06/2020", "2020-06-26");
        check("24.10.2024", "2024-10-24");
        check("2020/1/10 14:33:00", "2020-01-10T14:33:00Z");
    }

    #[test]
    fn writes_the_day_first_where_the_language_does() {
        let of = |day_first| super::parse_in("10/12/2024", day_first).map(|when| when.stated_form());
        assert_eq!(of(true).as_deref(), Some("2024-12-10"));
        assert_eq!(of(false).as_deref(), Some("2024-10-12"));
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in ["abc", "", "2003-12-31T25:14:55Z", "99 June 2009", "page 7 of 12", "123456789012"] {
            check(text, "none");
        }
    }
}
