//! Feeds → entries with plain texts, beside `feed-rs` alone on the same bytes, in one run on one core.
//!
//! The feeds are the real captures that lie beside the checkout, those that both can read; where there are none, made-up
//! ones. Times are the processor's, the best of several rounds; both sides take turns. `feed-rs` leaves markup in the
//! texts: making plain text is a part of what is measured here, and of nothing there.

use std::hint::black_box;
use std::io::Read as _;
use std::path::Path;
use std::time::Duration;

use chancery_benches::{LANGUAGES, drafts_in};
use chancery_extract::read_file;
use cpu_time::ProcessTime;

/// Folders of captures of whole feeds; the others hold small ones made to be hard.
const CAPTURES: &[&str] = &["kagi-smallweb", "netnewswire", "fastfeedparser", "feed-rs", "rss-parser"];
const ROUNDS: usize = 5;

fn main() {
    let captures = captures(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/corpus/feeds"));
    match captures.is_empty() {
        true => println!("skipped: no captures beside the checkout"),
        false => measure("captures", &captures),
    }
    measure("made up", &made_up());
}

/// The captures that both readers take for feeds.
fn captures(corpus: &Path) -> Vec<Vec<u8>> {
    let folders = CAPTURES.iter().filter_map(|name| std::fs::read_dir(corpus.join(name)).ok());
    let files = folders.flatten().flatten().map(|entry| entry.path());
    let mut files: Vec<_> = files.filter(|path| path.is_file() && !path.ends_with("expected.json")).collect();
    files.sort();
    let bytes = files.iter().filter_map(|path| unpacked(path).ok());
    bytes.filter(|bytes| ours(bytes) > 0 && theirs(bytes) > 0).collect()
}

fn unpacked(path: &Path) -> std::io::Result<Vec<u8>> {
    let bytes = std::fs::read(path)?;
    if path.extension().is_none_or(|end| end != "gz") {
        return Ok(bytes);
    }
    let mut out = Vec::new();
    flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_end(&mut out)?;
    Ok(out)
}

/// Feeds of forty statements, half with escaped markup and half with CDATA, in each language.
fn made_up() -> Vec<Vec<u8>> {
    let feed = |(n, language)| {
        let items: String =
            drafts_in(language, n as u64, 40).iter().map(|draft| item(draft, n % 2 == 0)).collect();
        format!("<?xml version='1.0'?><rss version='2.0'><channel><title>News</title>{items}</channel></rss>")
            .into_bytes()
    };
    LANGUAGES.iter().cycle().take(24).enumerate().map(feed).collect()
}

fn item(draft: &chancery_model::Draft, escaped: bool) -> String {
    let body: String = draft.text.split("\n\n").map(|paragraph| format!("<p>{paragraph}</p>")).collect();
    let body =
        if escaped { body.replace('<', "&lt;").replace('>', "&gt;") } else { format!("<![CDATA[{body}]]>") };
    let (title, date) = (&draft.title, "Thu, 24 Oct 2024 14:00:00 +0300");
    format!("<item><title>{title}</title><pubDate>{date}</pubDate><description>{body}</description></item>")
}

fn measure(name: &str, feeds: &[Vec<u8>]) {
    let bytes: usize = feeds.iter().map(Vec::len).sum();
    let (mut own, mut other) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        own = own.min(timed(|| feeds.iter().map(|feed| ours(feed)).sum()));
        other = other.min(timed(|| feeds.iter().map(|feed| theirs(feed)).sum()));
    }
    println!("{name}: {} feeds, {:.1} MB", feeds.len(), bytes as f64 / 1e6);
    println!("            MB/s  feeds/s");
    print_rate("chancery", bytes, feeds.len(), own);
    print_rate("feed-rs", bytes, feeds.len(), other);
    println!("  ratio  {:7.2}\n", other.as_secs_f64() / own.as_secs_f64());
}

fn print_rate(name: &str, bytes: usize, feeds: usize, time: Duration) {
    let seconds = time.as_secs_f64();
    println!("  {name:8} {:6.1} {:8.0}", bytes as f64 / seconds / 1e6, feeds as f64 / seconds);
}

fn ours(feed: &[u8]) -> usize {
    black_box(read_file("feed.xml", black_box(feed), None)).feed().map_or(0, |feed| feed.entries.len())
}

fn theirs(feed: &[u8]) -> usize {
    feed_rs::parser::parse(black_box(feed)).map_or(0, |feed| black_box(feed).entries.len())
}

fn timed(work: impl FnOnce() -> usize) -> Duration {
    let begun = ProcessTime::now();
    black_box(work());
    begun.elapsed()
}
