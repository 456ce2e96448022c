use chancery_model::{Draft, Identity};
use url::Url;

/// Parameters that count visitors and do not name a document.
const COUNTERS: &[&str] = &[
    "_ga",
    "at_campaign",
    "at_medium",
    "_gl",
    "dclid",
    "fbclid",
    "gclid",
    "igshid",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "msclkid",
    "twclid",
    "yclid",
    "ysclid",
    "xtor",
];
/// Beginnings of such parameters.
const COUNTER_FAMILIES: &[&str] = &["utm_", "pk_", "mtm_"];

/// Says how a document is recognised when it comes again: by its guid, else its canonical address, else its content.
pub fn identity(draft: &Draft, content_sha256: &str) -> Identity {
    let guid = draft.guid.as_deref().filter(|guid| !guid.trim().is_empty());
    let url = draft.url.as_deref().filter(|url| !url.trim().is_empty());
    match (guid, url) {
        (Some(guid), _) => Identity::Guid(guid.to_owned()),
        (None, Some(url)) => Identity::Url(canonical_url(url)),
        (None, None) => Identity::Content(content_sha256.to_owned()),
    }
}

/// Returns an address without what does not name the document: parameters that count visitors, and the fragment unless
/// it is a path of its own (`#/news/7`, `#!news/7`). What is no address is returned as it came, trimmed.
pub fn canonical_url(url: &str) -> String {
    let Ok(mut address) = Url::parse(url.trim()) else { return url.trim().to_owned() };
    if address.fragment().is_some_and(|fragment| !fragment.starts_with(['/', '!'])) {
        address.set_fragment(None);
    }
    let query = address.query().map(without_counters);
    address.set_query(query.as_deref().filter(|query| !query.is_empty()));
    address.into()
}

/// Leaves out counters; the other parameters stay byte for byte and in order.
fn without_counters(query: &str) -> String {
    query.split('&').filter(|pair| !pair.is_empty() && !is_counter(pair)).collect::<Vec<_>>().join("&")
}

fn is_counter(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or(pair).to_ascii_lowercase();
    COUNTERS.contains(&name.as_str()) || COUNTER_FAMILIES.iter().any(|family| name.starts_with(family))
}
