//! One request at a time to a host, with a pause between two, and silence while the host asks for it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::sync::OwnedMutexGuard;
use tokio::time::Instant;
use url::{Host, Url};

use crate::{FetchFault, Limits};

/// What is known of a host.
#[derive(Default)]
pub(crate) struct HostState {
    /// When the last exchange ended.
    last: Option<Instant>,
    /// Until when it asked to be left alone.
    closed_until: Option<DateTime<Utc>>,
}

/// The right to ask a host; nobody else has it until it is dropped.
pub(crate) struct Turn {
    state: OwnedMutexGuard<HostState>,
}

impl Turn {
    /// Notes that the host asks to be left alone.
    pub(crate) fn close(&mut self, now: DateTime<Utc>, wait: Duration) {
        self.state.closed_until =
            chrono::Duration::from_std(wait).ok().and_then(|w| now.checked_add_signed(w));
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.state.last = Some(Instant::now());
    }
}

/// The queues of all hosts.
#[derive(Default)]
pub(crate) struct Pace {
    hosts: Mutex<HashMap<String, Arc<tokio::sync::Mutex<HostState>>>>,
}

impl Pace {
    /// Waits until the host of an address may be asked.
    ///
    /// # Errors
    /// The host asked to be left alone for longer.
    pub(crate) async fn turn(
        &self,
        url: &Url,
        now: DateTime<Utc>,
        limits: &Limits,
    ) -> Result<Turn, FetchFault> {
        let key = host_key(url);
        let queue = {
            // A queue is only inserted under the lock: a poisoned one is as good.
            let mut hosts = self.hosts.lock().unwrap_or_else(PoisonError::into_inner);
            hosts.entry(key).or_default().clone()
        };
        let state = queue.lock_owned().await;
        if let Some(until) = state.closed_until.filter(|until| *until > now) {
            let wait = (until - now).to_std().unwrap_or_default();
            return Err(FetchFault::Waiting { host: url.host_str().unwrap_or("").to_owned(), wait });
        }
        let gap = if is_loopback(url) { limits.loopback_gap } else { limits.gap };
        if let Some(last) = state.last.filter(|_| !gap.is_zero()) {
            tokio::time::sleep_until(last + gap).await;
        }
        Ok(Turn { state })
    }
}

/// The name under which a host's requests queue: host and, where it is not the scheme's own, port.
pub fn host_key(url: &Url) -> String {
    let host = url.host_str().unwrap_or("");
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

/// Returns whether an address leads to this machine.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => false,
    }
}
