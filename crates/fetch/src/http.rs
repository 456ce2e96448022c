use std::sync::{Mutex, PoisonError, RwLock};
use std::time::Duration;

use chancery_model::{Fetched, Redirect, Request, Validators};
use chrono::{DateTime, Utc};
use tokio::time::{Instant, timeout};
use url::Url;

use crate::exchange::{self, Reply, Wanted};
use crate::pace::{Pace, Turn};
use crate::robots::{Rules, Sites};
use crate::{Answer, Blocker, BoxFuture, FetchFault, Fetcher, Unchanged, challenge, retry};

/// What the program calls itself to servers.
const USER_AGENT: &str =
    concat!("Chancery/", env!("CARGO_PKG_VERSION"), " (desktop reader of official statements)");

/// The limits of one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the body after decompression.
    pub body: usize,
    /// Time for the whole exchange, redirects included, waiting for the host's turn not.
    pub whole: Duration,
    /// Time to make a connection.
    pub connect: Duration,
    /// Redirects that are followed.
    pub redirects: usize,
    /// Pause between two requests to one host.
    pub gap: Duration,
    /// The same for hosts on this machine.
    pub loopback_gap: Duration,
}

impl Default for Limits {
    /// 20 MiB, 30 seconds, 10 seconds, 10 redirects, one second, no pause on this machine.
    fn default() -> Self {
        Self {
            body: 20 << 20,
            whole: Duration::from_secs(30),
            connect: Duration::from_secs(10),
            redirects: 10,
            gap: Duration::from_secs(1),
            loopback_gap: Duration::ZERO,
        }
    }
}

/// Fetches over HTTP: conditional, one request at a time to a host, within limits.
pub struct HttpFetcher {
    client: RwLock<reqwest::Client>,
    proxy: Mutex<Option<String>>,
    limits: Limits,
    pace: Pace,
    sites: Sites,
}

/// An address on its way through redirects.
struct Journey {
    at: Url,
    redirects: Vec<Redirect>,
    permanent: bool,
    /// Time that is left.
    left: Duration,
}

impl HttpFetcher {
    /// Makes a fetcher with the default limits. Proxies are taken from the environment.
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
        let client = RwLock::new(client(&limits, None)?);
        Ok(Self { client, proxy: Mutex::default(), limits, pace: Pace::default(), sites: Sites::default() })
    }

    fn client(&self) -> reqwest::Client {
        // A client is only put there whole: a poisoned lock is as good.
        self.client.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    async fn answer(
        &self,
        request: &Request,
        wanted: Wanted,
        now: DateTime<Utc>,
    ) -> Result<Answer, FetchFault> {
        let start = address(&request.url)?;
        let mut journey =
            Journey { at: start, redirects: Vec::new(), permanent: true, left: self.limits.whole };
        loop {
            let (reply, turn) = self.hop(&mut journey, request, wanted, now).await?;
            match redirect(&reply, &journey.at)? {
                Some(next) => self.follow(&mut journey, next, &reply, request)?,
                None => return settle(reply, turn, journey, request, wanted, now),
            }
        }
    }

    async fn hop(
        &self,
        journey: &mut Journey,
        request: &Request,
        wanted: Wanted,
        now: DateTime<Utc>,
    ) -> Result<(Reply, Turn), FetchFault> {
        let turn = self.pace.turn(&journey.at, now, &self.limits).await?;
        let (begun, client) = (Instant::now(), self.client());
        let asked = exchange::ask(&client, &journey.at, request, wanted, &self.limits);
        let reply = timeout(journey.left, asked).await.unwrap_or_else(|_| Err(self.too_late(&journey.at)))?;
        journey.left = journey.left.saturating_sub(begun.elapsed());
        Ok((reply, turn))
    }

    fn too_late(&self, url: &Url) -> FetchFault {
        let host = url.host_str().unwrap_or("").to_owned();
        FetchFault::Timeout { host, seconds: self.limits.whole.as_secs() }
    }

    fn follow(
        &self,
        journey: &mut Journey,
        next: Url,
        reply: &Reply,
        request: &Request,
    ) -> Result<(), FetchFault> {
        journey.redirects.push(Redirect { status: reply.status, to: next.to_string() });
        journey.permanent &= matches!(reply.status, 301 | 308);
        journey.at = next;
        if journey.redirects.len() > self.limits.redirects {
            return Err(FetchFault::TooManyRedirects {
                url: request.url.clone(),
                limit: self.limits.redirects,
            });
        }
        Ok(())
    }

    /// Returns the rules of the site, asking for its robots.txt where they are not known.
    async fn rules(&self, url: &Url, request: &Request, now: DateTime<Utc>) -> Rules {
        if let Some(rules) = self.sites.get(url, now) {
            return rules;
        }
        let Ok(robots) = url.join("/robots.txt") else { return Rules::Open };
        let own = Request { manners: request.manners.clone(), ..Request::first(robots.as_str()) };
        let rules = match self.answer(&own, Wanted::Page, now).await {
            Ok(Answer::Fetched(fetched)) => Rules::of(fetched.status, &fetched.bytes),
            Ok(Answer::Missing(fetched)) => Rules::of(fetched.status, &[]),
            Err(FetchFault::Status { status, .. }) => Rules::of(status, &[]),
            // The page itself will meet the same fault and name it.
            _ => return Rules::Open,
        };
        self.sites.put(url, now, rules.clone());
        rules
    }
}

