//! Measures the tagger on labelled texts beside the checkout, in `../shared/corpus`; says so when they are not there.
//! `SCORE_ERRORS=countries cargo test -p chancery-annotate --test corpus -- --nocapture` prints each error of a label.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chancery_annotate::{Context, annotate, regime};
use chancery_model::{Annotations, Check, Draft, Organ};
use serde_json::Value;

fn corpus(path: &str) -> Option<Vec<Value>> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    let Ok(lines) = std::fs::read_to_string(root.join(path)) else {
        eprintln!("skipped: {path} is not beside the checkout");
        return None;
    };
    Some(lines.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
}

fn text_of<'v>(row: &'v Value, key: &str) -> &'v str {
    row[key].as_str().unwrap_or("")
}

fn set(row: &Value, key: &str) -> BTreeSet<String> {
    let items = row[key].as_array().cloned().unwrap_or_default();
    items.iter().map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned)).collect()
}

fn tags_of(row: &Value) -> Annotations {
    let lang =
        if std::env::var_os("SCORE_GUESS").is_some() { None } else { text_of(row, "lang").parse().ok() };
    let draft = Draft {
        title: text_of(row, "title").into(),
        text: text_of(row, "text").into(),
        lang,
        ..Draft::default()
    };
    annotate(&draft, &Context::default())
}

/// True and false positives and misses of one label, by language.
struct Score {
    label: &'static str,
    by_lang: BTreeMap<String, [usize; 3]>,
    exact: usize,
    rows: usize,
}

impl Score {
    fn new(label: &'static str) -> Self {
        Self { label, by_lang: BTreeMap::new(), exact: 0, rows: 0 }
    }

    fn add(
        &mut self,
        row: &Value,
        found: &BTreeSet<String>,
        wanted: &BTreeSet<String>,
        optional: &BTreeSet<String>,
    ) {
        let wrong: Vec<_> =
            found.iter().filter(|item| !wanted.contains(*item) && !optional.contains(*item)).collect();
        let missed: Vec<_> = wanted.iter().filter(|item| !found.contains(*item)).collect();
        let counts = self.by_lang.entry(text_of(row, "lang").to_owned()).or_default();
        counts[0] += wanted.len() - missed.len();
        counts[1] += wrong.len();
        counts[2] += missed.len();
        self.rows += 1;
        self.exact += usize::from(wrong.is_empty() && missed.is_empty());
        let wants_errors = std::env::var("SCORE_ERRORS").is_ok_and(|label| label == self.label);
        if wants_errors && (!wrong.is_empty() || !missed.is_empty()) {
            eprintln!("  {} {}: wrong {wrong:?} missed {missed:?}", text_of(row, "lang"), text_of(row, "id"));
        }
    }

    fn f1(&self, lang: Option<&str>) -> f64 {
        let counts = self.by_lang.iter().filter(|(name, _)| lang.is_none_or(|lang| lang == *name));
        let [right, wrong, missed] =
            counts.fold([0; 3], |sum, (_, c)| [sum[0] + c[0], sum[1] + c[1], sum[2] + c[2]]);
        2.0 * right as f64 / (2 * right + wrong + missed).max(1) as f64
    }

    fn print(&self, set: &str) {
        let all = self.by_lang.values().fold([0; 3], |sum, c| [sum[0] + c[0], sum[1] + c[1], sum[2] + c[2]]);
        eprintln!(
            "{set} {}: F1 {:.3} (right {}, wrong {}, missed {}), {} of {} documents exactly right",
            self.label,
            self.f1(None),
            all[0],
            all[1],
            all[2],
            self.exact,
            self.rows
        );
        let langs: Vec<String> =
            self.by_lang.keys().map(|lang| format!("{lang} {:.3}", self.f1(Some(lang)))).collect();
        eprintln!("    {}", langs.join(", "));
    }
}

fn stated(tags: &Annotations) -> BTreeSet<String> {
    let council = tags.resolutions.iter().filter(|tag| tag.organ == Organ::SecurityCouncil);
    council
        .filter(|tag| tag.stated && tag.check != Check::YearDiffers)
        .map(|tag| tag.number.clone())
        .collect()
}

/// The regimes found, under the names that the labels use: a label that is no key of the catalogue (`UK-Russia`) stands
/// for any regime of that issuer against that country.
fn regimes_as_labelled(tags: &Annotations, labels: &BTreeSet<String>) -> BTreeSet<String> {
    let named = |key: &str| labels.iter().find(|label| means(label, key)).cloned();
    tags.regimes.iter().map(|tag| named(&tag.key).unwrap_or_else(|| tag.key.clone())).collect()
}

