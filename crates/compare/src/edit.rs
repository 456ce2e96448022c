use std::collections::HashMap;
use std::ops::Range;

use chancery_model::{EditKind, Lang};
use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::withdrawal::is_withdrawal;
use crate::wording::{Telling, Word, words};

/// How many words in a row, a beginning of a sentence among them, are a passage of their own.
const PASSAGE: usize = 8;

/// Says what kind of change leads from one title and text to another; `lang` is the language of the newer one.
///
/// Cosmetic means that no word, number or sign of value differs. A new or lost passage is a change of substance, whatever
/// names it holds; names and numbers count where they change within a passage that stayed. A change of both kinds is one
/// of names or numbers, because it is the one that must not be overlooked.
pub fn edit_kind(old: (&str, &str), new: (&str, &str), lang: Option<Lang>) -> EditKind {
    let (old_words, new_words) = (words(old.0, old.1), words(new.0, new.1));
    if is_withdrawal(&old_words, &new_words) {
        return EditKind::Withdrawn;
    }
    if forms(&old_words) == forms(&new_words) {
        return EditKind::Cosmetic;
    }
    let telling = Telling::of(&old_words, &new_words, lang);
    if tells_otherwise(&old_words, &new_words, &telling) {
        EditKind::NamesOrNumbers
    } else {
        EditKind::Substantive
    }
}

fn forms(words: &[Word]) -> Vec<&str> {
    words.iter().map(|word| word.form.as_str()).collect()
}

/// Whether a name or a number differs within what stayed. What only moved does not.
fn tells_otherwise(old: &[Word], new: &[Word], telling: &Telling) -> bool {
    let balance = balance(old, new);
    let moved = |word: &Word| balance.get(word.form.as_str()) == Some(&0);
    let says = |words: &[Word]| words.iter().any(|word| !moved(word) && telling.is_telling(word));
    changes(old, new).into_iter().any(|(removed, added)| {
        let (removed, added) = (&old[removed], &new[added]);
        let replaced = !removed.is_empty() && !added.is_empty();
        (replaced || !is_passage(removed) && !is_passage(added)) && (says(removed) || says(added))
    })
}

fn is_passage(words: &[Word]) -> bool {
    words.len() >= PASSAGE && words.iter().any(|word| word.first)
}

/// How often more each form stands in the newer text than in the older.
fn balance<'w>(old: &'w [Word], new: &'w [Word]) -> HashMap<&'w str, i32> {
    let mut balance = HashMap::new();
    for (words, by) in [(old, -1), (new, 1)] {
        for word in words {
            *balance.entry(word.form.as_str()).or_default() += by;
        }
    }
    balance
}

/// The stretches that differ.
fn changes(old: &[Word], new: &[Word]) -> Vec<(Range<usize>, Range<usize>)> {
    let ops = capture_diff_slices(Algorithm::Myers, &forms(old), &forms(new));
    let mut changes: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for op in ops.iter().filter(|op| op.tag() != DiffTag::Equal) {
        let (removed, added) = (op.old_range(), op.new_range());
        match changes.last_mut() {
            Some(last) if last.0.end == removed.start && last.1.end == added.start => {
                (last.0.end, last.1.end) = (removed.end, added.end);
            }
            _ => changes.push((removed, added)),
        }
    }
    changes
}
