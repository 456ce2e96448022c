//! Statements as the window shows them.

use chancery_extract::site_of;
use chancery_model::{CountryTag, Filed, Lang, Part, Received, Span, Statement};
use chancery_rules::Language;
use chancery_rules::{Document, evaluate};
use chancery_store::{PageAnswer, Publication};
use chancery_text::{AnalysedQuery, Facts, analyse, country_name, passage};
use chrono::{DateTime, SecondsFormat, Utc};

use super::marks::{evidence_of, evidence_of_matches, law_value, marked, paragraphs};
use super::types::{
    CollectReport, EvidenceView, PageState, Provenance, PublicationView, QuoteView, SpeakerView,
    StatementRow, StatementView, TagView,
};
use crate::pipeline::{Tally, day_of, ranges};

/// Characters of the passage in a row of the list.
const PASSAGE: usize = 220;

/// A time as it crosses the door.
pub(super) fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// What a query matches in a statement; nothing when it does not match.
pub(super) fn matches(statement: &Statement, query: &AnalysedQuery, now: DateTime<Utc>) -> Vec<Span> {
    if *query == AnalysedQuery::Everything {
        return Vec::new();
    }
    let draft = &statement.draft;
    let lang = lang_of(statement);
    let (title, text) = (analyse(&draft.title, lang), analyse(&draft.text, lang));
    let facts = facts_of(statement);
    evaluate(query, &Document { title: &title, text: &text, facts: &facts }, now).unwrap_or_default()
}

/// The language that a statement was analysed in.
pub(crate) fn lang_of(statement: &Statement) -> Option<Lang> {
    statement.annotations.reading_lang(statement.draft.lang)
}

/// What fields of the query language are judged on.
pub(crate) fn facts_of(statement: &Statement) -> Facts {
    let day = day_of(statement.draft.published.as_ref(), statement.collected_at);
    Facts::of(&statement.annotations, &statement.source, &statement.source_name, day)
}

/// A statement as a row of the list.
pub(super) fn row(statement: &Statement, query: &AnalysedQuery, now: DateTime<Utc>) -> StatementRow {
    let draft = &statement.draft;
    let spans = matches(statement, query, now);
    let evidence = evidence_of_matches(&spans);
    let shown = passage(&draft.text, &ranges(&spans, Part::Text), PASSAGE);
    let (at, precision) = dated(statement);
    StatementRow {
        id: statement.id.clone(),
        issuer: issuer_name(statement),
        title: marked(&draft.title, Part::Title, 0..draft.title.len(), &evidence),
        passage: marked(&draft.text, Part::Text, shown, &evidence),
        countries: by_weight(&statement.annotations.countries).iter().map(|tag| tag.code).collect(),
        topics: statement.annotations.topics.iter().map(|tag| tag.slug.clone()).collect(),
        at,
        precision,
        lang: lang_of(statement),
        revision: statement.revision,
        read: statement.marks.read,
        starred: statement.marks.starred,
        alerted: !statement.matched_rules.is_empty(),
        publications: statement.group.as_ref().map_or(1, |group| group.size),
    }
}

/// Issuer, else speaker, else source.
pub(super) fn issuer_name(statement: &Statement) -> String {
    let tags = &statement.annotations;
    let issuer = tags.issuer.as_ref().map(|issuer| issuer.name.clone());
    issuer
        .or_else(|| tags.speakers.first().map(|speaker| speaker.name.clone()))
        .unwrap_or_else(|| statement.source_name.clone())
}

/// When a statement was published, else collected, with the word for its precision.
pub(super) fn dated(statement: &Statement) -> (String, String) {
    match &statement.draft.published {
        Some(published) => (moment(published.when.utc()), published.when.precision().to_owned()),
        None => (moment(statement.collected_at), "collected".to_owned()),
    }
}

/// Countries that the statement is about first, then by mentions.
fn by_weight(tags: &[CountryTag]) -> Vec<&CountryTag> {
    let mut tags: Vec<&CountryTag> = tags.iter().collect();
    tags.sort_by_key(|tag| (!tag.about, std::cmp::Reverse(tag.count)));
    tags
}

/// A statement as the reading pane shows it.
pub(super) fn reading(
    statement: &Statement,
    revisions: u32,
    received: Option<&Received>,
    elsewhere: &[Publication],
    query: &AnalysedQuery,
    language: &Language,
    now: DateTime<Utc>,
) -> StatementView {
    let (draft, tags) = (&statement.draft, &statement.annotations);
    let mut evidence = evidence_of(tags);
    evidence.extend(evidence_of_matches(&matches(statement, query, now)));
    let paragraph = |range| marked(&draft.text, Part::Text, range, &evidence);
    let published = draft.published.as_ref();
    StatementView {
        id: statement.id.clone(),
        title: marked(&draft.title, Part::Title, 0..draft.title.len(), &evidence),
        paragraphs: paragraphs(&draft.text).into_iter().map(paragraph).collect(),
        lang: lang_of(statement),
        issuer: tags.issuer.as_ref().map(|issuer| issuer.name.clone()),
        issuer_code: tags.issuer.as_ref().and_then(|issuer| issuer.code.clone()),
        speakers: speakers(statement),
        published_at: published.map(|published| moment(published.when.utc())),
        published_precision: published.map(|published| published.when.precision().to_owned()),
        published_basis: published.map(|published| published.basis),
        countries: by_weight(&tags.countries).into_iter().map(country_view).collect(),
        topics: topic_views(statement, language),
        law: law_views(statement),
        acts: act_views(statement),
        translations: Vec::new(),
        quotes: quotes(statement),
        summary_only: draft.summary_only,
        page: None,
        provenance: provenance(statement, received),
        also_published: elsewhere.iter().map(publication_view).collect(),
        revision: statement.revision,
        revisions,
        matched_rules: statement.matched_rules.iter().map(|(rule, _)| rule.clone()).collect(),
        read: statement.marks.read,
        starred: statement.marks.starred,
        labels: statement.marks.labels.clone(),
        note: statement.marks.note.clone(),
        data_version: tags.data_version.clone(),
    }
}

