//! From glyphs to lines: what stands on one base line, in the order in which it is read.

use super::glyphs::{Glyph, Sheet};

/// Glyphs whose base lines are nearer than this share of their size stand in one line; raised numbers do.
const SAME_LINE: f64 = 0.5;
/// A gap wider than this share of the size divides words.
const WORD_GAP: f64 = 0.17;
/// The same between two characters of a writing without blanks, where lines are spread to their width.
const WIDE_GAP: f64 = 1.5;
/// A glyph that is drawn again nearer than this share of its size is drawn to look bold.
const OVERPRINT: f64 = 0.1;

/// A line of text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// What it says, in the order of reading.
    pub(super) text: String,
    /// The number of its sheet.
    pub(super) sheet: usize,
    /// Its edges.
    pub(super) left: f64,
    pub(super) right: f64,
    /// Its base line, from above.
    pub(super) y: f64,
    /// The size of most of its glyphs.
    pub(super) size: f64,
    /// Whether it is read from right to left.
    pub(super) leftward: bool,
}

/// Returns the lines of a sheet, in the order in which they are drawn.
pub(super) fn of(sheet: &Sheet, number: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut held: Vec<&Glyph> = Vec::new();
    for glyph in &sheet.glyphs {
        let same = held.last().is_none_or(|last| {
            let size = last.size.max(glyph.size);
            (last.y - glyph.y).abs() <= size * SAME_LINE || (held[0].y - glyph.y).abs() <= size * 0.1
        });
        if !same {
            lines.extend(line(&std::mem::take(&mut held), number));
        }
        let again = |known: &&&Glyph| {
            known.text == glyph.text
                && (known.left - glyph.left).abs() < glyph.size * OVERPRINT
                && (known.y - glyph.y).abs() < glyph.size * OVERPRINT
        };
        if glyph.text.trim().is_empty() || held.iter().rev().take(200).find(again).is_none() {
            held.push(glyph);
        }
    }
    lines.extend(line(&held, number));
    lines
}

fn line(glyphs: &[&Glyph], sheet: usize) -> Option<Line> {
    let leftward = is_leftward(glyphs);
    let text = if leftward { read_leftward(glyphs) } else { joined(glyphs.iter().copied(), false) };
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let seen = || glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty());
    let mut sizes: Vec<f64> = seen().map(|glyph| glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    let size = *sizes.get(sizes.len() / 2)?;
    let most = seen().filter(|glyph| (glyph.size - size).abs() < size * 0.05).map(|glyph| glyph.y);
    Some(Line {
        text,
        sheet,
        left: seen().map(|glyph| glyph.left).fold(f64::INFINITY, f64::min),
        right: seen().map(|glyph| glyph.right).fold(f64::NEG_INFINITY, f64::max),
        y: most.fold(f64::NEG_INFINITY, f64::max),
        size,
        leftward,
    })
    .filter(|line| !line.text.is_empty())
}

/// Puts glyphs together, with a blank where there is a gap.
fn joined<'g>(glyphs: impl Iterator<Item = &'g Glyph>, leftward: bool) -> String {
    let mut text = String::new();
    let mut last: Option<&Glyph> = None;
    for glyph in glyphs {
        if let Some(last) = last {
            let gap = if leftward { last.left - glyph.right } else { glyph.left - last.right };
            // What stands far to the left of the end of the last one is another part of the line.
            let apart = gap > glyph.size * least_gap(last, glyph) || gap < -glyph.size * 3.0;
            if apart && !text.ends_with(' ') && !glyph.text.starts_with(' ') {
                text.push(' ');
            }
        }
        text.push_str(&glyph.text);
        last = Some(glyph);
    }
    text
}

fn least_gap(one: &Glyph, other: &Glyph) -> f64 {
    let both = one.text.ends_with(is_unspaced) && other.text.starts_with(is_unspaced);
    if both { WIDE_GAP } else { WORD_GAP }
}

