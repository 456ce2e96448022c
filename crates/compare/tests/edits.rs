//! Edits sorted into cosmetic, substantive, of names or numbers, withdrawn.

use chancery_compare::edit_kind;
use chancery_model::EditKind::{self, *};
use proptest::prelude::*;

/// The single place that exercises the API: two texts under one title.
#[track_caller]
fn check(lang: &str, old: &str, new: &str, expected: EditKind) {
    assert_eq!(
        edit_kind(("The title", old), ("The title", new), lang.parse().ok()),
        expected,
        "{old}\n{new}"
    );
}

#[test]
fn punctuation_case_and_white_space_are_cosmetic() {
    check(
        "en",
        "We said: “no”. It is the Council's view",
        "We said, \"no\" – it is the council’s view.",
        Cosmetic,
    );
    check("en", "A cease-fire of 1,500 days", "A ceasefire of 1500 days", Cosmetic);
    check("en", "Out\u{ad}side  the law.\n\nNext", "Outside the law. Next", Cosmetic);
    check("ja", "制裁、決議。", "制裁 決議", Cosmetic);
}

#[test]
fn signs_of_value_and_questions_are_not() {
    check("en", "They paid $5 to us.", "They paid €5 to us.", NamesOrNumbers);
    check("en", "A rise of 1.5 points", "A rise of 15 points", NamesOrNumbers);
    check("en", "He has left.", "He has left?", Substantive);
    check("uk", "Її мета", "Ії мета", Substantive);
}

#[test]
fn other_words_are_substance() {
    check("en", "We condemn the attack.", "We deplore the attack.", Substantive);
    check("en", "We will not take part.", "We will take part.", Substantive);
    check("ru", "Мы осуждаем удар.", "Мы не осуждаем удар.", Substantive);
}

#[test]
fn names_and_numbers_within_what_stayed() {
    check("en", "We met Minister Lavrov on 5 May.", "We met Minister Lavrov on 6 May.", NamesOrNumbers);
    check("en", "We met Minister Lavrov there.", "We met Minister Kuleba there.", NamesOrNumbers);
    check("en", "We spoke with partners there.", "We spoke with Poland there.", NamesOrNumbers);
    check("en", "Russia did it. We condemn it.", "Ukraine did it. We condemn it.", NamesOrNumbers);
    check("en", "We sent three ships.", "We sent four ships.", NamesOrNumbers);
    check("ru", "Встреча прошла пятого мая.", "Встреча прошла пятого июня.", NamesOrNumbers);
    check("ru", "Там был глава МИД Лавров.", "Там был глава МИД Рябков.", NamesOrNumbers);
    check("de", "Die Lage ist ernst im Land.", "Die Lage ist ernst im Gebiet.", Substantive);
    check("de", "Es waren zwei Tage.", "Es waren drei Tage.", NamesOrNumbers);
}

#[test]
fn a_new_passage_is_substance_whatever_it_names() {
    let more = "It met. Later the ministers of Poland and Latvia agreed on 12 further steps in Riga.";
    check("en", "It met.", more, Substantive);
    check("en", more, "It met.", Substantive);
}

#[test]
fn what_only_moved_changes_no_name() {
    check(
        "en",
        "It thanked France, then we left for Spain.",
        "It thanked Spain, then we left for France.",
        Substantive,
    );
}

#[test]
fn a_title_counts_too() {
    let (old, new) = ("Call with Poland on trade", "Call with Latvia on trade");
    assert_eq!(edit_kind((old, "Same."), (new, "Same."), "en".parse().ok()), NamesOrNumbers);
}

#[test]
fn a_notice_of_withdrawal_takes_the_place_of_the_text() {
    let old =
        "The Ministry welcomes the agreement that was signed in Geneva and calls on all sides to keep to it.";
    check("en", old, "This statement has been withdrawn.", Withdrawn);
    check("ru", old, "Заявление отозвано.", Withdrawn);
    check("ja", old, "この声明は撤回されました。", Withdrawn);
    check("en", old, &format!("{old} The troops have been withdrawn."), Substantive);
    check("en", "Troops were withdrawn from the area today.", "Troops have been withdrawn.", Substantive);
}

proptest! {
    #[test]
    fn no_text_is_too_odd(old in any::<String>(), new in any::<String>()) {
        let kind = edit_kind((&old, &new), (&new, &old), None);
        prop_assert!(old != new || kind == Cosmetic);
    }

    #[test]
    fn nothing_but_cosmetics_keeps_every_letter(text in "[a-z0-9 ,.]{0,40}", other in "[a-z0-9 ,.]{0,40}") {
        let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        if edit_kind(("", &text), ("", &other), None) == Cosmetic {
            prop_assert_eq!(bare(&text), bare(&other));
        }
    }
}
