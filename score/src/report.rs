//! What a run prints: the figures beside those of an earlier run, and the errors of a label.

use std::fmt::Write as _;

use crate::corpora::HELD_OUT;
use crate::figures::{ALL, Figures, Key, Scores};
use crate::judgement::Judgement;

/// Lays out the figures of all languages together with what changed, and below each the languages.
pub fn figures(now: &Scores, before: &Scores) -> String {
    let mut report = String::new();
    let mut set = "";
    for (key, figures) in now.iter().filter(|(key, _)| key.lang == ALL) {
        if key.set != set {
            set = &key.set;
            let _ = writeln!(
                report,
                "\n{set:<20}     F1   change  precision  recall   right wrong missed  exact"
            );
        }
        let _ = writeln!(report, "  {}", line(&key.label, figures, before.get(key)));
        let langs = languages(now, before, key);
        if langs.len() > 1 {
            let _ = writeln!(report, "      {}", langs.join("  "));
        }
    }
    report
}

fn line(label: &str, figures: &Figures, before: Option<&Figures>) -> String {
    let Figures { right, wrong, missed, exact, documents } = figures;
    let [precision, recall, f1] = [figures.precision(), figures.recall(), figures.f1()].map(three_digits);
    let change = change(figures, before).unwrap_or_default();
    format!(
        "{label:<18} {f1:>6}  {change:>7}     {precision:>6}  {recall:>6}  {right:>6} {wrong:>5} {missed:>6}  \
         {exact}/{documents}"
    )
}

fn languages(now: &Scores, before: &Scores, all: &Key) -> Vec<String> {
    let of_label =
        now.iter().filter(|(key, _)| key.set == all.set && key.label == all.label && key.lang != ALL);
    of_label
        .map(|(key, figures)| {
            let change = change(figures, before.get(key)).filter(|change| change != NEW);
            let change = change.map(|change| format!(" ({change})"));
            format!("{} {}{}", key.lang, three_digits(figures.f1()), change.unwrap_or_default())
        })
        .collect()
}

fn three_digits(share: Option<f64>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{share:.3}"))
}

/// Stands for the change of a figure that was not there before.
const NEW: &str = "new";

/// The change of F1, signed; none when no count moved.
fn change(now: &Figures, before: Option<&Figures>) -> Option<String> {
    let Some(before) = before else { return Some(NEW.to_owned()) };
    let moved = now.f1().unwrap_or(1.0) - before.f1().unwrap_or(1.0);
    (now != before).then(|| format!("{moved:+.3}"))
}

/// Lays out every document that has an error of a label, with its errors; those held out are not shown.
pub fn errors(judgements: &[Judgement], label: &str) -> String {
    let mut report = String::new();
    for judgement in judgements.iter().filter(|judgement| judgement.label == label && may_be_read(judgement))
    {
        let Judgement { set, lang, id, wrong, missed, .. } = judgement;
        let _ = writeln!(report, "{set} {lang} {id}: wrong {wrong:?} missed {missed:?}");
    }
    report
}

/// Whether a document has errors, and they may be read by who mends tables.
pub fn may_be_read(judgement: &Judgement) -> bool {
    judgement.set != HELD_OUT && !judgement.is_exact()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_signed_and_silence_means_none() {
        let before = Figures { right: 1, wrong: 1, missed: 0, exact: 0, documents: 1 };
        let now = Figures { right: 1, wrong: 0, missed: 0, exact: 1, documents: 1 };
        assert_eq!(change(&now, Some(&before)).as_deref(), Some("+0.333"));
        assert_eq!(change(&before, Some(&now)).as_deref(), Some("-0.333"));
        assert_eq!(change(&now, Some(&now)), None);
        assert_eq!(change(&now, None).as_deref(), Some("new"));
    }
}
