//! Pages that want to see a browser, answered in place of the document.

/// Words of such pages, in small letters.
const WORDS: &[&str] = &[
    "<title>just a moment",
    "cf-chl-",
    "/cdn-cgi/challenge-platform",
    "_incapsula_resource",
    "ddos-guard",
    "<title>attention required! | cloudflare",
    "please enable js and disable any ad blocker",
    "captcha-delivery.com",
    "servicepipe.ru",
];

/// Returns whether an answer is a challenge: by its headers, or for an error by the beginning of its body.
pub(crate) fn is_challenge(status: u16, headers: &[(String, String)], body: &[u8]) -> bool {
    let header = |name: &str| headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str());
    if header("cf-mitigated") == Some("challenge") || header("x-amzn-waf-action").is_some() {
        return true;
    }
    let refused = matches!(status, 401 | 403 | 405 | 429 | 503);
    let head = String::from_utf8_lossy(&body[..body.len().min(32_768)]).to_lowercase();
    refused && WORDS.iter().any(|word| head.contains(word))
}

#[cfg(test)]
mod tests {
    use super::is_challenge;

    #[test]
    fn tells_a_challenge_from_a_refusal() {
        let page = b"<html><head><title>Just a moment...</title>";
        assert!(is_challenge(403, &[], page));
        assert!(!is_challenge(200, &[], page));
        assert!(!is_challenge(403, &[], b"<h1>Forbidden</h1>"));
        assert!(is_challenge(200, &[("cf-mitigated".into(), "challenge".into())], b""));
    }
}
