//! What sites allow programs to ask for.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Utc};
use texting_robots::Robot;
use url::Url;

/// The name that rules of robots.txt know the program by.
const AGENT: &str = "Chancery";
/// Hours after which robots.txt is asked for again (RFC 9309, 2.4: at most a day).
const HOURS: i64 = 24;

/// Hours after which a site that failed to give its rules is asked for them again.
const HOURS_AFTER_FAILURE: i64 = 1;

/// The rules of one site.
#[derive(Clone)]
pub(crate) enum Rules {
    /// Everything may be asked for.
    Open,
    /// Nothing may: the site failed to give its rules (RFC 9309, 2.3.1.4).
    Closed,
    /// As robots.txt says.
    Stated(Arc<Robot>),
}

impl Rules {
    /// Reads robots.txt by its status and body.
    pub(crate) fn of(status: u16, body: &[u8]) -> Rules {
        match status {
            200..=299 => Robot::new(AGENT, body).map_or(Rules::Open, |robot| Rules::Stated(Arc::new(robot))),
            500..=599 => Rules::Closed,
            _ => Rules::Open,
        }
    }

    /// Returns whether an address may be asked for.
    pub(crate) fn allow(&self, url: &Url) -> bool {
        match self {
            Rules::Open => true,
            Rules::Closed => false,
            Rules::Stated(robot) => robot.allowed(url.as_str()),
        }
    }
}

/// The rules of the sites asked so far.
#[derive(Default)]
pub(crate) struct Sites {
    known: Mutex<HashMap<String, (DateTime<Utc>, Rules)>>,
}

impl Sites {
    /// Returns the rules of a site, when they were read within a day.
    pub(crate) fn get(&self, url: &Url, now: DateTime<Utc>) -> Option<Rules> {
        // Entries are only inserted whole: a poisoned lock is as good.
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let (read_at, rules) = known.get(&site(url))?;
        let hours = if matches!(rules, Rules::Closed) { HOURS_AFTER_FAILURE } else { HOURS };
        (now - *read_at < chrono::Duration::hours(hours)).then(|| rules.clone())
    }

    /// Keeps the rules of a site.
    pub(crate) fn put(&self, url: &Url, now: DateTime<Utc>, rules: Rules) {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).insert(site(url), (now, rules));
    }
}

fn site(url: &Url) -> String {
    url.origin().ascii_serialization()
}
