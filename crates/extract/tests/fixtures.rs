//! Snapshots of what is read from files that were written for these tests.
#![allow(clippy::unwrap_used)]

use chancery_extract::{Found, discover, read_file, read_page};
use chancery_model::Fetched;
use chrono::DateTime;

fn bytes(name: &str) -> Vec<u8> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    std::fs::read(folder.join(name)).unwrap()
}

fn fetched(name: &str, url: &str, content_type: &str) -> Fetched {
    Fetched {
        url: url.to_owned(),
        final_url: url.to_owned(),
        redirects: Vec::new(),
        moved_permanently: false,
        status: 200,
        headers: vec![("content-type".to_owned(), content_type.to_owned())],
        bytes: bytes(name),
        at: DateTime::UNIX_EPOCH,
    }
}

#[test]
fn a_feed_with_bare_ampersands_and_undeclared_entities_that_breaks_off() {
    insta::assert_debug_snapshot!(read_file(
        "ministry.rss",
        &bytes("ministry.rss"),
        Some("https://mna.example/rss")
    ));
}

#[test]
fn an_atom_feed_with_relative_addresses_and_inline_markup() {
    insta::assert_debug_snapshot!(read_file("council.atom", &bytes("council.atom"), None));
}

#[test]
fn a_json_feed() {
    insta::assert_debug_snapshot!(read_file(
        "agency.json",
        &bytes("agency.json"),
        Some("https://ams.example/feed.json")
    ));
}

#[test]
fn a_page_with_linked_data() {
    let url = "https://secretary.example/x?utm=1";
    insta::assert_debug_snapshot!(read_page(&fetched("page.html", url, "text/html; charset=utf-8")));
}

#[test]
fn the_feeds_that_a_page_links_to() {
    let page = fetched("page.html", "https://secretary.example/x", "text/html");
    insta::assert_debug_snapshot!(discover(&page).named);
}

#[test]
fn a_plain_text_report_with_byline_and_date() {
    insta::assert_debug_snapshot!(read_file("report.txt", &bytes("report.txt"), None).drafts);
}

#[test]
fn markdown_with_front_matter() {
    insta::assert_debug_snapshot!(read_file("brief.md", &bytes("brief.md"), None).found);
}

#[test]
fn what_is_neither_feed_nor_page_is_named_in_a_sentence() {
    let cases: &[(&str, &[u8])] = &[
        ("empty.xml", b""),
        ("blank.txt", b" \n\t"),
        ("report.pdf", b"%PDF-1.7\n\x00\x01"),
        ("noise.xml", b"\x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x00\x00\x00\x00\x00\x00\x00\x00\x01\x02ab\x03cdefghijklmnopqrstuvwxyz0123456789"),
        ("data.json", b"{\"rows\": [1, 2]}"),
        ("broken.json", b"{\"items\": ["),
        ("map.xml", b"<?xml version=\"1.0\"?><kml><url/></kml>"),
        ("cut.rss", b"<rss><channel><title>Ministry</title>"),
        ("empty.html", b"<!doctype html><html><body><script>1</script></body></html>"),
    ];
    let sentences: Vec<String> = cases
        .iter()
        .map(|(name, bytes)| match read_file(name, bytes, None).found {
            Found::Nothing(why) => why.to_string(),
            other => format!("{name}: {other:?}"),
        })
        .collect();
    insta::assert_debug_snapshot!(sentences);
    let page = read_file("page.html", &bytes("page.html"), None);
    assert_eq!(page.feed().unwrap_err().to_string(), "page.html is an HTML page, not a feed.");
}

#[test]
fn charsets_of_header_declaration_and_bytes() {
    let cyrillic = encoding_rs::WINDOWS_1251
        .encode(
            "<rss><channel><title>Заява про санкції</title><item><title>Росія</title></item></channel></rss>",
        )
        .0
        .into_owned();
    let declared = [b"<?xml version=\"1.0\" encoding=\"windows-1251\"?>".as_slice(), &cyrillic].concat();
    let title = |reading: chancery_extract::Reading| reading.feed().unwrap().title.clone().unwrap();
    assert_eq!(title(read_file("a.xml", &declared, None)), "Заява про санкції");
    let mut answer = fetched("report.txt", "https://a.example/", "text/xml; charset=windows-1251");
    answer.bytes = cyrillic;
    assert_eq!(title(chancery_extract::read(&answer)), "Заява про санкції");
}
