//! Values that the archive takes and gives beyond the nouns of `model`.

use chancery_model::{
    AlertId, CountryCode, EditKind, Lang, Match, Received, RowId, RuleId, SourceId, SourceKind, StatementId,
    Trouble,
};
use chrono::{DateTime, NaiveDate, Utc};

/// A source to be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSource {
    /// Its name; the id is made from it.
    pub name: String,
    /// The address that is fetched.
    pub url: String,
    /// Feed, page or import.
    pub kind: SourceKind,
    /// The country or body that publishes it, where known.
    pub country: Option<CountryCode>,
}

/// A file of a watched folder as it was when it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchedFile {
    /// Its whole path.
    pub path: String,
    /// Bytes.
    pub size: u64,
    /// When it was last changed, as its file system says.
    pub modified: DateTime<Utc>,
    /// Why nothing of it could be filed, in a sentence.
    pub fault: Option<String>,
}

/// The page of a statement as it answered when it was last asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedPage {
    /// The statement.
    pub id: StatementId,
    /// The address of its page.
    pub url: String,
    /// Since when its server says that it is not there.
    pub missing_since: Option<DateTime<Utc>>,
    /// Whether that became a revision.
    pub withdrawn: bool,
}

/// How many pages of a source were asked for again, and how many of them are not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageShare {
    /// Asked for.
    pub asked: u32,
    /// Not there.
    pub missing: u32,
}

/// What stood in the way of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageTrouble {
    /// Its kind.
    pub kind: Trouble,
    /// HTTP status, where a server answered with an error.
    pub status: Option<u16>,
}

/// How the page of a statement answered when it was last asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageAnswer {
    /// When it was asked.
    pub asked_at: DateTime<Utc>,
    /// What stood in the way; none: it was there.
    pub trouble: Option<PageTrouble>,
    /// Since when its server says that it is not there any more.
    pub missing_since: Option<DateTime<Utc>>,
}

/// How a page answered that was asked for again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageCheck {
    /// The statement.
    pub id: StatementId,
    /// What stood in the way; none: it is there.
    pub trouble: Option<PageTrouble>,
    /// Since when it is not there; none: it is there.
    pub missing_since: Option<DateTime<Utc>>,
    /// What it means for the statement, when that is news, and the alerts that tell of it.
    pub news: Option<(EditKind, Vec<Match>)>,
    /// What the server sent, which is kept where it is news.
    pub received: Option<Received>,
}

/// The order of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Order {
    /// By published date, newest first.
    #[default]
    Newest,
    /// By our own time of collection, newest first.
    Received,
    /// By bm25, title before text; newest first where a query has no words.
    Relevance,
}

/// What the user changes on statements; what is `None` stays.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MarkChange {
    /// Read or unread.
    pub read: Option<bool>,
    /// Starred or not.
    pub starred: Option<bool>,
    /// The whole set of labels.
    pub labels: Option<Vec<String>>,
    /// The note; an empty one is removed.
    pub note: Option<String>,
}

/// Which alerts are meant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AlertFilter {
    /// Only those not seen.
    pub unseen_only: bool,
    /// One rule's only.
    pub rule: Option<RuleId>,
    /// At most so many, newest first; `None`: all.
    pub limit: Option<u32>,
}

/// Which alerts are marked as seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AlertChoice {
    /// These.
    Ids(Vec<AlertId>),
    /// All of one rule.
    Rule(RuleId),
    /// All.
    All,
}

/// A named value with how many statements have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted<T> {
    /// The value.
    pub value: T,
    /// Its name, where the value is not its own name.
    pub name: Option<String>,
    /// How many statements.
    pub count: u64,
}

/// Counts of every facet, most frequent first, then by value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetCounts {
    /// Countries that are named at all.
    pub countries: Vec<Counted<CountryCode>>,
    /// Topic slugs.
    pub topics: Vec<Counted<String>>,
    /// Security Council resolutions that are stated.
    pub resolutions: Vec<Counted<u32>>,
    /// Issuers: the code where there is one, else the name.
    pub issuers: Vec<Counted<String>>,
    /// Sources with their names.
    pub sources: Vec<Counted<SourceId>>,
    /// Languages.
    pub languages: Vec<Counted<Lang>>,
    /// Months in order, without gaps.
    pub months: Vec<MonthCount>,
}

/// A month and how many statements bear a date in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthCount {
    /// Its first day.
    pub month: NaiveDate,
    /// How many statements.
    pub count: u64,
}

/// The archive in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Numbers {
    /// Statements.
    pub statements: u64,
    /// Not read yet.
    pub unread: u64,
    /// Starred.
    pub starred: u64,
    /// Alerts not seen yet.
    pub alerts_unseen: u64,
    /// Alerts not shown yet.
    pub alerts_pending: u64,
    /// Sources that are followed.
    pub sources: u64,
    /// Sources that fail, are silent or gone.
    pub sources_in_trouble: u64,
    /// When a source last answered.
    pub last_collected: Option<DateTime<Utc>>,
}

/// A statement of a group: where else the same was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// The statement.
    pub id: StatementId,
    /// Its source.
    pub source: SourceId,
    /// That source's name.
    pub source_name: String,
    /// Its address.
    pub url: Option<String>,
    /// Its title.
    pub title: String,
    /// When it was first collected.
    pub collected_at: DateTime<Utc>,
}

/// A statement whose body may be the same as another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its internal id.
    pub row: RowId,
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
}

/// One revision of a statement, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Its number, from 1.
    pub revision: u32,
    /// When it was collected.
    pub revised_at: DateTime<Utc>,
    /// Its title.
    pub title: String,
    /// SHA-256 of its content, in hex.
    pub content_sha256: String,
    /// What kind of change led to it; none for the first, and where an older program filed it.
    pub edit: Option<EditKind>,
}
