//! From the sheets of a paper to a text that runs on: page numbers and running heads go, divided words are joined.

use std::collections::HashMap;

/// Lines at the top and at the foot of a sheet that may be running heads.
const EDGE: usize = 2;

/// Returns the text of all sheets.
pub(super) fn joined(sheets: &[String]) -> String {
    let sheets: Vec<Vec<&str>> = sheets.iter().map(|sheet| sheet.lines().map(str::trim).collect()).collect();
    let running = running_heads(&sheets);
    let mut text = String::new();
    for sheet in &sheets {
        let inner = sheet.iter().enumerate().filter(|(at, line)| {
            let is_edge = at < &EDGE.min(sheet.len()) || at + EDGE >= sheet.len();
            !(is_edge && (is_page_number(line) || running.contains_key(&shape(line))))
        });
        let lines: Vec<&str> = inner.map(|(_, line)| *line).collect();
        append(&mut text, lines.join("\n").trim());
    }
    without_divisions(&text)
}

/// Adds a sheet: a sentence that runs on stays whole, else a new paragraph begins.
fn append(text: &mut String, sheet: &str) {
    let runs_on = text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ';' | '-'))
        && sheet.starts_with(char::is_lowercase);
    if !text.is_empty() && !sheet.is_empty() {
        text.push_str(if runs_on { "\n" } else { "\n\n" });
    }
    text.push_str(sheet);
}

/// Lines that stand at the edge of at least three sheets and of half of them; numbers may differ.
fn running_heads(sheets: &[Vec<&str>]) -> HashMap<String, usize> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for sheet in sheets {
        let edge = sheet.iter().take(EDGE).chain(sheet.iter().rev().take(EDGE));
        let mut shapes: Vec<String> = edge.filter(|line| !line.is_empty()).map(|line| shape(line)).collect();
        shapes.sort();
        shapes.dedup();
        shapes.into_iter().for_each(|shape| *counts.entry(shape).or_default() += 1);
    }
    counts.retain(|_, count| *count >= 3 && *count * 2 >= sheets.len());
    counts
}

fn shape(line: &str) -> String {
    line.chars().map(|c| if c.is_numeric() { '#' } else { c }).collect()
}

/// Returns whether a line is a page's number: `3`, `– 3 –`, `3/12`. One in words is a running head.
fn is_page_number(line: &str) -> bool {
    let numbers = line.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    let lengths: Vec<usize> = numbers.map(str::len).collect();
    (1..=2).contains(&lengths.len())
        && lengths.iter().all(|length| *length <= 3)
        && line
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '–' | '—' | '/' | '|'))
}

/// Joins words that were divided at the end of a line; a hyphen before a capital or a digit belongs to the word.
fn without_divisions(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.split('\n').peekable();
    while let Some(line) = lines.next() {
        let divided = line.strip_suffix(['-', '\u{AD}', '\u{2010}']);
        let divided = divided.filter(|start| start.ends_with(char::is_alphabetic));
        match (divided, lines.peek()) {
            (Some(start), Some(next)) if next.starts_with(char::is_lowercase) => out.push_str(start),
            (_, None) => out.push_str(line),
            _ => {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[track_caller]
    fn check(sheets: &[&str], expected: &str) {
        let sheets: Vec<String> = sheets.iter().map(|sheet| (*sheet).to_owned()).collect();
        assert_eq!(joined(&sheets), expected);
    }

    #[test]
    fn running_heads_and_numbers_go_and_sentences_run_on() {
        check(
            &[
                "S/2024/1 – Letter\nThe Council con-\ndemns the attack and\n1",
                "S/2024/1 – Letter\nits authors.\n2",
                "S/2024/1 – Letter\nIt decides.\n3",
            ],
            "The Council condemns the attack and\nits authors.\n\nIt decides.",
        );
    }

    #[test]
    fn what_is_no_number_and_no_division_stays() {
        check(
            &["Article 5\nof the Anglo-\nFrench treaty", "24 October 2024"],
            "Article 5\nof the Anglo-\nFrench treaty\n\n24 October 2024",
        );
    }
}
