//! Where words begin and end, before anything is made of them.

use std::ops::Range;
use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use jieba_rs::Jieba;
use unicode_segmentation::UnicodeSegmentation;

use crate::fold;
use crate::han::simplified;
use crate::letter::is_alphanumeric;
use crate::script::Script;

/// How words are found in Han characters, which Chinese and Japanese share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HanWords {
    Chinese,
    Japanese,
}

impl HanWords {
    /// Japanese where there is kana, else Chinese.
    pub(crate) fn of_passage(text: &str) -> Self {
        let has_kana = text.chars().any(|letter| Script::of_letter(letter) == Script::Kana);
        if has_kana { HanWords::Japanese } else { HanWords::Chinese }
    }
}

/// Splits a text into the places of its words, in order.
///
/// Unicode's word boundaries, and beyond them: words of scripts without spaces by dictionary; Latin words end at an
/// apostrophe (`l'Iran`, `Türkiye'nin`; a possessive `'s` is left out); what points, colons and underscores join is
/// divided, but for numbers and abbreviations (`U.S.`).
pub(crate) fn word_ranges(text: &str, han: HanWords) -> Vec<Range<usize>> {
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut run = 0..0;
    for (start, word) in text.unicode_word_indices() {
        let range = start..start + word.len();
        if Script::of_word(word).has_no_spaces() {
            if run.end != start {
                divide_run(text, &run, han, &mut words);
                run.start = start;
            }
            run.end = range.end;
        } else {
            divide_run(text, &run, han, &mut words);
            run = 0..0;
            divide_spaced(text, range, &mut words);
        }
    }
    divide_run(text, &run, han, &mut words);
    words
}

/// Splits a name into folded words, for comparing names: letters and digits belong to words, all else divides them.
pub(crate) fn words_of(name: &str) -> Vec<String> {
    let folded = fold(name);
    folded
        .split(|letter: char| !is_alphanumeric(letter))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn divide_spaced(text: &str, range: Range<usize>, words: &mut Vec<Range<usize>>) {
    let word = &text[range.clone()];
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) || is_dotted(word) {
        words.push(range);
        return;
    }
    let mut start = range.start;
    for (at, letter) in word.char_indices().filter(|&(at, letter)| divides(word, at, letter)) {
        push_piece(text, start..range.start + at, words);
        start = range.start + at + letter.len_utf8();
    }
    push_piece(text, start..range.end, words);
}

/// An abbreviation with points: single letters alone.
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|piece| piece.chars().count() <= 1 && !piece.starts_with(char::is_numeric))
}

fn divides(word: &str, at: usize, letter: char) -> bool {
    match letter {
        '.' | ',' => !word[..at].ends_with(char::is_numeric) || !word[at + 1..].starts_with(char::is_numeric),
        ':' | '_' | '·' => true,
        // Other shapes of the same, which folding makes into them.
        '：' | '﹕' | '︓' | '\u{387}' | '＿' | '︳' | '︴' | '﹍' | '﹎' | '﹏' => true,
        '\'' | '’' | 'ʼ' | '‘' | '＇' => Script::of_word(word) == Script::Latin,
        _ => false,
    }
}

fn push_piece(text: &str, piece: Range<usize>, words: &mut Vec<Range<usize>>) {
    // A mark that its letter was divided from belongs to no word.
    let piece = piece.end
        - text[piece.clone()].trim_start_matches(|letter: char| !is_alphanumeric(letter)).len()
        ..piece.end;
    let is_possessive = matches!(&text[piece.clone()], "s" | "S")
        && words.last().is_some_and(|word| {
            word.end < piece.start && text[word.end..piece.start].ends_with(['\'', '’', 'ʼ', '‘'])
        });
    if !piece.is_empty() && !is_possessive {
        words.push(piece);
    }
}

fn divide_run(text: &str, run: &Range<usize>, han: HanWords, words: &mut Vec<Range<usize>>) {
    if run.is_empty() {
        return;
    }
    for part in same_kind_runs(text, run, han) {
        match Script::of_word(&text[part.clone()]) {
            Script::Han if han == HanWords::Chinese => divide_chinese(text, part, words),
            _ => divide_by_icu(text, part, words),
        }
    }
}

