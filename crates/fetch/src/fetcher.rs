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
    NotModified {
        /// The validators to keep: those of this answer, else those that were sent.
        validators: Validators,
    },
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
}
