//! The lead of a page: what sums it up between title and text, often in a place of its own, where no reader of bodies
//! looks. The page's own description repeats it.

use super::Page;
use super::marks::Mark;
use crate::clean;

/// A description that agrees with a text in so many letters and digits repeats it.
const ENOUGH: usize = 32;
/// A lead has at most this many bytes.
const LONGEST: usize = 900;
/// A lead of fewer characters is a second title.
const SHORTEST: usize = 160;

/// Returns the paragraph near the title that the page's description begins as.
pub(super) fn of(page: &Page<'_>, title: &str) -> Option<String> {
    let heading = page.heading()?;
    let stated = page.meta.first(&["og:description", "description", "twitter:description"])?;
    let description = beginning(stated);
    if description.chars().count() < ENOUGH || beginning(title).starts_with(&description) {
        return None;
    }
    let near = |mark: &&Mark<'_>| mark.place >= heading && page.marks.is_near(mark.place, Some(heading));
    let begins = |mark: &&Mark<'_>| description.starts_with(&beginning(&mark.node.text()));
    let texts = page.marks.texts.iter().filter(near).filter(begins);
    let whole = texts.filter_map(|mark| mark.node.parent()).map(|outer| clean::one_line(&outer.text()));
    whole
        .filter(|text| text.len() <= LONGEST && is_sentence(text))
        .find(|text| beginning(text) == description)
}

fn is_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?', '…', '。', '؟', '।']) && text.chars().count() >= SHORTEST
}

/// Adds a lead to a text that does not have it.
pub(super) fn before(lead: Option<String>, text: String) -> String {
    match lead.filter(|lead| !folded(&text).contains(&beginning(lead))) {
        Some(lead) => format!("{lead}\n\n{text}"),
        None => text,
    }
}

fn beginning(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(ENOUGH).collect()
}

fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
