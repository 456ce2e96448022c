//! Word documents (ECMA-376): the paragraphs of `word/document.xml` and the properties of `docProps/core.xml`.

use std::io::{Cursor, Read as _};

use chancery_model::{Basis, Published};
use zip::ZipArchive;

use super::{Document, LONGEST};
use crate::markup::{self, Dialect, Piece, Tag};
use crate::{PageFacts, PageForm, Why, charset, clean, date, lang, text};

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Reads a Word document.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Document, Why> {
    let broken = || Why::BrokenFile { name: name.to_owned(), what: "Word document" };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
    if archive.index_for_name("word/document.xml").is_none() {
        return Err(Why::OtherArchive { name: name.to_owned() });
    }
    let body = part(&mut archive, "word/document.xml").ok_or_else(broken)?;
    let core = part(&mut archive, "docProps/core.xml").unwrap_or_default();
    let page = facts(Body::of(&body), &Properties::of(&core));
    if page.text.is_empty() && page.title.is_empty() {
        return Err(Why::NoPages { name: name.to_owned(), what: "Word document" });
    }
    Ok(page.into())
}

/// The text of a part; none when it is missing, faulty, or grows beyond all measure.
fn part(archive: &mut Archive<'_>, name: &str) -> Option<String> {
    let mut bytes = Vec::new();
    archive.by_name(name).ok()?.take(LONGEST + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= LONGEST).then(|| charset::decoded(&bytes, None))
}

/// The title is what is set as one, else what stands where a title stands in a plain text.
fn facts(body: Body, core: &Properties) -> PageFacts {
    let read = text::facts(&body.paragraphs.join("\n\n"));
    let own = core.get("dc:creator").into_iter().filter(|name| !name.is_empty());
    let made = core.get("dcterms:created").and_then(|made| date::parse(&made));
    let inferred = made.map(|when| Published { when, basis: Basis::Inferred });
    let (title, text) = match body.title {
        Some(title) => (title, body.paragraphs.join("\n\n")),
        None => (read.title, read.text),
    };
    PageFacts {
        form: PageForm::Word,
        title: if title.is_empty() { core.get("dc:title").unwrap_or_default() } else { title },
        text,
        published: read.published.or(inferred),
        authors: if read.authors.is_empty() { own.collect() } else { read.authors },
        lang: core.get("dc:language").and_then(|tag| lang::tag(&tag)),
        ..PageFacts::default()
    }
}

/// The properties of a document: elements and their texts.
struct Properties(Vec<(String, String)>);

impl Properties {
    fn of(xml: &str) -> Self {
        let mut all: Vec<(String, String)> = Vec::new();
        for piece in markup::pieces(xml, Dialect::Xml) {
            match piece {
                Piece::Open(tag) => all.push((tag.name.to_string(), String::new())),
                Piece::Text(text) => all.last_mut().into_iter().for_each(|(_, value)| value.push_str(&text)),
                Piece::Close(_) => {}
            }
        }
        Self(all)
    }

    fn get(&self, name: &str) -> Option<String> {
        let (_, value) = self.0.iter().find(|(known, _)| known == name)?;
        clean::non_empty(clean::one_line(value))
    }
}

/// The paragraphs of a document.
#[derive(Default)]
struct Body {
    title: Option<String>,
    paragraphs: Vec<String>,
    line: String,
    is_title: bool,
    /// Texts are written in `w:t` alone; the rest are instructions.
    in_text: bool,
    /// Open elements that repeat what stands beside them for older programs.
    fallback: u32,
}

impl Body {
    fn of(xml: &str) -> Self {
        let mut body = Self::default();
        for piece in markup::pieces(xml, Dialect::Xml) {
            match piece {
                Piece::Open(tag) => body.open(&tag),
                Piece::Close(name) => body.close(&name),
                Piece::Text(text) if body.in_text && body.fallback == 0 => body.line.push_str(&text),
                Piece::Text(_) => {}
            }
        }
        body.end_paragraph();
        body
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match &*tag.name {
            "w:t" => self.in_text = !tag.self_closing,
            "w:tab" | "w:noBreakHyphen" => self.line.push(' '),
            "w:br" | "w:cr" => self.line.push('\n'),
            "w:pstyle" => self.is_title |= tag.attr("w:val").is_some_and(|style| is_title_style(&style)),
            "mc:fallback" if !tag.self_closing => self.fallback += 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "w:t" => self.in_text = false,
            "w:p" => self.end_paragraph(),
            "mc:fallback" => self.fallback = self.fallback.saturating_sub(1),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let text = clean::paragraphs(&std::mem::take(&mut self.line));
        let is_title = std::mem::take(&mut self.is_title);
        if text.is_empty() {
        } else if is_title && self.title.is_none() && self.paragraphs.len() < 3 {
            self.title = Some(clean::one_line(&text));
        } else {
            self.paragraphs.push(text);
        }
    }
}

/// Names of the style of a title in the languages that Word writes into files (Word keeps the English id in most).
fn is_title_style(id: &str) -> bool {
    matches!(id.to_ascii_lowercase().as_str(), "title" | "heading1" | "titre" | "titel" | "1")
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;

    fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    const BODY: &str = r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>
        <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Statement on </w:t></w:r><w:r><w:t>Mali</w:t></w:r></w:p>
        <w:p><w:r><w:t>Kyiv, 24 October 2024 &#8211; The Ministry</w:t><w:instrText>PAGE</w:instrText>
          <w:t xml:space="preserve"> condemns &amp; deplores.</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Name</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"#;

    #[test]
    fn title_paragraphs_and_properties_are_read() {
        let core = "<cp:coreProperties><dc:creator>Press office</dc:creator><dc:language>uk-UA</dc:language></cp:coreProperties>";
        let bytes = packed(&[("word/document.xml", BODY), ("docProps/core.xml", core)]);
        let page = read("a.docx", &bytes).unwrap().page;
        assert_eq!(page.title, "Statement on Mali");
        assert_eq!(page.text, "Kyiv, 24 October 2024 – The Ministry condemns & deplores.\n\nName");
        assert_eq!((page.authors[0].as_str(), page.lang.as_deref()), ("Press office", Some("uk-UA")));
        assert_eq!(page.published.unwrap().when.stated_form(), "2024-10-24");
    }

    #[test]
    fn archives_of_other_things_are_named() {
        let why = read("a.zip", &packed(&[("a.txt", "x")])).unwrap_err();
        assert_eq!(why, Why::OtherArchive { name: "a.zip".into() });
        let cut = &packed(&[("word/document.xml", BODY)])[..100];
        assert!(matches!(read("a.docx", cut), Err(Why::BrokenFile { .. })));
    }
}
