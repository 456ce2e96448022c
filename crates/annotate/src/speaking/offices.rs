//! The safe patterns of speech in languages that write no capitals: an office, a full name and a verb side by side
//! (外交部发言人毛宁表示, 北村俊博外務報道官は…述べた, 이재웅 외교부 대변인은…말했다). Words from `data/gazetteer/offices.tsv`.

mod arabic;
mod chinese;
mod japanese;
mod korean;
mod persian;

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind, MatchKind};
use chancery_model::{Lang, Part};
use hashbrown::{HashMap, HashSet};

use crate::countries::Placed;
use crate::gazetteer::Kind;
use crate::phrase::Phrases;
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
    said: Phrases,
    /// The same, to be found anywhere.
    saying: AhoCorasick,
    cue: Phrases,
    name: Phrases,
    /// Characters that write foreign sounds.
    sounds: HashSet<char>,
    not: Phrases,
    alone: Vec<&'static str>,
    source: Vec<&'static str>,
}

/// The languages, each loaded when it is first asked for.
static WORDS: LazyLock<HashMap<&'static str, LazyLock<Words>>> = LazyLock::new(|| {
    HashMap::from([
        ("ar", LazyLock::new((|| Words::load("ar")) as fn() -> Words)),
        ("fa", LazyLock::new(|| Words::load("fa"))),
        ("zh", LazyLock::new(|| Words::load("zh"))),
        ("ja", LazyLock::new(|| Words::load("ja"))),
        ("ko", LazyLock::new(|| Words::load("ko"))),
    ])
});

impl Words {
    fn load(lang: &str) -> Self {
        let of = |wanted: &str| -> Vec<&'static str> {
            let rows = table::rows(TABLE).filter(|[row, class, _]| *row == lang && *class == wanted);
            rows.flat_map(|[_, _, words]| table::listed(words)).collect()
        };
        let automaton = |words: &[&str]| {
            let mut builder = AhoCorasickBuilder::new();
            builder.match_kind(MatchKind::LeftmostLongest).kind(Some(AhoCorasickKind::DFA));
            builder.build(words).expect("the shipped words fit an automaton")
        };
        Self {
            offices: automaton(&of("office")),
            saying: automaton(&of("said")),
            body: of("body"),
            said: Phrases::new(of("said")),
            cue: Phrases::new(of("cue")),
            name: Phrases::new(of("name")),
            sounds: of("letter").into_iter().filter_map(|letter| letter.chars().next()).collect(),
            not: Phrases::new(of("not")),
            alone: of("alone"),
            source: of("source"),
        }
    }

    /// Whether the sentence goes on to a verb of saying within some bytes; quoted words are passed over.
    fn says(&self, text: &str, from: usize) -> bool {
        const NEAR: usize = 360;
        let near = &text[from..text.floor_char_boundary(from + NEAR)];
        let sentence = &near[..sentence_end(near)];
        self.saying.is_match(sentence)
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
