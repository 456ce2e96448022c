//! Language tags.

use chancery_model::Lang;

/// Returns a BCP 47 tag in its usual form (`en-US`, `zh-Hant`), or none when the text is no tag.
pub(crate) fn tag(text: &str) -> Option<String> {
    let text = text.trim().replace('_', "-");
    let mut parts = text.split('-');
    let primary = parts.next().filter(|p| matches!(p.len(), 2 | 3) && is_letters(p))?.to_ascii_lowercase();
    let rest =
        parts.take_while(|p| p.len() <= 8 && !p.is_empty() && p.chars().all(|c| c.is_ascii_alphanumeric()));
    Some(rest.fold(primary, |whole, part| format!("{whole}-{}", part_form(part))))
}

fn is_letters(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphabetic())
}

fn part_form(part: &str) -> String {
    match part.len() {
        2 => part.to_ascii_uppercase(),
        4 if is_letters(part) => part[..1].to_ascii_uppercase() + &part[1..].to_ascii_lowercase(),
        _ => part.to_ascii_lowercase(),
    }
}

/// Returns the two-letter language of a tag.
pub(crate) fn primary(tag: &str) -> Option<Lang> {
    let primary = tag.split('-').next()?;
    // Codes of three letters that publishers write for a language with a code of two.
    let short = match primary {
        "ukr" => "uk",
        "eng" => "en",
        "rus" => "ru",
        "fra" | "fre" => "fr",
        "deu" | "ger" => "de",
        "spa" => "es",
        "ara" => "ar",
        "zho" | "chi" => "zh",
        other => other,
    };
    short.parse().ok()
}
