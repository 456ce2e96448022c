//! From lines to a text that runs on: running heads and page numbers go, divided words are joined, columns and sheets
//! follow each other.

use std::collections::HashMap;

use super::glyphs::Sheet;
use super::lines::{Line, is_unspaced};

/// Running heads stand in this share of a sheet, at its top or at its foot.
const EDGE: f64 = 0.1;
/// A title is at least so much larger than the text.
const LARGE: f64 = 1.15;
/// A title has at most this many characters.
const TITLE: usize = 300;
/// Lines further apart than this many usual steps are of two paragraphs.
const STEP: f64 = 1.3;
/// Marks that an item of a list begins with.
const ITEMS: &[char] = &['•', '▪', '●', '◦', '‣', '■', '–', '—', '*', '\u{F0B7}'];

/// Returns the title, where one is set larger than the text, and the paragraphs of all lines.
pub(super) fn of(lines: Vec<Line>, sheets: &[Sheet]) -> (Option<String>, Vec<String>) {
    let lines = without_running_heads(lines, sheets);
    let body = body_size(&lines);
    let title = title(&lines, body);
    let (mut named, mut rest) = (String::new(), Vec::new());
    for (at, line) in lines.into_iter().enumerate() {
        if title.as_ref().is_some_and(|range| range.contains(&at)) {
            append(&mut named, &line.text)
        } else {
            rest.push(line)
        }
    }
    let layout = Layout::of(&rest);
    let mut paragraphs: Vec<String> = Vec::new();
    for (at, line) in rest.iter().enumerate() {
        let runs_on = at > 0 && layout.runs_on(&rest[at - 1], line);
        match paragraphs.last_mut().filter(|_| runs_on) {
            Some(paragraph) => append(paragraph, &line.text),
            None => paragraphs.push(line.text.clone()),
        }
    }
    (Some(named).filter(|title| !title.is_empty()), paragraphs)
}

/// Adds a line: a word that was divided is joined, a writing without blanks has none.
fn append(text: &mut String, line: &str) {
    let divided = divided(text);
    // A hyphen before a capital belongs to the word.
    let within = divided.is_some() && line.starts_with(char::is_alphabetic);
    if let Some(start) = divided.filter(|_| line.starts_with(char::is_lowercase)) {
        text.truncate(start.len());
    } else if !(within || text.is_empty() || text.ends_with(is_unspaced) && line.starts_with(is_unspaced)) {
        text.push(' ');
    }
    text.push_str(line);
}

/// Returns a line without the hyphen that divides its last word.
fn divided(line: &str) -> Option<&str> {
    let start = line.strip_suffix(['-', '\u{AD}', '\u{2010}'])?;
    start.ends_with(char::is_alphabetic).then_some(start)
}

/// The size in which most of the text is set.
fn body_size(lines: &[Line]) -> f64 {
    let mut lengths: HashMap<i64, usize> = HashMap::new();
    for line in lines {
        *lengths.entry((line.size * 2.0).round() as i64).or_default() += line.text.chars().count();
    }
    let most = lengths.into_iter().max_by_key(|(size, length)| (*length, *size));
    most.map_or(0.0, |(size, _)| size as f64 / 2.0)
}

/// Finds the lines of the title on the first sheet: those set largest, of several words where there are such.
fn title(lines: &[Line], body: f64) -> Option<std::ops::Range<usize>> {
    let first = lines.first()?.sheet;
    let on_first = lines.iter().take_while(|line| line.sheet == first).count();
    let mut groups: Vec<std::ops::Range<usize>> = Vec::new();
    for at in 0..on_first {
        let same = |other: &Line| (other.size - lines[at].size).abs() < lines[at].size * 0.05;
        match groups.last_mut() {
            Some(group) if same(&lines[group.start]) => group.end = at + 1,
            _ => groups.push(at..at + 1),
        }
    }
    let text = |group: &std::ops::Range<usize>| {
        lines[group.clone()].iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ")
    };
    let is_title = |group: &std::ops::Range<usize>| {
        let text = text(group);
        lines[group.start].size >= body * LARGE
            && text.chars().count() <= TITLE
            && text.chars().filter(|c| c.is_alphabetic()).count() >= 3
    };
    let says_much = |group: &std::ops::Range<usize>| {
        let text = text(group);
        text.split_whitespace().count() >= 3 || text.chars().filter(|c| is_unspaced(*c)).count() >= 5
    };
    let rank =
        |group: &std::ops::Range<usize>| (says_much(group), (lines[group.start].size * 2.0).round() as i64);
    // Of the largest the first counts.
    groups.into_iter().filter(is_title).rev().max_by_key(rank)
}