/// Chinese Han on its own, all else together.
fn same_kind_runs(text: &str, run: &Range<usize>, han: HanWords) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    for (at, letter) in text[run.clone()].char_indices() {
        let is_chinese = han == HanWords::Chinese && Script::of_letter(letter) == Script::Han;
        let end = run.start + at + letter.len_utf8();
        match parts.last_mut() {
            Some(part) if last == Some(is_chinese) => part.end = end,
            _ => parts.push(run.start + at..end),
        }
        last = Some(is_chinese);
    }
    parts
}

static ICU: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

fn divide_by_icu(text: &str, run: Range<usize>, words: &mut Vec<Range<usize>>) {
    let mut last = run.start;
    for end in ICU.segment_str(&text[run.clone()]).skip(1).map(|at| run.start + at) {
        words.push(last..end);
        last = end;
    }
}

static JIEBA: LazyLock<Jieba> = LazyLock::new(Jieba::new);

fn divide_chinese(text: &str, run: Range<usize>, words: &mut Vec<Range<usize>>) {
    let mut start = run.start;
    for word in JIEBA.cut(&simplified(&text[run]), false) {
        for length in compound_parts(word.word) {
            words.push(start..start + length);
            start += length;
        }
    }
}

/// The lengths in bytes of the words that a dictionary compound of four characters or more consists of
/// (联合国安理会: 联合国, 安理会), each of two characters or more; the fewest that there can be.
fn compound_parts(word: &str) -> Vec<usize> {
    let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    let count = ends.len() - 1;
    if count < 4 {
        return vec![word.len()];
    }
    let mut fewest: Vec<Option<Vec<usize>>> = vec![None; count + 1];
    fewest[0] = Some(Vec::new());
    for end in 2..=count {
        let starts = (end.saturating_sub(4)..end - 1).filter(|&start| end - start < count);
        let known = starts.filter(|&start| JIEBA.has_word(&word[ends[start]..ends[end]]));
        let ways = known.filter_map(|start| {
            let mut way = fewest[start].clone()?;
            way.push(ends[end] - ends[start]);
            Some(way)
        });
        fewest[end] = ways.min_by_key(Vec::len);
    }
    fewest.pop().flatten().unwrap_or_else(|| vec![word.len()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let words: Vec<&str> =
            word_ranges(text, HanWords::of_passage(text)).into_iter().map(|range| &text[range]).collect();
        assert_eq!(words.join(" "), expected);
    }

    #[test]
    fn divides_words_with_marks_inside() {
        check("l'Iran, Russia's and O’Brien", "l Iran Russia and O Brien");
        check("Türkiye'nin S/RES/1718 (2006)", "Türkiye nin S RES 1718 2006");
        check("the U.S. agreed.Next 1,718.5 title:word a_b", "the U.S agreed Next 1,718.5 title word a b");
        check("a＿b a︳b ab：cd", "a b a b ab cd");
        check("об’єднання Ізраїлю", "об’єднання Ізраїлю");
    }

    #[test]
    fn divides_scripts_without_spaces() {
        check("在联合国安理会", "在 联合国 安理会");
        check("上海南部", "上海 南部");
        check("聯合國安理會決議", "聯合國 安理會 決議");
        check("北朝鮮による発射", "北朝鮮 による 発射");
        check("WHO表示2024年", "WHO 表示 2024 年");
    }

    proptest! {
        #[test]
        fn words_lie_apart_and_on_boundaries(text in "(\\PC|[a-z.'’_:]|[一-丿ぁ-ん가-힣ก-ฮ]){0,60}") {
            for han in [HanWords::Chinese, HanWords::Japanese] {
                let mut last = 0;
                for range in word_ranges(&text, han) {
                    prop_assert!(range.start >= last && range.start < range.end);
                    prop_assert!(text.get(range.clone()).is_some());
                    last = range.end;
                }
            }
        }
    }
}
