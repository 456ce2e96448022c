//! Whatever the bytes are, reading ends, and says something about them.
#![allow(clippy::unwrap_used)]

use std::io::Write as _;

use chancery_extract::{Found, Reading, discover, read_file, read_listing};
use chancery_model::Fetched;
use proptest::prelude::*;

fn check(reading: &Reading) {
    if let Found::Nothing(why) = &reading.found {
        assert!(why.to_string().ends_with('.'));
        assert!(reading.drafts.is_empty());
    }
    for draft in &reading.drafts {
        assert!(!draft.title.contains('\n'), "{:?}", draft.title);
        assert!(!draft.text.contains("\n\n\n"), "{:?}", draft.text);
        assert!(!draft.text.chars().any(|c| c.is_control() && c != '\n'), "{:?}", draft.text);
    }
}

/// Pieces that markup, dates and headers are made of, in any order.
fn crumbs() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<rss>",
        "<channel>",
        "<item>",
        "</item>",
        "<title>",
        "</title>",
        "<feed xmlns='http://www.w3.org/2005/Atom'>",
        "<entry>",
        "<id>",
        "<content type='xhtml'>",
        "<description>",
        "<![CDATA[",
        "]]>",
        "<!DOCTYPE x [<!ENTITY a '&b;'>",
        "]>",
        "&a;",
        "&amp;",
        "&",
        "&#x1F;",
        "&#55555;",
        "<pubDate>",
        "24 Oct 2024",
        "2024-13-99T99:99+99:99",
        "<p>",
        "<br>",
        "</p>",
        "<script>",
        "<html>",
        "<h1>",
        "<time datetime='",
        "'>",
        "\"",
        "{\"items\":[",
        "]}",
        "---\n",
        "title: a\n",
        "\n\n",
        "санкції",
        "北朝鮮",
        "\u{202E}",
        "٢٤ أكتوبر",
        "By Ann",
        "https://a.example/2024/10/24/",
        "<a href='",
        "<link rel=alternate href=/x>",
        "İ",
        "ſ",
        "\u{FEFF}",
        "<?xml version='1.0'?>",
        "xml:base='//'",
        "<urlset>",
        "<url>",
        "<loc>https://a.example/1",
        "</url>",
        "<lastmod>",
        "Received: by x\nMessage-ID: <1@x>\n",
        "Subject: =?utf-8?Q?=D0?=\n",
        "Content-Type: multipart/mixed; boundary=b\n\n--b\n",
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj",
        "trailer<</Root 1 0 R>>",
        "PK\u{3}\u{4}",
        "<li><a href='/news/2024/1'>A statement on the matter</a>",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Pieces that the pages of PDF documents are drawn with.
fn drawing() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "BT ",
        "ET ",
        "/F1 12 Tf ",
        "/F1 1e30 Tf ",
        "/F2 0 Tf ",
        "(Council) Tj ",
        "[(Coun) -2000 (cil)] TJ ",
        "(a) ' ",
        "1 2 (b) \" ",
        "T* ",
        "100 700 Td ",
        "-1e9 0 TD ",
        "1 0 0 1 50 700 Tm ",
        "0 1 -1 0 0 0 Tm ",
        "0 0 0 0 0 0 Tm ",
        "q ",
        "Q ",
        "3 Tr ",
        "<0041> Tj ",
        "/Im1 Do ",
        "BI /W 1 /H 1 ID x EI ",
        "\u{FF}",
        "<<",
        ">>",
        "(",
        ")",
        "-- ",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// A PDF document of one page that is drawn so.
