//! How long a server asks to wait.

use std::time::Duration;

use chrono::{DateTime, Utc};

/// The longest wait that is believed.
const LONGEST: Duration = Duration::from_secs(7 * 24 * 3600);

/// Reads a `Retry-After` header: seconds or an HTTP date (RFC 9110, 10.2.3). A date in the past is no wait.
pub(crate) fn after(header: &str, now: DateTime<Utc>) -> Option<Duration> {
    let header = header.trim();
    let wait = match header.parse::<u64>() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => {
            let until = DateTime::parse_from_rfc2822(header).ok()?;
            (until.to_utc() - now).to_std().unwrap_or_default()
        }
    };
    Some(wait.min(LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_seconds_and_dates() {
        let now = DateTime::from_timestamp(1_729_764_000, 0).unwrap();
        assert_eq!(after("120", now), Some(Duration::from_secs(120)));
        assert_eq!(after("Thu, 24 Oct 2024 10:01:00 GMT", now), Some(Duration::from_secs(60)));
        assert_eq!(after("Thu, 24 Oct 2024 09:00:00 GMT", now), Some(Duration::ZERO));
        assert_eq!(after("soon", now), None);
        assert_eq!(after("99999999999", now), Some(LONGEST));
    }
}
