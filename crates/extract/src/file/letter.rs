//! Letters (RFC 5322): newsletters as a mail program saves them, and pages that a browser saved as one file (MHTML).

use chancery_model::{Basis, Published};
use mail_parser::{Message, MessageParser, PartType};

use super::Document;
use crate::{PageFacts, Why, clean, date, lang, page, plain, text};

/// A plain part that has less than this share of the letters of the HTML part is a stub (`view in your browser`).
const WHOLE: f64 = 0.5;

/// Reads a letter.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Document, Why> {
    let letter = MessageParser::default().parse(bytes).filter(has_header);
    let letter = letter.ok_or_else(|| Why::NoLetter { name: name.to_owned() })?;
    if let Some(page) = saved_page(&letter) {
        return Ok(page.into());
    }
    let text = best_part(&letter);
    let page = facts(&letter, text);
    if page.text.is_empty() {
        return Err(Why::LetterWithoutText { name: name.to_owned() });
    }
    Ok(Document { page, guid: letter.message_id().map(|id| format!("mid:{id}")) })
}

fn has_header(letter: &Message<'_>) -> bool {
    letter.subject().is_some() || letter.from().is_some() || letter.date().is_some()
}

fn facts(letter: &Message<'_>, text: String) -> PageFacts {
    let stated = letter.date().filter(|date| date.is_valid());
    let when = stated.and_then(|stated| date::parse(&stated.to_rfc3339()));
    PageFacts {
        title: clean::one_line(letter.subject().unwrap_or("")),
        text,
        published: when.map(|when| Published { when, basis: Basis::Stated }),
        authors: sender(letter).into_iter().collect(),
        lang: letter.header_raw("Content-Language").and_then(|tags| lang::tag(tags.split(',').next()?)),
        url: archived(letter),
        ..PageFacts::default()
    }
}

/// The name of who wrote, else the address.
fn sender(letter: &Message<'_>) -> Option<String> {
    let from = letter.from()?.first()?;
    let name = from.name().or_else(|| from.address())?;
    clean::non_empty(clean::one_line(name))
}

/// The address of the letter in its list's archive (RFC 5064).
fn archived(letter: &Message<'_>) -> Option<String> {
    let address = letter.header_raw("Archived-At")?.trim().trim_matches(['<', '>']);
    crate::address::is_web(address).then(|| address.to_owned())
}

/// The text of the plain parts, unless the HTML parts say much more.
fn best_part(letter: &Message<'_>) -> String {
    let plain: Vec<&str> = letter.text_bodies().filter_map(|part| as_plain(&part.body)).collect();
    let html: Vec<&str> = letter.html_bodies().filter_map(|part| as_html(&part.body)).collect();
    let plain = text::body(without_signature(&plain.join("\n\n")));
    let html = plain::of_html(&html.join("\n"));
    if plain.len() as f64 >= html.len() as f64 * WHOLE { plain } else { html }
}

fn as_plain<'p>(part: &'p PartType<'_>) -> Option<&'p str> {
    if let PartType::Text(text) = part { Some(text) } else { None }
}

fn as_html<'p>(part: &'p PartType<'_>) -> Option<&'p str> {
    if let PartType::Html(html) = part { Some(html) } else { None }
}

/// A line of two hyphens and a blank begins the signature (RFC 3676, 4.3).
fn without_signature(text: &str) -> &str {
    let end = text.find("\n-- \n").or_else(|| text.find("\n-- \r\n"));
    end.map_or(text, |end| &text[..end])
}

/// The page that a browser saved: its root part names the address that it came from.
fn saved_page(letter: &Message<'_>) -> Option<PageFacts> {
    let address = letter.header_raw("Snapshot-Content-Location").map(str::trim);
    let related = letter.header_raw("Content-Type")?.trim_start().to_ascii_lowercase();
    let is_saved = address.is_some() || (related.starts_with("multipart/related") && letter.date().is_none());
    let html = letter.html_bodies().find_map(|part| as_html(&part.body)).filter(|_| is_saved)?;
    page::facts(html, address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn letter(bytes: &str) -> Document {
        read("a.eml", bytes.as_bytes()).unwrap()
    }

    #[test]
    fn a_stub_beside_a_whole_html_part_is_left_aside() {
        let found = letter(concat!(
            "From: =?utf-8?Q?Ministry_of_Foreign_Affairs?= <press@mfa.example>\r\n",
            "Subject: =?koi8-r?B?88HOy8PJyQ==?=\r\nDate: Thu, 24 Oct 2024 14:00:00 +0300\r\n",
            "Message-ID: <77@mfa.example>\r\nMIME-Version: 1.0\r\n",
            "Content-Type: multipart/alternative; boundary=b\r\n\r\n",
            "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nView in your browser.\r\n",
            "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
            "<p>The Ministry condemns the attack =E2=80=94 and calls for sanctions.</p><p>It said so in Kyiv.</p>\r\n--b--\r\n",
        ));
        assert_eq!(found.page.title, "Санкции");
        assert_eq!(found.page.authors, ["Ministry of Foreign Affairs"]);
        assert_eq!(
            found.page.text,
            "The Ministry condemns the attack — and calls for sanctions.\n\nIt said so in Kyiv."
        );
        let published = found.page.published.unwrap();
        assert_eq!(
            (published.basis, published.when.stated_form().as_str()),
            (Basis::Stated, "2024-10-24T14:00:00+03:00")
        );
        assert_eq!(found.guid.as_deref(), Some("mid:77@mfa.example"));
    }

    #[test]
    fn a_plain_letter_loses_its_signature() {
        let found = letter("From: a@b.example\nSubject: News\n\nThe text.\n\n-- \nPress office\n");
        assert_eq!((found.page.text.as_str(), found.page.authors[0].as_str()), ("The text.", "a@b.example"));
    }

    #[test]
    fn a_saved_page_is_read_as_a_page() {
        let found = letter(concat!(
            "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://mfa.example/news/1\r\nSubject: News\r\n",
            "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n",
            "--b\r\nContent-Type: text/html\r\nContent-Location: https://mfa.example/news/1\r\n\r\n",
            "<html><head><title>Statement on Mali</title></head><body><article><h1>Statement on Mali</h1>",
            "<p>The Ministry condemns the attack of 22 October in the strongest terms, and calls on all to stop.</p>",
            "<p>It will raise the matter with the Security Council of the United Nations next week.</p></article>\r\n--b--\r\n",
        ));
        assert_eq!(found.page.url.as_deref(), Some("https://mfa.example/news/1"));
        assert_eq!(found.page.title, "Statement on Mali");
    }

    #[test]
    fn what_has_no_header_is_no_letter() {
        assert_eq!(read("a.eml", b"hello").unwrap_err(), Why::NoLetter { name: "a.eml".into() });
    }
}
