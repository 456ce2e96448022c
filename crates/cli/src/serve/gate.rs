//! Who may come in: a browser or script on this machine that knows the secret, speaking to this very address.

use std::sync::Arc;

use anyhow::Context;
use axum::extract::{Request, State};
use axum::http::header::{AUTHORIZATION, COOKIE, HOST, ORIGIN, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Bytes of the secret.
const SECRET: usize = 32;

/// The secret and the address that it holds for.
#[derive(Debug)]
pub struct Gate {
    port: u16,
    token: String,
}

impl Gate {
    /// Makes a new secret for a port.
    pub fn new(port: u16) -> anyhow::Result<Self> {
        let mut secret = [0; SECRET];
        getrandom::fill(&mut secret).ok().context("This system gives no random numbers for a secret.")?;
        Ok(Self { port, token: secret.iter().map(|byte| format!("{byte:02x}")).collect() })
    }

    /// The address with the secret.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/?token={}", self.port, self.token)
    }

    /// Why a request is turned away: a name that was bent to this machine (DNS rebinding), a page of another site, or
    /// no secret.
    fn refusal(&self, headers: &HeaderMap, query: Option<&str>) -> Option<&'static str> {
        let here = [format!("127.0.0.1:{}", self.port), format!("localhost:{}", self.port)];
        let is_here = |value: &str| here.iter().any(|name| name == value);
        if !text(headers, HOST).is_some_and(is_here) {
            return Some("This address is not served under that name.");
        }
        let origin = text(headers, ORIGIN).map(|origin| origin.strip_prefix("http://").unwrap_or_default());
        if origin.is_some_and(|origin| !is_here(origin)) {
            return Some("Pages of other sites may not call this program.");
        }
        let known = self.shown(headers) || self.asked_with(query);
        (!known).then_some("Open the address that `chancery serve` printed, with its token.")
    }

    /// Whether the request carries the secret in a cookie or, as scripts do, in `Authorization: Bearer`.
    fn shown(&self, headers: &HeaderMap) -> bool {
        let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        let cookie = cookies.flat_map(|line| line.split(';')).any(|cookie| {
            cookie
                .trim()
                .split_once('=')
                .is_some_and(|(name, value)| name == self.cookie() && self.is_token(value))
        });
        let bearer = text(headers, AUTHORIZATION).and_then(|value| value.strip_prefix("Bearer "));
        cookie || bearer.is_some_and(|value| self.is_token(value))
    }

    fn asked_with(&self, query: Option<&str>) -> bool {
        let mut pairs = query.unwrap_or_default().split('&');
        pairs.any(|pair| pair.strip_prefix("token=").is_some_and(|value| self.is_token(value)))
    }

    /// Compares without telling by the time that it takes how much was right.
    fn is_token(&self, value: &str) -> bool {
        let (a, b) = (value.as_bytes(), self.token.as_bytes());
        a.len() == b.len() && a.iter().zip(b).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
    }

    /// Cookies do not tell ports apart, so the name does.
    fn cookie(&self) -> String {
        format!("chancery-{}", self.port)
    }

    fn set_cookie(&self) -> Option<HeaderValue> {
        format!("{}={}; Path=/; HttpOnly; SameSite=Strict", self.cookie(), self.token).parse().ok()
    }
}

/// A header, when it is there once and is plain text.
fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    let mut values = headers.get_all(name).iter();
    let only = values.next()?;
    values.next().is_none().then(|| only.to_str().ok()).flatten()
}

/// Lets a request pass or turns it away; who came with the secret in the address gets the cookie.
pub async fn pass(State(gate): State<Arc<Gate>>, request: Request, next: Next) -> Response {
    let query = request.uri().query();
    if let Some(sentence) = gate.refusal(request.headers(), query) {
        return (StatusCode::FORBIDDEN, sentence).into_response();
    }
    let is_first = gate.asked_with(query);
    let mut response = next.run(request).await;
    if let Some(cookie) = gate.set_cookie().filter(|_| is_first) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gate() -> Gate {
        Gate { port: 80, token: "secret".into() }
    }

    fn headers(pairs: &[(HeaderName, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect()
    }

    fn passes(pairs: &[(HeaderName, &str)], query: Option<&str>) -> bool {
        gate().refusal(&headers(pairs), query).is_none()
    }

    #[test]
    fn the_secret_opens_by_address_cookie_and_bearer() {
        let here = (HOST, "127.0.0.1:80");
        assert!(passes(std::slice::from_ref(&here), Some("a=b&token=secret")));
        assert!(passes(&[here.clone(), (COOKIE, "x=1; chancery-80=secret")], None));
        assert!(passes(&[here.clone(), (AUTHORIZATION, "Bearer secret")], None));
        assert!(!passes(std::slice::from_ref(&here), None));
        assert!(!passes(std::slice::from_ref(&here), Some("token=secre")));
        assert!(!passes(&[here.clone(), (COOKIE, "chancery-81=secret")], None));
        assert!(!passes(&[here, (COOKIE, "chancery-80=wrong!")], None));
    }

    #[test]
    fn other_names_and_other_sites_are_turned_away() {
        let query = Some("token=secret");
        assert!(passes(&[(HOST, "localhost:80"), (ORIGIN, "http://localhost:80")], query));
        assert!(!passes(&[(HOST, "evil.example:80")], query));
        assert!(!passes(&[(HOST, "127.0.0.1")], query));
        assert!(!passes(&[], query));
        for origin in ["http://evil.example", "null", "https://127.0.0.1:80", "http://127.0.0.1:81"] {
            assert!(!passes(&[(HOST, "127.0.0.1:80"), (ORIGIN, origin)], query), "{origin}");
        }
    }

    #[test]
    fn two_gates_have_two_secrets() {
        let tokens = [Gate::new(1).unwrap().token, Gate::new(1).unwrap().token];
        assert_ne!(tokens[0], tokens[1]);
        assert_eq!(tokens[0].len(), 2 * SECRET);
    }
}
