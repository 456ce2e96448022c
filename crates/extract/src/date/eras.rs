//! Years that are not counted from the birth of Christ: the eras of Japan and Taiwan, and the solar calendar of Iran and
//! Afghanistan.

use std::borrow::Cow;

use chrono::{Days, NaiveDate};

/// Eras whose years are written before 年, and the year before their first.
const ERAS: &[(&str, u32)] =
    &[("令和", 2018), ("平成", 1988), ("昭和", 1925), ("民國", 1911), ("民国", 1911)];

/// Returns a text with years of these eras written as years of ours: `令和6年` as `2024年`, the first year too.
pub(super) fn western(text: &str) -> Cow<'_, str> {
    let place = |(era, before): &(&'static str, u32)| Some((text.find(era)?, *era, *before));
    let Some((at, era, before)) = ERAS.iter().find_map(place) else { return Cow::Borrowed(text) };
    let rest = text[at + era.len()..].trim_start();
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (year, rest) = match rest.strip_prefix('元') {
        Some(rest) => (Some(1), rest),
        None => (rest[..digits].parse().ok().filter(|year| *year < 200), &rest[digits..]),
    };
    match year.filter(|_| rest.trim_start().starts_with('年')) {
        Some(year) => Cow::Owned(format!("{}{}{}", &text[..at], before + year, rest.trim_start())),
        None => Cow::Borrowed(text),
    }
}

/// The months of the solar calendar from its first on: as Iran writes them, with both forms of their letters, and as
/// Afghanistan does.
const MONTHS: [&str; 12] = [
    "فروردین فروردين حمل",
    "اردیبهشت ارديبهشت ثور",
    "خرداد جوزا",
    "تیر تير سرطان",
    "مرداد امرداد اسد",
    "شهریور شهريور سنبله",
    "مهر میزان ميزان",
    "آبان ابان عقرب",
    "آذر اذر قوس",
    "دی دي جدی جدي",
    "بهمن دلو",
    "اسفند حوت",
];

/// Returns the month (1 to 12) of the solar calendar that a word names.
pub(super) fn solar_month(word: &str) -> Option<u32> {
    (1..).zip(MONTHS).find(|(_, names)| names.split(' ').any(|name| name == word)).map(|(month, _)| month)
}

/// Returns whether a year is one of the solar calendar, of the twentieth century or ours.
pub(super) fn is_solar(year: u32) -> bool {
    (1300..1500).contains(&year)
}

/// Returns the day of the solar calendar as one of ours.
pub(super) fn solar_day(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let length = match month {
        1..=6 => 31,
        7..=11 => 30,
        12 => 29 + u32::from(is_leap(year)),
        _ => return None,
    };
    if !is_solar(year) || !(1..=length).contains(&day) {
        return None;
    }
    // 1 Farvardin 1300 was 21 March 1921.
    let years: u64 = (1300..year).map(|year| 365 + u64::from(is_leap(year))).sum();
    let months = u64::from((month - 1) * 30 + (month - 1).min(6));
    NaiveDate::from_ymd_opt(1921, 3, 21)?.checked_add_days(Days::new(years + months + u64::from(day - 1)))
}

/// The years of 366 days recur every 33 years, from 1206 to 1498 without exception (Borkowski, 1996).
fn is_leap(year: u32) -> bool {
    matches!(year % 33, 1 | 5 | 9 | 13 | 17 | 22 | 26 | 30)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_eras_are_ours() {
        assert_eq!(western("令和6年10月24日"), "2024年10月24日");
        assert_eq!(western("平成 元 年1月8日"), "1989年1月8日");
        assert_eq!(western("民國113年10月24日"), "2024年10月24日");
        assert_eq!(western("民国の歴史"), "民国の歴史");
    }

    #[test]
    fn days_of_the_solar_calendar_are_ours() {
        let day = |y, m, d| solar_day(y, m, d).map(|day| day.to_string()).unwrap_or_default();
        assert_eq!(day(1399, 4, 2), "2020-06-22");
        assert_eq!(day(1403, 1, 1), "2024-03-20");
        assert_eq!(day(1403, 12, 30), "2025-03-20");
        assert_eq!(day(1404, 1, 1), "2025-03-21");
        assert_eq!((day(1402, 12, 30).as_str(), day(1402, 7, 31).as_str()), ("", ""));
    }
}
