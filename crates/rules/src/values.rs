//! Values that are led to a code: countries, topics, languages, resolutions.

use std::ops::Range;

use chancery_model::{CountryCode, Field, Lang};
use chancery_text::{country_name, country_named};

use crate::QueryFault;
use crate::fields::FieldName;
use crate::mistaken::MISTAKEN;
use crate::nearest::nearest;

/// The highest number that `res:` takes; the Council has adopted fewer than 3,000 resolutions in eighty years.
const HIGHEST_RESOLUTION: u32 = 99_999;

/// Every country that the program knows, by code.
pub(crate) fn countries() -> impl Iterator<Item = (CountryCode, &'static str)> {
    let letters = || b'A'..=b'Z';
    let codes =
        letters().flat_map(move |first| letters().map(move |second| CountryCode::new(&[first, second])));
    codes.filter_map(|code| country_name(code).map(|name| (code, name)))
}

/// Reads a country by code or name.
pub(crate) fn read_country(
    field: FieldName,
    text: &str,
    at: Range<usize>,
) -> Result<CountryCode, QueryFault> {
    let by_code =
        text.to_uppercase().parse::<CountryCode>().ok().filter(|code| country_name(*code).is_some());
    by_code.or_else(|| country_named(text)).or_else(|| british(text)).ok_or_else(|| {
        let name = field.name();
        let fault = QueryFault::new(at, format!("“{name}:” knows no country “{text}”."));
        let names: Vec<&str> = countries().map(|(_, name)| name).collect();
        match nearest(text, names.iter().copied()).and_then(|name| Some((name, country_named(name)?))) {
            Some((meant, code)) => fault.hinted(format!("Did you mean {name}:{code} ({meant})?")),
            None => fault.hinted(format!(
                "Write its two-letter ISO code or its name, in quotes when it has several words: {name}:\"North Korea\"."
            )),
        }
    })
}

/// Leads UK, which ISO reserves for the United Kingdom, to its code.
fn british(text: &str) -> Option<CountryCode> {
    text.eq_ignore_ascii_case("UK").then(|| CountryCode::new(b"GB"))
}

/// Reads a language by its ISO 639-1 code.
pub(crate) fn read_lang(text: &str, at: Range<usize>) -> Result<Lang, QueryFault> {
    let wanted = text.to_lowercase();
    Lang::assigned(&wanted).ok_or_else(|| {
        let mistaken =
            MISTAKEN.iter().find(|(typed, _)| *typed == wanted).and_then(|(_, code)| Lang::assigned(code));
        unknown_lang(text, Lang::named(&wanted).or(mistaken), at)
    })
}

fn unknown_lang(text: &str, meant: Option<Lang>, at: Range<usize>) -> QueryFault {
    let fault = QueryFault::new(at, format!("“{text}” is not the two-letter code of a language."));
    match meant {
        Some(code) => fault.hinted(format!("Did you mean lang:{code}?")),
        None => fault.hinted("Write an ISO 639-1 code, as in lang:uk for Ukrainian."),
    }
}

/// Reads the number of a Security Council resolution, with `~` behind it when implied ones count too.
pub(crate) fn read_resolution(text: &str, at: Range<usize>) -> Result<Field, QueryFault> {
    let (digits, implied_too) = match text.strip_suffix('~') {
        Some(digits) => (digits, true),
        None => (text, false),
    };
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let number = digits.parse::<u32>().ok().filter(|&n| plain && (1..=HIGHEST_RESOLUTION).contains(&n));
    let field = number.map(|number| Field::Resolution { number, implied_too });
    field.ok_or_else(|| {
        QueryFault::new(at, format!("“{text}” is not the number of a Security Council resolution.")).hinted(
            "Write the number alone, as in res:1718, or res:1718~ to count it when it is only implied.",
        )
    })
}
