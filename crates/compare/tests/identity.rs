//! How a document is recognised when it comes again.

use chancery_compare::{canonical_url, content_sha256, identity, novelty};
use chancery_model::{
    Annotated, Annotations, Draft, EditKind, Head, Identity, Novelty, Part, Span, StatementId,
};

fn draft(guid: Option<&str>, url: Option<&str>) -> Draft {
    Draft { guid: guid.map(str::to_owned), url: url.map(str::to_owned), ..Draft::default() }
}

#[test]
fn the_guid_comes_first_byte_for_byte() {
    let draft = draft(Some("tag:x,2024: 1 "), Some("https://x.example/1"));
    assert_eq!(identity(&draft, "hash"), Identity::Guid("tag:x,2024: 1 ".to_owned()));
}

#[test]
fn an_empty_guid_is_none() {
    let draft = draft(Some("  "), Some("https://x.example/1?utm_source=rss"));
    assert_eq!(identity(&draft, "hash"), Identity::Url("https://x.example/1".to_owned()));
}

#[test]
fn without_guid_and_address_the_content_decides() {
    assert_eq!(identity(&draft(None, None), "hash"), Identity::Content("hash".to_owned()));
}

#[test]
fn addresses_lose_what_does_not_name_the_document() {
    let cases = [
        ("https://X.example:443/a?utm_medium=rss&id=7&fbclid=1#part", "https://x.example/a?id=7"),
        ("https://x.example/a?UTM_Source=x", "https://x.example/a"),
        ("https://x.example/a#xtor=RSS-1", "https://x.example/a"),
        ("https://x.example/?q=a%20b&empty=", "https://x.example/?q=a%20b&empty="),
        ("https://x.example/#/news/7", "https://x.example/#/news/7"),
        (" not an address ", "not an address"),
    ];
    for (url, expected) in cases {
        assert_eq!(canonical_url(url), expected);
    }
}

#[test]
fn a_canonical_address_stays_as_it_is() {
    let once = canonical_url("https://x.example/a?b=c&utm_id=1#d");
    assert_eq!(canonical_url(&once), once);
}

#[test]
fn white_space_is_no_content() {
    assert_eq!(content_sha256("A  title", "Two\n\nlines"), content_sha256("A title", "Two lines"));
    assert_ne!(content_sha256("A title", "Two lines"), content_sha256("A title Two", "lines"));
}

#[test]
fn the_hash_is_sha256_in_hex() {
    // SHA-256 of the one byte of the content form of two empty texts, a line feed.
    let expected = "01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b";
    assert_eq!(content_sha256("", ""), expected);
}

fn annotated(title: &str, text: &str) -> Annotated {
    let draft = Draft { title: title.to_owned(), text: text.to_owned(), ..Draft::default() };
    Annotated { draft, annotations: Annotations::default(), content_sha256: content_sha256(title, text) }
}

fn head(title: &str, text: &str) -> Head {
    Head {
        id: StatementId::from("s1"),
        revision: 1,
        content_sha256: content_sha256(title, text),
        title: title.to_owned(),
        text: text.to_owned(),
    }
}

#[test]
fn what_the_archive_knows_of_a_document() {
    let now = annotated("T", "Same. New here.");
    assert_eq!(novelty(&now, None), Novelty::New);
    let is_known = |text: &str| matches!(novelty(&now, Some(head("T", text))), Novelty::Known(_));
    assert!(is_known("Same.  New here."));
    assert!(is_known("Same.\n\nNew\u{a0}here."), "paragraphs alone");
    assert!(is_known("Same.New here."), "a lost space");
    assert!(!matches!(novelty(&now, Some(head("TSame.", "New here."))), Novelty::Known(_)));
    let before = head("T", "Same.");
    let passages = vec![Span::new(Part::Text, 6, 15)];
    assert_eq!(
        novelty(&now, Some(before.clone())),
        Novelty::Revised { head: before, edit: EditKind::Substantive, passages }
    );
    let comma = novelty(&annotated("T", "Same; new here."), Some(head("T", "Same, new here!")));
    assert!(
        matches!(comma, Novelty::Revised { edit: EditKind::Cosmetic, passages, .. } if passages.is_empty())
    );
}
