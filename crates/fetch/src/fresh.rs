//! How long an answer stays fresh, as its server says.

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::exchange::header;
use crate::retry::http_date;

/// How long an answer stays fresh: `Cache-Control: max-age` less `Age`, else `Expires` less `Date` (RFC 9111, 4.2.1).
/// None where the server says nothing, or that every use must ask again.
pub fn fresh_for(headers: &[(String, String)], now: DateTime<Utc>) -> Option<Duration> {
    let control = directives(headers);
    if control.iter().any(|(name, _)| matches!(name.as_str(), "no-cache" | "no-store")) {
        return None;
    }
    let stated = control.iter().find(|(name, _)| name == "max-age").map(|(_, value)| value.parse::<u64>());
    match stated {
        Some(Ok(seconds)) => {
            let age = header(headers, "age").and_then(|age| age.trim().parse().ok()).unwrap_or(0);
            Some(Duration::from_secs(seconds.saturating_sub(age))).filter(|left| !left.is_zero())
        }
        Some(Err(_)) => None,
        None => {
            let sent = header(headers, "date").and_then(http_date).unwrap_or(now);
            let left = (http_date(header(headers, "expires")?)? - sent).to_std().ok()?;
            Some(left).filter(|left| !left.is_zero())
        }
    }
}

/// The directives of all `Cache-Control` headers, names in small letters, values without quotation marks.
fn directives(headers: &[(String, String)]) -> Vec<(String, String)> {
    let lines = headers.iter().filter(|(name, _)| name == "cache-control");
    let split = |part: &str| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        (name.trim().to_ascii_lowercase(), value.trim().trim_matches('"').to_owned())
    };
    lines.flat_map(|(_, value)| value.split(',').map(split)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(headers: &[(&str, &str)], seconds: Option<u64>) {
        let headers: Vec<(String, String)> =
            headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let now = DateTime::from_timestamp(1_729_764_000, 0).unwrap();
        assert_eq!(fresh_for(&headers, now), seconds.map(Duration::from_secs), "{headers:?}");
    }

    #[test]
    fn max_age_goes_before_expires_and_age_is_taken_off() {
        let expires = ("expires", "Thu, 24 Oct 2024 11:00:00 GMT");
        check(&[("cache-control", "public, Max-Age=\"600\"")], Some(600));
        check(&[("cache-control", "max-age=600"), ("age", "540"), expires], Some(60));
        check(&[("cache-control", "max-age=600"), ("age", "700")], None);
        check(&[("cache-control", "public"), expires], Some(3600));
        check(&[("date", "Thu, 24 Oct 2024 10:30:00 GMT"), expires], Some(1800));
    }

    #[test]
    fn what_must_be_asked_again_or_cannot_be_read_is_never_fresh() {
        check(&[], None);
        check(&[("cache-control", "no-cache, max-age=600")], None);
        check(&[("cache-control", "no-store")], None);
        check(&[("cache-control", "max-age=soon"), ("expires", "Thu, 24 Oct 2024 11:00:00 GMT")], None);
        check(&[("expires", "0")], None);
        check(&[("expires", "Thu, 24 Oct 2024 09:00:00 GMT")], None);
    }
}