/// How the lines of a document are set.
struct Layout {
    /// The usual step from one base line to the next.
    step: f64,
    /// The edges between which the lines beside each other stand, by sheet and rounded left or right edge.
    columns: HashMap<(usize, i64), (f64, f64)>,
}

/// Lines that begin nearer to each other than this, in points, are of one column.
const COLUMN: f64 = 36.0;

impl Layout {
    fn of(lines: &[Line]) -> Self {
        let near =
            |pair: &&[Line]| pair[0].sheet == pair[1].sheet && (pair[0].size - pair[1].size).abs() < 1.0;
        let steps = lines.windows(2).filter(near).map(|pair| (pair[1].y - pair[0].y, pair[0].size));
        let mut steps: Vec<f64> = steps
            .filter(|(step, size)| *step > size * 0.8 && *step < size * 3.0)
            .map(|(step, _)| step)
            .collect();
        steps.sort_by(f64::total_cmp);
        let step = steps.get(steps.len() / 3).copied().unwrap_or(f64::INFINITY);
        let mut columns: HashMap<(usize, i64), (f64, f64)> = HashMap::new();
        for line in lines {
            let edges = columns.entry(column(line)).or_insert((line.left, line.right));
            *edges = (edges.0.min(line.left), edges.1.max(line.right));
        }
        Self { step, columns }
    }

    /// Returns whether a line goes on with the paragraph of the line above it.
    fn runs_on(&self, above: &Line, below: &Line) -> bool {
        if (above.size - below.size).abs() > above.size * 0.1 || below.text.starts_with(ITEMS) {
            return false;
        }
        let ends = ends_sentence(&above.text);
        let step = below.y - above.y;
        if above.sheet != below.sheet || step <= 0.0 {
            return !ends && !self.stops_short(above, 0.5);
        }
        let apart = step > self.step * STEP;
        if divided(&above.text).is_some() && below.text.starts_with(char::is_lowercase) {
            return !apart;
        }
        let indented = match above.leftward {
            true => above.right - below.right > below.size * 0.8,
            false => below.left - above.left > below.size * 0.8,
        };
        let new = ends && (indented || self.stops_short(above, 0.2)) || self.stops_short(above, 0.4);
        !apart && !new
    }

    /// Returns whether a line leaves more than this share of its column empty.
    fn stops_short(&self, line: &Line, share: f64) -> bool {
        let Some((left, right)) = self.columns.get(&column(line)) else { return false };
        let empty = if line.leftward { line.left - left } else { right - line.right };
        empty > (right - left) * share
    }
}

/// The column of a line: its sheet, and the edge at which its like begin.
fn column(line: &Line) -> (usize, i64) {
    let edge = if line.leftward { line.right } else { line.left };
    (line.sheet, (edge / COLUMN).round() as i64)
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| "\"”’»)]".contains(c) || c.is_ascii_digit());
    text.ends_with(['.', '!', '?', ':', ';', '…', '。', '！', '？', '：', '؟', '؛', '۔'])
}