/// How a statement's page answered.
pub(super) fn page_state(answer: &PageAnswer) -> PageState {
    PageState {
        asked_at: moment(answer.asked_at),
        trouble: answer.trouble.map(|trouble| trouble.kind),
        status: answer.trouble.and_then(|trouble| trouble.status),
    }
}

fn publication_view(publication: &Publication) -> PublicationView {
    PublicationView {
        id: publication.id.clone(),
        source_name: publication.source_name.clone(),
        url: publication.url.clone(),
        collected_at: moment(publication.collected_at),
    }
}

fn speakers(statement: &Statement) -> Vec<SpeakerView> {
    let view =
        |tag: &chancery_model::SpeakerTag| SpeakerView { name: tag.name.clone(), role: tag.role.clone() };
    statement.annotations.speakers.iter().map(view).collect()
}

fn country_view(tag: &CountryTag) -> TagView {
    TagView {
        value: tag.code.to_string(),
        name: country_name(tag.code).map(str::to_owned),
        count: tag.count,
        stated: true,
        about: tag.about,
    }
}

fn topic_views(statement: &Statement, language: &Language) -> Vec<TagView> {
    let view = |tag: &chancery_model::TopicTag| TagView {
        value: tag.slug.clone(),
        name: topic_name(language, &tag.slug),
        count: tag.spans.len() as u32,
        stated: true,
        about: false,
    };
    statement.annotations.topics.iter().map(view).collect()
}

/// The name of a topic: English for the program's, as the user wrote it for the user's.
pub(super) fn topic_name(language: &Language, slug: &str) -> Option<String> {
    language.topics().find(|(known, _)| *known == slug).map(|(_, name)| name.to_owned())
}

fn law_views(statement: &Statement) -> Vec<TagView> {
    let tags = &statement.annotations;
    let resolutions = tags.resolutions.iter().map(|tag| TagView {
        value: law_value(tag.organ, &tag.number),
        name: tag.year.map(|year| format!("{} ({year})", law_value(tag.organ, &tag.number))),
        count: tag.spans.len() as u32,
        stated: tag.stated,
        about: false,
    });
    let regimes = tags.regimes.iter().map(|tag| TagView {
        value: tag.key.clone(),
        name: chancery_annotate::regime(&tag.key).map(|regime| regime.title.clone()),
        count: tag.spans.len() as u32,
        stated: tag.stated,
        about: false,
    });
    resolutions.chain(regimes).collect()
}

fn act_views(statement: &Statement) -> Vec<TagView> {
    let view = |tag: &chancery_model::InstrumentTag| TagView {
        value: tag.key.clone(),
        name: Some(tag.name.clone()),
        count: tag.spans.len() as u32,
        stated: true,
        about: false,
    };
    statement.annotations.instruments.iter().map(view).collect()
}

fn quotes(statement: &Statement) -> Vec<QuoteView> {
    let draft = &statement.draft;
    let view = |tag: &chancery_model::QuoteTag| QuoteView {
        speaker: tag.speaker.clone(),
        lang: tag.lang,
        words: tag.spans.iter().map(|span| span.of(&draft.title, &draft.text)).collect(),
    };
    statement.annotations.quotes.iter().map(view).collect()
}

fn provenance(statement: &Statement, received: Option<&Received>) -> Provenance {
    let url =
        statement.draft.url.clone().filter(|url| url.starts_with("http://") || url.starts_with("https://"));
    Provenance {
        source_id: statement.source.clone(),
        source_name: statement.source_name.clone(),
        site: url.as_deref().and_then(site_of),
        url,
        collected_at: moment(statement.collected_at),
        revised_at: moment(statement.revised_at),
        sha256: statement.sha256.clone(),
        evidence: received.map(evidence).unwrap_or_default(),
    }
}

/// What was received, then what led to it.
fn evidence(received: &Received) -> Vec<EvidenceView> {
    let header = |(name, value): &(String, String)| format!("{name}: {value}");
    let view = |received: &Received| EvidenceView {
        how: received.how,
        url: received.url.clone(),
        redirects: received.redirects.clone(),
        final_url: received.final_url.clone(),
        status: received.status,
        headers: received.headers.iter().map(header).collect(),
        received_at: moment(received.at),
        sha256: received.sha256.clone(),
        bytes: received.bytes.len() as u64,
    };
    std::iter::successors(Some(received), |received| received.via.as_deref()).map(view).collect()
}

/// What a filed batch adds to a report.
pub(crate) fn add_tally(report: &mut CollectReport, tally: &Tally) {
    report.new += tally.new_statements();
    report.revised += tally.revised();
    report.known += tally.known();
    report.alerts += tally.alerts;
    let stale = tally.outcomes.iter().filter(|outcome| outcome.filed == Filed::Stale).count();
    if stale > 0 {
        report.faults.push(format!(
            "{stale} documents were overtaken by other changes again and again; collect again."
        ));
    }
}
