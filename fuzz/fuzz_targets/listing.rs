//! Any page: read as a document, as a list with and without a selector, and searched for feeds.
#![no_main]

use chancery_extract::{discover, read, read_listing};
use chancery_fuzz::{answer, check};
use libfuzzer_sys::fuzz_target;

fn is_web(address: &str) -> bool {
    address.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("http"))
}

fuzz_target!(|input: (&str, &[u8])| {
    let (selector, bytes) = input;
    let page = answer(bytes);
    check(&read(&page));
    check(&read_listing(&page, None));
    check(&read_listing(&page, Some(selector)));
    let leads = discover(&page);
    assert!(leads.named.iter().all(|link| is_web(&link.url)));
    assert!(leads.likely.iter().all(|address| is_web(address)));
});
