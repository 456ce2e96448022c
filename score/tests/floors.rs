//! What must not be lost: the least F1 of labels that were reached, a little below the figures of `scores.tsv`.
//! Corpora that are not beside the checkout are skipped, and it is said.

use chancery_score::figures::{ALL, Key, Scores, sum};
use chancery_score::places::Places;
use chancery_score::sets;

/// The figures of one corpus; none when it is not there.
fn scores(name: &str) -> Option<Scores> {
    let set = sets().into_iter().find(|set| set.name == name).expect("a corpus of this name");
    match set.judge(&Places::of_this_checkout()).expect("a corpus that is there can be read") {
        Ok(judgements) => Some(sum(&judgements)),
        Err(missing) => {
            eprintln!("skipped: {} is not there", missing.0.display());
            None
        }
    }
}

#[track_caller]
fn check(name: &str, floors: &[(&str, &str, f64)]) {
    let Some(scores) = scores(name) else { return };
    for &(label, lang, least) in floors {
        let key = Key { set: name.into(), label: label.into(), lang: lang.into() };
        let f1 = scores[&key].f1().unwrap_or(1.0);
        assert!(f1 >= least, "{name} {label} {lang}: {f1:.3} is less than {least}");
    }
}

#[test]
fn official_statements() {
    check(
        "gold",
        &[
            ("countries", ALL, 0.95),
            ("about", ALL, 0.8),
            ("topics", ALL, 0.9),
            ("resolutions", ALL, 0.99),
            ("issuer", ALL, 0.92),
            ("lang", ALL, 0.99),
        ],
    );
}

#[test]
fn statements_written_with_traps() {
    check(
        "written",
        &[
            ("countries", ALL, 0.98),
            ("about", ALL, 0.75),
            ("topics", ALL, 0.85),
            ("issuer", ALL, 0.92),
            ("speaker", ALL, 0.85),
            ("resolutions", ALL, 0.98),
            ("lang", ALL, 0.99),
        ],
    );
}

#[test]
fn statements_of_this_program() {
    check(
        "statements",
        &[
            ("countries", ALL, 0.97),
            ("about", ALL, 0.75),
            ("topics", ALL, 0.8),
            ("issuer", ALL, 0.92),
            ("quotes_text", ALL, 0.9),
            ("resolutions", ALL, 0.98),
            ("lang", ALL, 0.99),
        ],
    );
}

#[test]
fn citations_of_the_security_council() {
    check("citations", &[("citations", ALL, 0.97)]);
}

#[test]
fn pages_of_the_web() {
    check(
        "pages",
        &[
            ("text", ALL, 0.953),
            ("text_good", ALL, 0.89),
            ("segments", ALL, 0.925),
            ("title", ALL, 0.77),
            ("title_contained", ALL, 0.85),
            ("date", ALL, 0.905),
            ("author", ALL, 0.79),
        ],
    );
}

#[test]
fn names_of_countries_in_slavic_news() {
    let named = ["uk", "ru", "pl", "cs", "bg"].map(|lang| ("named", lang, 0.95));
    check("slavicner", &[named.as_slice(), &[("lang", ALL, 0.99)]].concat());
}

/// The share of expectations that are met is the recall; nothing can be found too much.
#[test]
fn feeds_of_many_makers() {
    check(
        "feeds",
        &[
            ("assertions", ALL, 0.992),
            ("entries", ALL, 0.99),
            ("must_parse", ALL, 0.985),
            ("must_reject", ALL, 0.99),
        ],
    );
    check("feed_dates", &[("dates", ALL, 0.92)]);
}
