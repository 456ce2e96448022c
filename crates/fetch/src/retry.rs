//! How long a server asks to wait.

use std::time::Duration;

use chrono::{DateTime, Utc};

/// The longest wait that is believed.
const LONGEST: Duration = Duration::from_secs(7 * 24 * 3600);

/// The wait where a busy server (429, 503) names none; NetNewsWire waits as long.
const UNNAMED: Duration = Duration::from_secs(10 * 60);

/// How long a busy server is left alone: as its `Retry-After` says, else ten minutes.
pub(crate) fn asked(header: Option<&str>, now: DateTime<Utc>) -> Duration {
    header.and_then(|header| after(header, now)).unwrap_or(UNNAMED)
}

/// Reads a `Retry-After` header: seconds or an HTTP date (RFC 9110, 10.2.3). A date in the past is no wait.
pub(crate) fn after(header: &str, now: DateTime<Utc>) -> Option<Duration> {
    let header = header.trim();
    let wait = match header.parse::<u64>() {
        Ok(seconds) => Duration::from_secs(seconds),
        Err(_) => (http_date(header)? - now).to_std().unwrap_or_default(),
    };
    Some(wait.min(LONGEST))
}

/// Reads an HTTP date (RFC 9110, 5.6.7) in the form that servers must send.
pub(crate) fn http_date(text: &str) -> Option<DateTime<Utc>> {
    Some(DateTime::parse_from_rfc2822(text.trim()).ok()?.to_utc())
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
        assert_eq!((asked(None, now), asked(Some("soon"), now)), (UNNAMED, UNNAMED));
    }
}
