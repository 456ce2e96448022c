//! Names of authors.

use super::tree::Element;
use crate::clean;
use crate::plain;

/// Returns the names that the elements of these names give, without repetition.
pub(super) fn names(parent: Element<'_>, elements: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for child in parent.children().filter(|child| elements.contains(&child.name)) {
        if let Some(name) = name(child).filter(|name| !names.contains(name)) {
            names.push(name);
        }
    }
    names
}

/// Returns a person's name: of the element `name`, else of the text.
fn name(person: Element<'_>) -> Option<String> {
    let parts = ["name", "itunes:name", "email", "uri", "url"];
    let structured = parts.into_iter().find_map(|part| person.child(part)?.value());
    let text = structured.or_else(|| if person.has_children() { None } else { person.value() });
    let text = text.or_else(|| clean::non_empty(person.inline_text()));
    text.map(|text| stated(&clean::one_line(&plain::of_html(&text)))).filter(|name| !name.is_empty())
}

/// Returns the name that stands with an e-mail address: `a@b.org (Name)`, `Name <a@b.org>`, `Name (a@b.org)`.
fn stated(text: &str) -> String {
    let bare = |part: &str| part.trim().trim_matches(['<', '>', '(', ')', ',', '"']).trim().to_owned();
    for (open, close) in [('(', ')'), ('<', '>')] {
        let Some((before, rest)) = text.split_once(open) else { continue };
        let inside = rest.split(close).next().unwrap_or("");
        match (before.contains('@'), inside.contains('@')) {
            (true, false) if !bare(inside).is_empty() => return bare(inside),
            (false, true) if !bare(before).is_empty() => return bare(before),
            _ => {}
        }
    }
    text.to_owned()
}
