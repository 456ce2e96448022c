//! Pages that the user opened in a window and keeps, since their site refuses programs.

use std::sync::Arc;

use chancery_extract::site_of;
use chancery_fetch::wants_a_browser;
use chancery_model::{Draft, Received, ReceivedAs, Source, SourceId};
use chrono::{DateTime, Utc};

use super::import::{LARGEST, in_time};
use super::visit::sha256_of;
use crate::api::types::{Change, KeptPage};
use crate::pipeline::Outcome;
use crate::{App, AppError};

/// The name of the source of kept pages that belong to no other.
pub const KEPT: &str = "Kept pages";

/// Begins the bytes of a kept page: its markup is UTF-8, whatever encoding its own declaration still names.
const MARK: &str = "\u{feff}";

/// A page as its window has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageRead {
    /// The address that the user had opened.
    pub asked: String,
    /// The source from which it was opened.
    pub source: Option<SourceId>,
    /// Whether the page is what `asked` led to, rather than one that the user went on to.
    pub as_asked: bool,
    /// The page's own address.
    pub url: String,
    /// HTTP status; 0 when the window does not know it.
    pub status: u16,
    /// The whole markup of the document as it stands, the scripts having run.
    pub markup: String,
}

impl PageRead {
    /// The largest page that is kept, in bytes of its markup.
    pub const LARGEST: u64 = LARGEST;
}

impl App {
    /// Files a page that the user keeps. One of a statement that the archive holds at that address is its revision, and
    /// goes to its source; else it goes to the source from which the page was opened, when it is of that site.
    ///
    /// # Errors
    /// The page is none to be kept (an error, a guard, no text, too large), or the archive fails.
    pub async fn keep_page(&self, page: PageRead) -> Result<KeptPage, AppError> {
        let now = self.clock().now();
        refuse_what_is_no_statement(&page)?;
        let received = Arc::new(received_page(&page, now));
        let draft = read_page(&page, received.clone()).await?;
        let (source, draft) = self.placed(&page, draft).await?;
        let tally = self.file_handed_over(&source, vec![(draft, Some(received))], now, || true).await?;
        self.announce_filed(&tally);
        let kept = tally.outcomes.first().and_then(kept);
        let kept = kept.ok_or_else(|| {
            AppError::Refused("The archive was too busy to file the page: keep it again.".to_owned())
        })?;
        self.announce(Change::Open { id: kept.id.clone() });
        Ok(kept)
    }

    /// The source that a page belongs to, and the page as a document of it.
    async fn placed(&self, page: &PageRead, draft: Draft) -> Result<(Source, Draft), AppError> {
        let sources = self.archive().read(|reader| reader.sources()).await?;
        let followed = |id: &SourceId| sources.iter().find(|source| source.id == *id).cloned();
        if let Some((id, held)) = self.held_at(page, &draft).await?
            && let Some(source) = followed(&id)
        {
            return Ok((source, revised(held, draft)));
        }
        let opener = page.source.as_ref().and_then(followed);
        let source = match opener.filter(|source| page.as_asked || is_of_one_site(&source.url, &page.url)) {
            Some(source) => source,
            None => self.import_source(KEPT).await?,
        };
        Ok((source, draft))
    }

    /// The statement that the archive holds at a page's address, and its source.
    async fn held_at(&self, page: &PageRead, draft: &Draft) -> Result<Option<(SourceId, Draft)>, AppError> {
        let asked = page.as_asked.then(|| page.asked.clone());
        let plain = chancery_compare::canonical_url(&page.url);
        let known_as = [Some(page.url.clone()), Some(plain), draft.url.clone(), asked];
        self.archive()
            .read(move |reader| {
                for address in known_as.into_iter().flatten() {
                    let Some(id) = reader.statement_by_url(&address)? else { continue };
                    let held = reader.statement(&id, None)?;
                    return Ok(held.map(|statement| (statement.source, statement.draft)));
                }
                Ok(None)
            })
            .await
    }
}

