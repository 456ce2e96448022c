//! The reader of pages beside dom_smoothie alone, over the pages of a corpus that lies beside the checkout.
//!
//! Prints a table. Times are the processor's, of one thread, the best of several rounds; both sides take turns.

use std::hint::black_box;
use std::io::Read as _;
use std::path::Path;
use std::time::Duration;

use chancery_extract::read_file;
use cpu_time::ProcessTime;
use dom_smoothie::Readability;
use flate2::read::MultiGzDecoder;

/// Where the pages are, and the origins that are read: whole pages of news sites as they were captured.
const CORPUS: &str = "../../shared/corpus/pages";
const ORIGINS: &[&str] = &["aeb", "fundus", "newspaper4k", "trafilatura", "htmldate"];
const ROUNDS: usize = 3;

fn main() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join(CORPUS);
    if !corpus.is_dir() {
        println!("skipped: {} is not there", corpus.display());
        return;
    }
    println!("{:<14} {:>6} {:>8}  {:>24}  {:>24}  ratio", "pages", "files", "MB", "Chancery", "dom_smoothie alone");
    for origin in ORIGINS {
        row(origin, &pages(&corpus.join(origin)));
    }
}

/// Returns the pages of a folder, unpacked.
fn pages(folder: &Path) -> Vec<Vec<u8>> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries.map(|entry| entry.path()).collect();
    files.sort();
    files.retain(|file| file.to_string_lossy().ends_with(".html.gz"));
    files.iter().filter_map(|file| unpacked(file)).collect()
}

fn unpacked(file: &Path) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    MultiGzDecoder::new(std::fs::File::open(file).ok()?).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Both read bytes; Chancery also finds out what they are.
fn row(origin: &str, pages: &[Vec<u8>]) {
    let mut best = [Duration::MAX; 2];
    for _ in 0..ROUNDS {
        best[0] = best[0].min(timed(pages, |page| read_file("page.html", page, None).drafts.len()));
        best[1] = best[1].min(timed(pages, readability));
    }
    let size = pages.iter().map(Vec::len).sum::<usize>() as f64 / 1e6;
    let rate = |time: Duration| {
        let seconds = time.as_secs_f64();
        format!("{:.0} pages/s, {:.1} MB/s", pages.len() as f64 / seconds, size / seconds)
    };
    let [own, alone] = best;
    let ratio = alone.as_secs_f64() / own.as_secs_f64();
    println!("{origin:<14} {:>6} {size:>8.1}  {:>24}  {:>24}  {ratio:.2}", pages.len(), rate(own), rate(alone));
}

fn readability(page: &Vec<u8>) -> usize {
    let html = String::from_utf8_lossy(page);
    let article = Readability::new(html.as_ref(), None, None).and_then(|mut page| page.parse());
    article.map_or(0, |article| article.length)
}

fn timed(pages: &[Vec<u8>], read: impl Fn(&Vec<u8>) -> usize) -> Duration {
    let begun = ProcessTime::now();
    for page in pages {
        black_box(read(black_box(page)));
    }
    begun.elapsed()
}
