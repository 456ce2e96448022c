use std::future::Future;
use std::pin::Pin;

use chancery_model::{Fetched, Request, Validators};
use chrono::{DateTime, Utc};

use crate::FetchFault;

/// A boxed future that may move between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What a server answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A whole answer with a body.
    Fetched(Fetched),
    /// Nothing changed since the validators that were sent.
    NotModified(Unchanged),
    /// There is no such page (404 or 410), and what the server sent in its place. Answers to [`Fetcher::fetch_page`] alone.
    Missing(Fetched),
}

/// An answer that says that nothing changed (304).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unchanged {
    /// The validators to keep: those of this answer, else those that were sent.
    pub validators: Validators,
    /// The address that answered, after redirects.
    pub final_url: String,
    /// True when there were redirects and all of them were permanent (301 or 308).
    pub moved_permanently: bool,
    /// Headers in order, names in small letters.
    pub headers: Vec<(String, String)>,
}

/// Brings answers to requests: from the network, or from a folder of fixtures.
pub trait Fetcher: Send + Sync {
    /// Asks for an address that the user follows. `now` is the time that the answer is stamped with.
    fn fetch<'a>(
        &'a self,
        request: &'a Request,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, Result<Answer, FetchFault>>;

    /// Asks for a page that a feed points to: as [`Fetcher::fetch`], but robots.txt of the site is kept.
    fn fetch_page<'a>(
        &'a self,
        request: &'a Request,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, Result<Answer, FetchFault>>;

    /// Sends what follows through a proxy, `http://…`, `https://…` or `socks5://…`; none: the environment's.
    ///
    /// # Errors
    /// The address of the proxy cannot be used.
    fn set_proxy(&self, proxy: Option<&str>) -> Result<(), FetchFault> {
        let _ = proxy;
        Ok(())
    }
}
