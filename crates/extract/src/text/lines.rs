//! From lines to paragraphs.

/// Lines up to this length may have been broken by a program.
const WRAPPED: usize = 100;
/// A broken line is at least this long, but for the last of its paragraph.
const FILLED: usize = 45;

/// Returns the paragraphs of a text: stretches between empty lines, broken lines joined. In a text without empty lines
/// each line is a paragraph, unless its lines were broken.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let mut block: Vec<String> = Vec::new();
    for line in text.lines().map(collapsed).chain([String::new()]) {
        if line.is_empty() {
            close(&mut block, &mut paragraphs);
        } else {
            block.push(line);
        }
    }
    paragraphs
}

fn collapsed(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Moves the lines of a block to the paragraphs: joined where they were broken, else each for itself.
fn close(block: &mut Vec<String>, paragraphs: &mut Vec<String>) {
    let lengths: Vec<usize> = block.iter().map(|line| line.chars().count()).collect();
    let filled = lengths.split_last().is_some_and(|(_, rest)| {
        !rest.is_empty() && rest.iter().all(|length| (FILLED..=WRAPPED).contains(length))
    });
    match filled && !all_end(block) {
        true => paragraphs.push(std::mem::take(block).join(" ")),
        false => paragraphs.append(block),
    }
}

/// Returns whether every line ends a sentence: then nobody broke them.
fn all_end(block: &[String]) -> bool {
    block.iter().all(|line| line.ends_with(['.', '!', '?', '…', '。', '»', '”', '"']))
}
