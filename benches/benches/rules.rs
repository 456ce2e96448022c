//! Many rules on each statement: as a set, as a set from clean text, and one after another.

use std::hint::black_box;

use chancery_benches::{CpuTime, drafts, now, rules};
use chancery_model::{Annotations, Draft};
use chancery_rules::{Document, RuleSet, evaluate, parse};
use chancery_text::{Analysed, AnalysedQuery, Facts, analyse, analyse_query};
use chrono::NaiveDate;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// Statements that the set judges in one round.
const COUNT: usize = 400;
/// Statements that rules judge one after another: enough to see how slow that is.
const FEW: usize = 4;

struct Read {
    title: Analysed,
    text: Analysed,
    facts: Facts,
}

impl Read {
    fn of(draft: &Draft) -> Self {
        let day = draft.published.as_ref().map_or(NaiveDate::MIN, |published| published.when.day());
        Self {
            title: analyse(&draft.title, None),
            text: analyse(&draft.text, None),
            facts: Facts::of(&Annotations::default(), &"ministry".into(), "Ministry", day),
        }
    }

    fn document(&self) -> Document<'_> {
        Document { title: &self.title, text: &self.text, facts: &self.facts }
    }
}

fn judging(c: &mut Criterion<CpuTime>) {
    let drafts = drafts(2, COUNT);
    let read: Vec<Read> = drafts.iter().map(Read::of).collect();
    let mut group = c.benchmark_group("rules");
    for count in [1_000, 10_000] {
        let rules = rules(3, count);
        let (set, faults) = RuleSet::compile(&rules, 1);
        assert!(faults.is_empty(), "{:?}", faults.first());
        let hits: usize = read.iter().map(|read| set.judge(&read.document(), None, now()).len()).sum();
        println!("{count} rules: {:.2} hits a statement", hits as f64 / COUNT as f64);
        group.throughput(Throughput::Elements(COUNT as u64));
        group.bench_function(BenchmarkId::new("set", count), |b| {
            b.iter(|| read.iter().map(|read| set.judge(&read.document(), None, now()).len()).sum::<usize>());
        });
        group.bench_function(BenchmarkId::new("set from text", count), |b| {
            b.iter(|| {
                let judge = |draft| set.judge(&Read::of(draft).document(), None, now()).len();
                drafts.iter().map(judge).sum::<usize>()
            });
        });
        let queries: Vec<AnalysedQuery> = rules.iter().map(|rule| query(&rule.query)).collect();
        group.throughput(Throughput::Elements(FEW as u64));
        group.bench_function(BenchmarkId::new("one after another", count), |b| {
            b.iter(|| {
                read[..FEW].iter().for_each(|read| {
                    black_box(one_by_one(&queries, read));
                })
            });
        });
    }
    group.throughput(Throughput::Elements(COUNT as u64));
    group.bench_function("words alone", |b| b.iter(|| drafts.iter().map(Read::of).collect::<Vec<_>>()));
    group.finish();
}

fn query(text: &str) -> AnalysedQuery {
    analyse_query(&parse(text).expect("a rule that was made can be read").query)
}

fn one_by_one(queries: &[AnalysedQuery], read: &Read) -> usize {
    queries.iter().filter(|query| evaluate(query, &read.document(), now()).is_some()).count()
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(CpuTime);
    targets = judging
}
criterion_main!(benches);
