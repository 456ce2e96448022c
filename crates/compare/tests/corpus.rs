//! Edits and publications of real statements, in `../shared/corpus/official` beside the checkout; without it these tests
//! say so and pass. `cargo test -p chancery-compare --test corpus -- --nocapture` prints the figures.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Read;
use std::path::Path;

use chancery_compare::{edit_kind, fingerprint, likeness, same_statement};
use serde_json::Value;

fn read(name: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus/official").join(name);
    let Ok(file) = std::fs::File::open(path) else {
        eprintln!("skipped: ../shared/corpus/official/{name} is not there");
        return None;
    };
    let mut text = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).expect("a gzip file of UTF-8");
    Some(text)
}

/// A body with where it comes from.
struct Statement {
    id: String,
    title: String,
    text: String,
    day: String,
}

fn statements(name: &str) -> Vec<Statement> {
    let Some(lines) = read(&format!("statements/{name}.jsonl.gz")) else { return Vec::new() };
    let read = |line: &str| {
        let value: Value = serde_json::from_str(line).expect("a JSON line");
        let field = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
        Statement {
            id: field("id"),
            title: field("title"),
            text: field("text"),
            day: field("date").chars().take(10).collect(),
        }
    };
    lines.lines().map(read).collect()
}

/// The first and the last version of each item of the feed, title and body.
fn edited() -> Vec<[(String, String); 2]> {
    let Some(items) = read("edited-items-state.json.gz") else { return Vec::new() };
    let items: Vec<Value> = serde_json::from_str(&items).expect("a JSON array");
    let version = |version: &Value| {
        let title = version["title"].as_str().unwrap_or_default().to_owned();
        (title, plain(version["item"].as_str().unwrap_or_default()))
    };
    let ends = items.iter().filter_map(|item| {
        let versions = item["versions"].as_array()?;
        Some([version(versions.first()?), version(versions.last()?)])
    });
    ends.collect()
}

/// The description of an item without its markup.
fn plain(item: &str) -> String {
    let body = item
        .split("<description>")
        .nth(1)
        .and_then(|rest| rest.split("</description>").next())
        .unwrap_or_default();
    let body = body
        .trim()
        .trim_start_matches("<![CDATA[")
        .trim_end_matches("]]>")
        .replace("</p>", "\n")
        .replace("<br", "\n<br");
    let mut text = String::new();
    let mut inside = false;
    for letter in body.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            letter if !inside => text.push(letter),
            _ => {}
        }
    }
    text.replace("&nbsp;", " ").replace("&amp;", "&").replace("&#8217;", "’")
}

#[test]
fn edits_of_a_real_feed() {
    let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
    let edited = edited();
    for [old, new] in &edited {
        let kind = edit_kind((&old.0, &old.1), (&new.0, &new.1), "en".parse().ok()).word();
        *kinds.entry(kind).or_default() += 1;
        if std::env::var("SHOW").is_ok() {
            println!("{kind}: {} | {}", old.0, new.0);
        }
    }
    println!("{} edited items: {kinds:?}", edited.len());
    assert!(!kinds.contains_key("withdrawn"), "no item of this feed was withdrawn");
}

fn meet(one: &str, other: &str) -> bool {
    let (one, other) = (fingerprint(one), fingerprint(other));
    one.zip(other).is_some_and(|(one, other)| one.0.iter().zip(other.0).any(|(one, other)| *one == other))
}

#[test]
fn a_body_is_found_again_when_edited() {
    let long_enough =
        |pair: &&[(String, String); 2]| pair.iter().all(|(_, text)| fingerprint(text).is_some());
    let edited = edited();
    let pairs: Vec<_> = edited.iter().filter(long_enough).collect();
    let found = pairs
        .iter()
        .filter(|[old, new]| meet(&old.1, &new.1) && same_statement((&old.0, &old.1), (&new.0, &new.1)))
        .count();
    println!("edited bodies found again: {found} of {}", pairs.len());
    for [old, new] in pairs
        .iter()
        .filter(|[old, new]| !(meet(&old.1, &new.1) && same_statement((&old.0, &old.1), (&new.0, &new.1))))
    {
        println!(
            "  missed {:?} {} {}: {}",
            likeness(&old.1, &new.1),
            meet(&old.1, &new.1),
            old.1.len(),
            old.0
        );
    }
    assert!(found * 100 >= pairs.len() * 90);
}

/// The body as another outlet would carry it: a heading and a byline before, other quotation marks, a fifth cut off, and
/// each fiftieth small word another.
fn republished(text: &str) -> String {
    let words: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    let kept = words.iter().take(words.len() - words.len() / 5).enumerate().map(|(at, word)| {
        let plain = word.trim_end();
        let small = plain.chars().all(char::is_lowercase) && !plain.is_empty();
        if at % 50 == 49 && small {
            "corrected ".to_owned()
        } else {
            word.replace('“', "\"").replace('—', "-").replace('’', "'")
        }
    });
    format!(
        "WORLD NEWS\n\nBy Our Correspondent, 12:04 GMT\n\n{}\n\nRead more on our site",
        kept.collect::<String>()
    )
}

#[test]
fn a_body_is_found_again_at_another_outlet() {
    for name in ["state", "kcna", "kremlin"] {
        let bodies: Vec<String> = statements(name)
            .into_iter()
            .map(|one| one.text)
            .filter(|text| (60..=1500).contains(&text.split_whitespace().count()))
            .step_by(3)
            .collect();
        let found = |text: &&String| {
            let other = republished(text);
            meet(text, &other) && same_statement(("", text), ("", &other))
        };
        let count = bodies.iter().filter(found).count();
        for text in bodies.iter().filter(|text| !found(text)).take(12) {
            let other = republished(text);
            let (words, meets) = (text.split_whitespace().count(), meet(text, &other));
            println!("  missed {:?} {meets} {words} words", likeness(text, &other));
        }
        println!("{name}: republished bodies found again: {count} of {}", bodies.len());
        assert!(count * 100 >= bodies.len() * 95);
    }
}

fn pair(statement: &Statement) -> (&str, &str) {
    (&statement.title, &statement.text)
}

#[test]
fn other_statements_of_one_form_are_not_taken_for_the_same() {
    for name in ["state", "kcna", "kremlin"] {
        let all = statements(name);
        let mut by_number: HashMap<(usize, u32), Vec<usize>> = HashMap::new();
        for (at, one) in all.iter().enumerate() {
            for (place, number) in fingerprint(&one.text).iter().flat_map(|print| print.0).enumerate() {
                by_number.entry((place % 12, number)).or_default().push(at);
            }
        }
        let mut pairs: HashSet<(usize, usize)> = HashSet::new();
        for group in by_number.values() {
            pairs.extend(
                group.iter().flat_map(|&a| group.iter().filter(move |&&b| a < b).map(move |&b| (a, b))),
            );
        }
        let mut same: Vec<_> =
            pairs.iter().filter(|(a, b)| same_statement(pair(&all[*a]), pair(&all[*b]))).collect();
        same.sort();
        println!(
            "{name}: of {} statements {} pairs meet, {} are the same",
            all.len(),
            pairs.len(),
            same.len()
        );
        assert!(same.len() * 100 <= all.len(), "few of these are published twice");
        for (a, b) in same {
            let (one, other) = (&all[*a], &all[*b]);
            println!(
                "  {:?} {} {} {} | {} {} {}",
                likeness(&one.text, &other.text),
                one.day,
                one.id,
                one.title,
                other.day,
                other.id,
                other.title
            );
        }
    }
}
