use std::sync::Arc;

use chancery_annotate::{Context, Tagger};
use chancery_compare as compare;
use chancery_model::{
    Annotated, Draft, Fingerprint, Head, Identity, Judged, Match, Novelty, Part, Published, Received, Source,
    Span,
};
use chancery_rules::Document;
use chancery_store::{Entry, Print, Words};
use chancery_text::{Analysed, Facts, analyse, passage};
use chrono::{DateTime, NaiveDate, Utc};

use super::RuleBook;

/// The longest passage that an alert carries, in characters.
const PASSAGE: usize = 280;

/// A document that was annotated and analysed, before the archive was asked about it.
pub(crate) struct Readied {
    pub(crate) annotated: Annotated,
    pub(crate) identity: Identity,
    pub(crate) title: Analysed,
    pub(crate) text: Analysed,
    pub(crate) words: Arc<Words>,
    pub(crate) facts: Facts,
    pub(crate) fingerprint: Option<Fingerprint>,
    pub(crate) received: Option<Arc<Received>>,
}

/// Annotates and analyses a draft. Pure.
pub(crate) fn ready(
    draft: Draft,
    source: &Source,
    received: Option<Arc<Received>>,
    now: DateTime<Utc>,
    tagger: &Tagger,
) -> Readied {
    let context = Context {
        source_name: Some(&source.name),
        source_country: source.country,
        url: draft.url.as_deref(),
    };
    let annotations = tagger.annotate(&draft, &context);
    let lang = annotations.reading_lang(draft.lang);
    let (title, text) = (analyse(&draft.title, lang), analyse(&draft.text, lang));
    let day = day_of(draft.published.as_ref(), now);
    let facts = Facts::of(&annotations, &source.id, &source.name, day);
    let content_sha256 = compare::content_sha256(&draft.title, &draft.text);
    let identity = compare::identity(&draft, &content_sha256);
    Readied {
        fingerprint: compare::fingerprint(&draft.text),
        annotated: Annotated { draft, annotations, content_sha256 },
        identity,
        words: Arc::new(Words::of(&title, &text)),
        title,
        text,
        facts,
        received,
    }
}

/// The day that a statement's dates are judged on: published, else collected.
pub(crate) fn day_of(published: Option<&Published>, collected: DateTime<Utc>) -> NaiveDate {
    published.map_or_else(|| collected.date_naive(), |published| published.when.day())
}

/// The readied document as the rules see it.
pub(crate) fn document(readied: &Readied) -> Document<'_> {
    Document { title: &readied.title, text: &readied.text, facts: &readied.facts }
}

/// Compares a document with what the archive holds and judges what is new in it.
pub(super) fn judge(
    readied: &Readied,
    head: Option<Head>,
    print: Print,
    rules: &RuleBook,
    batch: &super::Batch,
) -> Entry {
    let novelty = compare::novelty(&readied.annotated, head);
    let matches = match &novelty {
        Novelty::Known(_) => Vec::new(),
        Novelty::New => matches(readied, None, rules, batch),
        Novelty::Revised { passages, .. } => matches(readied, Some(passages), rules, batch),
    };
    let judged = Judged {
        source: batch.source.id.clone(),
        annotated: readied.annotated.clone(),
        identity: readied.identity.clone(),
        novelty,
        matches,
        rule_set: rules.version(),
        received: readied.received.as_deref().cloned(),
        collected_at: batch.collected_at,
    };
    Entry { judged, words: readied.words.clone(), print }
}

fn matches(
    readied: &Readied,
    changed: Option<&[Span]>,
    rules: &RuleBook,
    batch: &super::Batch,
) -> Vec<Match> {
    let hits = rules.set().judge(&document(readied), changed, batch.collected_at);
    let draft = &readied.annotated.draft;
    hits.into_iter()
        .map(|(rule, spans)| Match {
            showing: rules.showing(&rule, batch.first_fetch, batch.collected_at),
            matched_text: matched_text(draft, &spans),
            rule,
            spans,
        })
        .collect()
}

/// The passage around the first match; a match in the title gives the title, no match the beginning of the text.
fn matched_text(draft: &Draft, spans: &[Span]) -> String {
    let in_text: Vec<_> = ranges(spans, Part::Text);
    if in_text.is_empty() && !spans.is_empty() {
        return draft.title.clone();
    }
    let shown = draft.text.get(passage(&draft.text, &in_text, PASSAGE)).unwrap_or("");
    if shown.is_empty() {
        draft.title.clone()
    } else {
        shown.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The spans of one part as ranges of bytes.
pub(crate) fn ranges(spans: &[Span], part: Part) -> Vec<std::ops::Range<usize>> {
    spans.iter().filter(|span| span.part == part).map(|span| span.start as usize..span.end as usize).collect()
}
