//! Hours of the day in which nothing is shown.

use chrono::Timelike;

/// A stretch of local hours, such as `22-06`: from 22:00 up to, not including, 06:00.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietHours {
    from: u32,
    to: u32,
}

impl QuietHours {
    /// Reads `22-06`; `None` for an empty text and for what is not two hours of the day.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.trim().split_once('-')?;
        let hour =
            |text: &str| text.trim().parse::<u32>().ok().filter(|hour| *hour <= 24).map(|hour| hour % 24);
        Some(Self { from: hour(from)?, to: hour(to)? })
    }

    /// Tells whether this local time lies in them.
    pub fn cover(&self, local: &impl Timelike) -> bool {
        let hour = local.hour();
        if self.from <= self.to {
            (self.from..self.to).contains(&hour)
        } else {
            hour >= self.from || hour < self.to
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveTime;

    use super::*;

    #[track_caller]
    fn check(hours: &str, quiet: &[u32]) {
        let hours = QuietHours::parse(hours).expect("two hours");
        let found: Vec<u32> = (0..24)
            .filter(|hour| hours.cover(&NaiveTime::from_hms_opt(*hour, 59, 0).expect("an hour of the day")))
            .collect();
        assert_eq!(found, quiet);
    }

    #[test]
    fn hours_of_a_day_and_over_midnight() {
        check("12-14", &[12, 13]);
        check("22-02", &[0, 1, 22, 23]);
        check("22-24", &[22, 23]);
        check("8-8", &[]);
    }

    #[test]
    fn what_is_not_two_hours_is_never_quiet() {
        for text in ["", "22", "a-b", "22-61", "-"] {
            assert_eq!(QuietHours::parse(text), None, "{text}");
        }
    }
}
