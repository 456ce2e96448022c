use similar::{Algorithm, DiffTag, capture_diff_slices_by_key};
use unicode_segmentation::UnicodeSegmentation;

/// What a run of words is in a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// In both texts.
    Same,
    /// In the newer one only.
    Added,
    /// In the older one only.
    Removed,
}

/// A run of words of one kind, with the white space and punctuation between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Same, added or removed.
    pub kind: Kind,
    /// The stretch of text.
    pub text: String,
}

/// Returns the difference of two texts by word, in any script.
///
/// The runs that are not removed make the new text, byte for byte; those that are not added make the old one but for its
/// white space, which is no change. Words end where Unicode says (UAX #29), so that an ideograph is a word of its own.
pub fn word_diff(old: &str, new: &str) -> Vec<Run> {
    let (old, new) = (pieces(old), pieces(new));
    let mut runs = Vec::new();
    for stretch in stretches(&old, &new) {
        let (removed, added) = (stretch.old.concat(), stretch.new.concat());
        if stretch.same {
            push(&mut runs, Kind::Same, added);
        } else {
            if !removed.trim().is_empty() {
                push(&mut runs, Kind::Removed, removed);
            }
            let kind = if added.trim().is_empty() { Kind::Same } else { Kind::Added };
            push(&mut runs, kind, added);
        }
    }
    runs
}

/// Returns how many words were added or removed; white space and punctuation are not counted.
pub fn words_changed(runs: &[Run]) -> u32 {
    let changed = runs.iter().filter(|run| run.kind != Kind::Same);
    let words: usize = changed.map(|run| run.text.unicode_words().count()).sum();
    u32::try_from(words).unwrap_or(u32::MAX)
}

/// Cuts a text into words, marks and runs of white space.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let bounds = text.split_word_bound_indices().map(|(at, piece)| (at + piece.len(), is_space(piece)));
    let mut bounds = bounds.peekable();
    while let Some((end, space)) = bounds.next() {
        let goes_on = space && bounds.peek().is_some_and(|(_, space)| *space);
        if !goes_on {
            pieces.push(&text[from..end]);
            from = end;
        }
    }
    pieces
}

fn is_space(piece: &str) -> bool {
    piece.trim().is_empty()
}

/// A stretch that both texts share, or one that differs.
struct Stretch<'p, 't> {
    same: bool,
    old: &'p [&'t str],
    new: &'p [&'t str],
}

/// Compares two texts; between two stretches that differ at least one word is the same.
///
/// Myers with the work limits of `similar` finds few and short changes, and stays quick on texts that share nothing.
fn stretches<'p, 't>(old: &'p [&'t str], new: &'p [&'t str]) -> Vec<Stretch<'p, 't>> {
    let key = |piece: &&'t str| if is_space(piece) { " " } else { *piece };
    let ops = capture_diff_slices_by_key(Algorithm::Myers, old, new, key);
    let mut ranges = Vec::new();
    for (index, op) in ops.iter().enumerate() {
        let between_changes = index > 0 && index + 1 < ops.len();
        let worth_showing = !between_changes || op.new_range().any(|at| has_word(new[at]));
        let same = op.tag() == DiffTag::Equal && worth_showing;
        match ranges.last_mut() {
            Some((false, old_end, new_end)) if !same => {
                (*old_end, *new_end) = (op.old_range().end, op.new_range().end);
            }
            _ => ranges.push((same, op.old_range().end, op.new_range().end)),
        }
    }
    let (mut old_from, mut new_from) = (0, 0);
    let cut = ranges.into_iter().map(|(same, old_end, new_end)| {
        let stretch = Stretch { same, old: &old[old_from..old_end], new: &new[new_from..new_end] };
        (old_from, new_from) = (old_end, new_end);
        stretch
    });
    cut.collect()
}

fn has_word(piece: &str) -> bool {
    piece.chars().any(char::is_alphanumeric)
}

fn push(runs: &mut Vec<Run>, kind: Kind, text: String) {
    match runs.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.kind == kind => last.text.push_str(&text),
        _ => runs.push(Run { kind, text }),
    }
}
