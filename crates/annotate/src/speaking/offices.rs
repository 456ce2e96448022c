//! The safe patterns of speech in languages that write no capitals: an office, a full name and a verb side by side
//! (外交部发言人毛宁表示, 北村俊博外務報道官は…述べた, 이재웅 외교부 대변인은…말했다). Words from `data/gazetteer/offices.tsv`.

mod arabic;
mod chinese;
mod japanese;
mod korean;
mod persian;

use std::collections::HashMap;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind, MatchKind};
use chancery_model::{Lang, Part};

use crate::countries::Placed;
use crate::gazetteer::Kind;
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
    letter: Vec<&'static str>,
    not: Vec<&'static str>,
    alone: Vec<&'static str>,
    source: Vec<&'static str>,
}

static WORDS: LazyLock<HashMap<&'static str, Words>> =
    LazyLock::new(|| ["ar", "fa", "zh", "ja", "ko"].map(|lang| (lang, Words::load(lang))).into());

impl Words {
    fn load(lang: &str) -> Self {
        let of = |wanted: &str| -> Vec<&'static str> {
            let rows = table::rows(TABLE).filter(|[row, class, _]| *row == lang && *class == wanted);
            rows.flat_map(|[_, _, words]| table::listed(words)).collect()
        };
        let mut builder = AhoCorasickBuilder::new();
        builder.match_kind(MatchKind::LeftmostLongest).kind(Some(AhoCorasickKind::DFA));
        let offices = builder.build(of("office"));
        Self {
            offices: offices.expect("the shipped offices fit an automaton"),
            body: of("body"),
            said: of("said"),
            cue: of("cue"),
            name: of("name"),
            letter: of("letter"),
            not: of("not"),
            alone: of("alone"),
            source: of("source"),
        }
    }

    /// Whether the sentence goes on to a verb of saying within some bytes; quoted words are passed over.
    fn says(&self, text: &str, from: usize) -> bool {
        const NEAR: usize = 360;
        let near = &text[from..text.floor_char_boundary(from + NEAR)];
        let sentence = &near[..sentence_end(near)];
        self.said.iter().any(|word| sentence.contains(word))
    }
}

/// Where a sentence ends: a break, or a full stop of Chinese or Japanese outside quotation marks.
fn sentence_end(text: &str) -> usize {
    let mut open = 0_usize;
    for (at, character) in text.char_indices() {
        match character {
            '\n' | '\u{1}' => return at,
            '。' if open == 0 => return at,
            '「' | '『' | '“' => open += 1,
            '」' | '』' | '”' => open = open.saturating_sub(1),
            _ => {}
        }
    }
    text.len()
}

/// What the speeches of one text are read from.
struct Reading<'r> {
    words: &'static Words,
    /// The folded text.
    text: &'r str,
    /// Where countries and places are named in it, by start.
    places: &'r [(usize, usize)],
}

impl Reading<'_> {
    /// Whether a name is that of a country or place.
    fn is_place(&self, (start, end): (usize, usize)) -> bool {
        self.places.iter().any(|place| place.0 <= start && end <= place.1)
    }
}

/// Everybody who is named beside an office and said to speak in a part of a document, in order.
pub(super) fn speeches(text: &str, lang: Lang, part: Part, countries: &[Placed]) -> Vec<Speech> {
    let Some(words) = WORDS.get(lang.as_str()) else { return Vec::new() };
    let is_place = |placed: &&Placed| {
        placed.part == part && matches!(placed.mention.kind, Kind::Name | Kind::Adjective | Kind::Place)
    };
    let places = countries.iter().filter(is_place).map(|placed| (placed.mention.start, placed.mention.end));
    let places: Vec<(usize, usize)> = places.collect();
    let reading = Reading { words, text, places: &places };
    let read = match lang.as_str() {
        "ar" => arabic::speech,
        "fa" => persian::speech,
        "zh" => chinese::speech,
        "ja" => japanese::speech,
        _ => korean::speech,
    };
    let hits = words.offices.find_iter(text).map(|hit| (hit.start(), hit.end()));
    let mut found: Vec<Speech> = hits.filter_map(|hit| read(&reading, hit)).collect();
    if lang.as_str() == "fa" {
        found.extend(persian::without_office(&reading));
        found.sort_by_key(|speech| speech.name);
    }
    found.retain(|speech| !reading.is_place(speech.name));
    found
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
            assert!(
                ["office", "body", "said", "cue", "name", "letter", "not", "alone", "source"]
                    .contains(&class),
                "{class}"
            );
            table::listed(listed).for_each(|word| assert_eq!(word, fold_pattern(word)));
        }
    }
}
