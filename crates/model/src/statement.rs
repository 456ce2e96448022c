use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{Annotations, CountryCode, Draft, Match, Part, Redirect, RowId, SourceId, Span, StatementId};

/// What the user did to a statement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    /// Read.
    pub read: bool,
    /// Starred.
    pub starred: bool,
    /// Labels, sorted.
    pub labels: Vec<String>,
    /// The note.
    pub note: Option<String>,
}

/// A document with its tags, ready to be identified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotated {
    /// The document.
    pub draft: Draft,
    /// Its tags.
    pub annotations: Annotations,
    /// SHA-256 of [`content_form`] of title and text, in hex: same content, same statement revision.
    pub content_sha256: String,
}

/// How a document is recognised when it comes again: the first of these that exists, within its source.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Identity {
    /// The feed's own identifier.
    Guid(String),
    /// The canonical address.
    Url(String),
    /// SHA-256 of the content.
    Content(String),
}

/// The newest revision of a statement that the archive holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The statement.
    pub id: StatementId,
    /// Its newest revision, from 1.
    pub revision: u32,
    /// SHA-256 of its content.
    pub content_sha256: String,
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
}

/// What kind of change leads from one revision to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum EditKind {
    /// The same words: only punctuation, case, white space or hyphens differ.
    Cosmetic,
    /// Other words.
    Substantive,
    /// Within what stayed, a name or a number was put in, taken out or replaced.
    NamesOrNumbers,
    /// The text gave way to a notice that it was withdrawn, or its page is not there any more.
    Withdrawn,
    /// Its page, which was not there, is there again.
    Restored,
}

impl EditKind {
    /// The word by which the command line and the window's door know the kind.
    pub fn word(self) -> &'static str {
        match self {
            EditKind::Cosmetic => "cosmetic",
            EditKind::Substantive => "substantive",
            EditKind::NamesOrNumbers => "names-or-numbers",
            EditKind::Withdrawn => "withdrawn",
            EditKind::Restored => "restored",
        }
    }
}

/// Numbers by which a body of text is found again where another outlet publishes it: two bodies that are nearly the same
/// have at least one in common, at the same place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint(pub [u32; 12]);

/// Statements that are one: published by several sources, or more than once by one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The one that was there first.
    pub first: StatementId,
    /// How many they are.
    pub size: u32,
}

/// What the archive knows of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Novelty {
    /// Nothing.
    New,
    /// An older text: `passages` are the stretches of the new one that are new or changed.
    Revised {
        /// The newest revision so far.
        head: Head,
        /// What kind of change it is.
        edit: EditKind,
        /// What is new or changed, in order.
        passages: Vec<Span>,
    },
    /// This very content, but for white space.
    Known(Head),
}

/// A document that was compared with the archive and judged by the rules: all that the writer needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The source that brought it.
    pub source: SourceId,
    /// The document with its tags.
    pub annotated: Annotated,
    /// How it is recognised.
    pub identity: Identity,
    /// What the archive knew of it.
    pub novelty: Novelty,
    /// The rules that matched.
    pub matches: Vec<Match>,
    /// The version of the rule set that judged it.
    pub rule_set: i64,
    /// The bytes as received, when this document has some of its own.
    pub received: Option<Received>,
    /// When it was collected.
    pub collected_at: DateTime<Utc>,
}

/// How bytes came to the archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum ReceivedAs {
    /// A server sent them.
    Fetched,
    /// The user handed over a file.
    File,
    /// The user kept a page that was open in a window: its markup as the window had it.
    Captured,
}

/// The bytes as received, for the proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// How they came.
    pub how: ReceivedAs,
    /// The address that was asked, or the file's path.
    pub url: String,
    /// The redirects on the way, in order; not known of what an earlier version kept.
    pub redirects: Vec<Redirect>,
    /// The address that answered.
    pub final_url: String,
    /// HTTP status; 0 where no server was asked.
    pub status: u16,
    /// Headers as received.
    pub headers: Vec<(String, String)>,
    /// The bytes.
    pub bytes: std::sync::Arc<[u8]>,
    /// SHA-256 of the bytes, in hex.
    pub sha256: String,
    /// When they were received.
    pub at: DateTime<Utc>,
    /// What led to this address: the feed whose entry names the page.
    pub via: Option<std::sync::Arc<Received>>,
}

/// What became of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filed {
    /// A new statement.
    New(StatementId),
    /// A new revision of a statement.
    Revised(StatementId),
    /// Nothing new.
    Known(StatementId),
    /// The archive or the rules moved since it was judged: identify and judge again.
    Stale,
}

/// A statement as filed: its newest revision with tags, marks and provenance.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Its public id.
    pub id: StatementId,
    /// Its internal id.
    pub row: RowId,
    /// Which revision this is, from 1.
    pub revision: u32,
    /// The source that brought it first.
    pub source: SourceId,
    /// That source's name.
    pub source_name: String,
    /// The country or body of that source, where known.
    pub source_country: Option<CountryCode>,
    /// The document.
    pub draft: Draft,
    /// Its tags.
    pub annotations: Annotations,
    /// When this program first collected it.
    pub collected_at: DateTime<Utc>,
    /// When this revision was collected.
    pub revised_at: DateTime<Utc>,
    /// SHA-256 of the bytes as received, where kept.
    pub sha256: Option<String>,
    /// Names of the rules that matched, with the passage of the first match.
    pub matched_rules: Vec<(String, String)>,
    /// What the user did to it.
    pub marks: Marks,
    /// The group that it is in, where it was published more than once.
    pub group: Option<Group>,
}

/// Returns the text whose SHA-256 tells whether two documents have the same content:
/// title and text with runs of white space as one space.
pub fn content_form(title: &str, text: &str) -> String {
    let mut form = String::with_capacity(title.len() + text.len() + 1);
    for (n, word) in title.split_whitespace().chain(["\n"]).chain(text.split_whitespace()).enumerate() {
        if n > 0 {
            form.push(' ');
        }
        form.push_str(word);
    }
    form
}

/// Returns title or text of a draft.
pub fn part_of(draft: &Draft, part: Part) -> &str {
    match part {
        Part::Title => &draft.title,
        Part::Text => &draft.text,
    }
}
