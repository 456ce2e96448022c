//! Codes of countries that are typed for languages.

/// Country codes that are typed for languages, with the language that was meant.
pub(crate) const MISTAKEN: &[(&str, &str)] = &[
    ("by", "be"),
    ("cn", "zh"),
    ("cz", "cs"),
    ("dk", "da"),
    ("gb", "en"),
    ("gr", "el"),
    ("ir", "fa"),
    ("jp", "ja"),
    ("kp", "ko"),
    ("kz", "kk"),
    ("rs", "sr"),
    ("ua", "uk"),
    ("us", "en"),
];