fn pdf(drawing: &[u8]) -> Vec<u8> {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ];
    let (mut bytes, mut places) = (b"%PDF-1.4\n".to_vec(), Vec::new());
    let length = format!("<</Length {}>>stream\n", drawing.len());
    let content = [length.as_bytes(), drawing, b"\nendstream"].concat();
    let all = objects.iter().map(|object| object.as_bytes()).chain([content.as_slice()]);
    for (number, object) in (1..).zip(all) {
        places.push(bytes.len());
        bytes.extend(format!("{number} 0 obj").as_bytes());
        bytes.extend(object);
        bytes.extend(b"endobj\n");
    }
    let table = bytes.len();
    bytes.extend(b"xref\n0 6\n0000000000 65535 f \n");
    places.iter().for_each(|place| bytes.extend(format!("{place:010} 00000 n \n").as_bytes()));
    bytes.extend(format!("trailer<</Size 6/Root 1 0 R>>\nstartxref\n{table}\n%%EOF").as_bytes());
    bytes
}

/// A Word document with this body.
fn word(body: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for part in ["word/document.xml", "docProps/core.xml"] {
        zip.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(body).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn name() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["a.txt", "a.md", "a.html", "a.xml", "a.json", "a", "a.eml", "a.pdf", "a.docx"])
}

/// Whatever can be made of an answer of the web.
fn check_answer(bytes: Vec<u8>) {
    let answer = fetched(bytes);
    assert!(discover(&answer).likely.len() <= 6);
    check(&read_listing(&answer, None));
    check(&read_listing(&answer, Some("li a")));
}

fn fetched(bytes: Vec<u8>) -> Fetched {
    Fetched {
        url: "https://a.example/".to_owned(),
        final_url: "https://a.example/".to_owned(),
        redirects: Vec::new(),
        moved_permanently: false,
        status: 200,
        headers: Vec::new(),
        bytes,
        at: chrono::DateTime::UNIX_EPOCH,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..600), name in name()) {
        check(&read_file(name, &bytes, None));
        check_answer(bytes);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,300}", name in name()) {
        check(&read_file(name, text.as_bytes(), Some("https://a.example/b/")));
    }

    #[test]
    fn any_crumbs_of_documents_are_read(text in crumbs(), name in name()) {
        check(&read_file(name, text.as_bytes(), Some("https://a.example/b/")));
        check_answer(text.into_bytes());
    }

    #[test]
    fn any_crumbs_within_whole_files_are_read(text in crumbs(), charset in "[a-z0-9-]{0,12}") {
        check(&read_file("a.docx", &word(text.as_bytes()), None));
        let head = format!("From: a@b.example\nSubject: News\nContent-Type: text/html; charset={charset}\n\n");
        check(&read_file("a.eml", (head + &text).as_bytes(), None));
    }

    #[test]
    fn any_drawing_of_a_page_is_read(drawing in drawing()) {
        check(&read_file("a.pdf", &pdf(drawing.as_bytes()), None));
    }
}

#[test]
fn a_drawing_with_text_gives_it() {
    let reading = read_file("a.pdf", &pdf(b"BT /F1 12 Tf 50 700 Td (The Council met.) Tj ET"), None);
    assert_eq!(reading.drafts[0].text, "The Council met.");
}

#[test]
fn trees_without_end_are_read() {
    for (open, close) in [("<div>", "</div>"), ("<b>", ""), ("<p><ul><li>", ""), ("<table><tr><td>", "")] {
        let html = format!("<html><body>{}word {}</body></html>", open.repeat(60_000), close.repeat(60_000));
        check(&read_file("deep.html", html.as_bytes(), None));
        check_answer(html.into_bytes());
    }
    let xml = format!(
        "<rss><channel><item><description>{}</description></item></channel></rss>",
        "<a>".repeat(200_000)
    );
    check(&read_file("deep.xml", xml.as_bytes(), None));
    let json = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    check(&read_file("deep.json", json.as_bytes(), None));
}

#[test]
fn entities_do_not_multiply() {
    let mut subset = String::from("<!ENTITY a0 \"ha\">");
    for n in 1..40 {
        let inner = format!("&a{};", n - 1).repeat(10);
        subset += &format!("<!ENTITY a{n} \"{inner}\">");
    }
    let xml = format!(
        "<?xml version='1.0'?><!DOCTYPE r [{subset}]><rss><channel><item><title>&a39;</title></item></channel></rss>"
    );
    check(&read_file("laughs.xml", xml.as_bytes(), None));
}