/// Returns whether a character is of a writing that puts no blanks between words.
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}')
}

/// Hebrew, Arabic and the writings akin to it.
fn is_leftward_letter(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
        && c.is_alphabetic()
}

fn is_leftward(glyphs: &[&Glyph]) -> bool {
    let letters = || glyphs.iter().flat_map(|glyph| glyph.text.chars()).filter(|c| c.is_alphabetic());
    let leftward = letters().filter(|c| is_leftward_letter(*c)).count();
    leftward * 2 > letters().count()
}

/// Reads a line from right to left, whatever the order in which its glyphs were drawn; numbers and words of other
/// writings within it run to the right.
fn read_leftward(glyphs: &[&Glyph]) -> String {
    let mut ordered: Vec<&Glyph> = glyphs.to_vec();
    ordered.sort_by(|one, other| other.left.total_cmp(&one.left).then(other.right.total_cmp(&one.right)));
    let mut text = String::new();
    let mut rest = ordered.as_slice();
    let mut last: Option<&Glyph> = None;
    while let Some(first) = rest.first() {
        let length = rightward_run(rest).max(1);
        let (run, tail) = rest.split_at(length);
        if last.is_some_and(|last| last.left - first.right > first.size * WORD_GAP) {
            text.push(' ');
        }
        text.push_str(&joined(run.iter().rev().copied(), false));
        last = run.last().copied();
        rest = tail;
    }
    text
}

/// Returns how many glyphs run to the right from here: from a digit or letter to the last one before the writing changes.
fn rightward_run(glyphs: &[&Glyph]) -> usize {
    let runs = |glyph: &Glyph| glyph.text.chars().any(|c| c.is_alphanumeric() && !is_leftward_letter(c));
    let turns = |glyph: &Glyph| glyph.text.chars().any(is_leftward_letter);
    if !glyphs.first().is_some_and(|first| runs(first)) {
        return 0;
    }
    let reach = glyphs.iter().take_while(|glyph| !turns(glyph)).count();
    glyphs[..reach].iter().rposition(|glyph| runs(glyph)).map_or(0, |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sheet with these words, each letter six points wide.
    fn sheet(words: &[(&str, f64, f64)]) -> Sheet {
        let glyphs = words.iter().flat_map(|(word, left, y)| {
            word.chars().enumerate().map(move |(n, c)| Glyph {
                text: c.to_string(),
                left: left + 6.0 * n as f64,
                right: left + 6.0 * (n + 1) as f64,
                y: *y,
                size: 12.0,
            })
        });
        Sheet { glyphs: glyphs.collect(), height: 800.0 }
    }

    #[track_caller]
    fn check(words: &[(&str, f64, f64)], expected: &[&str]) {
        let lines: Vec<String> = of(&sheet(words), 0).into_iter().map(|line| line.text).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn gaps_divide_words_and_base_lines_divide_lines() {
        check(&[("The", 0.0, 10.0), ("Council", 21.0, 10.0), ("met.", 0.0, 24.0)], &["The Council", "met."]);
        check(&[("one", 0.0, 10.0), ("1", 18.0, 6.0)], &["one1"]);
        check(&[("bold", 0.0, 10.0), ("bold", 0.5, 10.0)], &["bold"]);
        check(&[("安理会", 0.0, 10.0), ("决议", 20.0, 10.0)], &["安理会决议"]);
    }

    #[test]
    fn lines_of_arabic_are_read_leftward_and_their_numbers_rightward() {
        // As drawn from left to right: the number stands left of the words.
        check(&[("2024", 0.0, 10.0), ("ربوتكأ", 27.0, 10.0), ("24", 66.0, 10.0)], &["24 أكتوبر 2024"]);
        check(&[("1.5", 0.0, 10.0), ("نويلم", 21.0, 10.0)], &["مليون 1.5"]);
    }
}
