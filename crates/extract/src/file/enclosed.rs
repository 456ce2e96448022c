//! What is enclosed with a letter: press offices send the statement itself so.

use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

use super::letter::{as_html, as_plain, best_part, subject, text_of};
use super::{Kind, kind, pdf, word};
use crate::{Note, PageFacts, plain, text};

/// So many letters and digits tell whether a text is a copy of another.
const ENOUGH: usize = 200;

/// What became of the enclosures of a letter.
pub(super) struct Enclosed {
    /// The texts of those that were read.
    pub(super) texts: Vec<String>,
    /// The names of the others.
    unread: Vec<String>,
}

/// Reads the enclosures of a letter. Pictures within its text are none.
pub(super) fn read(letter: &Message<'_>) -> Enclosed {
    let mut enclosed = Enclosed { texts: Vec::new(), unread: Vec::new() };
    for part in letter.attachments().filter(|part| !is_picture_within(part)) {
        match text_within(letter, part).filter(|text| !text.is_empty()) {
            Some(text) => enclosed.texts.push(text),
            None => enclosed.unread.push(part.attachment_name().unwrap_or("one without a name").to_owned()),
        }
    }
    enclosed
}

impl Enclosed {
    /// Says what was not read.
    pub(super) fn note(&self) -> Option<Note> {
        let names = self.unread.join(", ");
        match self.unread.len() {
            0 => None,
            1 => Some(Note(format!("1 enclosure of the letter was not read: {names}."))),
            n => Some(Note(format!("{n} enclosures of the letter were not read: {names}."))),
        }
    }
}

/// Adds the enclosures to the text of a letter, but for copies of it.
pub(super) fn joined(own: String, enclosed: &[String]) -> String {
    let mut whole = own;
    for text in enclosed.iter().filter(|text| !text.is_empty()) {
        let beginning: String = folded(text).chars().take(ENOUGH).collect();
        if folded(&whole).contains(&beginning) {
            continue;
        }
        if !whole.is_empty() {
            whole.push_str("\n\n");
        }
        whole.push_str(text);
    }
    whole
}

fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn is_picture_within(part: &MessagePart<'_>) -> bool {
    let is_picture = part.content_type().is_some_and(|kind| kind.ctype().eq_ignore_ascii_case("image"));
    is_picture && (part.content_id().is_some() || part.attachment_name().is_none())
}

/// The text of an enclosure: a text, a page, a PDF or Word document, or a letter that is passed on.
fn text_within(letter: &Message<'_>, part: &MessagePart<'_>) -> Option<String> {
    if let PartType::Message(inner) = &part.body {
        return Some(joined(subject(inner), &[best_part(inner)]));
    }
    if let Some(html) = as_html(&part.body) {
        return Some(plain::of_html(&text_of(letter, part, html)));
    }
    if let Some(plain) = as_plain(&part.body) {
        return Some(text::body(&text_of(letter, part, plain)));
    }
    let name = part.attachment_name().unwrap_or("");
    let read = match kind(name, part.contents(), None)? {
        Kind::Pdf => pdf::read(name, part.contents()),
        Kind::Word => word::read(name, part.contents()),
        Kind::Letter => return None,
    };
    let PageFacts { title, text, .. } = read.ok()?.page;
    Some(joined(title, &[text]))
}