/// Why a page that was open in a window is not kept: one sentence for the user.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotKept {
    /// The webview shows a page of its own, since the address did not answer.
    #[error("{0} was not loaded: open it again later.")]
    NotLoaded(String),
    /// It is being loaded.
    #[error("{0} is still being loaded: keep it when it stands.")]
    Loading(String),
    /// It stands on no address of the web.
    #[error("{0} is no address of the web: nothing is kept.")]
    NotOfTheWeb(String),
    /// A file that the webview can show, and that has no markup.
    #[error("{0} is a file, not a page: save it with your browser, and open it with “Open files…”.")]
    File(String),
    /// Its markup is longer than is taken.
    #[error("The page {0} is larger than {mebibytes} MiB, so it is not kept.", mebibytes = LARGEST >> 20)]
    TooLarge(String),
    /// Its server answered with an error.
    #[error("{url} answered {status}, and what stands there says only that: nothing is kept.")]
    Answered {
        /// The page.
        url: String,
        /// HTTP status.
        status: u16,
    },
    /// A guard stands in its place.
    #[error("The page {0} still asks whether you are a person: answer it, then keep what it shows.")]
    Guarded(String),
    /// Nothing in it can be read as a statement.
    #[error("The page {0} gave no text: when its text stands in the window, keep it again.")]
    NoText(String),
}

impl NotKept {
    /// The reason in a word, by which a window has its own sentence.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::NotLoaded(_) => "page_not_loaded",
            Self::Loading(_) => "page_loading",
            Self::NotOfTheWeb(_) => "page_not_of_the_web",
            Self::File(_) => "page_file",
            Self::TooLarge(_) => "page_too_large",
            Self::Answered { .. } => "page_answered",
            Self::Guarded(_) => "page_guarded",
            Self::NoText(_) => "page_no_text",
        }
    }
}

fn refuse_what_is_no_statement(page: &PageRead) -> Result<(), NotKept> {
    let PageRead { url, status, markup, .. } = page;
    if !url.starts_with("http://") && !url.starts_with("https://") {
        Err(NotKept::NotOfTheWeb(url.clone()))
    } else if markup.len() as u64 > LARGEST {
        Err(NotKept::TooLarge(url.clone()))
    } else if *status >= 400 {
        Err(NotKept::Answered { url: url.clone(), status: *status })
    } else if wants_a_browser(markup.as_bytes()) {
        Err(NotKept::Guarded(url.clone()))
    } else {
        Ok(())
    }
}

fn received_page(page: &PageRead, now: DateTime<Utc>) -> Received {
    let bytes = format!("{MARK}{}", page.markup).into_bytes();
    Received {
        how: ReceivedAs::Captured,
        redirects: Vec::new(),
        via: None,
        url: if page.as_asked { page.asked.clone() } else { page.url.clone() },
        final_url: page.url.clone(),
        status: page.status,
        headers: Vec::new(),
        sha256: sha256_of(&bytes),
        bytes: bytes.into(),
        at: now,
    }
}

/// Reads the statement of a page on the blocking pool.
async fn read_page(page: &PageRead, received: Arc<Received>) -> Result<Draft, AppError> {
    let url = page.url.clone();
    let no_text = NotKept::NoText(url.clone());
    // In quotes its ending names no kind of file: what a window shows is a page.
    let name = format!("“{url}”");
    let named = name.clone();
    let read = move || Ok(chancery_extract::read_file(&named, &received.bytes, Some(&url)));
    let with_text =
        in_time(&name, read).await?.drafts.into_iter().find(|draft| !draft.text.trim().is_empty());
    with_text.ok_or(AppError::NotKept(no_text))
}

/// A kept page as the next revision of a statement: what its feed said of it stays.
fn revised(held: Draft, page: Draft) -> Draft {
    let of_feed = held.guid.is_some();
    Draft {
        guid: held.guid,
        url: held.url.or(page.url),
        title: if of_feed && !held.title.is_empty() { held.title } else { page.title },
        published: if of_feed { held.published.or(page.published) } else { page.published },
        updated: if of_feed { held.updated } else { page.updated },
        authors: if page.authors.is_empty() { held.authors } else { page.authors },
        categories: if page.categories.is_empty() { held.categories } else { page.categories },
        ..page
    }
}

fn is_of_one_site(one: &str, other: &str) -> bool {
    site_of(one).is_some_and(|site| site_of(other).as_ref() == Some(&site))
}

fn kept(outcome: &Outcome) -> Option<KeptPage> {
    let id = outcome.statement()?.clone();
    Some(KeptPage { id, outcome: outcome.word().to_owned(), title: outcome.title.clone() })
}
