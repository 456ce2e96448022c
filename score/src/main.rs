//! `cargo xtask score`: judges, sums, compares, prints.

use std::path::Path;

use anyhow::Context as _;
use clap::Parser as _;
use serde_json::json;

use chancery_score::figures::{Scores, sum};
use chancery_score::judgement::Judgement;
use chancery_score::order::Order;
use chancery_score::places::Places;
use chancery_score::{marks, report, sets, table};

const COMMITTED: &str = "score/scores.tsv";
const DOCUMENT: &str = "docs/accuracy.md";

fn main() -> anyhow::Result<()> {
    let order = Order::parse();
    let places = Places::of_this_checkout();
    let judgements = judge(&order, &places)?;
    let now = sum(&judgements);
    let committed = places.checkout(COMMITTED);
    let before = earlier(order.against.as_deref().unwrap_or(&committed))?;
    print!("{}", report::figures(&now, &before));
    if let Some(label) = &order.errors {
        print!("\n{}", report::errors(&judgements, label));
    }
    if let Some(path) = &order.json {
        write(path, &as_json(&now, &judgements)?)?;
    }
    if order.update {
        update(&places, updated(&order, &committed, now)?)?;
    }
    Ok(())
}

/// Judges the corpora that are asked for, and says which of them are not there.
fn judge(order: &Order, places: &Places) -> anyhow::Result<Vec<Judgement>> {
    let mut judgements = Vec::new();
    for set in sets().iter().filter(|set| order.set.as_deref().is_none_or(|name| name == set.name)) {
        match set.judge(places)? {
            Ok(judged) => judgements.extend(judged),
            Err(missing) => println!("skipped {}: {} is not there", set.name, missing.0.display()),
        }
    }
    judgements.retain(|judgement| order.lang.as_deref().is_none_or(|lang| lang == judgement.lang));
    Ok(judgements)
}

/// The figures of an earlier run; none when there was none.
fn earlier(path: &Path) -> anyhow::Result<Scores> {
    if !path.exists() {
        return Ok(Scores::new());
    }
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    table::read(&text).with_context(|| path.display().to_string())
}

fn as_json(scores: &Scores, judgements: &[Judgement]) -> anyhow::Result<String> {
    let figures: Vec<_> =
        scores.iter().map(|(key, figures)| json!({ "key": key, "figures": figures })).collect();
    let errors: Vec<_> = judgements
        .iter()
        .filter(|judgement| report::may_be_read(judgement))
        .map(|Judgement { set, label, lang, id, wrong, missed, .. }| {
            json!({ "set": set, "label": label, "lang": lang, "id": id, "wrong": wrong, "missed": missed })
        })
        .collect();
    Ok(serde_json::to_string_pretty(&json!({ "scores": figures, "errors": errors }))?)
}

/// What is to be written: the figures of this run, and those of the corpora that it left out.
fn updated(order: &Order, committed: &Path, now: Scores) -> anyhow::Result<Scores> {
    let Some(set) = &order.set else { return Ok(now) };
    let mut all = earlier(committed)?;
    all.retain(|key, _| key.set != *set);
    all.extend(now);
    Ok(all)
}

fn update(places: &Places, now: Scores) -> anyhow::Result<()> {
    write(&places.checkout(COMMITTED), &table::write(&now))?;
    let path = places.checkout(DOCUMENT);
    let document = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    write(&path, &marks::put(&document, &now)?)
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    std::fs::write(path, text).with_context(|| path.display().to_string())
}
