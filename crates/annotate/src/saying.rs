//! The words that say that somebody speaks, from `data/gazetteer/saying.tsv`.

use std::sync::LazyLock;

use crate::table;

const TABLE: &str = include_str!("../../../data/gazetteer/saying.tsv");

static SAID: LazyLock<Vec<&'static str>> = LazyLock::new(|| of_class("said"));

fn of_class(wanted: &str) -> Vec<&'static str> {
    let rows = table::rows(TABLE).filter(|[class, _]| *class == wanted);
    rows.flat_map(|[_, words]| table::listed(words)).collect()
}

/// Whether a stretch says that somebody speaks.
pub(crate) fn is_said(stretch: &str) -> bool {
    SAID.iter().any(|word| stretch.contains(word))
}

/// Whether a stretch begins with a word of saying.
pub(crate) fn begins_saying(stretch: &str) -> bool {
    SAID.iter().any(|word| stretch.starts_with(word))
}

static ISSUES: LazyLock<Vec<&'static str>> = LazyLock::new(|| of_class("issues"));

/// Whether the words before a body's name, or its first ones, say that it issues the text.
pub(crate) fn issues(text: &str, start: usize, end: usize) -> bool {
    const NEAR: usize = 40;
    let before = &text[text.floor_char_boundary(start.saturating_sub(NEAR))..start];
    let before = before.rsplit(['.', '\n', '\u{1}', '。']).next().unwrap_or("");
    let name = &text[start..end];
    ISSUES.iter().any(|cue| before.contains(cue) || name.starts_with(cue))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        for line in table::lines(TABLE) {
            let (class, words) = line.split_once('\t').expect("two columns");
            let known = match class {
                "said" => &SAID,
                "issues" => &ISSUES,
                _ => panic!("{class} is no class"),
            };
            assert!(table::listed(words).all(|word| known.contains(&word) && !word.is_empty()), "{line}");
        }
    }
}
