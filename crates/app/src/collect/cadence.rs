//! How often a source usually brings something.

use chrono::{DateTime, TimeDelta, Utc};

/// Arrivals that are looked at.
pub(crate) const ARRIVALS: u32 = 20;

/// Arrivals below which nothing is said.
const ENOUGH: usize = 4;

/// A source is silent when it brought nothing for this many times its usual gap, and for at least two days.
const SILENT_FACTOR: i32 = 4;

/// The median gap between arrivals that lie at least ten minutes apart (one collection is one arrival).
pub(crate) fn usual_gap(newest_first: &[DateTime<Utc>]) -> Option<TimeDelta> {
    let mut gaps: Vec<TimeDelta> = newest_first
        .windows(2)
        .map(|pair| pair[0] - pair[1])
        .filter(|gap| *gap >= TimeDelta::minutes(10))
        .collect();
    if gaps.len() < ENOUGH {
        return None;
    }
    gaps.sort_unstable();
    Some(gaps[gaps.len() / 2])
}

/// Whether a source that brings something every `gap` and last did at `last` has been quiet for too long.
pub(crate) fn is_silent(gap: TimeDelta, last: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now - last > (gap * SILENT_FACTOR).max(TimeDelta::days(2))
}

/// The gap in words: `every 2 days`.
pub fn words(gap: TimeDelta) -> String {
    format!("every {}", length_words(gap))
}

/// A length of time in words, in its largest whole unit: `9 days`, `1 hour`.
pub(crate) fn length_words(length: TimeDelta) -> String {
    let (count, unit) = match (length.num_days(), length.num_hours(), length.num_minutes()) {
        (days, _, _) if days >= 2 => (days, "day"),
        (_, hours, _) if hours >= 2 => (hours, "hour"),
        (_, _, minutes) => (minutes, "minute"),
    };
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: u32, hour: u32) -> DateTime<Utc> {
        chrono::NaiveDate::from_ymd_opt(2026, 3, day)
            .and_then(|day| day.and_hms_opt(hour, 0, 0))
            .expect("a valid time")
            .and_utc()
    }

    #[test]
    fn the_usual_gap_is_the_median_between_collections() {
        let arrivals = [at(20, 8), at(20, 8), at(18, 8), at(16, 8), at(14, 8), at(4, 8)];
        let gap = usual_gap(&arrivals).expect("four gaps are enough");
        assert_eq!(words(gap), "every 2 days");
        assert!(usual_gap(&arrivals[..3]).is_none());
        assert!(is_silent(gap, at(10, 8), at(19, 8)));
        assert!(!is_silent(gap, at(12, 8), at(19, 8)));
    }
}
