//! Lists of sources: OPML and CSV.

use chancery_exchange::{
    ExchangeError, SourceEntry, SourceList, read_opml, read_sources_csv, write_opml, write_sources_csv,
};
use chancery_model::SourceKind;
use proptest::prelude::*;

fn entry(name: &str, url: &str, kind: SourceKind) -> SourceEntry {
    SourceEntry { name: Some(name.into()), url: url.into(), kind: Some(kind), ..SourceEntry::default() }
}

/// The sources of a list that was read without a fault.
#[track_caller]
fn whole(read: Result<SourceList, ExchangeError>) -> Vec<SourceEntry> {
    let list = read.unwrap();
    assert_eq!(list.faults, []);
    list.sources
}

fn faults(list: &SourceList) -> Vec<String> {
    list.faults.iter().map(ToString::to_string).collect()
}

#[test]
fn opml_as_it_is_written() {
    let sources = [
        entry("Ministry <of> \"Words\" & more", "https://example.org/feed?a=1&b=2", SourceKind::Feed),
        entry("A page", "https://example.org/news", SourceKind::Page),
        SourceEntry {
            folder: vec!["Europe".into(), "Київ & Lviv".into()],
            ..entry("Inner", "https://example.org/inner", SourceKind::Feed)
        },
    ];
    let mut bytes = Vec::new();
    write_opml(&mut bytes, "Sources", &sources).unwrap();
    insta::assert_snapshot!(String::from_utf8(bytes.clone()).unwrap());
    assert_eq!(whole(read_opml(bytes.as_slice())), sources);
}

#[test]
fn opml_of_other_readers() {
    let document = r#"<?xml version="1.0"?><OPML version="1.1"><body>
        <outline text="Folder"><outline text="One" type="rss" XMLURL="https://one.example/rss?a=1&b=2"/></outline>
        <outline title="Two" text="T" xmlUrl=" https://two.example/atom "></outline>
        <outline text="One again" xmlUrl="https://one.example/rss?a=1&amp;b=2"/>
        <outline text="a link" type="link" url="https://three.example/"/>
        </body></OPML>"#;
    let found = whole(read_opml(document.as_bytes()));
    assert_eq!(found[0].folder, ["Folder"]);
    assert!(found[1].folder.is_empty(), "a folder ends where its element ends");
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
fn a_broken_opml_gives_what_stands_before_the_break_and_says_where_it_is() {
    let document = "<opml version=\"2.0\">\n<body>\n\
        <outline text=\"One\" type=\"rss\" xmlUrl=\"https://one.example/rss\"/>\n\
        <outline text=\"None\" type=\"rss\" htmlUrl=\"https://none.example/\"/>\n\
        <outline text=\"Mail\" xmlUrl=\"mailto:press@example.org\"/>\n\
        <outline text=\"Feed\" xmlUrl=\"feed://two.example/rss\"/>\n\
        <outline text=\"cut\" xmlUrl=\"https://thr";
    let list = read_opml(document.as_bytes()).unwrap();
    let urls: Vec<_> = list.sources.iter().map(|source| source.url.as_str()).collect();
    assert_eq!(urls, ["https://one.example/rss", "https://two.example/rss"]);
    let said = faults(&list);
    assert_eq!(said.len(), 3, "{said:?}");
    assert_eq!(said[0], "line 4: “None” has no address (xmlUrl).");
    assert_eq!(said[1], "line 5: “mailto:press@example.org” is no address that can be fetched.");
    assert!(said[2].starts_with("line 7: the XML is broken here ("), "{said:?}");
}

#[test]
fn an_opml_that_was_cut_between_two_sources_says_so() {
    let list = read_opml("<opml><body>\n<outline xmlUrl=\"https://one.example/\"/>\n".as_bytes()).unwrap();
    assert_eq!(list.sources.len(), 1);
    assert_eq!(faults(&list), ["line 3: the file ends before </opml>: some of it may be missing."]);
}

#[test]
fn opml_in_another_encoding() {
    let document = "<?xml version='1.0' encoding='windows-1251'?><opml><body>\
        <outline text='МЗС' xmlUrl='https://one.example/'/></body></opml>";
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode(document);
    assert_eq!(whole(read_opml(&*bytes))[0].name.as_deref(), Some("МЗС"));
}

#[test]
fn a_row_of_csv_without_an_address_is_named_by_its_line() {
    let list =
        read_sources_csv("name,url,folder\nOne,https://one.example/,A/B\n\nTwo,,\n".as_bytes()).unwrap();
    assert_eq!(list.sources[0].folder, ["A", "B"]);
    assert_eq!(faults(&list), ["line 4: the row has no address in its column “url”."]);
}

#[test]
fn csv_of_any_hand() {
    let excel =
        "\u{feff}Title;URL;Country\r\nOne;https://one.example/;ua\r\n;https://two.example/;\r\n;;\r\n";
    let found = whole(read_sources_csv(excel.as_bytes()));
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
        prop_assert_eq!(whole(read_sources_csv(bytes.as_slice())), sources);
    }

    #[test]
    fn sources_come_back_from_opml(names in proptest::collection::vec(name(), 0..4)) {
        let sources: Vec<_> = names.iter().enumerate().map(|(n, name)| {
            entry(name, &format!("https://example.org/{n}?a=1&b='<2>'"), SourceKind::Feed)
        }).collect();
        let mut bytes = Vec::new();
        write_opml(&mut bytes, "t", &sources).unwrap();
        prop_assert_eq!(whole(read_opml(bytes.as_slice())), sources);
    }

    #[test]
    fn no_bytes_make_the_readers_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read_opml(bytes.as_slice());
        let _ = read_sources_csv(bytes.as_slice());
    }
}
