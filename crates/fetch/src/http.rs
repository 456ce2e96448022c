use std::time::Duration;

use chancery_model::Request;
use chrono::{DateTime, Utc};

use crate::{Answer, BoxFuture, FetchFault, Fetcher};

/// The limits of one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the body after decompression.
    pub body: usize,
    /// Time for the whole exchange, redirects included.
    pub whole: Duration,
    /// Time to make a connection.
    pub connect: Duration,
    /// Redirects that are followed.
    pub redirects: usize,
    /// Pause between two requests to one host; none for loopback.
    pub gap: Duration,
}

impl Default for Limits {
    /// 20 MiB, 30 seconds, 10 seconds, 10 redirects, one second.
    fn default() -> Self {
        Self {
            body: 20 << 20,
            whole: Duration::from_secs(30),
            connect: Duration::from_secs(10),
            redirects: 10,
            gap: Duration::from_secs(1),
        }
    }
}

/// Fetches over HTTP: conditional, one request at a time to a host, within limits.
pub struct HttpFetcher {
    limits: Limits,
}

impl HttpFetcher {
    /// Makes a fetcher with the default limits.
    ///
    /// # Errors
    /// The TLS or proxy set-up of this machine cannot be used.
    pub fn new() -> Result<Self, FetchFault> {
        Self::with_limits(Limits::default())
    }

    /// Makes a fetcher with its own limits.
    ///
    /// # Errors
    /// The TLS or proxy set-up of this machine cannot be used.
    pub fn with_limits(limits: Limits) -> Result<Self, FetchFault> {
        Ok(Self { limits })
    }
}

impl Fetcher for HttpFetcher {
    fn fetch<'a>(
        &'a self,
        request: &'a Request,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, Result<Answer, FetchFault>> {
        let _ = (now, &self.limits);
        Box::pin(
            async move { Err(FetchFault::BadAddress { url: request.url.clone(), reason: "not yet".into() }) },
        )
    }

    fn fetch_page<'a>(
        &'a self,
        request: &'a Request,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, Result<Answer, FetchFault>> {
        self.fetch(request, now)
    }
}
