//! What an address is, and following it.

use chancery_extract::{FeedFacts, Found, PageForm, Reading, discover, site_of};
use chancery_fetch::{Answer, FetchFault};
use chancery_model::{Basis, CountryCode, Draft, Fetched, Manners, Request, Source, SourceId, SourceKind};
use chancery_store::NewSource;
use url::Url;

use super::folder::{folder_at, folder_finding};
use super::reading::{list_off_thread, listed_by, listing_address};
use super::visit::read_off_thread;
use crate::api::types::{Change, SourceDraft};
use crate::{App, AppError};

/// What an address turned out to be.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The address to follow.
    pub url: String,
    /// Feed or page.
    pub kind: SourceKind,
    /// `RSS feed`, `Atom feed`, `JSON Feed`, `sitemap`, `listing page`, `page`, `plain text`, `PDF document` …
    pub form: String,
    /// The title that it gives itself, else its host.
    pub name: String,
    /// What was found, in a sentence.
    pub message: String,
    /// How many documents or, in a folder, files it holds now.
    pub entries: usize,
    /// The documents that it holds now; those of a folder are not read before it is followed.
    pub drafts: Vec<Draft>,
}

impl App {
    /// Says what an address is: a feed, a page that names a feed or has one where such pages have it, a page that lists
    /// documents, or a page.
    ///
    /// # Errors
    /// The address cannot be fetched, or is neither a feed nor a page.
    pub async fn check_source(&self, address: &str) -> Result<Finding, AppError> {
        if let Some(folder) = folder_at(address) {
            return folder_finding(&folder);
        }
        let url = with_scheme(address)?;
        self.use_proxy(&self.settings().await?)?;
        let fetched = self.fetch_whole(&url).await?;
        let reading = self.reading_of(&url, fetched.clone()).await?;
        match &reading.found {
            Found::Feed(feed) if listed_by(&url).is_some() => Ok(list_finding(&url, feed, &reading)),
            Found::Feed(feed) => Ok(feed_finding(&url, feed, &reading, "")),
            _ if listed_by(&url).is_some() => page_finding(&url, reading),
            _ => self.beyond(&url, fetched, reading).await,
        }
    }

    /// What a page leads to: a feed that it names, one that it does not name, the list that it is; else the page.
    async fn beyond(&self, url: &str, fetched: Fetched, reading: Reading) -> Result<Finding, AppError> {
        // A text or a file names no feed: what else its site has was not asked for.
        if reading.page().is_ok_and(|page| page.form != PageForm::Html) {
            return page_finding(url, reading);
        }
        let leads = discover(&fetched);
        for link in leads.named {
            if let Some(finding) =
                self.feed_behind(&link.url, &format!(" It is named by the page {url}.")).await
            {
                return Ok(finding);
            }
        }
        if is_document(&reading) {
            return page_finding(url, reading);
        }
        for likely in leads.likely {
            let more = format!(" The page {url} does not name it, but belongs to it.");
            if let Some(finding) = self.feed_behind(&likely, &more).await {
                return Ok(finding);
            }
        }
        let list = list_off_thread(fetched, None).await?;
        match &list.found {
            Found::Feed(feed) => Ok(list_finding(&listing_address(url, None)?, feed, &list)),
            _ => page_finding(url, reading),
        }
    }

    /// The feed behind an address, when it is one.
    async fn feed_behind(&self, url: &str, more: &str) -> Option<Finding> {
        let reading = read_off_thread(self.fetch_whole(url).await.ok()?).await.ok()?;
        let Found::Feed(feed) = &reading.found else { return None };
        Some(feed_finding(url, feed, &reading, more))
    }

    pub(super) async fn fetch_whole(&self, url: &str) -> Result<Fetched, AppError> {
        let request = Request::first(url);
        match self.fetcher().fetch(&request, self.clock().now()).await? {
            Answer::Fetched(fetched) => Ok(fetched),
            Answer::Missing(fetched) => Err(FetchFault::missing(&fetched).into()),
            Answer::NotModified(_) => Err(AppError::NothingToFile(format!(
                "{url}: the server says that it is unchanged, though it was not asked before."
            ))),
        }
    }

    /// Follows an address: looks at it first, unless it is to be followed as it stands.
    ///
    /// # Errors
    /// As [`App::check_source`]; or the address is followed already.
    pub async fn add_source(
        &self,
        draft: &SourceDraft,
        country: Option<CountryCode>,
    ) -> Result<Source, AppError> {
        let (url, kind, name) = if draft.no_check && folder_at(&draft.url).is_none() {
            let url = with_scheme(&draft.url)?;
            let name = name_by_site(&url);
            let kind = if listed_by(&url).is_some() { SourceKind::Page } else { SourceKind::Feed };
            (url, kind, name)
        } else {
            let finding = self.check_source(&draft.url).await?;
            (finding.url, finding.kind, finding.name)
        };
        let given = draft.name.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let new = NewSource { name: given.map_or(name, str::to_owned), url, kind, country };
        self.follow(new).await
    }

