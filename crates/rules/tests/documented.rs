//! The description of the language says what the program does.

use chancery_rules::parse;

const DESCRIPTION: &str = include_str!("../../../docs/query-language.md");

/// The first two cells of each row of the table under a heading or column title.
fn rows(after: &str) -> Vec<(&'static str, &'static str)> {
    let table = DESCRIPTION.split_once(after).expect("the table").1;
    let lines = table.lines().skip(1).take_while(|line| line.starts_with('|'));
    let cells = lines.filter_map(|line| line.trim_matches('|').split_once('|'));
    cells
        .map(|(first, rest)| (first.trim(), rest.trim()))
        .filter(|(first, _)| !first.starts_with("---"))
        .collect()
}

#[test]
fn each_documented_fault_is_the_answer() {
    let faults = rows("| typed | answer |");
    assert_eq!(faults.len(), 12);
    for (typed, answer) in faults {
        let fault = parse(typed.trim_matches('`')).expect_err(typed);
        let said = format!("{} {}", fault.message, fault.hint.unwrap_or_default());
        assert!(said.starts_with(answer), "{typed}: {said}");
    }
}

#[test]
fn each_documented_query_is_understood() {
    let queries = rows("| you type | you get statements with |");
    assert_eq!(queries.len(), 7);
    for query in queries.iter().flat_map(|(cell, _)| cell.split("`, `")) {
        let query = query.trim_matches('`');
        assert!(parse(query).is_ok(), "{query}");
    }
}

#[test]
fn each_field_is_documented() {
    let documented: Vec<&str> =
        rows("| field | takes | matches |").into_iter().map(|(field, _)| field.trim_matches('`')).collect();
    for field in chancery_rules::complete("", 0).into_iter().map(|offer| offer.insert) {
        assert!(documented.contains(&field.as_str()), "{field}");
    }
}
