//! Lengths of time as they are typed: `90d`, `3w`, `1y`.

use anyhow::{Context, bail};

/// Reads a length of time and returns it in days; a year has 365.
pub fn days(text: &str) -> anyhow::Result<u32> {
    let unit = text.chars().last().context("a length of time such as 90d is needed")?;
    let number: u32 =
        text.trim_end_matches(unit).parse().context("write a length of time as 90d, 12w or 1y")?;
    let days = match unit {
        'd' => Some(number),
        'w' => number.checked_mul(7),
        'y' => number.checked_mul(365),
        _ => bail!("write a length of time as 90d, 12w or 1y"),
    };
    days.filter(|days| (1..=36_500).contains(days)).context("it must be between one day and a hundred years")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_weeks_and_years() {
        assert_eq!(days("90d").unwrap(), 90);
        assert_eq!(days("12w").unwrap(), 84);
        assert_eq!(days("1y").unwrap(), 365);
    }

    #[test]
    fn anything_else_is_refused() {
        for text in ["", "d", "90", "-1d", "0d", "4294967295y", "90 days", "1м"] {
            assert!(days(text).is_err(), "{text}");
        }
    }
}
