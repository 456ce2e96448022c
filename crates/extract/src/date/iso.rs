use chancery_model::When;
use chrono::NaiveDate;

use super::{Clock, Zone, full_year, when};

/// Reads ISO 8601 and its relatives (W3CDTF, RFC 3339, SQL): `2003-12-31T10:14:55.5-08:00`, `20031231`, `2003-12`,
/// `2003-365`, `03-12-31`.
pub(super) fn parse(text: &str) -> Option<When> {
    let (date, rest) = split(text);
    let day = day(date)?;
    let rest = rest.trim();
    if rest.is_empty() {
        return when(day, None, Zone::Unstated);
    }
    let (clock, zone) = clock_and_zone(rest)?;
    when(day, Some(clock), zone)
}

/// Splits at the `T` or the blank between date and time.
fn split(text: &str) -> (&str, &str) {
    match text.find(['T', 't', ' ']) {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, ""),
    }
}

fn number(text: &str) -> Option<u32> {
    (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn day(date: &str) -> Option<NaiveDate> {
    let date = date.trim_end_matches(['Z', 'z']);
    let parts: Vec<&str> = date.split('-').collect();
    match parts.as_slice() {
        [compact] => compact_day(compact),
        // `-03-12`, `--1231` of the standard's first edition are left out: nobody publishes them.
        [year, ordinal] if ordinal.len() == 3 => NaiveDate::from_yo_opt(year_of(year)?, number(ordinal)?),
        [year, month] if year.len() == 4 => NaiveDate::from_ymd_opt(year_of(year)?, number(month)?, 1),
        ["", year, month] if year.len() == 2 => NaiveDate::from_ymd_opt(year_of(year)?, number(month)?, 1),
        [year, month, day] if matches!(year.len(), 2 | 4) && month.len() <= 3 && day.len() <= 2 => {
            NaiveDate::from_ymd_opt(year_of(year)?, number(month)?, number(day)?)
        }
        _ => None,
    }
}

fn year_of(text: &str) -> Option<i32> {
    let digits = text.len();
    (matches!(digits, 2 | 4)).then(|| number(text)).flatten().map(|year| full_year(year as i32, digits))
}

fn compact_day(text: &str) -> Option<NaiveDate> {
    number(text)?;
    let ymd = |y: &str, m: &str, d: &str| NaiveDate::from_ymd_opt(year_of(y)?, number(m)?, number(d)?);
    match text.len() {
        4 => NaiveDate::from_ymd_opt(year_of(text)?, 1, 1).filter(|_| ("1900".."2100").contains(&text)),
        5 => NaiveDate::from_yo_opt(year_of(&text[..2])?, number(&text[2..])?),
        6 => ymd(&text[..2], &text[2..4], &text[4..]),
        7 => NaiveDate::from_yo_opt(year_of(&text[..4])?, number(&text[4..])?),
        8 => ymd(&text[..4], &text[4..6], &text[6..]),
        _ => None,
    }
}

/// Reads `10:14:55.5-08:00`, `10:14Z`, `101455+0100`.
fn clock_and_zone(text: &str) -> Option<(Clock, Zone)> {
    let end = text.find(|c: char| !matches!(c, '0'..='9' | ':' | '.' | ',')).unwrap_or(text.len());
    let (clock, zone) = text.split_at(end);
    Some((clock_of(clock)?, zone_of(zone.trim())?))
}

fn clock_of(text: &str) -> Option<Clock> {
    let whole = text.split(['.', ',']).next()?;
    let parts: Vec<&str> = if whole.contains(':') {
        whole.split(':').collect()
    } else {
        match whole.len() {
            2 => vec![whole],
            4 => vec![&whole[..2], &whole[2..]],
            6 => vec![&whole[..2], &whole[2..4], &whole[4..]],
            _ => return None,
        }
    };
    let unit = |n: usize| parts.get(n).map_or(Some(0), |part| number(part));
    let clock = Clock { hour: unit(0)?, minute: unit(1)?, second: unit(2)? };
    (parts.len() <= 3 && clock.time().is_some()).then_some(clock)
}

fn zone_of(text: &str) -> Option<Zone> {
    match text {
        "" => Some(Zone::Unstated),
        "Z" | "z" | "UTC" | "GMT" => Some(Zone::East(0)),
        _ => offset(text).map(Zone::East),
    }
}

/// Reads `+02:00`, `-0400`, `+9`, `−05:30` (also with the minus sign proper) as seconds east.
pub(super) fn offset(text: &str) -> Option<i32> {
    let (sign, digits) = match text.chars().next()? {
        '+' => (1, &text[1..]),
        '-' => (-1, &text[1..]),
        '\u{2212}' => (-1, &text['\u{2212}'.len_utf8()..]),
        _ => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) => (number(hours)?, number(minutes)?),
        None => match digits.len() {
            1 | 2 => (number(digits)?, 0),
            3 | 4 => (number(digits)? / 100, number(digits)? % 100),
            _ => return None,
        },
    };
    (hours <= 15 && minutes < 60).then_some(sign * (hours as i32 * 3600 + minutes as i32 * 60))
}