impl Fetcher for HttpFetcher {
    fn fetch<'a>(
        &'a self,
        request: &'a Request,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, Result<Answer, FetchFault>> {
        Box::pin(self.answer(request, Wanted::Feed, now))
    }

    fn fetch_page<'a>(
        &'a self,
        request: &'a Request,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, Result<Answer, FetchFault>> {
        Box::pin(async move {
            let url = address(&request.url)?;
            if !self.rules(&url, request, now).await.allow(&url) {
                return Err(FetchFault::Blocked { url: request.url.clone(), by: Blocker::Robots });
            }
            self.answer(request, Wanted::Page, now).await
        })
    }

    fn set_proxy(&self, proxy: Option<&str>) -> Result<(), FetchFault> {
        let mut held = self.proxy.lock().unwrap_or_else(PoisonError::into_inner);
        if held.as_deref() == proxy {
            return Ok(());
        }
        let client = client(&self.limits, proxy)?;
        *held = proxy.map(str::to_owned);
        *self.client.write().unwrap_or_else(PoisonError::into_inner) = client;
        Ok(())
    }
}

/// Makes the client; without a proxy of its own it takes that of the environment (`HTTPS_PROXY`, `ALL_PROXY` …).
fn client(limits: &Limits, proxy: Option<&str>) -> Result<reqwest::Client, FetchFault> {
    let mut builder = reqwest::Client::builder()
        .user_agent(USER_AGENT)
        .connect_timeout(limits.connect)
        .redirect(reqwest::redirect::Policy::none());
    if let Some(address) = proxy {
        builder = builder.proxy(proxy_at(address)?);
    }
    builder
        .build()
        .map_err(|error| FetchFault::Tls { host: "any host".to_owned(), reason: error.to_string() })
}

/// A proxy for every address but those on this machine.
fn proxy_at(address: &str) -> Result<reqwest::Proxy, FetchFault> {
    let bad = |reason: String| FetchFault::BadProxy { address: address.to_owned(), reason };
    let url = Url::parse(address).map_err(|error| bad(error.to_string()))?;
    if !matches!(url.scheme(), "http" | "https" | "socks4" | "socks4a" | "socks5" | "socks5h") {
        return Err(bad("it must begin with http://, https:// or socks5://".to_owned()));
    }
    let proxy = reqwest::Proxy::all(url).map_err(|error| bad(error.to_string()))?;
    Ok(proxy.no_proxy(reqwest::NoProxy::from_string("localhost,127.0.0.0/8,::1")))
}

