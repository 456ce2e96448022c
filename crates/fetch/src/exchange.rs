//! One request and its answer, without redirects.

use reqwest::header::{
    ACCEPT, ACCEPT_ENCODING, CONNECTION, CONTENT_LENGTH, HOST, HeaderMap, HeaderName, HeaderValue,
    IF_MODIFIED_SINCE, IF_NONE_MATCH, TRANSFER_ENCODING, USER_AGENT,
};
use url::Url;

use crate::{FetchFault, Limits, classify};
use chancery_model::Request;

/// What kind of document is hoped for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// A feed, else a page.
    Feed,
    /// A page.
    Page,
}

impl Wanted {
    fn accept(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Wanted::Feed => {
                "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, \
                 application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.7, */*;q=0.5"
            }
            Wanted::Page => "text/html, application/xhtml+xml, */*;q=0.5",
        })
    }
}

/// The whole answer of one server.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) bytes: Vec<u8>,
}

impl Reply {
    /// Returns the first header of this name (small letters).
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        header(&self.headers, name)
    }
}

/// Returns the first of some headers that has this name (small letters).
pub(crate) fn header<'h>(headers: &'h [(String, String)], name: &str) -> Option<&'h str> {
    headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
}

/// Asks an address and reads the whole answer, within the limit of size.
pub(crate) async fn ask(
    client: &reqwest::Client,
    url: &Url,
    request: &Request,
    wanted: Wanted,
    limits: &Limits,
) -> Result<Reply, FetchFault> {
    let fault = |error: reqwest::Error| classify::fault(&error, url, limits.whole.as_secs());
    let sent = client.get(url.clone()).headers(headers(request, wanted));
    let mut response = sent.send().await.map_err(fault)?;
    let too_large = || FetchFault::TooLarge { url: url.to_string(), mebibytes: (limits.body >> 20) as u64 };
    if response.content_length().is_some_and(|length| length > limits.body as u64) {
        return Err(too_large());
    }
    let status = response.status().as_u16();
    let headers = received(response.headers());
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(fault)? {
        if bytes.len() + chunk.len() > limits.body {
            return Err(too_large());
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(Reply { status, headers, bytes })
}

fn headers(request: &Request, wanted: Wanted) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, wanted.accept());
    let mut put = |name: HeaderName, value: &Option<String>| {
        let value = value.as_deref().and_then(|value| HeaderValue::from_bytes(value.as_bytes()).ok());
        if let Some(value) = value {
            headers.insert(name, value);
        }
    };
    put(IF_NONE_MATCH, &request.validators.etag);
    put(IF_MODIFIED_SINCE, &request.validators.last_modified);
    put(USER_AGENT, &request.manners.user_agent);
    headers.extend(request.manners.headers.iter().filter_map(own_header));
    headers
}

/// A header of the user's; one that HTTP cannot carry, or that the exchange itself needs, is left out.
fn own_header((name, value): &(String, String)) -> Option<(HeaderName, HeaderValue)> {
    let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
    let free = ![HOST, CONTENT_LENGTH, TRANSFER_ENCODING, CONNECTION, ACCEPT_ENCODING].contains(&name);
    Some((name, HeaderValue::from_str(value).ok()?)).filter(|_| free)
}

fn received(headers: &HeaderMap) -> Vec<(String, String)> {
    let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    headers.iter().map(|(name, value)| (name.as_str().to_owned(), text(value))).collect()
}
