//! Why a field does or does not hold, in words.

use std::fmt::Display;

use chancery_model::{CountryCode, Field};
use chancery_text::{Facts, country_name};

/// Says in one sentence what a statement has in place of, or as, what a field asks for.
pub(crate) fn field_reason(field: &Field, found: bool, facts: &Facts) -> String {
    match field {
        Field::Country(code) => tag("names", "country", named(*code), found, &facts.countries),
        Field::About(code) => tag("is about", "country", named(*code), found, &facts.about),
        Field::Topic(slug) => tag("has", "topic", slug.clone(), found, &facts.topics),
        Field::Regime(key) => tag("concerns", "regime", key.clone(), found, &facts.regimes),
        Field::Resolution { number, implied_too } => resolution(*number, *implied_too, found, facts),
        Field::Issuer(_) => is_named("issuer", facts.issuer.as_ref().map(|issuer| issuer.name.as_str())),
        Field::Speaker(_) => is_named("speaker", facts.speakers.first().map(|_| facts.speakers.join(", "))),
        Field::Source(_) => format!("Its source is {} ({}).", facts.source_name, facts.source),
        Field::Lang(_) => is_named("language", facts.lang),
        Field::After(_) | Field::Before(_) | Field::Within(_) => format!("It is dated {}.", facts.day),
        Field::Listed(_) => "This version keeps no sanctions lists yet.".to_owned(),
        Field::Label(_) | Field::Is(_) | Field::Has(_) => {
            "This asks what you did to a statement, which only a search can answer.".to_owned()
        }
    }
}

fn named(code: CountryCode) -> String {
    country_name(code).map_or_else(|| code.to_string(), |name| format!("{name} ({code})"))
}

fn tag<T: Display>(
    verb: &str,
    kind: &str,
    wanted: String,
    found: bool,
    all: impl IntoIterator<Item = T>,
) -> String {
    if found {
        return format!("It {verb} {kind} {wanted}.");
    }
    match listed(all) {
        None => format!("It {verb} no {kind}."),
        Some(all) => format!("It {verb} {all}, not {wanted}."),
    }
}

fn listed<T: Display>(all: impl IntoIterator<Item = T>) -> Option<String> {
    let all: Vec<String> = all.into_iter().map(|value| value.to_string()).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

fn resolution(number: u32, implied_too: bool, found: bool, facts: &Facts) -> String {
    if !found && !implied_too && facts.cited.contains(&number) {
        return format!("Resolution {number} is implied or cited with another year; res:{number}~ finds it.");
    }
    let all = if implied_too { &facts.cited } else { &facts.stated };
    tag("cites", "resolution", number.to_string(), found, all)
}

fn is_named(what: &str, name: Option<impl Display>) -> String {
    match name {
        Some(name) => format!("Its {what} is {name}."),
        None => format!("Its {what} is not known."),
    }
}
