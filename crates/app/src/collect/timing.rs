//! When a source is asked again.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

use chancery_model::{SourceId, Wishes};
use chrono::{DateTime, Datelike, TimeDelta, Timelike, Utc};

/// The longest pause that a publisher's wish makes: many servers say a day or a year by default, and mean nothing.
const LONGEST_WISH: TimeDelta = TimeDelta::hours(6);

/// The longest that hours and days to be skipped put a visit off.
const LONGEST_SKIP: TimeDelta = TimeDelta::hours(24);

/// The first pause after a failure; it doubles with each failure in a row.
const FIRST_PAUSE: TimeDelta = TimeDelta::minutes(10);

/// The longest pause after failures: a source is never given up.
const LONGEST_PAUSE: TimeDelta = TimeDelta::weeks(1);

/// By how many percent a pause after a failure is longer or shorter, so that sources that failed together are not
/// asked together again.
const JITTER: i32 = 10;

/// When a source that answered is asked again: after the user's interval, or later where the feed (`wishes`) or the
/// server (`fresh`, how long the answer stays fresh) asks for it, within limits.
pub(super) fn after_answer(
    at: DateTime<Utc>,
    interval: TimeDelta,
    fresh: Option<Duration>,
    wishes: &Wishes,
) -> DateTime<Utc> {
    let fresh = fresh.map(|fresh| TimeDelta::from_std(fresh).unwrap_or(LONGEST_WISH));
    let wished = wishes.minutes.map(|minutes| TimeDelta::minutes(minutes.into()));
    let asked = fresh.max(wished).unwrap_or_default().min(LONGEST_WISH);
    past_skipped(at + interval.max(asked), wishes)
}

/// The first moment from `at` on that is in no hour or day to be skipped.
fn past_skipped(at: DateTime<Utc>, wishes: &Wishes) -> DateTime<Utc> {
    let skipped = |at: &DateTime<Utc>| {
        wishes.skip_hours.iter().any(|hour| u32::from(*hour) == at.hour())
            || wishes.skip_days.iter().any(|day| u32::from(*day) == at.weekday().num_days_from_monday())
    };
    let mut next = at;
    while skipped(&next) && next - at < LONGEST_SKIP {
        let into_hour = TimeDelta::seconds(i64::from(next.minute() * 60 + next.second()));
        next += TimeDelta::hours(1) - into_hour;
    }
    next
}

/// The pause after so many failures in a row before this one: it doubles up to a week, give or take some percent.
pub(super) fn after_failure(source: &SourceId, failures: u32) -> TimeDelta {
    let pause = FIRST_PAUSE.checked_mul(1 << failures.min(12)).unwrap_or(LONGEST_PAUSE).min(LONGEST_PAUSE);
    let mut hasher = DefaultHasher::new();
    (&source.0, failures).hash(&mut hasher);
    let percent = i32::try_from(hasher.finish() % (2 * JITTER as u64 + 1)).unwrap_or(0) - JITTER;
    (pause + pause / 100 * percent).min(LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noon() -> DateTime<Utc> {
        // A Monday.
        "2026-03-02T12:30:00Z".parse().expect("a time")
    }

    const QUARTER: TimeDelta = TimeDelta::minutes(15);

    fn wishes(minutes: Option<u32>, skip_hours: &[u8], skip_days: &[u8]) -> Wishes {
        Wishes { minutes, skip_hours: skip_hours.to_vec(), skip_days: skip_days.to_vec() }
    }

    #[test]
    fn the_longest_of_interval_wish_and_freshness_counts_up_to_a_limit() {
        let next = |fresh: Option<u64>, minutes| {
            let fresh = fresh.map(Duration::from_secs);
            (after_answer(noon(), QUARTER, fresh, &wishes(minutes, &[], &[])) - noon()).num_minutes()
        };
        assert_eq!(next(None, None), 15);
        assert_eq!(next(Some(60), Some(5)), 15);
        assert_eq!(next(Some(1800), Some(20)), 30);
        assert_eq!(next(Some(1800), Some(60)), 60);
        assert_eq!(next(None, Some(7 * 24 * 60)), 6 * 60);
        assert_eq!(next(Some(u64::MAX), None), 6 * 60);
    }

    #[test]
    fn skipped_hours_and_days_are_passed_over_up_to_a_day() {
        let next = |hours: &[u8], days: &[u8]| {
            after_answer(noon(), QUARTER, None, &wishes(None, hours, days)).format("%d %H:%M").to_string()
        };
        assert_eq!(next(&[13, 14], &[]), "02 12:45");
        assert_eq!(next(&[12, 13], &[]), "02 14:00");
        assert_eq!(next(&[], &[0]), "03 00:00");
        assert_eq!(next(&(0..24).collect::<Vec<u8>>(), &[]), "03 13:00");
    }

    #[test]
    fn pauses_double_up_to_a_week_and_differ_between_sources() {
        let pause = |source: &str, failures| after_failure(&source.into(), failures);
        for failures in 0..9 {
            assert!(pause("a", failures + 1) > pause("a", failures) * 3 / 2, "{failures}");
        }
        assert!(pause("a", 60) <= TimeDelta::weeks(1) && pause("a", 60) >= TimeDelta::days(6));
        let pauses: std::collections::HashSet<TimeDelta> =
            (0..50).map(|n| pause(&format!("source-{n}"), 0)).collect();
        assert!(pauses.len() > 10, "they spread: {pauses:?}");
    }
}
