//! Lists of sources: OPML and CSV.

use chancery_exchange::{
    ExchangeError, SourceEntry, read_opml, read_sources_csv, write_opml, write_sources_csv,
};
use chancery_model::SourceKind;
use proptest::prelude::*;

fn entry(name: &str, url: &str, kind: SourceKind) -> SourceEntry {
    SourceEntry { name: Some(name.into()), url: url.into(), kind: Some(kind), ..SourceEntry::default() }
}

#[test]
fn opml_as_it_is_written() {
    let sources = [
        entry("Ministry <of> \"Words\" & more", "https://example.org/feed?a=1&b=2", SourceKind::Feed),
        entry("A page", "https://example.org/news", SourceKind::Page),
    ];
    let mut bytes = Vec::new();
    write_opml(&mut bytes, "Sources", &sources).unwrap();
    insta::assert_snapshot!(String::from_utf8(bytes.clone()).unwrap());
    assert_eq!(read_opml(bytes.as_slice()).unwrap(), sources);
}

#[test]
fn opml_of_other_readers() {
    let document = r#"<?xml version="1.0"?><OPML version="1.1"><body>
        <outline text="Folder"><outline text="One" type="rss" XMLURL="https://one.example/rss?a=1&b=2"/></outline>
        <outline title="Two" text="T" xmlUrl=" https://two.example/atom "></outline>
        <outline text="One again" xmlUrl="https://one.example/rss?a=1&amp;b=2"/>
        <outline text="a link" type="link" url="https://three.example/"/>
        </body></OPML>"#;
    let found = read_opml(document.as_bytes()).unwrap();
    let short: Vec<_> =
        found.iter().map(|source| (source.name.as_deref().unwrap(), source.url.as_str())).collect();
    assert_eq!(short, [("One", "https://one.example/rss?a=1&b=2"), ("Two", "https://two.example/atom")]);
}

#[test]
fn what_is_not_opml_is_refused_with_a_sentence() {
    for document in ["<rss version=\"2.0\"><channel/></rss>", "just words", ""] {
        let error = read_opml(document.as_bytes()).unwrap_err();
        assert!(matches!(error, ExchangeError::NotOpml(_)), "{document}");
        assert!(error.to_string().starts_with("The file is not OPML"), "{error}");
    }
}

#[test]
fn csv_of_any_hand() {
    let excel =
        "\u{feff}Title;URL;Country\r\nOne;https://one.example/;ua\r\n;https://two.example/;\r\n;;\r\n";
    let found = read_sources_csv(excel.as_bytes()).unwrap();
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].country.unwrap().as_str(), "UA");
    assert_eq!((found[1].name.as_deref(), found[1].url.as_str()), (None, "https://two.example/"));
}

#[test]
fn csv_without_addresses_is_refused() {
    assert!(matches!(read_sources_csv("name\nOne\n".as_bytes()), Err(ExchangeError::NoUrlColumn)));
    assert!(matches!(read_sources_csv("".as_bytes()), Err(ExchangeError::NoUrlColumn)));
}

fn name() -> impl Strategy<Value = String> {
    "[^\\s\\p{C}]([^\\p{C}]{0,12}[^\\s\\p{C}])?"
}

proptest! {
    #[test]
    fn sources_come_back_from_csv(names in proptest::collection::vec(name(), 0..4)) {
        let sources: Vec<_> = names.iter().enumerate().map(|(n, name)| {
            entry(name, &format!("https://example.org/{n}?a=1&b=\"2\","), SourceKind::Feed)
        }).collect();
        let mut bytes = Vec::new();
        write_sources_csv(&mut bytes, &sources).unwrap();
        prop_assert_eq!(read_sources_csv(bytes.as_slice()).unwrap(), sources);
    }

    #[test]
    fn sources_come_back_from_opml(names in proptest::collection::vec(name(), 0..4)) {
        let sources: Vec<_> = names.iter().enumerate().map(|(n, name)| {
            entry(name, &format!("https://example.org/{n}?a=1&b='<2>'"), SourceKind::Feed)
        }).collect();
        let mut bytes = Vec::new();
        write_opml(&mut bytes, "t", &sources).unwrap();
        prop_assert_eq!(read_opml(bytes.as_slice()).unwrap(), sources);
    }

    #[test]
    fn no_bytes_make_the_readers_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_opml(bytes.as_slice());
        let _ = read_sources_csv(bytes.as_slice());
    }
}
