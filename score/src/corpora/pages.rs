//! Pages of the web with what a reader takes from them: main text, title, date, author. Its METHOD.md has the rules.

use chancery_extract::{PageFacts, read_file};
use serde_json::Value;

use super::Set;
use crate::captures::Capture;
use crate::judgement::Judgement;
use crate::places::{Judged, Places};
use crate::tokens::{Overlap, tokens};

pub(super) const SETS: &[Set] = &[Set { name: "pages", judge }];

/// The language of a page: undetermined, for few records say it.
const LANG: &str = "und";

/// From this F1 on, the text of a page counts as right.
const GOOD: f64 = 0.9;

fn judge(places: &Places) -> Judged {
    places.judge_captures("pages", judged)
}

fn judged(capture: &Capture<'_>) -> Vec<Judgement> {
    let case = Case { id: &capture.id, wanted: capture.record };
    let reading = read_file("page.html", &capture.bytes, case.wanted["url"].as_str());
    let page = reading.page().cloned().unwrap_or_default();
    let labels =
        [case.text(&page), case.segments(&page), case.title(&page), case.date(&page), case.author(&page)];
    let of_page = |judgement| Judgement { lang: LANG.to_owned(), id: capture.id.clone(), ..judgement };
    labels.into_iter().flatten().map(of_page).collect()
}

/// What is expected of a page.
struct Case<'c> {
    id: &'c str,
    wanted: &'c Value,
}

impl Case<'_> {
    /// The main text by its words; each page has the same weight. What Readability's own output is compared with
    /// stands apart: it shows likeness, not quality.
    fn text(&self, page: &PageFacts) -> Vec<Judgement> {
        let Some(wanted) = self.wanted["text"].as_str() else { return Vec::new() };
        let overlap = Overlap::of(&tokens(&page.text), &tokens(wanted));
        if self.id.starts_with("readability/") {
            return vec![overlap.judgement("text_readability")];
        }
        let good = yes_or_no(
            "text_good",
            overlap.f1() >= GOOD,
            &format!("F1 from {GOOD}"),
            &format!("F1 {:.2}", overlap.f1()),
        );
        vec![overlap.judgement("text"), good]
    }

    /// Pieces of text that must be there, and others that must not.
    fn segments(&self, page: &PageFacts) -> Vec<Judgement> {
        let text = one_space(&page.text);
        let list = |key: &str| -> Vec<String> {
            self.wanted[key]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(one_space)
                .collect()
        };
        let (with, without) = (list("with"), list("without"));
        if with.is_empty() && without.is_empty() {
            return Vec::new();
        }
        let all = with.len();
        let missed: Vec<String> = with.into_iter().filter(|segment| !text.contains(segment)).collect();
        let wrong = without.into_iter().filter(|segment| text.contains(segment)).collect();
        vec![Judgement::of_counts("segments", all - missed.len(), wrong, missed)]
    }

    fn title(&self, page: &PageFacts) -> Vec<Judgement> {
        let Some(stated) = self.wanted["title"].as_str() else { return Vec::new() };
        let (wanted, found) = (tokens(stated).join(" "), tokens(&page.title).join(" "));
        let contained = found.contains(&wanted) || (!found.is_empty() && wanted.contains(&found));
        vec![
            yes_or_no("title", wanted == found, stated, &page.title),
            yes_or_no("title_contained", contained, stated, &page.title),
        ]
    }

    fn date(&self, page: &PageFacts) -> Vec<Judgement> {
        let wanted = self.wanted["date"].as_str().filter(|date| date.len() == 10);
        let Some(wanted) = wanted else { return Vec::new() };
        let found = page.published.map(|published| published.when.stated_form()).unwrap_or_default();
        vec![yes_or_no("date", found.starts_with(wanted), wanted, &found)]
    }

    /// Any of the names is enough.
    fn author(&self, page: &PageFacts) -> Vec<Judgement> {
        let wanted = self.authors();
        if wanted.is_empty() {
            return Vec::new();
        }
        let found = tokens(&page.authors.join("; ")).join(" ");
        let mut names = wanted.iter().map(|name| tokens(name).join(" ")).filter(|name| !name.is_empty());
        let met = names.any(|name| found.contains(&name));
        vec![yes_or_no("author", met, &wanted.join("; "), &page.authors.join("; "))]
    }

    fn authors(&self) -> Vec<&str> {
        match self.wanted["authors"].as_array() {
            Some(many) => many.iter().filter_map(Value::as_str).collect(),
            None => self.wanted["author"].as_str().into_iter().flat_map(|names| names.split(';')).collect(),
        }
    }
}

fn one_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One answer to each page: one that is not right is wrong and misses what was wanted, so that precision, recall and F1
/// are all the share of the pages that are right.
fn yes_or_no(label: &'static str, met: bool, wanted: &str, found: &str) -> Judgement {
    let unless_met = |text: &str| if met { Vec::new() } else { vec![text.to_owned()] };
    Judgement::of_counts(label, usize::from(met), unless_met(found), unless_met(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(wanted: &Value) -> Case<'_> {
        Case { id: "own/page.html", wanted }
    }

    #[test]
    fn segments_are_compared_with_white_space_made_one() {
        let page = PageFacts { text: "One\n\ntwo three".into(), ..PageFacts::default() };
        let judged =
            case(&serde_json::json!({"with": ["One two", "four"], "without": ["two three", "five"]}))
                .segments(&page);
        assert_eq!((judged[0].right, judged[0].missed.as_slice()), (1, ["four".to_owned()].as_slice()));
        assert_eq!(judged[0].wrong, ["two three"]);
    }

    #[test]
    fn a_title_may_be_contained_and_a_date_is_compared_by_its_day() {
        let page = PageFacts { title: "The news | Paper".into(), ..PageFacts::default() };
        let judged = case(&serde_json::json!({"title": "The News"})).title(&page);
        assert_eq!(judged.iter().map(Judgement::is_exact).collect::<Vec<_>>(), [false, true]);
        assert!(!case(&serde_json::json!({"date": "2024-10-24"})).date(&page)[0].is_exact());
        assert!(case(&serde_json::json!({"date": "2024"})).date(&page).is_empty());
    }

    #[test]
    fn one_of_the_authors_is_enough() {
        let page = PageFacts { authors: vec!["Ann Other".into()], ..PageFacts::default() };
        assert!(case(&serde_json::json!({"author": "Someone Else; Ann Other"})).author(&page)[0].is_exact());
        assert!(!case(&serde_json::json!({"authors": ["Someone Else"]})).author(&page)[0].is_exact());
        assert!(case(&serde_json::json!({"authors": []})).author(&page).is_empty());
    }
}
