//! One visit of one source.

use std::sync::Arc;
use std::time::Duration;

use chancery_extract::{Found, Reading};
use chancery_fetch::{Answer, FetchFault};
use chancery_model::{
    Draft, Fetched, Filed, Received, ReceivedAs, Request, SourceKind, SourceState, StatementId, Validators,
};
use chancery_store::{Due, Outcome as Answered, Visit};
use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use crate::pipeline::{Batch, Outcome, Sourced, Tally, file_batch};
use crate::{App, AppError};

/// The first pause after a failure; it doubles with each failure in a row.
const FIRST_PAUSE: TimeDelta = TimeDelta::minutes(10);

/// The longest pause: a source is never given up silently.
const LONGEST_PAUSE: TimeDelta = TimeDelta::days(1);

/// Entries whose pages are fetched before they are filed: a long feed then shows its first entries soon.
const DRAFTS_AT_ONCE: usize = 8;

/// What a visit brought.
#[derive(Debug, Clone, Default)]
pub(crate) struct VisitReport {
    /// What became of the documents.
    pub(crate) tally: Tally,
    /// What failed, in a sentence with the source's name.
    pub(crate) fault: Option<String>,
}

impl App {
    /// Visits a source: fetches it, files what is new and records how it went. `go_on` is asked between chunks.
    pub(crate) async fn visit(
        &self,
        due: &Due,
        interval: TimeDelta,
        go_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<VisitReport, AppError> {
        let now = self.clock().now();
        let request = Request {
            url: due.source.url.clone(),
            validators: due.kept.validators.clone(),
            user_agent: None,
        };
        let mut visit = blank_visit(due, now, interval);
        let report = match self.fetcher().fetch(&request, now).await {
            Ok(Answer::NotModified { validators }) => {
                visit.validators = Some(validators);
                VisitReport::default()
            }
            Ok(Answer::Fetched(fetched)) => self.take_in(due, fetched, &mut visit, go_on).await?,
            // The host asked for peace because of another address: this one was not asked, so nothing is known of it.
            Err(FetchFault::Waiting { .. }) => return Ok(VisitReport::default()),
            Err(fault) => failed(due, &fault, &mut visit, now),
        };
        self.archive().write(move |writer| writer.record_visit(&visit)).await?;
        Ok(report)
    }

    /// Files what an answer holds, unless it is the same body as last time.
    async fn take_in(
        &self,
        due: &Due,
        fetched: Fetched,
        visit: &mut Visit,
        go_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<VisitReport, AppError> {
        let sha256 = sha256_of(&fetched.bytes);
        let validators = fetched.validators();
        if due.kept.body_sha256.as_deref() == Some(sha256.as_str()) {
            visit.validators = Some(validators);
            return Ok(VisitReport::default());
        }
        let received = Arc::new(received_of(&fetched, sha256.clone()));
        let reading = self.reading_of(&due.source.url, fetched).await?;
        if let Some(reason) = unreadable(&reading, due.source.kind) {
            visit.outcome = Answered::Failed { reason: reason.clone() };
            visit.next_try = Some(visit.at + pause(due.kept.failures));
            return Ok(VisitReport { tally: Tally::default(), fault: Some(sentence(due, &reason)) });
        }
        let state = if reading.drafts.is_empty() { SourceState::Empty } else { SourceState::Working };
        let first_fetch = due.source.last_success.is_none();
        let mut tally = Tally::default();
        for some in chunks(reading.drafts, DRAFTS_AT_ONCE) {
            let drafts = self.whole_drafts(due, some, &received, &mut tally).await?;
            let batch = Batch { source: due.source.clone(), drafts, collected_at: visit.at, first_fetch };
            tally.add(file_batch(self, batch, |_| go_on()).await?);
        }
        // Only now: an answer whose statements were not filed must be asked for again.
        visit.validators = Some(validators);
        visit.body_sha256 = Some(sha256);
        visit.new = tally.new_statements();
        let reason = (state == SourceState::Empty).then(|| "It answers, but holds no entries.".to_owned());
        visit.outcome = Answered::Answered { state, reason };
        Ok(VisitReport { tally, fault: None })
    }

    /// Fetches the page behind each entry that carries a summary only, unless it was read before and the entry says
    /// nothing new; such an entry counts as known. A page that fails leaves the summary, and is asked for again.
    async fn whole_drafts(
        &self,
        due: &Due,
        drafts: Vec<Draft>,
        feed: &Arc<Received>,
        tally: &mut Tally,
    ) -> Result<Vec<Sourced>, AppError> {
        let mut whole = Vec::with_capacity(drafts.len());
        for draft in drafts {
            if !draft.summary_only || draft.url.is_none() {
                whole.push((draft, Some(feed.clone())));
            } else if let Some(id) = self.held(due, &draft).await? {
                tally.outcomes.push(Outcome { filed: Filed::Known(id), title: draft.title });
            } else {
                let (draft, received) = self.with_page(draft, feed).await;
                // An address of a sitemap whose page fails says nothing yet.
                if !(draft.title.is_empty() && draft.text.is_empty()) {
                    whole.push((draft, received));
                }
            }
        }
        Ok(whole)
    }

    /// The statement of an entry whose page was read before, when the entry's title and time of change are the same.
    async fn held(&self, due: &Due, draft: &Draft) -> Result<Option<StatementId>, AppError> {
        let identity = chancery_compare::identity(draft, "");
        let (source, title, updated) = (due.source.id.clone(), draft.title.clone(), draft.updated);
        self.archive()
            .read(move |reader| {
                let Some(head) = reader.head(&source, &identity)? else { return Ok(None) };
                let stored = reader.statement(&head.id, None)?.map(|statement| statement.draft);
                let same = |stored: &Draft| {
                    (stored.title == title || title.is_empty())
                        && !stored.summary_only
                        && (updated.is_none() || stored.updated == updated)
                };
                Ok(stored.filter(same).map(|_| head.id))
            })
            .await
    }

    async fn with_page(&self, draft: Draft, feed: &Arc<Received>) -> Sourced {
        let url = draft.url.clone().unwrap_or_default();
        let request = Request { url, validators: Validators::default(), user_agent: None };
        let Ok(Answer::Fetched(fetched)) = self.fetcher().fetch_page(&request, self.clock().now()).await
        else {
            return (draft, Some(feed.clone()));
        };
        let page_received = received_of(&fetched, sha256_of(&fetched.bytes));
        let received = Arc::new(Received { via: Some(feed.clone()), ..page_received });
        let page = tokio::task::spawn_blocking(move || chancery_extract::read_page(&fetched)).await;
        match page {
            Ok(Ok(page)) if !page.text.trim().is_empty() => {
                let merged = chancery_extract::merge_page(draft, &page);
                // Read once is read, also when the page says no more than its summary.
                (Draft { summary_only: false, ..merged }, Some(received))
            }
            _ => (draft, Some(feed.clone())),
        }
    }
}

/// Cuts a list into pieces of at most `length`.
fn chunks(drafts: Vec<Draft>, length: usize) -> impl Iterator<Item = Vec<Draft>> {
    let mut drafts = drafts.into_iter();
    std::iter::from_fn(move || {
        let some: Vec<Draft> = drafts.by_ref().take(length).collect();
        (!some.is_empty()).then_some(some)
    })
}

fn blank_visit(due: &Due, now: DateTime<Utc>, interval: TimeDelta) -> Visit {
    Visit {
        source: due.source.id.clone(),
        at: now,
        outcome: Answered::NotModified,
        validators: None,
        body_sha256: None,
        next_try: Some(now + interval),
        new: 0,
    }
}

/// Records a failure: what it was, and when the source is asked again.
fn failed(due: &Due, fault: &FetchFault, visit: &mut Visit, now: DateTime<Utc>) -> VisitReport {
    let reason = fault.to_string();
    visit.outcome = match fault {
        FetchFault::Gone { .. } => Answered::Gone { reason: reason.clone() },
        _ => Answered::Failed { reason: reason.clone() },
    };
    let asked = fault.retry_after().unwrap_or(Duration::ZERO);
    let asked = TimeDelta::from_std(asked).unwrap_or(LONGEST_PAUSE);
    visit.next_try = match fault {
        FetchFault::Gone { .. } => None,
        _ => Some(now + pause(due.kept.failures).max(asked)),
    };
    VisitReport { tally: Tally::default(), fault: Some(sentence(due, &reason)) }
}

/// The pause after so many failures in a row: it doubles up to a day.
fn pause(failures: u32) -> TimeDelta {
    FIRST_PAUSE.checked_mul(1 << failures.min(12)).map_or(LONGEST_PAUSE, |pause| pause.min(LONGEST_PAUSE))
}

fn sentence(due: &Due, reason: &str) -> String {
    format!("{}: {reason}", due.source.name)
}

/// Why an answer cannot be filed under a source of this kind, when it cannot.
fn unreadable(reading: &Reading, kind: SourceKind) -> Option<String> {
    match (&reading.found, kind) {
        (Found::Nothing(why), _) => Some(why.to_string()),
        (Found::Page(_), SourceKind::Feed) => reading.feed().err().map(|why| why.to_string()),
        _ => None,
    }
}

/// Reads an answer on the blocking pool.
pub(super) async fn read_off_thread(fetched: Fetched) -> Result<Reading, AppError> {
    let reading = tokio::task::spawn_blocking(move || chancery_extract::read(&fetched)).await;
    reading.map_err(|_| AppError::Broken("reader of feeds and pages"))
}

/// SHA-256 in hex.
pub(super) fn sha256_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn received_of(fetched: &Fetched, sha256: String) -> Received {
    Received {
        how: ReceivedAs::Fetched,
        url: fetched.url.clone(),
        redirects: fetched.redirects.clone(),
        final_url: fetched.final_url.clone(),
        status: fetched.status,
        headers: fetched.headers.clone(),
        bytes: fetched.bytes.clone().into(),
        sha256,
        at: fetched.at,
        via: None,
    }
}