fn means(label: &str, key: &str) -> bool {
    if regime(label).is_some() {
        return label.eq_ignore_ascii_case(key);
    }
    let Some((issuer, country)) = label.split_once('-') else { return false };
    let issuer = if issuer == "UK" { "GB" } else { issuer };
    let country = tags_of(&serde_json::json!({"lang": "en", "text": country.replace('-', " ")})).countries;
    regime(key).is_some_and(|regime| {
        regime.issuer == issuer && country.iter().any(|tag| regime.countries == [tag.code.to_string()])
    })
}

fn score_statements(set_name: &str, path: &str) -> Option<[Score; 6]> {
    let rows = corpus(path)?;
    let mut scores = ["countries", "about", "topics", "resolutions", "issuer", "regimes"].map(Score::new);
    for row in &rows {
        let tags = tags_of(row);
        let empty = BTreeSet::new();
        let countries = tags.countries.iter().map(|tag| tag.code.to_string()).collect();
        let about = tags.countries.iter().filter(|tag| tag.about).map(|tag| tag.code.to_string()).collect();
        let topics = tags.topics.iter().map(|tag| tag.slug.clone()).collect();
        scores[0].add(row, &countries, &set(row, "countries"), &set(row, "countries_optional"));
        scores[1].add(row, &about, &set(row, "primary"), &empty);
        scores[2].add(row, &topics, &set(row, "topics"), &set(row, "topics_optional"));
        scores[3].add(row, &stated(&tags), &set(row, "resolutions"), &set(row, "resolutions_optional"));
        if row["regimes"].is_array() {
            let (wanted, optional) = (set(row, "regimes"), set(row, "regimes_optional"));
            let found = regimes_as_labelled(&tags, &wanted.union(&optional).cloned().collect());
            scores[5].add(row, &found, &wanted, &optional);
        }
        if let [issuer] = set(row, "issuer").into_iter().collect::<Vec<_>>().as_slice() {
            let wanted = BTreeSet::from([if issuer == "UNSC" { "UN".to_owned() } else { issuer.clone() }]);
            if std::env::var_os("SCORE_NAMES").is_some() {
                eprintln!("    {}: {:?}", text_of(row, "id"), tags.issuer);
            }
            let found = tags.issuer.and_then(|issuer| issuer.code).into_iter().collect();
            scores[4].add(row, &found, &wanted, &empty);
        }
    }
    scores.iter().for_each(|score| score.print(set_name));
    Some(scores)
}

#[test]
fn official_statements() {
    let Some([countries, about, topics, resolutions, issuer, _]) =
        score_statements("gold", "tagging/gold_statements.jsonl")
    else {
        return;
    };
    assert!(countries.f1(None) >= 0.95 && about.f1(None) >= 0.8 && topics.f1(None) >= 0.8);
    assert!(resolutions.f1(None) >= 0.99 && issuer.f1(None) >= 0.85);
}

#[test]
fn statements_in_fifteen_languages() {
    let Some([countries, about, topics, resolutions, _, _]) =
        score_statements("written", "tagging/written.jsonl")
    else {
        return;
    };
    assert!(countries.f1(None) >= 0.95 && about.f1(None) >= 0.75 && topics.f1(None) >= 0.75);
    assert!(resolutions.f1(None) >= 0.98);
}

#[test]
fn country_names_in_news_in_five_slavic_languages() {
    const LANGS: [&str; 5] = ["uk", "ru", "pl", "cs", "bg"];
    let Some(rows) = corpus("tagging/slavicner.jsonl") else { return };
    let mut score = Score::new("named");
    for row in rows.iter().filter(|row| LANGS.contains(&text_of(row, "lang"))) {
        let tags = tags_of(row);
        let named = tags.countries.iter().filter(|tag| tag.named).map(|tag| tag.code.to_string()).collect();
        score.add(row, &named, &set(row, "countries_named"), &BTreeSet::new());
    }
    score.print("slavicner");
    assert!(LANGS.iter().all(|lang| score.f1(Some(lang)) >= 0.95));
}

#[test]
fn citations_of_the_security_council() {
    let Some(rows) = corpus("citations/unsc-citations.jsonl") else { return };
    let mut score = Score::new("citations");
    for row in &rows {
        let items = row["citations"].as_array().cloned().unwrap_or_default();
        let wanted = items.iter().map(|item| item["number"].to_string()).collect();
        score.add(row, &stated(&tags_of(row)), &wanted, &BTreeSet::new());
    }
    score.print("citations");
    assert!(score.f1(None) >= 0.97);
}
