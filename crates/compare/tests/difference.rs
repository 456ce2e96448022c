//! Differences by word and what counts as new.

use chancery_compare::{Kind, Run, changed_passages, word_diff, words_changed};
use chancery_model::Part;
use proptest::prelude::*;

fn shown(runs: &[Run]) -> String {
    let mark = |run: &Run| match run.kind {
        Kind::Same => run.text.clone(),
        Kind::Added => format!("[+{}+]", run.text),
        Kind::Removed => format!("[-{}-]", run.text),
    };
    runs.iter().map(mark).collect()
}

fn of_kind(runs: &[Run], unwanted: Kind) -> String {
    runs.iter().filter(|run| run.kind != unwanted).map(|run| run.text.as_str()).collect()
}

#[track_caller]
fn check_diff(old: &str, new: &str, expected: &str) {
    assert_eq!(shown(&word_diff(old, new)), expected);
}

#[test]
fn words_are_compared_whole() {
    check_diff("The Council condemns the launch.", "The Council deplores the launch.", {
        "The Council [-condemns-][+deplores+] the launch."
    });
}

#[test]
fn neighbouring_changes_are_one_run() {
    check_diff("two old ships sank", "three new ships sank", "[-two old-][+three new+] ships sank");
}

#[test]
fn white_space_is_no_change() {
    check_diff("a  b\n\nc", "a b c", "a b c");
    check_diff("a b", "a b ", "a b ");
}

#[test]
fn punctuation_alone_is_shown_but_counts_no_word() {
    let runs = word_diff("Troops, ships.", "Troops; ships.");
    assert_eq!(shown(&runs), "Troops[-,-][+;+] ships.");
    assert_eq!(words_changed(&runs), 0);
}

#[test]
fn every_script_is_cut_into_words() {
    check_diff("Рада засудила запуск", "Рада засудила пуск", "Рада засудила [-запуск-][+пуск+]");
    check_diff("实施制裁措施", "解除制裁措施", "[-实施-][+解除+]制裁措施");
    check_diff("فرض عقوبات جديدة", "رفع عقوبات جديدة", "[-فرض-][+رفع+] عقوبات جديدة");
}

#[test]
fn added_and_removed_words_are_counted() {
    assert_eq!(words_changed(&word_diff("one two three", "one four three five")), 3);
    assert_eq!(words_changed(&word_diff("", "one two")), 2);
    assert_eq!(words_changed(&word_diff("same", "same")), 0);
}

/// The passages that changed, in the new words.
fn passages(old: (&str, &str), new: (&str, &str)) -> Vec<String> {
    let spans = changed_passages(old.0, old.1, new.0, new.1);
    spans.iter().map(|span| format!("{}:{}", short(span.part), span.of(new.0, new.1))).collect()
}

fn short(part: Part) -> &'static str {
    match part {
        Part::Title => "title",
        Part::Text => "text",
    }
}

#[test]
fn a_new_sentence_is_a_passage() {
    let new = ("Title", "First stands. A new one came. Last stands.");
    assert_eq!(passages(("Title", "First stands. Last stands."), new), ["text:A new one came."]);
}

#[test]
fn a_changed_title_is_a_passage() {
    assert_eq!(passages(("Old title", "Same."), ("New title", "Same.")), ["title:New title"]);
}

#[test]
fn what_was_taken_out_or_moved_is_none() {
    assert!(passages(("T", "One. Two. Three."), ("T", "Three. One.")).is_empty());
}

#[test]
fn case_and_white_space_are_none() {
    let old = ("Statement on sanctions", "Mr. Smith spoke. The Council\nmet in Geneva.\n\nIt was long.");
    let new = ("STATEMENT ON SANCTIONS", "Mr. smith  spoke. the council met\nin Geneva. It was LONG.");
    assert!(passages(old, new).is_empty());
}

#[test]
fn sharp_s_in_capitals_is_a_change_of_case() {
    assert!(passages(("Straße", ""), ("STRASSE", "")).is_empty());
}

#[test]
fn a_line_without_a_full_stop_is_a_passage_of_its_own() {
    let old = ("T", "Heading\nThe Council met.");
    assert_eq!(passages(old, ("T", "Other heading\nThe Council met.")), ["text:Other heading"]);
}

#[test]
fn ideographic_stops_end_sentences() {
    let old = ("T", "安理会开会。制裁继续。");
    assert_eq!(
        passages(old, ("T", "安理会开会。制裁解除。“会议”结束。")),
        ["text:制裁解除。", "text:“会议”结束。"]
    );
}

#[test]
fn texts_that_share_nothing_are_compared_quickly() {
    let text = |seed: usize| (0..20_000).map(|n| format!("w{} ", n * 7 + seed)).collect::<String>();
    let (old, new) = (text(1), text(3));
    let runs = word_diff(&old, &new);
    assert_eq!(of_kind(&runs, Kind::Removed), new);
}

proptest! {
    #[test]
    fn a_difference_gives_both_texts_back(old in text(), new in text()) {
        let runs = word_diff(&old, &new);
        prop_assert_eq!(of_kind(&runs, Kind::Removed), new);
        let words = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(words(&of_kind(&runs, Kind::Added)), words(&old));
    }

    #[test]
    fn equal_texts_have_no_difference(text in text()) {
        prop_assert_eq!(words_changed(&word_diff(&text, &text)), 0);
        prop_assert!(changed_passages(&text, &text, &text, &text).is_empty());
    }

    #[test]
    fn white_space_and_case_make_no_passage(text in text()) {
        let other = text.split_whitespace().collect::<Vec<_>>().join(" \n").to_uppercase();
        prop_assert!(changed_passages("", &text, "", &other).is_empty());
    }

    #[test]
    fn passages_lie_in_order_on_boundaries(old in text(), new in text()) {
        let spans = changed_passages("", &old, "", &new);
        for span in &spans {
            prop_assert!(new.get(span.start as usize..span.end as usize).is_some_and(|p| !p.trim().is_empty()));
        }
        prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }

    #[test]
    fn a_sentence_of_unknown_words_is_always_a_passage(old in text(), at in 0..6usize) {
        let mut sentences: Vec<&str> = old.split_inclusive('\n').collect();
        sentences.insert(at.min(sentences.len()), "\nxyzzy plugh.\n");
        let new = sentences.concat();
        let spans = changed_passages("", &old, "", &new);
        prop_assert!(spans.iter().any(|span| span.of("", &new).contains("xyzzy")));
    }
}

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-c]{1,3}",
        "[А-Вß]{1,3}",
        Just("制裁".to_owned()),
        Just("。".to_owned()),
        Just(". ".to_owned()),
        Just(" ".to_owned()),
        Just("\n\n".to_owned()),
        Just("»".to_owned()),
        Just("!".to_owned()),
        "\\PC{0,2}",
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}
