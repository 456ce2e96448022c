//! Visits that brought no answer of use: what it means for the source, its host and the next try.

use chancery_fetch::{FetchFault, host_key};
use chancery_model::{Received, Trouble};
use chancery_store::{Due, Outcome, PageTrouble, Visit};
use chrono::{DateTime, TimeDelta, Utc};
use url::Url;

use super::timing;
use super::visit::VisitReport;
use crate::{App, AppError};

/// When a source is tried again while this machine is offline.
const OFFLINE_PAUSE: TimeDelta = TimeDelta::minutes(1);

impl App {
    /// The wait of an address whose host asked for peace, if it still wants it.
    pub(super) async fn resting(
        &self,
        address: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<FetchFault>, AppError> {
        let Ok(url) = Url::parse(address) else { return Ok(None) };
        let hosts = self.archive().read(move |reader| reader.resting_hosts(now)).await?;
        let Some(until) = hosts.get(&host_key(&url)) else { return Ok(None) };
        let wait = (*until - now).to_std().unwrap_or_default();
        Ok(Some(FetchFault::Waiting { host: url.host_str().unwrap_or("").to_owned(), wait }))
    }

    /// Records a fault of the exchange. What was not asked has not failed.
    pub(super) async fn failed(
        &self,
        due: &Due,
        fault: &FetchFault,
        visit: &mut Visit,
    ) -> Result<VisitReport, AppError> {
        let report = VisitReport::of_fault(due, &fault.to_string());
        visit.offer = due.source.offer.clone();
        match fault {
            FetchFault::Waiting { wait, .. } => later(visit, TimeDelta::from_std(*wait).unwrap_or_default()),
            _ if fault.is_offline() => later(visit, OFFLINE_PAUSE),
            FetchFault::Gone { .. } => {
                visit.offer = self.offer(due, Trouble::Gone).await;
                visit.outcome = Outcome::Gone { reason: fault.to_string() };
                visit.next_try = None;
            }
            _ => {
                let rest = self.leave_alone(fault, visit.at).await?;
                let pause = timing::after_failure(&due.source.id, due.kept.failures).max(rest);
                visit.next_try = Some(visit.at + pause);
                if matches!(fault, FetchFault::Status { status: 404, .. }) {
                    visit.offer = self.offer(due, Trouble::Refused).await;
                }
                visit.outcome = Outcome::Failed { trouble: trouble(fault), reason: fault.to_string() };
            }
        }
        Ok(report)
    }

    /// Notes for all processes that a busy host wants peace; gives how long.
    async fn leave_alone(&self, fault: &FetchFault, now: DateTime<Utc>) -> Result<TimeDelta, AppError> {
        let FetchFault::Status { url, retry_after: Some(wait), .. } = fault else {
            return Ok(TimeDelta::zero());
        };
        let wait = TimeDelta::from_std(*wait).unwrap_or_default();
        if let Ok(url) = Url::parse(url) {
            let host = host_key(&url);
            self.archive().write(move |writer| writer.rest_host(&host, now + wait, now)).await?;
        }
        Ok(wait)
    }
}

fn later(visit: &mut Visit, wait: TimeDelta) {
    visit.outcome = Outcome::Unasked;
    visit.next_try = Some(visit.at + wait);
}

/// What kind of trouble a fault is.
pub(crate) fn trouble(fault: &FetchFault) -> Trouble {
    match fault {
        FetchFault::Dns { .. }
        | FetchFault::Connect { .. }
        | FetchFault::Timeout { .. }
        | FetchFault::Tls { .. }
        | FetchFault::BadProxy { .. } => Trouble::Unreachable,
        FetchFault::Status { .. } | FetchFault::Waiting { .. } | FetchFault::BadAddress { .. } => {
            Trouble::Refused
        }
        FetchFault::Blocked { .. } => Trouble::Blocked,
        FetchFault::Gone { .. } => Trouble::Gone,
        FetchFault::TooLarge { .. } | FetchFault::TooManyRedirects { .. } | FetchFault::Broken { .. } => {
            Trouble::Unreadable
        }
    }
}

/// What stood in the way of a page.
pub(super) fn page_trouble(fault: &FetchFault) -> PageTrouble {
    let status = match fault {
        FetchFault::Status { status, .. } => Some(*status),
        FetchFault::Gone { .. } => Some(410),
        _ => None,
    };
    PageTrouble { kind: trouble(fault), status }
}

/// Says that a page stands where the feed was.
pub(super) fn page_for_feed(received: &Received) -> String {
    let from = if received.final_url == received.url {
        String::new()
    } else {
        format!(", from {}", received.final_url)
    };
    format!("A page is answered where the feed was{from}: the publisher may have closed or moved it.")
}
