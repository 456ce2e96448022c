//! From the errors of the HTTP library to faults that a user understands.

use std::error::Error;
use std::net::UdpSocket;

use url::Url;

use crate::FetchFault;
use crate::pace::is_loopback;

/// Returns the fault behind an error of the exchange with an address.
pub(crate) fn fault(error: &reqwest::Error, url: &Url, seconds: u64) -> FetchFault {
    let host = url.host_str().unwrap_or("").to_owned();
    let causes = messages(error).join(": ").to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| causes.contains(word));
    if error.is_timeout() {
        return FetchFault::Timeout { host, seconds };
    }
    if error.is_dns() || says(&["dns error", "failed to lookup address"]) {
        return FetchFault::Dns { host, offline: is_offline(url) };
    }
    if says(&["certificate", "invalid peer", "tls", "handshake", "received corrupt message"]) {
        return FetchFault::Tls { host, reason: innermost(error) };
    }
    if error.is_connect() {
        return FetchFault::Connect { host, offline: is_offline(url) };
    }
    FetchFault::Broken { url: url.to_string(), reason: innermost(error) }
}

/// Returns the messages of an error and its causes, outermost first.
fn messages(error: &dyn Error) -> Vec<String> {
    let mut messages = vec![error.to_string()];
    let mut cause = error.source();
    while let Some(error) = cause {
        messages.push(error.to_string());
        cause = error.source();
    }
    messages
}

fn innermost(error: &dyn Error) -> String {
    messages(error).pop().unwrap_or_default().trim_end_matches('.').to_owned()
}

/// Returns whether this machine has no way out: no route to an address that is kept for documents (RFC 5737).
/// Nothing is sent.
fn is_offline(url: &Url) -> bool {
    let routed = || UdpSocket::bind("0.0.0.0:0").and_then(|socket| socket.connect("192.0.2.1:9"));
    !is_loopback(url) && routed().is_err()
}
