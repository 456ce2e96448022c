//! Letters (RFC 5322): newsletters as a mail program saves them, and pages that a browser saved as one file (MHTML).

use chancery_model::{Basis, Published};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::{Document, enclosed};
use crate::{PageFacts, PageForm, Why, charset, clean, date, lang, page, plain, text};

/// A plain part that has less than this share of the letters of the HTML part is a stub (`view in your browser`).
const WHOLE: f64 = 0.5;

/// Reads a letter.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Document, Why> {
    let letter = MessageParser::default().parse(bytes).filter(has_header);
    let letter = letter.ok_or_else(|| Why::NoLetter { name: name.to_owned() })?;
    if let Some(page) = saved_page(&letter) {
        return Ok(page.into());
    }
    let enclosed = enclosed::read(&letter);
    let text = enclosed::joined(best_part(&letter), &enclosed.texts);
    let page = facts(&letter, text);
    if page.text.is_empty() {
        return Err(Why::LetterWithoutText { name: name.to_owned() });
    }
    let guid = letter.message_id().map(|id| format!("mid:{id}"));
    Ok(Document { page, guid, notes: enclosed.note().into_iter().collect() })
}

fn has_header(letter: &Message<'_>) -> bool {
    letter.subject().is_some() || letter.from().is_some() || letter.date().is_some()
}

fn facts(letter: &Message<'_>, text: String) -> PageFacts {
    let stated = letter.date().filter(|date| date.is_valid());
    let when = stated.and_then(|stated| date::parse(&stated.to_rfc3339()));
    PageFacts {
        form: PageForm::Letter,
        title: subject(letter),
        text,
        published: when.map(|when| Published { when, basis: Basis::Stated }),
        authors: sender(letter).into_iter().collect(),
        lang: letter.header_raw("Content-Language").and_then(|tags| lang::tag(tags.split(',').next()?)),
        url: archived(letter),
        ..PageFacts::default()
    }
}

pub(super) fn subject(letter: &Message<'_>) -> String {
    let stated = letter.subject().unwrap_or("");
    let guessed = is_garbled(stated).then(|| unencoded(letter, "Subject")).flatten();
    clean::one_line(&guessed.unwrap_or_else(|| stated.to_owned()))
}

/// The name of who wrote, else the address.
fn sender(letter: &Message<'_>) -> Option<String> {
    let from = letter.from()?.first()?;
    let name = from.name().or_else(|| from.address())?;
    let guessed = is_garbled(name).then(|| unencoded(letter, "From")).flatten();
    let guessed =
        guessed.as_deref().and_then(|from| from.split('<').next()).map(|name| name.trim_matches([' ', '"']));
    clean::non_empty(clean::one_line(guessed.unwrap_or(name)))
}

/// Whether a text holds bytes that were not understood.
fn is_garbled(text: &str) -> bool {
    text.contains('\u{FFFD}')
}

/// The value of a header whose letters were sent as they are, though a header must name their encoding (RFC 2047).
fn unencoded(letter: &Message<'_>, name: &str) -> Option<String> {
    let header = letter.headers().iter().find(|header| header.name().eq_ignore_ascii_case(name))?;
    let whole = letter.raw_message();
    let bytes = whole.get(header.offset_start() as usize..header.offset_end() as usize)?;
    Some(charset::decoded_like(bytes, whole))
}

/// The text of a part. Where no encoding is named, or none that is known, the letters themselves tell it.
pub(super) fn text_of(letter: &Message<'_>, part: &MessagePart<'_>, decoded: &str) -> String {
    let named = part.content_type().and_then(|kind| kind.attribute("charset"));
    if !is_garbled(decoded) && named.is_some_and(charset::is_known) {
        return decoded.to_owned();
    }
    let raw = letter.raw_message().get(part.raw_body_offset() as usize..part.raw_end_offset() as usize);
    let bytes = raw.and_then(|raw| match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
        Encoding::Base64 => base64_decode(raw),
    });
    bytes.map_or_else(|| decoded.to_owned(), |bytes| charset::decoded(&bytes, None))
}

/// The address of the letter in its list's archive (RFC 5064).
fn archived(letter: &Message<'_>) -> Option<String> {
    let address = letter.header_raw("Archived-At")?.trim().trim_matches(['<', '>']);
    crate::address::is_web(address).then(|| address.to_owned())
}

/// The text of the plain parts, unless the HTML parts say much more.
pub(super) fn best_part(letter: &Message<'_>) -> String {
    let plain = letter.text_bodies().filter_map(|part| Some(text_of(letter, part, as_plain(&part.body)?)));
    let html = letter.html_bodies().filter_map(|part| Some(text_of(letter, part, as_html(&part.body)?)));
    let (plain, html): (Vec<String>, Vec<String>) = (plain.collect(), html.collect());
    let plain = text::body(without_signature(&plain.join("\n\n")));
    let html = plain::of_html(&html.join("\n"));
    if plain.len() as f64 >= html.len() as f64 * WHOLE { plain } else { html }
}

pub(super) fn as_plain<'p>(part: &'p PartType<'_>) -> Option<&'p str> {
    if let PartType::Text(text) = part { Some(text) } else { None }
}

pub(super) fn as_html<'p>(part: &'p PartType<'_>) -> Option<&'p str> {
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
    page::facts(html, address).ok()
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
    fn letters_that_name_no_encoding_are_told_by_their_letters() {
        let text = "Міністерство закордонних справ рішуче засуджує напад і закликає запровадити санкції.";
        let (body, ..) = encoding_rs::WINDOWS_1251.encode(text);
        let (subject, ..) = encoding_rs::WINDOWS_1251.encode("Заява про санкції");
        let head = [b"From: press@mfa.example\nSubject: ", &*subject].concat();
        for named in ["", "Content-Type: text/plain; charset=x-unknown\n"] {
            let bytes = [&*head, b"\n", named.as_bytes(), b"\n", &*body].concat();
            let found = read("a.eml", &bytes).unwrap().page;
            assert_eq!((found.title.as_str(), found.text.as_str()), ("Заява про санкції", text));
        }
    }

    #[test]
    fn what_is_enclosed_is_read_and_the_rest_is_said() {
        let found = letter(concat!(
            "From: press@mfa.example\nSubject: Statement\nMIME-Version: 1.0\n",
            "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nPlease find the statement enclosed.\n",
            "--b\nContent-Type: text/html; name=statement.html\nContent-Disposition: attachment; filename=statement.html\n\n",
            "<p>The Ministry condemns the attack.</p>\n",
            "--b\nContent-Type: text/plain; name=copy.txt\nContent-Disposition: attachment; filename=copy.txt\n\n",
            "Please find the statement enclosed.\n",
            "--b\nContent-Type: application/zip\nContent-Disposition: attachment; filename=maps.zip\n\nPK\n--b--\n",
        ));
        assert_eq!(
            found.page.text,
            "Please find the statement enclosed.\n\nThe Ministry condemns the attack."
        );
        assert_eq!(found.notes[0].to_string(), "1 enclosure of the letter was not read: maps.zip.");
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
