//! Plain text and Markdown.

mod header;
mod lines;
mod markdown;

use chancery_model::{Basis, Published};

use crate::{PageFacts, clean, date};

pub(crate) use markdown::facts as markdown;

/// How far into the first paragraph a dateline is looked for.
const DATELINE: usize = 160;

/// Reads plain text: a first line that looks like one is the title; byline and date may stand below it.
pub(crate) fn facts(text: &str) -> PageFacts {
    let paragraphs = lines::paragraphs(&clean::cleaned(text));
    let header = header::read(&paragraphs);
    let body = paragraphs[header.length..].join("\n\n");
    PageFacts {
        title: header.title,
        published: header.published.or_else(|| dateline(&body)),
        authors: header.authors,
        url: header.url,
        site: header.source,
        text: body,
        ..PageFacts::default()
    }
}

/// Returns the text alone, paragraphs separated by an empty line.
pub(crate) fn body(text: &str) -> String {
    lines::paragraphs(&clean::cleaned(text)).join("\n\n")
}

/// Finds the date that a report's first paragraph begins with (`BRUSSELS, 24 October 2024 –`).
fn dateline(body: &str) -> Option<Published> {
    let head = &body[..body.floor_char_boundary(body.len().min(DATELINE))];
    date::in_text(head).map(|(when, _)| Published { when, basis: Basis::Inferred })
}
