//! The tables that a run writes into a document, between two marks.

use std::fmt::Write as _;

use crate::figures::{ALL, Figures, Scores};

const BEGIN: &str = "<!-- figures: begin -->\n";
const END: &str = "<!-- figures: end -->";

/// Puts the tables of the figures between the marks of a document.
///
/// # Errors
/// The document lacks a mark.
pub fn put(document: &str, scores: &Scores) -> anyhow::Result<String> {
    let marked = || {
        let (before, rest) = document.split_once(BEGIN)?;
        let (_, after) = rest.split_once(END)?;
        Some((before, after))
    };
    let Some((before, after)) = marked() else {
        anyhow::bail!("the document lacks a line {} or {END}", BEGIN.trim_end());
    };
    Ok(format!("{before}{BEGIN}\n{}\n{END}{after}", tables(scores)))
}

/// One table of all labels, and one of F1 by language.
fn tables(scores: &Scores) -> String {
    let mut text = String::from(
        "| corpus | label | F1 | precision | recall | right | wrong | missed | documents right |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    for (key, figures) in scores.iter().filter(|(key, _)| key.lang == ALL) {
        let Figures { right, wrong, missed, exact, documents } = figures;
        let [precision, recall, f1] = [figures.precision(), figures.recall(), figures.f1()].map(share);
        let _ = writeln!(
            text,
            "| {} | {} | {f1} | {precision} | {recall} | {right} | {wrong} | {missed} | {exact} of {documents} |",
            key.set, key.label
        );
    }
    text.push_str("\nF1 by language:\n\n");
    text.push_str(&by_language(scores));
    text
}

fn by_language(scores: &Scores) -> String {
    let mut text = String::from("| corpus | label | languages |\n| --- | --- | --- |\n");
    for (all, _) in scores.iter().filter(|(key, _)| key.lang == ALL) {
        let langs: Vec<String> = scores
            .iter()
            .filter(|(key, _)| key.set == all.set && key.label == all.label && key.lang != ALL)
            .map(|(key, figures)| format!("{} {}", key.lang, share(figures.f1())))
            .collect();
        if langs.len() > 1 {
            let _ = writeln!(text, "| {} | {} | {} |", all.set, all.label, langs.join(", "));
        }
    }
    text
}

fn share(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{share:.3}").trim_start_matches('0').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::Key;

    #[test]
    fn the_tables_stand_between_the_marks_and_all_else_stays() {
        let key = |lang: &str| Key { set: "gold".into(), label: "about".into(), lang: lang.into() };
        let figures = Figures { right: 1, wrong: 1, missed: 0, exact: 0, documents: 1 };
        let scores = Scores::from([(key(ALL), figures), (key("en"), figures), (key("uk"), figures)]);
        let once = put(&format!("before\n{BEGIN}an earlier table\n{END}\nafter\n"), &scores).unwrap();
        assert!(once.starts_with("before\n") && once.ends_with("\nafter\n") && !once.contains("earlier"));
        assert!(once.contains("| gold | about | .667 | .500 | 1.000 |") && once.contains("en .667, uk .667"));
        assert_eq!(put(&once, &scores).unwrap(), once);
        assert!(put("no marks", &scores).is_err());
    }
}