    /// Follows a source without looking at it.
    pub(crate) async fn follow(&self, new: NewSource) -> Result<Source, AppError> {
        let now = self.clock().now();
        let source = self.archive().write(move |writer| writer.add_source(&new, now)).await?;
        self.announce(Change::Sources);
        Ok(source)
    }

    /// Stops following a source; its statements stay.
    ///
    /// # Errors
    /// There is no such source.
    pub async fn remove_source(&self, id: &SourceId) -> Result<(), AppError> {
        let (now, id) = (self.clock().now(), id.clone());
        self.archive().write(move |writer| writer.remove_source(&id, now)).await?;
        self.announce(Change::Sources);
        Ok(())
    }

    /// How a source is asked.
    ///
    /// # Errors
    /// There is no such source.
    pub async fn manners(&self, id: &SourceId) -> Result<Manners, AppError> {
        let id = id.clone();
        Ok(self.archive().read(move |reader| reader.kept(&id)).await?.manners)
    }

    /// Changes how a source is asked, for servers that refuse programs; it is due at once.
    ///
    /// # Errors
    /// There is no such source.
    pub async fn ask_source(&self, id: &SourceId, manners: Manners) -> Result<(), AppError> {
        let id = id.clone();
        self.archive().write(move |writer| writer.set_manners(&id, &manners)).await?;
        self.announce(Change::Sources);
        Ok(())
    }

    /// Pauses a source or lets it go on.
    ///
    /// # Errors
    /// There is no such source.
    pub async fn pause_source(&self, id: &SourceId, paused: bool) -> Result<(), AppError> {
        let (now, id) = (self.clock().now(), id.clone());
        self.archive().write(move |writer| writer.pause_source(&id, paused, now)).await?;
        self.announce(Change::Sources);
        Ok(())
    }
}

fn feed_finding(url: &str, feed: &FeedFacts, reading: &Reading, more: &str) -> Finding {
    let form = feed.format.to_string();
    let entries = match reading.drafts.len() {
        0 => "without entries just now".to_owned(),
        1 => "with 1 entry".to_owned(),
        n => format!("with {n} entries"),
    };
    Finding {
        url: url.to_owned(),
        kind: SourceKind::Feed,
        name: feed.title.clone().filter(|title| !title.is_empty()).unwrap_or_else(|| name_by_site(url)),
        message: format!("This is {} {form} {entries}.{more}", article(&form)),
        form,
        entries: reading.drafts.len(),
        drafts: reading.drafts.clone(),
    }
}

fn list_finding(url: &str, feed: &FeedFacts, reading: &Reading) -> Finding {
    let documents = match reading.drafts.len() {
        1 => "1 document".to_owned(),
        n => format!("{n} documents"),
    };
    Finding {
        url: url.to_owned(),
        kind: SourceKind::Page,
        form: feed.format.to_string(),
        name: feed.title.clone().unwrap_or_else(|| name_by_site(url)),
        message: format!("This page names no feed and lists {documents}; each is read from its own page."),
        entries: reading.drafts.len(),
        drafts: reading.drafts.clone(),
    }
}

/// Whether a page is one document: it states when it was published.
fn is_document(reading: &Reading) -> bool {
    reading.page().is_ok_and(|page| page.published.is_some_and(|published| published.basis == Basis::Stated))
}

fn article(form: &str) -> &'static str {
    if form.starts_with(['A', 'R', 'i']) { "an" } else { "a" }
}

fn page_finding(url: &str, reading: Reading) -> Result<Finding, AppError> {
    let page = reading.page().map_err(|why| AppError::NothingToFile(why.to_string()))?;
    let named = page.site.clone().or_else(|| Some(page.title.clone())).filter(|name| !name.is_empty());
    let message = match page.form {
        PageForm::Html => {
            "This is a page that names no feed; its main text will be watched for changes.".to_owned()
        }
        PageForm::Text => "This is plain text; it will be watched for changes.".to_owned(),
        form => format!("This is a {form}; its text will be watched for changes."),
    };
    Ok(Finding {
        url: url.to_owned(),
        kind: SourceKind::Page,
        form: page.form.to_string(),
        name: named.unwrap_or_else(|| name_by_site(url)),
        message,
        entries: 1,
        drafts: reading.drafts,
    })
}

/// An address as typed, with `https://` where no scheme was typed.
pub(crate) fn with_scheme(address: &str) -> Result<String, AppError> {
    let typed = address.trim();
    if typed.starts_with(['/', '.', '~', '\\']) {
        return Err(AppError::Refused(format!(
            "There is no folder “{typed}” to watch; files are opened with Open files… or `chancery import`."
        )));
    }
    let whole = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    match Url::parse(&whole) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => Ok(url.into()),
        _ => Err(AppError::Refused(format!(
            "“{typed}” is no address: paste the whole address of a site, feed or page, such as https://example.org/news."
        ))),
    }
}

fn name_by_site(url: &str) -> String {
    site_of(url).unwrap_or_else(|| url.to_owned())
}
