//! Markdown: rendered, then read as HTML; front matter gives title, date and author.

use chancery_model::{Basis, Published};
use pulldown_cmark::{Options, Parser, html};

use crate::{PageFacts, clean, date, lang, plain};

/// Reads Markdown.
pub(crate) fn facts(text: &str) -> PageFacts {
    let (front, body) = front_matter(text);
    let mut rendered = String::new();
    html::push_html(
        &mut rendered,
        Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH),
    );
    let whole = plain::of_html(&rendered);
    let mut facts = super::facts(&whole);
    if let Some(heading) = heading(&rendered) {
        facts.title = heading;
    }
    for (name, value) in front {
        fill(&mut facts, name, value);
    }
    facts
}

/// Splits off the lines between two `---` that a Markdown file may begin with.
fn front_matter(text: &str) -> (Vec<(&str, &str)>, &str) {
    let none = (Vec::new(), text);
    let Some(rest) = text.trim_start_matches('\u{FEFF}').strip_prefix("---") else { return none };
    let Some((front, body)) = rest.split_once("\n---") else { return none };
    let pairs = front
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim(), value.trim().trim_matches(['"', '\''])));
    (
        pairs.filter(|(_, value)| !value.is_empty()).collect(),
        body.split_once('\n').map_or("", |(_, body)| body),
    )
}

/// Returns the heading that the document begins with.
fn heading(html: &str) -> Option<String> {
    let rest = html.trim_start().strip_prefix("<h1>")?;
    clean::non_empty(clean::one_line(&plain::of_html(rest.split("</h1>").next()?)))
}

fn fill(facts: &mut PageFacts, name: &str, value: &str) {
    match name.to_ascii_lowercase().as_str() {
        "title" => facts.title = clean::one_line(value),
        "date" | "published" => {
            facts.published = date::parse(value).map(|when| Published { when, basis: Basis::Stated });
        }
        "author" | "authors" => facts.authors = vec![clean::one_line(value)],
        "lang" | "language" => facts.lang = lang::tag(value),
        "url" | "link" | "canonical" if crate::address::is_web(value) => facts.url = Some(value.to_owned()),
        _ => {}
    }
}
