//! What stands above the body of a plain text: title, byline, date, source, address.

use chancery_model::{Basis, Published};

use crate::address::is_web;
use crate::date;

/// A title is at most this long.
const TITLE: usize = 220;
/// Lines of a header are at most this long.
const LINE: usize = 100;
/// So many lines below the title may belong to the header.
const LINES: usize = 6;

/// Names of header lines with a colon, in small letters.
const LABELS: &[(&str, Label)] = &[
    ("title", Label::Title),
    ("headline", Label::Title),
    ("subject", Label::Title),
    ("заголовок", Label::Title),
    ("date", Label::Date),
    ("published", Label::Date),
    ("updated", Label::Date),
    ("дата", Label::Date),
    ("опубліковано", Label::Date),
    ("опубликовано", Label::Date),
    ("datum", Label::Date),
    ("author", Label::Author),
    ("by", Label::Author),
    ("автор", Label::Author),
    ("from", Label::Source),
    ("source", Label::Source),
    ("джерело", Label::Source),
    ("источник", Label::Source),
    ("quelle", Label::Source),
    ("url", Label::Address),
    ("link", Label::Address),
];

/// Words that a byline begins with, in small letters.
const BYLINES: &[&str] = &["by ", "von ", "par ", "por ", "автор ", "written by ", "report by "];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Title,
    Date,
    Author,
    Source,
    Address,
}

/// A header that was read.
#[derive(Debug, Default)]
pub(super) struct Header {
    pub(super) title: String,
    pub(super) published: Option<Published>,
    pub(super) authors: Vec<String>,
    pub(super) source: Option<String>,
    pub(super) url: Option<String>,
    /// How many paragraphs it takes.
    pub(super) length: usize,
}

/// Reads the header of a text; what is no header stays in the body.
pub(super) fn read(paragraphs: &[String]) -> Header {
    let mut header = Header::default();
    for paragraph in paragraphs.iter().take(LINES + 1) {
        if !header.takes(paragraph, paragraphs.len()) {
            break;
        }
        header.length += 1;
    }
    // A text that is nothing but header is a body.
    if header.length == paragraphs.len() {
        let title = if paragraphs.len() > 1 { header.title } else { String::new() };
        return Header { length: usize::from(!title.is_empty()), title, ..header };
    }
    header
}

impl Header {
    /// Takes a line as part of the header; false where the body begins.
    fn takes(&mut self, line: &str, paragraphs: usize) -> bool {
        if let Some((label, value)) = labelled(line) {
            self.fill(label, value);
            return true;
        }
        let short = line.chars().count() <= LINE;
        if self.title.is_empty() && paragraphs > 1 && is_title(line) {
            self.title = line.to_owned();
            return true;
        }
        if !short || self.title.is_empty() {
            return false;
        }
        self.line_below_title(line)
    }

    fn line_below_title(&mut self, line: &str) -> bool {
        let byline = byline(line);
        let dated =
            date::in_text(line).filter(|(_, place)| place.len() * 3 >= line.len() || byline.is_some());
        let when = dated.map(|(when, _)| when).or_else(|| date::parse(line));
        if let (None, Some(when)) = (self.published, when) {
            self.published = Some(Published { when, basis: Basis::Inferred });
        }
        let is_address = is_web(line) && !line.contains(' ');
        if is_address {
            self.url.get_or_insert_with(|| line.to_owned());
        }
        self.authors.extend(byline.clone());
        byline.is_some() || when.is_some() || is_address
    }

    fn fill(&mut self, label: Label, value: &str) {
        match label {
            Label::Title if self.title.is_empty() => self.title = value.to_owned(),
            Label::Author => self.authors.push(value.to_owned()),
            Label::Source => self.source = Some(value.to_owned()),
            Label::Address if is_web(value) => self.url = Some(value.to_owned()),
            Label::Date => {
                let when = date::parse(value).or_else(|| Some(date::in_text(value)?.0));
                self.published =
                    self.published.or(when.map(|when| Published { when, basis: Basis::Inferred }));
            }
            _ => {}
        }
    }
}

fn labelled(line: &str) -> Option<(Label, &str)> {
    let (name, value) = line.split_once(':')?;
    let name = name.trim().to_lowercase();
    let (_, label) = LABELS.iter().find(|(known, _)| *known == name)?;
    let value = value.trim();
    (!value.is_empty() && value.chars().count() <= TITLE).then_some((*label, value))
}

/// Returns whether a line looks like a title: short, one sentence at most, without a full stop, no date, no address.
fn is_title(line: &str) -> bool {
    let length = line.chars().count();
    let ends = line.ends_with(['.', ',', ';', ':', '。', '、', '،']) && !line.ends_with("...");
    (2..=TITLE).contains(&length)
        && !ends
        && !is_web(line)
        && !line.contains(". ")
        && date::parse(line).is_none()
        && line.chars().any(char::is_alphabetic)
}

/// Returns the author of a byline; a date or agency behind it is left out.
fn byline(line: &str) -> Option<String> {
    let word = BYLINES.iter().find(|word| line.to_lowercase().starts_with(**word))?;
    let rest = line.get(word.len()..)?;
    let name = rest.split([',', '|', '—', '–', '(', ';']).next()?.trim();
    let letters =
        name.chars().next().is_some_and(char::is_uppercase) && !name.chars().any(|c| c.is_ascii_digit());
    (letters && name.split_whitespace().count() <= 5).then(|| name.to_owned())
}
