//! Whatever the bytes are, reading ends, and says something about them.
#![allow(clippy::unwrap_used)]

use chancery_extract::{Found, Reading, discover, likely_feeds, read_file, read_listing};
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

fn name() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["a.txt", "a.md", "a.html", "a.xml", "a.json", "a", "a.eml", "a.pdf", "a.docx"])
}

/// Whatever can be made of an answer of the web.
fn check_answer(bytes: Vec<u8>) {
    let answer = fetched(bytes);
    discover(&answer);
    assert!(likely_feeds(&answer).len() <= 6);
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
