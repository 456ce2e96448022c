use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{CountryCode, SourceId};

/// What is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum SourceKind {
    /// RSS, Atom or JSON Feed.
    Feed,
    /// One page whose text is watched.
    Page,
    /// A folder of this machine; files that appear or change in it are filed.
    Folder,
    /// Files that the user imported.
    Import,
}

/// How a source does, in one word; the reason stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum SourceState {
    /// Not fetched yet.
    New,
    /// The last fetch gave a feed or page.
    Working,
    /// It answers, but holds no entries.
    Empty,
    /// The last fetch failed; `reason` says why.
    Failing,
    /// It answers, but nothing new has come for longer than usual.
    Silent,
    /// It says that it is gone (410); it is not asked any more.
    Gone,
    /// The user paused it.
    Paused,
}

/// What kind of trouble makes a source fail, in one word; the reason says it in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Trouble {
    /// Its server cannot be reached, or does not answer in time.
    Unreachable,
    /// Its server answers with an error.
    Refused,
    /// A page that wants to see a browser stands in its place.
    Blocked,
    /// A page is answered where the feed was.
    Page,
    /// It answers, but what it answers cannot be read.
    Unreadable,
    /// It says that it is gone (410).
    Gone,
}

/// A source as the archive knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// Its name.
    pub name: String,
    /// The address that is fetched; for folders a `file:` and for imports an `import:` address.
    pub url: String,
    /// Feed, page, folder or import.
    pub kind: SourceKind,
    /// The country or body that publishes it, where known.
    pub country: Option<CountryCode>,
    /// How it does.
    pub state: SourceState,
    /// The state in a sentence: why.
    pub reason: Option<String>,
    /// What kind of trouble it has, while it fails.
    pub trouble: Option<Trouble>,
    /// Since when it fails without a break.
    pub failing_since: Option<DateTime<Utc>>,
    /// The address of a feed that was found where this one had been; the user may follow it in its place.
    pub offer: Option<String>,
    /// When it last answered well.
    pub last_success: Option<DateTime<Utc>>,
    /// When it last brought a statement that was new.
    pub last_new: Option<DateTime<Utc>>,
    /// When it will be asked next.
    pub next_try: Option<DateTime<Utc>>,
    /// How many statements it has brought.
    pub statements: u64,
}

/// What a conditional request sends back to a server, byte for byte as it came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Validators {
    /// `ETag`.
    pub etag: Option<String>,
    /// `Last-Modified`.
    pub last_modified: Option<String>,
}

/// How a source is asked, where the program's own way does not do.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Manners {
    /// A User-Agent in place of the program's own.
    pub user_agent: Option<String>,
    /// Further headers, name and value.
    pub headers: Vec<(String, String)>,
}

/// When a publisher wants its feed to be asked for, as the feed says.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Wishes {
    /// Minutes between two visits (`ttl`, `sy:updatePeriod`).
    pub minutes: Option<u32>,
    /// Hours of the day, GMT, 0 to 23, at which nobody should ask (`skipHours`).
    pub skip_hours: Vec<u8>,
    /// Days of the week, GMT, at which nobody should ask (`skipDays`); 0 is Monday.
    pub skip_days: Vec<u8>,
}

/// One request to a server.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Request {
    /// The address.
    pub url: String,
    /// What was kept of the last answer.
    pub validators: Validators,
    /// How the source is asked.
    pub manners: Manners,
}

impl Request {
    /// Asks an address for the first time, in the program's own way.
    pub fn first(url: &str) -> Self {
        Self { url: url.to_owned(), ..Self::default() }
    }
}

/// One step from the address that was asked to the one that answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Redirect {
    /// HTTP status: 301, 302, 303, 307 or 308.
    pub status: u16,
    /// The whole address that it led to.
    pub to: String,
}

/// A whole answer with a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched {
    /// The address that was asked.
    pub url: String,
    /// The address that answered, after redirects.
    pub final_url: String,
    /// The redirects on the way, in order.
    pub redirects: Vec<Redirect>,
    /// True when every redirect on the way was permanent (301 or 308).
    pub moved_permanently: bool,
    /// HTTP status.
    pub status: u16,
    /// Headers in order, names in small letters, values as received (not UTF-8 is replaced).
    pub headers: Vec<(String, String)>,
    /// The body, content encoding undone.
    pub bytes: Vec<u8>,
    /// When the answer was whole.
    pub at: DateTime<Utc>,
}

impl Fetched {
    /// Returns the first header of this name (small letters).
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// The validators to keep for the next request.
    pub fn validators(&self) -> Validators {
        Validators {
            etag: self.header("etag").map(str::to_owned),
            last_modified: self.header("last-modified").map(str::to_owned),
        }
    }
}
