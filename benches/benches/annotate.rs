//! The tagger beside a bare scan: the whole of it on one core, and an Aho-Corasick automaton of the same patterns over
//! the same text; what loading costs; and whether the time grows with the length alone on texts made to be hard.
//!
//! Prints a table of each. Times are the processor's, the best of several rounds; both sides of a ratio take turns.

use std::hint::black_box;
use std::time::Duration;

use aho_corasick::AhoCorasick;
use chancery_annotate::{Context, annotate, folded, vocabulary};
use chancery_benches::{LANGUAGES, Language, drafts_in};
use chancery_model::Draft;
use cpu_time::ProcessTime;

/// Statements of a language.
const COUNT: usize = 200;
const ROUNDS: usize = 7;
/// Every language with tables of its own.
const LOADED: &[&str] =
    &["en", "uk", "ru", "fr", "es", "de", "pl", "it", "pt", "tr", "ar", "fa", "zh", "ja", "ko"];

fn main() {
    load();
    rates();
    growth();
}

/// Tags a word in every language, which loads its tables.
fn load() {
    let before = resident();
    let mut longest = Duration::ZERO;
    let begun = ProcessTime::now();
    for lang in LOADED {
        let draft = Draft { text: "1718".to_owned(), lang: lang.parse().ok(), ..Draft::default() };
        longest = longest.max(timed(|| annotate(&draft, &Context::default())));
    }
    let all = begun.elapsed();
    println!("loading\n  {} languages {all:.1?}, the longest {longest:.1?}", LOADED.len());
    println!("  memory of the process {before} kB before, {} kB after\n", resident());
}

fn rates() {
    println!("rate, MB/s of one core\n  lang     tagger  bare scan   share");
    let (mut bytes, mut tagging, mut scanning) = (0, Duration::ZERO, Duration::ZERO);
    for language in LANGUAGES {
        let Measured { length, tagger, bare } = measure(language);
        print_rate(&language.lang().to_string(), length, tagger, bare);
        (bytes, tagging, scanning) = (bytes + length, tagging + tagger, scanning + bare);
    }
    print_rate("all", bytes, tagging, scanning);
    println!();
}

struct Measured {
    length: usize,
    tagger: Duration,
    bare: Duration,
}

fn measure(language: &Language) -> Measured {
    let drafts = drafts_in(language, 1, COUNT);
    let plain: Vec<String> =
        drafts.iter().flat_map(|draft| [folded(&draft.title), folded(&draft.text)]).collect();
    let automaton = AhoCorasick::new(vocabulary(language.lang())).expect("the patterns fit an automaton");
    let (mut tagger, mut bare) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        bare = bare.min(timed(|| {
            plain.iter().map(|text| automaton.find_overlapping_iter(text).count()).sum::<usize>()
        }));
        tagger = tagger.min(timed(|| drafts.iter().map(tags).sum::<usize>()));
    }
    Measured { length: drafts.iter().map(|draft| draft.title.len() + draft.text.len()).sum(), tagger, bare }
}

fn print_rate(name: &str, length: usize, tagger: Duration, bare: Duration) {
    let rate = |time: Duration| length as f64 / time.as_secs_f64() / 1e6;
    println!("  {name:6} {:8.1} {:10.1} {:7.2}", rate(tagger), rate(bare), rate(tagger) / rate(bare));
}

/// Four times the text must take some four times as long.
fn growth() {
    const SHORT: usize = 1 << 20;
    println!("growth: time of 1 MB, of 4 MB, and their ratio");
    for (name, unit) in HARD {
        let of = |length: usize| {
            let text: String =
                unit.chars().cycle().take(length / unit.len() * unit.chars().count()).collect();
            timed(|| tags(&Draft { text, ..Draft::default() }))
        };
        let (short, long) = (of(SHORT), of(4 * SHORT));
        println!("  {name:28} {short:10.1?} {long:10.1?} {:6.1}", long.as_secs_f64() / short.as_secs_f64());
    }
}

/// Texts that are made of one thing.
const HARD: &[(&str, &str)] = &[
    ("one word", "a"),
    ("a country without spaces", "Iran"),
    ("a country", "Iran "),
    ("a seat", "Brussels "),
    ("an acronym in capitals", "US "),
    ("brackets", "("),
    ("full stops", "."),
    ("quotation marks", "“"),
    ("addresses", "a.b@c.de/"),
    ("single characters of countries", "中美俄"),
    ("a list of them", "中、美、俄、"),
    ("citations", "resolution 1718, "),
    ("sets of resolutions", "Iran: Security Council resolutions. "),
    ("offices", "spokesperson Ada Quist said "),
    ("Arabic prefixes", "والعراق"),
    ("Georgia", "Georgia "),
    ("mixed directions", "\u{202E}Iran \u{2067}إيران\u{2069} "),
    ("control characters", "\u{0}\u{7}\u{1b}\u{FFFD}"),
];

fn tags(draft: &Draft) -> usize {
    black_box(annotate(black_box(draft), &Context::default())).countries.len()
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let begun = ProcessTime::now();
    black_box(work());
    begun.elapsed()
}

/// Kilobytes that the process holds, where the system tells.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or("");
    line.trim().trim_end_matches(" kB").parse().unwrap_or(0)
}