/// Leaves out page numbers, and what stands at the edge of all sheets or of most.
fn without_running_heads(lines: Vec<Line>, sheets: &[Sheet]) -> Vec<Line> {
    let at_edge = |line: &Line| {
        let height = sheets.get(line.sheet).map_or(0.0, |sheet| sheet.height);
        line.y < height * EDGE || line.y > height * (1.0 - EDGE)
    };
    let mut shapes: HashMap<String, Vec<usize>> = HashMap::new();
    for line in lines.iter().filter(|line| at_edge(line)) {
        let on = shapes.entry(shape(&line.text)).or_default();
        if on.last() != Some(&line.sheet) {
            on.push(line.sheet);
        }
    }
    let repeats = |line: &Line| {
        shapes.get(&shape(&line.text)).is_some_and(|on| on.len() >= 2 && on.len() * 2 >= sheets.len())
    };
    let goes = |line: &Line| at_edge(line) && (repeats(line) || is_page_number(&line.text, line.sheet + 1));
    let whole: Vec<bool> = lines.iter().map(goes).collect();
    // A document that is nothing else keeps them.
    if whole.iter().all(|goes| *goes) {
        return lines;
    }
    lines.into_iter().zip(whole).filter(|(_, goes)| !goes).map(|(line, _)| line).collect()
}

fn shape(line: &str) -> String {
    line.chars().map(|c| if c.is_numeric() { '#' } else { c }).collect()
}

/// Returns whether a line at the edge of a sheet is its number: `3`, `– 3 –`, `3/12`, `Page 3 of 12`, `стор. 3`.
fn is_page_number(line: &str, sheet: usize) -> bool {
    let numbers: Vec<&str> =
        line.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).collect();
    let words = line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).count();
    let is_short = (1..=2).contains(&numbers.len()) && numbers.iter().all(|number| number.len() <= 3);
    let is_mark = |c: char| c.is_ascii_digit() || c.is_whitespace() || "-–—/|.".contains(c);
    let is_bare = line.chars().all(is_mark);
    let is_own = words <= 2 && numbers.first().is_some_and(|number| number.parse() == Ok(sheet));
    is_short && (is_bare || is_own && !line.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEIGHT: f64 = 800.0;

    fn line(text: &str, sheet: usize, y: f64) -> Line {
        Line {
            text: text.to_owned(),
            sheet,
            left: 50.0,
            right: 50.0 + 6.0 * text.chars().count() as f64,
            y,
            size: 12.0,
            leftward: false,
        }
    }

    #[track_caller]
    fn check(lines: Vec<Line>, title: Option<&str>, paragraphs: &[&str]) {
        let sheets: Vec<Sheet> = (0..3).map(|_| Sheet { glyphs: Vec::new(), height: HEIGHT }).collect();
        let (found, text) = of(lines, &sheets);
        assert_eq!(found.as_deref(), title);
        assert_eq!(text, paragraphs);
    }

    #[test]
    fn running_heads_and_numbers_go_and_sentences_run_on() {
        let sheet = |n: usize, text: &str| {
            [
                line("S/2024/1 – Letter", n, 30.0),
                line(text, n, 100.0),
                line(&format!("{} | Page", n + 1), n, 780.0),
            ]
        };
        let lines =
            [sheet(0, "The Council con-"), sheet(1, "demns the attack and"), sheet(2, "its authors of it.")];
        check(lines.concat(), None, &["The Council condemns the attack and its authors of it."]);
    }

    #[test]
    fn what_is_set_large_is_the_title_and_gaps_divide_paragraphs() {
        let large = |text: &str, y| Line { size: 18.0, ..line(text, 0, y) };
        check(
            vec![
                large("Statement on the", 100.0),
                large("attack", 120.0),
                line("The Council met in Brussels and", 0, 150.0),
                line("spoke of it at some length.", 0, 164.0),
                line("It condemns the attack of last", 0, 190.0),
                line("week and calls for talks now.", 0, 204.0),
            ],
            Some("Statement on the attack"),
            &[
                "The Council met in Brussels and spoke of it at some length.",
                "It condemns the attack of last week and calls for talks now.",
            ],
        );
    }

    #[test]
    fn what_is_no_number_and_no_division_stays() {
        check(
            vec![
                line("Article 5 of the treaty of Anglo-", 0, 100.0),
                line("French friendship was signed.", 0, 114.0),
            ],
            None,
            &["Article 5 of the treaty of Anglo-French friendship was signed."],
        );
        assert!(
            is_page_number("– 3 –", 3) && is_page_number("Page 3 of 12", 3) && is_page_number("стор. 3", 3)
        );
        assert!(!is_page_number("S/2024/766", 1) && !is_page_number("24 October 2024", 24));
    }
}
