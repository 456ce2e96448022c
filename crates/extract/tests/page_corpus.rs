//! Scores pages by the gold texts of the corpus that lies beside the checkout (its METHOD.md has the rules).
#![allow(clippy::unwrap_used)]

mod corpus;

use std::collections::HashMap;
use std::time::Instant;

use chancery_extract::{PageFacts, read_file};
use corpus::Tally;
use serde_json::Value;

/// What was reached when this was last measured, less a little.
const FLOORS: &[(&str, f64)] = &[
    ("text F1", 0.945),
    ("pages F1 >= .9", 0.87),
    ("segments F1", 0.90),
    ("title exact", 0.77),
    ("title contained", 0.85),
    ("date", 0.87),
    ("author", 0.65),
];

fn is_single(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{0E00}'..='\u{0E7F}' | '\u{1000}'..='\u{109F}')
}

fn tokens(text: &str) -> Vec<String> {
    use unicode_normalization::UnicodeNormalization;
    let text: String = text.nfc().flat_map(char::to_lowercase).collect();
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    words
        .flat_map(|word| match word.chars().any(is_single) {
            true => word.chars().map(String::from).collect(),
            false => vec![word.to_owned()],
        })
        .collect()
}

fn f1(found: &[String], gold: &[String]) -> f64 {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    gold.iter().for_each(|token| *counts.entry(token).or_default() += 1);
    let common = found.iter().filter(|token| take(&mut counts, token)).count() as f64;
    if common == 0.0 { 0.0 } else { 2.0 * common / (found.len() + gold.len()) as f64 }
}

fn take(counts: &mut HashMap<&str, usize>, token: &str) -> bool {
    match counts.get_mut(token) {
        Some(left) if *left > 0 => {
            *left -= 1;
            true
        }
        _ => false,
    }
}

#[derive(Default)]
struct Scores {
    f1: Vec<f64>,
    texts: Tally,
    parts: Tally,
    found: usize,
    missed: usize,
    wrong: usize,
    title: Tally,
    contained: Tally,
    date: Tally,
    author: Tally,
}

impl Scores {
    fn take(&mut self, name: &str, record: &Value, page: &PageFacts) {
        if let Some(gold) = record["text"].as_str() {
            let score = f1(&tokens(&page.text), &tokens(gold));
            if !name.starts_with("readability") {
                self.f1.push(score);
                self.texts.count(score >= 0.9, || {
                    format!(
                        "{score:.2} {name} {} {}/{} {}",
                        record["url"],
                        page.text.len(),
                        gold.len(),
                        page.title
                    )
                });
            }
        }
        self.segments(name, record, page);
        if let Some(gold) = record["title"].as_str() {
            let (want, got) = (tokens(gold).join(" "), tokens(&page.title).join(" "));
            self.title.count(want == got, || format!("{name}\n  want {gold}\n  got  {}", page.title));
            self.contained
                .count(got.contains(&want) || (!got.is_empty() && want.contains(&got)), String::new);
        }
        if let Some(gold) = record["date"].as_str().filter(|date| date.len() == 10) {
            let found = page.published.map(|published| published.when.stated_form());
            let met = found.as_ref().is_some_and(|found| found.starts_with(gold));
            self.date.count(met, || format!("{name} {} want {gold} got {:?}", record["url"], page.published));
        }
        self.authors(name, record, page);
    }

    fn segments(&mut self, name: &str, record: &Value, page: &PageFacts) {
        let text = page.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let has = |segment: &Value| {
            let segment = segment.as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
            text.contains(&segment)
        };
        for segment in record["with"].as_array().into_iter().flatten() {
            if has(segment) {
                self.found += 1
            } else {
                self.missed += 1
            }
            self.parts.count(has(segment), || format!("{name} missed {segment} of {}", page.text.len()));
        }
        for segment in record["without"].as_array().into_iter().flatten().filter(|segment| has(segment)) {
            self.wrong += 1;
            self.parts.count(false, || format!("{name} has {segment} in {}", page.text.len()));
        }
    }

    fn authors(&mut self, name: &str, record: &Value, page: &PageFacts) {
        let many = record["authors"]
            .as_array()
            .map(|list| list.iter().filter_map(Value::as_str).collect::<Vec<_>>());
        let gold = many
            .unwrap_or_else(|| record["author"].as_str().into_iter().flat_map(|a| a.split(';')).collect());
        if gold.is_empty() {
            return;
        }
        let found = tokens(&page.authors.join("; ")).join(" ");
        let met = gold
            .iter()
            .map(|name| tokens(name).join(" "))
            .any(|name| !name.is_empty() && found.contains(&name));
        self.author.count(met, || format!("{name} want {gold:?} got {:?}", page.authors));
    }

    fn report(&self) -> Vec<(&'static str, f64)> {
        let mean = self.f1.iter().sum::<f64>() / self.f1.len().max(1) as f64;
        let good = self.f1.iter().filter(|f| **f >= 0.9).count() as f64 / self.f1.len().max(1) as f64;
        let precision = self.found as f64 / (self.found + self.wrong).max(1) as f64;
        let recall = self.found as f64 / (self.found + self.missed).max(1) as f64;
        vec![
            ("text F1", mean),
            ("pages F1 >= .9", good),
            ("segments F1", 2.0 * precision * recall / (precision + recall).max(1e-9)),
            ("segments precision", precision),
            ("segments recall", recall),
            ("title exact", self.title.share()),
            ("title contained", self.contained.share()),
            ("date", self.date.share()),
            ("author", self.author.share()),
        ]
    }
}

fn page((origin, file, record): (&std::path::PathBuf, &String, &Value)) -> (usize, PageFacts) {
    let bytes = corpus::bytes(origin, file);
    let reading = read_file(file, &bytes, record["url"].as_str());
    (bytes.len(), reading.page().cloned().unwrap_or_default())
}

#[test]
fn pages_of_the_corpus_are_read_as_expected() {
    let Some(folder) = corpus::folder("pages") else { return };
    let mut scores = Scores::default();
    let (mut pages, mut size) = (0, 0);
    let begun = Instant::now();
    let origins = corpus::origins(&folder);
    let files: Vec<_> =
        origins.iter().flat_map(|(o, records)| records.iter().map(move |(f, r)| (o, f, r))).collect();
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::scope(|scope| {
        for half in files.chunks(files.len().div_ceil(2).max(1)) {
            let sender = sender.clone();
            scope.spawn(move || half.iter().for_each(|file| sender.send((*file, page(*file))).unwrap()));
        }
        drop(sender);
        for ((origin, file, record), (length, page)) in receiver {
            (pages, size) = (pages + 1, size + length);
            scores.take(&format!("{}/{file}", origin.file_name().unwrap().to_string_lossy()), record, &page);
        }
    });
    println!("{pages} pages, {} MB, {:.1} s in this build", size / 1_000_000, begun.elapsed().as_secs_f64());
    for (what, value) in scores.report() {
        let floor = FLOORS.iter().find(|(name, _)| *name == what).map_or(0.0, |(_, floor)| *floor);
        println!("{what}: {value:.3}");
        assert!(value >= floor, "{what} is {value:.3}, expected {floor}");
    }
    corpus::keep_misses("parts.txt", &scores.parts);
    corpus::keep_misses("texts.txt", &scores.texts);
    corpus::keep_misses("titles.txt", &scores.title);
    corpus::keep_misses("page-dates.txt", &scores.date);
    corpus::keep_misses("authors.txt", &scores.author);
}
