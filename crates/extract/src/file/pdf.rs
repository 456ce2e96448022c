//! PDF documents with a text layer.

use std::panic::{AssertUnwindSafe, catch_unwind};

use chancery_model::{Basis, Published, When};
use pdf_extract::{Dictionary, Object, PlainTextOutput, decode_text_string, output_doc_page};
use unicode_normalization::UnicodeNormalization;

use super::{Document, sheets};
use crate::{PageFacts, Why, clean, date, text};

/// Pages that are read of one document.
const PAGES: usize = 2000;
/// What the pages of a document may grow to together, in letters.
const LETTERS: usize = 8 << 20;

/// Reads a PDF document.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Document, Why> {
    let broken = || Why::BrokenFile { name: name.to_owned(), what: "PDF document" };
    if !bytes.starts_with(b"%PDF") {
        return Err(broken());
    }
    match caught(|| Pdf::read(bytes)).flatten().ok_or_else(broken)? {
        Pdf::Locked => Err(Why::Locked { name: name.to_owned() }),
        Pdf::Open { sheets, info } if sheets.iter().any(|sheet| sheet.contains(char::is_alphabetic)) => {
            Ok(facts(&sheets, info).into())
        }
        Pdf::Open { sheets, .. } if sheets.is_empty() => Err(broken()),
        Pdf::Open { .. } => Err(Why::NoPages { name: name.to_owned(), what: "PDF document" }),
    }
}

/// The library is made for well-formed files: where a faulty one makes it stumble must end here.
fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// What a document was made of.
enum Pdf {
    /// A password protects it.
    Locked,
    /// The texts of the pages that could be read, and what it says of itself.
    Open { sheets: Vec<String>, info: Info },
}

#[derive(Default)]
struct Info {
    title: Option<String>,
    author: Option<String>,
    made: Option<When>,
}

impl Pdf {
    /// None for a file that cannot be taken apart.
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut document = pdf_extract::Document::load_mem(bytes).ok()?;
        // Most are encrypted against changes alone: anybody may read them.
        if document.is_encrypted() && document.decrypt("").is_err() {
            return Some(Self::Locked);
        }
        let mut sheets = Vec::new();
        let mut letters = 0;
        for page in document.get_pages().into_keys().take(PAGES) {
            let Some(sheet) = sheet(&document, page) else { continue };
            letters += sheet.len();
            sheets.push(sheet);
            if letters > LETTERS {
                break;
            }
        }
        Some(Self::Open { sheets, info: Info::of(&document) })
    }
}

/// The text of a page; none when it cannot be read.
fn sheet(document: &pdf_extract::Document, page: u32) -> Option<String> {
    caught(|| {
        let mut text = String::new();
        output_doc_page(document, &mut PlainTextOutput::new(&mut text), page).ok()?;
        Some(text)
    })
    .flatten()
}

impl Info {
    fn of(document: &pdf_extract::Document) -> Self {
        let info = document.trailer.get(b"Info").ok();
        let info = info.and_then(|info| match info {
            Object::Reference(id) => document.get_dictionary(*id).ok(),
            other => other.as_dict().ok(),
        });
        let value = |key| info.and_then(|info| value(document, info, key));
        Self {
            title: value(b"Title").filter(|title| is_title(title)),
            author: value(b"Author"),
            made: value(b"CreationDate").and_then(|made| moment(&made)),
        }
    }
}

fn value(document: &pdf_extract::Document, info: &Dictionary, key: &[u8]) -> Option<String> {
    let (_, object) = document.dereference(info.get(key).ok()?).ok()?;
    clean::non_empty(clean::one_line(&decode_text_string(object).ok()?))
}

/// Programs write the name of their file, or their own, where a title belongs.
fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let files = [".doc", ".docx", ".pdf", ".indd", ".rtf", ".tmp", ".odt", ".htm", ".html"];
    title.contains(' ')
        && !lower.starts_with("microsoft word")
        && !files.iter().any(|end| lower.ends_with(end))
}

/// Reads a time as PDF writes it (ISO 32000-1, 7.9.4): `D:20241024140000+02'00'`.
fn moment(text: &str) -> Option<When> {
    let digits = text.trim_start_matches("D:");
    let part =
        |range: std::ops::Range<usize>| digits.get(range).filter(|p| p.bytes().all(|b| b.is_ascii_digit()));
    let day = format!("{}-{}-{}", part(0..4)?, part(4..6)?, part(6..8)?);
    let zone = digits.get(14..).unwrap_or("").trim_end_matches('\'').replace('\'', ":");
    let clock = part(8..10).zip(part(10..12)).zip(part(12..14));
    let time = clock.map(|((hour, minute), second)| format!("{day}T{hour}:{minute}:{second}{zone}"));
    time.and_then(|time| date::parse(&time)).or_else(|| date::parse(&day))
}

/// The first lines are read as those of a plain text; what the document says of itself fills what is missing.
fn facts(sheets: &[String], info: Info) -> PageFacts {
    let read = text::facts(&unligated(&sheets::joined(sheets)));
    let made = info.made.map(|when| Published { when, basis: Basis::Inferred });
    let own: Vec<String> = info.author.into_iter().collect();
    PageFacts {
        title: if read.title.is_empty() { info.title.unwrap_or_default() } else { read.title },
        published: read.published.or(made),
        authors: if read.authors.is_empty() { own } else { read.authors },
        text: read.text,
        site: read.site,
        url: read.url,
        ..PageFacts::default()
    }
}

/// Replaces the forms that fonts have and words do not: ligatures, Arabic presentation forms, radicals in place of
/// characters.
fn unligated(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2E80}'..='\u{2FDF}' | '\u{FB00}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
                out.extend(std::iter::once(c).nfkc());
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_keep_their_offset() {
        assert_eq!(moment("D:20241024140000+02'00'").unwrap().stated_form(), "2024-10-24T14:00:00+02:00");
        assert_eq!(moment("D:20241024").unwrap().stated_form(), "2024-10-24");
        assert_eq!(moment("yesterday"), None);
    }

    #[test]
    fn what_is_no_pdf_is_said_to_be_none() {
        let why = read("a.pdf", b"not one").unwrap_err();
        assert_eq!(why.to_string(), "a.pdf cannot be read: it is no PDF document, or it is damaged.");
        assert!(matches!(read("a.pdf", b"%PDF-1.7\n%cut short"), Err(Why::BrokenFile { .. })));
    }
}
