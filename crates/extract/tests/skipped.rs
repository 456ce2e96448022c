//! When a feed asks not to be asked.
#![allow(clippy::unwrap_used)]

use chancery_extract::read_file;

fn feed(head: &str) -> (Vec<u8>, Vec<u8>, Option<u32>) {
    let rss = format!(
        "<rss version=\"2.0\"><channel><title>T</title>{head}<item><title>A</title></item></channel></rss>"
    );
    let reading = read_file("feed.xml", rss.as_bytes(), None);
    let feed = reading.feed().unwrap();
    (feed.skip_hours.clone(), feed.skip_days.clone(), feed.ttl_minutes)
}

#[test]
fn hours_and_days_are_read_and_nonsense_is_passed_over() {
    let head = "<ttl>45</ttl><skipHours><hour>24</hour><hour>7</hour><hour>7</hour><hour>99</hour><hour>x</hour></skipHours>\
        <skipDays><day>Sunday</day><day>monday</day><day>Holiday</day></skipDays>";
    assert_eq!(feed(head), (vec![0, 7], vec![0, 6], Some(45)));
    assert_eq!(feed(""), (vec![], vec![], None));
}
