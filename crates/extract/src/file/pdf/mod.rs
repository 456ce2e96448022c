//! PDF documents with a text layer.

mod glyphs;
mod lines;
mod paragraphs;

use std::panic::{AssertUnwindSafe, catch_unwind};

use chancery_model::{Basis, Published, When};
use hayro_interpret::hayro_syntax::metadata::Metadata;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use unicode_normalization::UnicodeNormalization;

use super::Document;
use crate::{PageFacts, PageForm, Why, charset, clean, date, text};
use glyphs::Sheet;
use lines::Line;

/// Sheets that are read of one document.
const SHEETS: usize = 2000;
/// What the sheets of a document may hold together, in glyphs.
const GLYPHS: usize = 8 << 20;

/// Reads a PDF document.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Document, Why> {
    let broken = || Why::BrokenFile { name: name.to_owned(), what: "PDF document" };
    if !bytes.starts_with(b"%PDF") {
        return Err(broken());
    }
    let opened = caught(|| Pdf::new(bytes.to_vec())).ok_or_else(broken)?;
    let pdf = opened.map_err(|fault| match fault {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Why::Locked { name: name.to_owned() },
        _ => broken(),
    })?;
    let sheets = sheets(&pdf);
    if sheets.is_empty() {
        return Err(broken());
    }
    let lines: Vec<Line> = sheets.iter().enumerate().flat_map(|(n, sheet)| lines::of(sheet, n)).collect();
    if !lines.iter().any(|line| line.text.contains(char::is_alphabetic)) {
        return Err(Why::NoPages { name: name.to_owned(), what: "PDF document" });
    }
    Ok(facts(lines, &sheets, pdf.metadata()).into())
}

/// Files are made by many programs, and faulty in many ways: where one makes the library stumble must end here.
fn caught<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

/// The sheets that can be read, in order.
fn sheets(pdf: &Pdf) -> Vec<Sheet> {
    let mut sheets = Vec::new();
    let mut glyphs = 0;
    for page in pdf.pages().iter().take(SHEETS) {
        let Some(sheet) = caught(|| Sheet::of(page, pdf)) else { continue };
        glyphs += sheet.glyphs.len();
        sheets.push(sheet);
        if glyphs > GLYPHS {
            break;
        }
    }
    sheets
}

/// The title is what is set largest, else what stands where a title stands in a plain text; what the document says of
/// itself fills what is missing.
fn facts(lines: Vec<Line>, sheets: &[Sheet], own: &Metadata) -> PageFacts {
    let (title, paragraphs) = paragraphs::of(lines, sheets);
    let stated = string(own.title.as_deref()).filter(|title| is_title(title));
    let body = unligated(&paragraphs.join("\n\n"));
    let title = title.map(|title| clean::one_line(&unligated(&title)));
    let read = match &title {
        Some(title) => text::facts(&format!("Title: {title}\n\n{body}")),
        None => text::facts(&body),
    };
    let made = own.creation_date.as_ref().and_then(moment);
    PageFacts {
        form: PageForm::Pdf,
        title: title
            .or_else(|| Some(read.title).filter(|title| !title.is_empty()))
            .or(stated)
            .unwrap_or_default(),
        published: read.published.or(made.map(|when| Published { when, basis: Basis::Inferred })),
        authors: if read.authors.is_empty() {
            string(own.author.as_deref()).into_iter().collect()
        } else {
            read.authors
        },
        text: read.text,
        site: read.site,
        url: read.url,
        ..PageFacts::default()
    }
}

/// Reads a text string (ISO 32000-2, 7.9.2.2): UTF-16 or UTF-8 with their marks, else nearly Latin-1.
fn string(bytes: Option<&[u8]>) -> Option<String> {
    clean::non_empty(clean::one_line(&charset::decoded(bytes?, None)))
}

/// Programs write the name of their file, or their own, where a title belongs.
fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let files = [".doc", ".docx", ".pdf", ".indd", ".rtf", ".tmp", ".odt", ".htm", ".html"];
    title.contains(' ')
        && !lower.starts_with("microsoft word")
        && !files.iter().any(|end| lower.ends_with(end))
}

/// The time that a document says it was made at.
fn moment(made: &hayro_interpret::hayro_syntax::object::DateTime) -> Option<When> {
    let (hour, minute) = (made.utc_offset_hour, made.utc_offset_minute);
    date::parse(&format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{minute:02}",
        made.year,
        made.month,
        made.day,
        made.hour,
        made.minute,
        made.second,
        if hour < 0 { '-' } else { '+' },
        hour.unsigned_abs(),
    ))
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
    fn what_is_no_pdf_is_said_to_be_none() {
        let why = read("a.pdf", b"not one").unwrap_err();
        assert_eq!(why.to_string(), "a.pdf cannot be read: it is no PDF document, or it is damaged.");
        assert!(matches!(read("a.pdf", b"%PDF-1.7\n%cut short"), Err(Why::BrokenFile { .. })));
    }
}
