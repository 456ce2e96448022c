//! Pages that want to see a browser, answered in place of the document.

use crate::exchange::header;

/// Words of such pages, in small letters, that no other page has.
const CERTAIN: &[&str] = &[
    "<title>just a moment",
    "cf-chl-",
    "<title>attention required! | cloudflare",
    "<title>ddos-guard",
    "please enable js and disable any ad blocker",
];

/// Words that the pages behind such a guard carry too: they tell a refusal, or a page that holds little else.
const SUSPECT: &[&str] = &[
    "/cdn-cgi/challenge-platform",
    "_incapsula_resource",
    "ddos-guard",
    "captcha-delivery.com",
    "servicepipe.ru",
];

/// The size in bytes up to which a page with a suspect word holds little else.
const LITTLE: usize = 6_000;

/// Returns whether an answer is a challenge: by its headers, or by the beginning of its body.
pub(crate) fn is_challenge(status: u16, headers: &[(String, String)], body: &[u8]) -> bool {
    if header(headers, "cf-mitigated") == Some("challenge") || header(headers, "x-amzn-waf-action").is_some()
    {
        return true;
    }
    let html = header(headers, "content-type").is_none_or(|kind| kind.to_ascii_lowercase().contains("html"));
    let refused = matches!(status, 401 | 403 | 405 | 429 | 503);
    let head = beginning(body);
    let (certain, suspect) = (has(&head, CERTAIN), has(&head, SUSPECT));
    let page = html && looks_like_html(&head);
    refused && (certain || suspect) || page && (certain || suspect && body.len() < LITTLE)
}

/// Returns whether a page asks for a script or a browser and says nothing else: a guard that the program does not
/// know by name. `body` is the page as received.
pub fn wants_a_browser(body: &[u8]) -> bool {
    const ASKS: &[&str] =
        &["enable javascript", "captcha", "checking your browser", "are not a robot", "are human"];
    let head = beginning(body);
    body.len() < LITTLE && looks_like_html(&head) && has(&head, ASKS)
}

fn beginning(body: &[u8]) -> String {
    String::from_utf8_lossy(&body[..body.len().min(32_768)]).to_lowercase()
}

fn looks_like_html(head: &str) -> bool {
    let head = head.trim_start_matches('\u{feff}').trim_start();
    head.starts_with("<!doctype html") || head.starts_with("<html") || head.starts_with("<head")
}

fn has(head: &str, words: &[&str]) -> bool {
    words.iter().any(|word| head.contains(word))
}

#[cfg(test)]
mod tests {
    use super::{is_challenge, wants_a_browser};

    #[test]
    fn tells_a_challenge_from_a_refusal() {
        let page = b"<html><head><title>Just a moment...</title>";
        assert!(is_challenge(403, &[], page));
        assert!(is_challenge(200, &[], page), "some guards answer 200");
        assert!(!is_challenge(403, &[], b"<h1>Forbidden</h1>"));
        assert!(is_challenge(200, &[("cf-mitigated".into(), "challenge".into())], b""));
    }

    #[test]
    fn a_page_that_a_guard_let_through_is_no_challenge() {
        let script = "<html><script src=\"/cdn-cgi/challenge-platform/scripts/a.js\"></script>";
        assert!(is_challenge(200, &[], script.as_bytes()));
        let page = format!("{script}<p>{}</p>", "The ministry has taken note of the report. ".repeat(300));
        assert!(!is_challenge(200, &[], page.as_bytes()));
        let feed = b"<?xml version=\"1.0\"?><rss><title>On DDoS-Guard and servicepipe.ru</title></rss>";
        assert!(!is_challenge(200, &[], feed));
    }

    #[test]
    fn a_page_that_only_asks_for_a_browser_is_known_by_its_size() {
        assert!(wants_a_browser(b"<!DOCTYPE html><p>Please enable JavaScript to continue.</p>"));
        assert!(!wants_a_browser(b"<!DOCTYPE html><p>We are back soon.</p>"));
        let long = format!("<html>{}<noscript>enable JavaScript</noscript>", "<p>News.</p>".repeat(900));
        assert!(!wants_a_browser(long.as_bytes()));
    }
}
