//! Any sitemap or index of sitemaps, and any feed: XML with a root that is one.
#![no_main]

use chancery_fuzz::check;
use libfuzzer_sys::fuzz_target;

const ROOTS: &[&str] = &[
    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>",
    "<sitemapindex>",
    "<rss version='2.0'><channel>",
    "<feed xmlns='http://www.w3.org/2005/Atom'>",
    "",
];

fuzz_target!(|input: (u8, &[u8])| {
    let (choice, bytes) = input;
    let root = ROOTS[usize::from(choice) % ROOTS.len()];
    let reading = chancery_extract::read_file("a.xml", &[root.as_bytes(), bytes].concat(), None);
    check(&reading);
    assert!(reading.sitemaps(3).len() <= 3);
});
