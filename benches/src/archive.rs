use std::path::Path;
use std::sync::Arc;

use chancery_annotate::{Context, annotate};
use chancery_compare::{content_sha256, fingerprint, identity};
use chancery_model::{Annotated, Draft, Judged, Match, Novelty, Part, Showing, SourceKind, Span};
use chancery_rules::{Document, RuleSet};
use chancery_store::{Entry, NewSource, Print, Words, Writer};
use chancery_text::{Facts, analyse};
use chrono::{DateTime, NaiveDate, Utc};

/// The source that all statements come from.
const SOURCE: &str = "ministry";

/// The time at which everything happens.
pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_767_268_800, 0).expect("a time of the calendar")
}

/// The source as it is followed.
fn source() -> NewSource {
    let url = "https://ministry.example/feed".to_owned();
    NewSource { name: "Ministry".to_owned(), url, kind: SourceKind::Feed, country: None }
}

/// Makes an archive with one source.
pub fn new_archive(path: &Path) -> Writer {
    let mut writer = Writer::open(path, now()).expect("a new archive can be made");
    writer.add_source(&source(), now()).expect("the first source can be added");
    writer
}

/// Takes a draft the way that the program does: tags, words, rules; what is left is filing.
pub fn entry(draft: Draft, rules: &RuleSet, rule_set: i64) -> Entry {
    let annotations = annotate(&draft, &Context { source_name: Some("Ministry"), ..Context::default() });
    let lang = annotations.reading_lang(draft.lang);
    let (title, text) = (analyse(&draft.title, lang), analyse(&draft.text, lang));
    let day = draft.published.as_ref().map_or(NaiveDate::MIN, |published| published.when.day());
    let facts = Facts::of(&annotations, &SOURCE.into(), "Ministry", day);
    let document = Document { title: &title, text: &text, facts: &facts };
    let matches = rules.judge(&document, None, now());
    let content_sha256 = content_sha256(&draft.title, &draft.text);
    let print = Print { made: fingerprint(&draft.text), ..Print::default() };
    let judged = Judged {
        source: SOURCE.into(),
        identity: identity(&draft, &content_sha256),
        matches: matches.into_iter().map(|(rule, spans)| a_match(rule, spans, &draft)).collect(),
        annotated: Annotated { draft, annotations, content_sha256 },
        novelty: Novelty::New,
        rule_set,
        received: None,
        collected_at: now(),
    };
    Entry { judged, words: Arc::new(Words::of(&title, &text)), print }
}

fn a_match(rule: chancery_model::RuleId, spans: Vec<Span>, draft: &Draft) -> Match {
    let first = spans.iter().find(|span| span.part == Part::Text);
    let matched_text = first.map_or(&draft.title[..], |span| span.of(&draft.title, &draft.text)).to_owned();
    Match { rule, spans, matched_text, showing: Showing::Notified }
}
