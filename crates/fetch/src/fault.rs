use std::time::Duration;

use chancery_model::Fetched;

/// Who stands between the program and a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blocker {
    /// The site's robots.txt asks programs to stay away from the address.
    Robots,
    /// A page that wants to see a browser (challenge, captcha) was answered in place of the document.
    Challenge,
}

/// Why an address gave no answer: one sentence for the user.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchFault {
    /// The address cannot be asked: it is malformed, or of another scheme than http and https.
    #[error("“{url}” is no address that can be fetched: {reason}.")]
    BadAddress {
        /// As given.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The proxy that the user set cannot be used.
    #[error("“{address}” is no proxy that can be used: {reason}.")]
    BadProxy {
        /// As given.
        address: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The host's name is not known.
    #[error("{host} cannot be found: check the address{}.", offline_hint(*offline))]
    Dns {
        /// The host.
        host: String,
        /// Whether this machine seems to have no network at all.
        offline: bool,
    },
    /// No connection could be made.
    #[error("{host} refuses connections or cannot be reached{}.", offline_hint(*offline))]
    Connect {
        /// The host.
        host: String,
        /// Whether this machine seems to have no network at all.
        offline: bool,
    },
    /// The answer was not whole in time.
    #[error("{host} did not answer within {seconds} seconds.")]
    Timeout {
        /// The host.
        host: String,
        /// The limit that passed.
        seconds: u64,
    },
    /// The body is larger than the program takes.
    #[error("{url} is larger than {mebibytes} MiB.")]
    TooLarge {
        /// The address.
        url: String,
        /// The limit.
        mebibytes: u64,
    },
    /// Redirects lead on and on.
    #[error("{url} redirects more than {limit} times.")]
    TooManyRedirects {
        /// The address.
        url: String,
        /// The limit.
        limit: usize,
    },
    /// No secure connection could be made.
    #[error("No secure connection to {host}: {reason}.")]
    Tls {
        /// The host.
        host: String,
        /// What is wrong with its certificate or protocol.
        reason: String,
    },
    /// The server answered with an error.
    #[error("{url} answered with status {status}{}.", status_words(*status))]
    Status {
        /// The address.
        url: String,
        /// HTTP status.
        status: u16,
        /// How long the server asks to wait.
        retry_after: Option<Duration>,
    },
    /// The host asked to be left alone for a while; it was not asked.
    #[error("{host} asked to wait; it can be asked again in {} seconds.", wait.as_secs())]
    Waiting {
        /// The host.
        host: String,
        /// How long still.
        wait: Duration,
    },
    /// The server says that the address is gone for ever (410).
    #[error("{url} is gone for good: its server says so (410).")]
    Gone {
        /// The address.
        url: String,
    },
    /// Something stands between the program and the document.
    #[error("{url} is not open to programs: {}.", blocker_words(*by))]
    Blocked {
        /// The address.
        url: String,
        /// What.
        by: Blocker,
    },
    /// The answer broke off or cannot be decoded.
    #[error("The answer of {url} is broken: {reason}.")]
    Broken {
        /// The address.
        url: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl FetchFault {
    /// The fault of an answer that says that there is no such page, by its status (404, 410) or in words.
    pub fn missing(fetched: &Fetched) -> Self {
        let url = fetched.final_url.clone();
        match fetched.status {
            410 => FetchFault::Gone { url },
            _ => FetchFault::Status { url, status: 404, retry_after: None },
        }
    }

    /// How long the server asks to wait before the next request, where it says so.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            FetchFault::Status { retry_after, .. } => *retry_after,
            FetchFault::Waiting { wait, .. } => Some(*wait),
            _ => None,
        }
    }

    /// Whether this machine seems to be offline, rather than the site to fail.
    pub fn is_offline(&self) -> bool {
        matches!(self, FetchFault::Dns { offline: true, .. } | FetchFault::Connect { offline: true, .. })
    }
}

fn offline_hint(offline: bool) -> &'static str {
    if offline { "; this machine seems to be offline" } else { "" }
}

fn status_words(status: u16) -> &'static str {
    match status {
        401 | 403 => " (not allowed)",
        404 => " (not found)",
        429 => " (too many requests)",
        500..=599 => " (the server fails)",
        _ => "",
    }
}

fn blocker_words(by: Blocker) -> &'static str {
    match by {
        Blocker::Robots => "its robots.txt asks them to stay away",
        Blocker::Challenge => "it wants to see a browser first",
    }
}
