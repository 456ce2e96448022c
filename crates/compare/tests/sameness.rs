//! What is one statement, published twice, and what only has its form.

use chancery_compare::{fingerprint, same_statement};
use proptest::prelude::*;

const BODY: &str = "Foreign Minister Anna Weber spoke today with her colleague Juan Prado of Nordland about the ceasefire \
    in the valley. Both ministers called on all sides to let aid through, and agreed that the talks in Geneva should go \
    on without conditions. They also discussed trade, visas for students and the next meeting of the committee. Weber \
    thanked Nordland for its help and underlined that the door to talks stays open.";

fn meet(one: &str, other: &str) -> bool {
    let (one, other) = (fingerprint(one), fingerprint(other));
    one.zip(other).is_some_and(|(one, other)| one.0.iter().zip(other.0).any(|(one, other)| *one == other))
}

fn same(other: &str) -> bool {
    meet(BODY, other) && same_statement(("A call", BODY), ("The call", other))
}

#[test]
fn headings_bylines_cuts_and_punctuation_are_tolerated() {
    let cut: String = BODY.split_inclusive(' ').take(52).collect();
    assert!(same(&format!("WORLD\n\nBy Kim Reporter, 5 May\n\n{BODY}\n\nFollow us")));
    assert!(same(&cut));
    assert!(same(&BODY.replace(", ", " – ").to_uppercase()));
    assert!(same(&BODY.replace("aid through", "help through")));
}

#[test]
fn the_same_form_with_other_names_is_another_statement() {
    let other =
        BODY.replace("Juan Prado", "Li Wen").replace("Nordland", "Sudland").replace("Geneva", "Vienna");
    assert!(!same_statement(("A call", BODY), ("A call", &other)));
}

#[test]
fn titles_that_differ_in_numbers_alone_are_two_statements() {
    assert!(!same_statement(("Schedule – May 5, 2024", BODY), ("Schedule – May 6, 2024", BODY)));
    assert!(same_statement(("Schedule – May 5, 2024", BODY), ("The schedule", BODY)));
}

#[test]
fn an_extract_is_not_the_whole() {
    let extract: String = BODY.split_inclusive(' ').take(25).collect();
    assert!(!same_statement(("", BODY), ("", &extract)));
}

#[test]
fn short_texts_have_no_fingerprint_and_long_ones_the_same_for_ever() {
    assert!(fingerprint("Thank you all for coming today.").is_none());
    let print = fingerprint(BODY).expect("it is long enough");
    assert_eq!(fingerprint(&BODY.replace('.', "!").to_uppercase()), Some(print));
}

proptest! {
    #[test]
    fn no_text_is_too_odd(one in "\\PC{0,200}", other in "\\PC{0,200}") {
        fingerprint(&one);
        let (one, other) = ((one.as_str(), one.as_str()), (other.as_str(), other.as_str()));
        prop_assert_eq!(same_statement(one, other), same_statement(other, one));
    }
}
