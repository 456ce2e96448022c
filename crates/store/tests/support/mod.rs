//! What the tests of this crate share: a throw-away archive and documents to file.
#![allow(dead_code, clippy::unwrap_used)]

use std::path::PathBuf;

use chancery_model::{
    Annotated, Annotations, Basis, CountryCode, CountryTag, Draft, EditKind, Filed, Head, Identity, Judged,
    Match, Novelty, Part, Published, Rule, RuleId, RuleMode, Showing, SourceId, SourceKind, Span, Statement,
    StatementId, When, content_form,
};
use chancery_store::{Entry, NewSource, Reader, Writer};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

/// An archive in a folder that goes away with it.
pub struct Archive {
    pub folder: tempfile::TempDir,
    pub writer: Writer,
    pub reader: Reader,
}

pub fn now() -> DateTime<Utc> {
    "2026-03-10T12:00:00Z".parse().unwrap()
}

pub fn at(time: &str) -> DateTime<Utc> {
    time.parse().unwrap()
}

impl Archive {
    /// An archive with the sources `eeas` and `kremlin`.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("chancery.sqlite");
        let mut writer = Writer::open(&path, now()).unwrap();
        writer.add_source(&source("EEAS", "https://eeas.example/rss"), now()).unwrap();
        writer.add_source(&source("Kremlin", "https://kremlin.example/rss"), now()).unwrap();
        let reader = Reader::open(&path).unwrap();
        Self { folder, writer, reader }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("chancery.sqlite")
    }

    /// Files one document as the service would: looks up its head, judges, files.
    pub fn file(&mut self, document: Document) -> Filed {
        let judged = document.judged(&self.reader);
        self.writer.file(&[judged], now()).unwrap().remove(0)
    }

    pub fn get(&self, id: &StatementId) -> Statement {
        self.reader.statement(id, None).unwrap().unwrap()
    }
}

pub fn source(name: &str, url: &str) -> NewSource {
    NewSource { name: name.into(), url: url.into(), kind: SourceKind::Feed, country: None }
}

pub fn rule(id: &str) -> Rule {
    Rule {
        id: RuleId::from(id),
        name: format!("Rule {id}"),
        query: "country:KP".into(),
        mode: RuleMode::On,
        muted_until: None,
        created_at: now(),
    }
}

/// A document that a source brings.
#[derive(Clone)]
pub struct Document {
    pub source: SourceId,
    pub guid: String,
    pub annotated: Annotated,
    pub matches: Vec<Match>,
    pub received: Option<chancery_model::Received>,
    pub collected_at: DateTime<Utc>,
}

pub fn document(guid: &str, title: &str, text: &str) -> Document {
    let draft = Draft {
        guid: Some(guid.into()),
        url: Some(format!("https://eeas.example/{guid}")),
        title: title.into(),
        text: text.into(),
        ..Draft::default()
    };
    let content_sha256 = sha256(content_form(title, text).as_bytes());
    let annotated = Annotated { draft, annotations: Annotations::default(), content_sha256 };
    let (matches, received) = (Vec::new(), None);
    Document { source: "eeas".into(), guid: guid.into(), annotated, matches, received, collected_at: now() }
}

impl Document {
    pub fn on(mut self, time: &str) -> Self {
        let when = match time.parse() {
            Ok(day) => When::Day(day),
            Err(_) => When::Instant(DateTime::parse_from_rfc3339(time).unwrap()),
        };
        self.annotated.draft.published = Some(Published { when, basis: Basis::Stated });
        self
    }

    pub fn from(mut self, source: &str) -> Self {
        self.source = source.into();
        self
    }

    pub fn naming(mut self, codes: &[&str]) -> Self {
        let tag = |code: &&str| CountryTag {
            code: code.parse::<CountryCode>().unwrap(),
            count: 1,
            about: false,
            named: true,
            spans: vec![Span::new(Part::Text, 0, 1)],
        };
        self.annotated.annotations.countries = codes.iter().map(tag).collect();
        self
    }

    pub fn matching(mut self, rule: &str, showing: Showing) -> Self {
        let spans = vec![Span::new(Part::Title, 0, 2)];
        let matched_text = format!("passage of {}", self.guid);
        self.matches.push(Match { rule: rule.into(), spans, matched_text, showing });
        self
    }

    pub fn judged(self, reader: &Reader) -> Entry {
        let identity = Identity::Guid(self.guid.clone());
        let novelty = match reader.head(&self.source, &identity).unwrap() {
            None => Novelty::New,
            Some(head) if head.content_sha256 == self.annotated.content_sha256 => Novelty::Known(head),
            Some(head) => revised(head),
        };
        self.judged_as(novelty, reader.rule_set_version().unwrap())
    }

    pub fn judged_as(self, novelty: Novelty, rule_set: i64) -> Entry {
        Entry::analysed(Judged {
            source: self.source,
            identity: Identity::Guid(self.guid),
            annotated: self.annotated,
            novelty,
            matches: self.matches,
            rule_set,
            received: self.received,
            collected_at: self.collected_at,
        })
    }
}

pub fn revised(head: Head) -> Novelty {
    Novelty::Revised { head, edit: EditKind::Substantive, passages: Vec::new() }
}

pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub fn id_of(filed: &Filed) -> StatementId {
    match filed {
        Filed::New(id) | Filed::Revised(id) | Filed::Known(id) => id.clone(),
        Filed::Stale => panic!("stale"),
    }
}
