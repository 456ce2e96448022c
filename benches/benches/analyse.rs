//! Text to words, and text to tags, beside the least that any analyser does: small letters and white space.

use std::hint::black_box;

use chancery_annotate::{Context, annotate};
use chancery_benches::{CpuTime, LANGUAGES, drafts_in};
use chancery_model::Draft;
use chancery_text::analyse;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

/// Statements of a language.
const COUNT: usize = 40;

fn languages(c: &mut Criterion<CpuTime>) {
    let mut group = c.benchmark_group("analyse");
    for language in LANGUAGES {
        let drafts = drafts_in(language, 1, COUNT);
        let code = language.lang().to_string();
        group.throughput(Throughput::Bytes(drafts.iter().map(|draft| draft.text.len() as u64).sum()));
        group.bench_with_input(BenchmarkId::new("small letters", &code), &drafts, |b, drafts| {
            b.iter(|| each(drafts, |draft| draft.text.to_lowercase().split_whitespace().count()));
        });
        group.bench_with_input(BenchmarkId::new("words", &code), &drafts, |b, drafts| {
            b.iter(|| each(drafts, |draft| analyse(&draft.text, None).tokens.len()));
        });
        group.bench_with_input(BenchmarkId::new("tags", &code), &drafts, |b, drafts| {
            b.iter(|| each(drafts, |draft| annotate(draft, &Context::default()).countries.len()));
        });
    }
    group.finish();
}

fn each(drafts: &[Draft], work: impl Fn(&Draft) -> usize) {
    for draft in drafts {
        black_box(work(black_box(draft)));
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().with_measurement(CpuTime);
    targets = languages
}
criterion_main!(benches);
