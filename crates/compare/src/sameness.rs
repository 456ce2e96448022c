use std::collections::HashSet;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::wording::{Telling, Word, words};

/// Words of a shingle, as of the fingerprint.
const SHINGLE: usize = 3;

/// The share of the shorter body's shingles that the longer one must have.
const SHARED: f64 = 0.7;

/// The share of the longer body that the shorter one must reach: less is an extract or a summary.
const LENGTH: f64 = 0.5;

/// The share of names and numbers that may be others in what both share: corrections, not another occasion.
const REPLACED: f64 = 0.05;

/// How much two bodies have in common.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// Words of the shorter body for each of the longer one, 0 to 1.
    pub length: f64,
    /// The share of the shorter body's shingles that the longer one has, 0 to 1.
    pub shared: f64,
    /// The share of names and numbers that stand replaced by others where the bodies run together, 0 to 1; of all words
    /// where nothing is written with capitals.
    pub replaced: f64,
}

impl Likeness {
    /// Whether two bodies that are so alike are one statement.
    pub fn is_same(&self) -> bool {
        self.length >= LENGTH && self.shared >= SHARED && self.replaced <= REPLACED
    }
}

/// Says whether two documents, each as title and text, are one statement that was published twice.
///
/// Headers, bylines, lines at the end, a cut of up to half, other punctuation and scattered corrections are tolerated.
/// Two texts of one form that speak of different persons, countries, days or amounts are two statements; so are two whose
/// titles differ in their numbers alone, as those of a daily bulletin do.
pub fn same_statement(one: (&str, &str), other: (&str, &str)) -> bool {
    !are_numbered(one.0, other.0) && likeness(one.1, other.1).is_same()
}

/// Whether two titles are the same but for their numbers.
fn are_numbered(one: &str, other: &str) -> bool {
    let (one, other) = (words(one, ""), words(other, ""));
    let is_number = |word: &&Word| word.form.contains(char::is_numeric);
    let numbers =
        |words: &[Word]| words.iter().filter(is_number).map(|word| word.form.clone()).collect::<Vec<_>>();
    let rest = |words: &[Word]| {
        words.iter().filter(|word| !is_number(word)).map(|word| word.form.clone()).collect::<Vec<_>>()
    };
    let (ours, theirs) = (numbers(&one), numbers(&other));
    !ours.is_empty() && ours.len() == theirs.len() && ours != theirs && rest(&one) == rest(&other)
}

/// Measures how much two bodies have in common.
pub fn likeness(one: &str, other: &str) -> Likeness {
    let (one, other) = (words("", one), words("", other));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let length = share(short.len(), long.len());
    let shared = shared(&short, &long);
    // Finding what was replaced costs most, and is asked only where it decides.
    let replaced = if length >= LENGTH && shared >= SHARED { replaced(&short, &long) } else { 1.0 };
    Likeness { length, shared, replaced }
}

fn shared(short: &[Word], long: &[Word]) -> f64 {
    let (short, long) = (shingles(short), shingles(long));
    share(short.intersection(&long).count(), short.len())
}

fn shingles(words: &[Word]) -> HashSet<[&str; SHINGLE]> {
    words.windows(SHINGLE).map(|window| std::array::from_fn(|at| window[at].form.as_str())).collect()
}

fn replaced(short: &[Word], long: &[Word]) -> f64 {
    let telling = Telling::of(short, long, None);
    let capitals = short.iter().chain(long).any(|word| word.capital);
    let tells = |word: &&Word| !capitals || telling.is_telling(word);
    let all = short.iter().filter(tells).count();
    let others = stretches(short, long).into_iter().map(|(short, long)| {
        let there: HashSet<&str> = long.iter().map(|word| word.form.as_str()).collect();
        short.iter().filter(tells).filter(|word| !there.contains(word.form.as_str())).count()
    });
    share(others.sum(), all)
}

/// The stretches that stand for each other between words that both have.
fn stretches<'w>(short: &'w [Word], long: &'w [Word]) -> Vec<(&'w [Word], &'w [Word])> {
    let forms = |words: &'w [Word]| words.iter().map(|word| word.form.as_str()).collect::<Vec<_>>();
    let ops = capture_diff_slices(Algorithm::Myers, &forms(short), &forms(long));
    let same = |at: Option<usize>| at.and_then(|at| ops.get(at)).is_some_and(|op| op.tag() == DiffTag::Equal);
    let mut stretches = Vec::new();
    for (at, op) in ops.iter().enumerate() {
        let inner = same(at.checked_sub(1)) && same(Some(at + 1));
        if op.tag() == DiffTag::Replace && inner {
            stretches.push((&short[op.old_range()], &long[op.new_range()]));
        }
    }
    stretches
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
