//! The safe patterns of speech in languages that write no capitals: an office, a full name and a verb side by side
//! (外交部发言人毛宁表示, 北村俊博外務報道官は…述べた, 이재웅 외교부 대변인은…말했다). Words from `data/gazetteer/offices.tsv`.

mod arabic;
mod chinese;
mod japanese;
mod korean;
mod persian;

use std::collections::HashMap;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use chancery_model::Lang;

use crate::table;

const TABLE: &str = include_str!("../../../../data/gazetteer/offices.tsv");

/// An office and the name beside it; offsets are bytes of the folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Speech {
    /// The name, from and to.
    pub name: (usize, usize),
    /// The office, from and to.
    pub office: (usize, usize),
}

/// The words of one language.
struct Words {
    offices: AhoCorasick,
    body: Vec<&'static str>,
    said: Vec<&'static str>,
    cue: Vec<&'static str>,
    name: Vec<&'static str>,
    not: Vec<&'static str>,
}

static WORDS: LazyLock<HashMap<&'static str, Words>> =
    LazyLock::new(|| ["ar", "fa", "zh", "ja", "ko"].map(|lang| (lang, Words::load(lang))).into());

impl Words {
    fn load(lang: &str) -> Self {
        let of = |wanted: &str| -> Vec<&'static str> {
            let rows = table::rows(TABLE).filter(|[row, class, _]| *row == lang && *class == wanted);
            rows.flat_map(|[_, _, words]| table::listed(words)).collect()
        };
        let offices = AhoCorasickBuilder::new().match_kind(MatchKind::LeftmostLongest).build(of("office"));
        Self {
            offices: offices.expect("the shipped offices fit an automaton"),
            body: of("body"),
            said: of("said"),
            cue: of("cue"),
            name: of("name"),
            not: of("not"),
        }
    }

    /// Whether the sentence goes on to a verb of saying within some bytes.
    fn says(&self, text: &str, from: usize) -> bool {
        const NEAR: usize = 360;
        let near = &text[from..text.floor_char_boundary(from + NEAR)];
        let sentence = near.split(['\n', '\u{1}']).next().unwrap_or("");
        self.said.iter().any(|word| sentence.contains(word))
    }
}

/// Everybody who is named in full beside an office and said to speak, in order.
pub(super) fn speeches(text: &str, lang: Lang) -> Vec<Speech> {
    let Some(words) = WORDS.get(lang.as_str()) else { return Vec::new() };
    let read = match lang.as_str() {
        "ar" => arabic::speech,
        "fa" => persian::speech,
        "zh" => chinese::speech,
        "ja" => japanese::speech,
        _ => korean::speech,
    };
    let hits = words.offices.find_iter(text);
    hits.filter_map(|hit| read(words, text, (hit.start(), hit.end()))).collect()
}

/// Whether a text begins with one of some words.
fn starts(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folded::fold_pattern;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(table::rows::<3>(TABLE).count(), table::lines(TABLE).count());
        for [lang, class, listed] in table::rows(TABLE) {
            assert!(WORDS.contains_key(lang), "{lang}");
            assert!(["office", "body", "said", "cue", "name", "not"].contains(&class), "{class}");
            table::listed(listed).for_each(|word| assert_eq!(word, fold_pattern(word)));
        }
    }
}