/// Reads an address that can be fetched.
fn address(text: &str) -> Result<Url, FetchFault> {
    let bad = |reason: String| FetchFault::BadAddress { url: text.to_owned(), reason };
    let url = Url::parse(text.trim()).map_err(|error| bad(error.to_string()))?;
    match url.scheme() {
        "http" | "https" if url.has_host() => Ok(url),
        "http" | "https" => Err(bad("it names no host".to_owned())),
        scheme => Err(bad(format!("{scheme} is neither http nor https"))),
    }
}

/// Returns where a reply leads on.
fn redirect(reply: &Reply, at: &Url) -> Result<Option<Url>, FetchFault> {
    if !matches!(reply.status, 301 | 302 | 303 | 307 | 308) {
        return Ok(None);
    }
    let Some(location) = reply.header("location") else { return Ok(None) };
    let next = at
        .join(location)
        .map_err(|error| FetchFault::BadAddress { url: location.to_owned(), reason: error.to_string() })?;
    address(next.as_str()).map(Some)
}

/// Turns the last reply into an answer or a fault, and keeps the host's wish to be left alone.
fn settle(
    reply: Reply,
    mut turn: Turn,
    journey: Journey,
    request: &Request,
    wanted: Wanted,
    now: DateTime<Utc>,
) -> Result<Answer, FetchFault> {
    let url = journey.at.to_string();
    if challenge::is_challenge(reply.status, &reply.headers, &reply.bytes) {
        if reply.status == 429 {
            turn.close(now, retry::asked(reply.header("retry-after"), now));
        }
        return Err(FetchFault::Blocked { url, by: Blocker::Challenge });
    }
    match reply.status {
        200..=299 => Ok(Answer::Fetched(fetched(reply, journey, request, now))),
        304 if request.validators == Validators::default() => Err(unasked(url)),
        304 => Ok(Answer::NotModified(unchanged(reply, journey, request))),
        404 | 410 if wanted == Wanted::Page => Ok(Answer::Missing(fetched(reply, journey, request, now))),
        410 => Err(FetchFault::Gone { url }),
        status => {
            let busy = matches!(status, 429 | 503);
            let retry_after = busy.then(|| retry::asked(reply.header("retry-after"), now));
            if let Some(wait) = retry_after {
                turn.close(now, wait);
            }
            Err(FetchFault::Status { url, status, retry_after })
        }
    }
}

fn fetched(reply: Reply, journey: Journey, request: &Request, now: DateTime<Utc>) -> Fetched {
    Fetched {
        url: request.url.clone(),
        final_url: journey.at.to_string(),
        moved_permanently: !journey.redirects.is_empty() && journey.permanent,
        redirects: journey.redirects,
        status: reply.status,
        headers: reply.headers,
        bytes: reply.bytes,
        at: now,
    }
}

/// A 304 to a request that sent nothing to compare with.
fn unasked(url: String) -> FetchFault {
    let reason = "its server says that it is unchanged (304), though it was not asked whether it is";
    FetchFault::Broken { url, reason: reason.to_owned() }
}

fn unchanged(reply: Reply, journey: Journey, request: &Request) -> Unchanged {
    Unchanged {
        validators: kept(&reply, &request.validators),
        final_url: journey.at.to_string(),
        moved_permanently: !journey.redirects.is_empty() && journey.permanent,
        headers: reply.headers,
    }
}

/// Validators of a 304: new ones replace old ones, each for itself.
fn kept(reply: &Reply, sent: &Validators) -> Validators {
    let own = |name: &str| reply.header(name).map(str::to_owned);
    Validators {
        etag: own("etag").or_else(|| sent.etag.clone()),
        last_modified: own("last-modified").or_else(|| sent.last_modified.clone()),
    }
}
