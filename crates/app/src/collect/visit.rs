//! One visit of one source.

use std::sync::Arc;

use chancery_extract::{Found, Reading};
use chancery_fetch::{Answer, FetchFault, Unchanged, fresh_for, wants_a_browser};
use chancery_model::{
    Draft, Fetched, Filed, Received, ReceivedAs, Request, SourceKind, SourceState, StatementId, Trouble,
    Validators, Wishes,
};
use chancery_store::{Due, Outcome as Answered, PageTrouble, Visit};
use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use super::moving::{Route, sighted};
use super::{faults, timing};
use crate::pipeline::{Batch, Outcome, Sourced, Tally, file_batch};
use crate::{App, AppError};

/// How old validators may get: some servers answer 304 for ever (NetNewsWire drops them after as long).
const VALIDATORS_LAST: TimeDelta = TimeDelta::days(8);

/// Entries whose pages are fetched before they are filed: a long feed then shows its first entries soon.
const DRAFTS_AT_ONCE: usize = 8;

/// What stood in the way of an entry's page; none: nothing did.
type PageAsked = Option<PageTrouble>;

/// A page came, and has no text to read.
const NO_TEXT: PageTrouble = PageTrouble { kind: Trouble::Unreadable, status: None };

/// What a visit brought.
#[derive(Debug, Clone, Default)]
pub(crate) struct VisitReport {
    /// What became of the documents.
    pub(crate) tally: Tally,
    /// What failed, a sentence each with the source's name.
    pub(crate) faults: Vec<String>,
}

impl VisitReport {
    /// Nothing was filed, and this is why.
    pub(super) fn of_fault(due: &Due, reason: &str) -> Self {
        Self { tally: Tally::default(), faults: vec![format!("{}: {reason}", due.source.name)] }
    }
}

impl App {
    /// Visits a source: fetches it, files what is new and records how it went. `go_on` is asked between chunks.
    pub(crate) async fn visit(
        &self,
        due: &Due,
        interval: TimeDelta,
        go_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<VisitReport, AppError> {
        if due.source.kind == SourceKind::Folder {
            return self.visit_folder(due, interval, go_on).await;
        }
        let now = self.clock().now();
        let mut visit = Visit::unchanged(due.source.id.clone(), now, None);
        visit.next_try = Some(now + interval);
        // Whatever this visit does not learn anew stays.
        visit.moving = due.kept.moving.clone();
        let answer = match self.resting(&due.source.url, now).await? {
            Some(waiting) => Err(waiting),
            None => self.fetcher().fetch(&request(due, now), now).await,
        };
        let mut report = match answer {
            Ok(Answer::NotModified(unchanged)) => still(due, unchanged, &mut visit, interval),
            Ok(Answer::Fetched(fetched)) => self.take_in(due, fetched, &mut visit, interval, go_on).await?,
            Ok(Answer::Missing(fetched)) => {
                self.failed(due, &FetchFault::missing(&fetched), &mut visit).await?
            }
            Err(fault) => self.failed(due, &fault, &mut visit).await?,
        };
        let works = matches!(visit.outcome, Answered::Answered { .. } | Answered::NotModified);
        self.archive().write(move |writer| writer.record_visit(&visit)).await?;
        if works {
            self.ask_for_pages_again(due, now, go_on, &mut report.tally).await?;
        }
        Ok(report)
    }

    /// Files what an answer holds, unless it is the same body as last time.
    async fn take_in(
        &self,
        due: &Due,
        fetched: Fetched,
        visit: &mut Visit,
        interval: TimeDelta,
        go_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<VisitReport, AppError> {
        let sha256 = sha256_of(&fetched.bytes);
        let (validators, fresh) = (fetched.validators(), fresh_for(&fetched.headers, visit.at));
        let (moving, moved) = sighted(due.kept.moving.as_ref(), &route(&fetched), visit.at);
        if due.kept.body_sha256.as_deref() == Some(sha256.as_str()) {
            (visit.validators, visit.whole) = (Some(validators), true);
            (visit.moving, visit.moved) = (moving, moved);
            visit.next_try = Some(timing::after_answer(visit.at, interval, fresh, &due.kept.wishes));
            return Ok(VisitReport::default());
        }
        let received = Arc::new(received_of(&fetched, sha256.clone()));
        let reading = self.reading_of(&due.source.url, fetched).await?;
        if let Some((trouble, reason)) = unreadable(&reading, due.source.kind, &received) {
            return Ok(self.not_read(due, trouble, reason, visit).await);
        }
        let wishes = wishes_of(&reading);
        let (state, reason) = health_of(&reading);
        let first_fetch = due.source.last_success.is_none();
        let mut tally = Tally::default();
        for some in chunks(reading.drafts, DRAFTS_AT_ONCE) {
            let (drafts, pages) = self.whole_drafts(due, some, &received, &mut tally).await?;
            let batch = Batch { source: due.source.clone(), drafts, collected_at: visit.at, first_fetch };
            let filed = file_batch(self, batch, |_| go_on()).await?;
            self.note_pages(&filed, pages, visit.at).await?;
            tally.add(filed);
        }
        // Only now: an answer whose statements were not filed must be asked for again.
        (visit.validators, visit.whole, visit.body_sha256) = (Some(validators), true, Some(sha256));
        (visit.moving, visit.moved) = (moving, moved);
        visit.next_try = Some(timing::after_answer(visit.at, interval, fresh, &wishes));
        visit.wishes = Some(wishes);
        visit.new = tally.new_statements();
        visit.outcome = Answered::Answered { state, reason };
        Ok(VisitReport { tally, faults: Vec::new() })
    }

    /// Records an answer that cannot be read. The next request is unconditional: only a whole answer shows that the
    /// source can be read again.
    async fn not_read(&self, due: &Due, trouble: Trouble, reason: String, visit: &mut Visit) -> VisitReport {
        visit.forget = true;
        visit.next_try = Some(visit.at + timing::after_failure(&due.source.id, due.kept.failures));
        visit.offer = match trouble {
            Trouble::Page => self.offer(due, trouble).await,
            _ => due.source.offer.clone(),
        };
        let report = VisitReport::of_fault(due, &reason);
        visit.outcome = Answered::Failed { trouble, reason };
        report
    }

    /// Fetches the page behind each entry that carries a summary only, unless it was read before and the entry says
    /// nothing new; such an entry counts as known. A page that fails leaves the summary, and is asked for again. Gives
    /// with each draft how its page answered, when it was asked.
    async fn whole_drafts(
        &self,
        due: &Due,
        drafts: Vec<Draft>,
        feed: &Arc<Received>,
        tally: &mut Tally,
    ) -> Result<(Vec<Sourced>, Vec<Option<PageAsked>>), AppError> {
        let (mut whole, mut pages) = (Vec::with_capacity(drafts.len()), Vec::new());
        for draft in drafts {
            if !draft.summary_only || draft.url.is_none() {
                whole.push((draft, Some(feed.clone())));
                pages.push(None);
            } else if let Some(id) = self.held(due, &draft).await? {
                tally.outcomes.push(Outcome { filed: Filed::Known(id), title: draft.title });
            } else {
                let (sourced, page) = self.with_page(due, draft, feed).await;
                // An address of a sitemap whose page fails says nothing yet.
                if !(sourced.0.title.is_empty() && sourced.0.text.is_empty()) {
                    whole.push(sourced);
                    pages.push(Some(page));
                }
            }
        }
        Ok((whole, pages))
    }

    /// Notes how the pages of the entries that were filed had answered, in the order of the entries.
    async fn note_pages(
        &self,
        filed: &Tally,
        pages: Vec<Option<PageAsked>>,
        now: DateTime<Utc>,
    ) -> Result<(), AppError> {
        let of_entry =
            |(outcome, page): (&Outcome, Option<PageAsked>)| Some((outcome.statement()?.clone(), page?));
        let answers: Vec<_> = filed.outcomes.iter().zip(pages).filter_map(of_entry).collect();
        if answers.is_empty() {
            return Ok(());
        }
        self.archive().write(move |writer| writer.note_first_pages(&answers, now)).await
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

    async fn with_page(&self, due: &Due, draft: Draft, feed: &Arc<Received>) -> (Sourced, PageAsked) {
        let url = draft.url.clone().unwrap_or_default();
        let request = Request { url, manners: due.kept.manners.clone(), ..Request::default() };
        let fetched = match self.fetcher().fetch_page(&request, self.clock().now()).await {
            Ok(Answer::Fetched(fetched)) => fetched,
            Ok(Answer::NotModified(_)) => return ((draft, Some(feed.clone())), None),
            Ok(Answer::Missing(fetched)) => {
                let trouble = faults::page_trouble(&FetchFault::missing(&fetched));
                return ((draft, Some(feed.clone())), Some(trouble));
            }
            Err(fault) => return ((draft, Some(feed.clone())), Some(faults::page_trouble(&fault))),
        };
        let page_received = received_of(&fetched, sha256_of(&fetched.bytes));
        let received = Arc::new(Received { via: Some(feed.clone()), ..page_received });
        let page = tokio::task::spawn_blocking(move || chancery_extract::read_page(&fetched)).await;
        match page {
            Ok(Ok(page)) if !page.text.trim().is_empty() => {
                let merged = chancery_extract::merge_page(draft, &page);
                // Read once is read, also when the page says no more than its summary.
                ((Draft { summary_only: false, ..merged }, Some(received)), None)
            }
            _ => ((draft, Some(feed.clone())), Some(NO_TEXT)),
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

/// The request of a visit. Validators that are too old are left out, so that a whole answer comes once in a while.
fn request(due: &Due, now: DateTime<Utc>) -> Request {
    let fresh = due.kept.whole_at.is_some_and(|at| now - at < VALIDATORS_LAST);
    let validators = if fresh { due.kept.validators.clone() } else { Validators::default() };
    Request { url: due.source.url.clone(), validators, manners: due.kept.manners.clone() }
}

/// Records a 304.
fn still(due: &Due, unchanged: Unchanged, visit: &mut Visit, interval: TimeDelta) -> VisitReport {
    let answered = &unchanged.final_url;
    let route = Route { asked: &due.source.url, answered, permanent: unchanged.moved_permanently };
    (visit.moving, visit.moved) = sighted(due.kept.moving.as_ref(), &route, visit.at);
    let fresh = fresh_for(&unchanged.headers, visit.at);
    visit.next_try = Some(timing::after_answer(visit.at, interval, fresh, &due.kept.wishes));
    visit.validators = Some(unchanged.validators);
    VisitReport::default()
}

fn route(fetched: &Fetched) -> Route<'_> {
    let permanent = fetched.moved_permanently;
    Route { asked: &fetched.url, answered: &fetched.final_url, permanent }
}

/// How a source does whose answer was read: it says what is not as it should be.
fn health_of(reading: &Reading) -> (SourceState, Option<String>) {
    if reading.drafts.is_empty() {
        return (SourceState::Empty, Some("It answers, but holds no entries.".to_owned()));
    }
    let cut = reading.feed().is_ok_and(|feed| feed.broken_off);
    let reason = reading.notes.first().filter(|_| cut).map(ToString::to_string);
    (SourceState::Working, reason)
}

/// What a feed says of when to ask.
fn wishes_of(reading: &Reading) -> Wishes {
    match &reading.found {
        Found::Feed(feed) => Wishes {
            minutes: feed.ttl_minutes,
            skip_hours: feed.skip_hours.clone(),
            skip_days: feed.skip_days.clone(),
        },
        _ => Wishes::default(),
    }
}

/// Why an answer cannot be filed under a source of this kind, when it cannot.
fn unreadable(reading: &Reading, kind: SourceKind, received: &Received) -> Option<(Trouble, String)> {
    let page = match (&reading.found, kind) {
        (Found::Feed(_), _)
        | (Found::Page(_), SourceKind::Page | SourceKind::Folder | SourceKind::Import) => return None,
        (Found::Page(_), SourceKind::Feed) => true,
        (Found::Nothing(_), _) => false,
    };
    if wants_a_browser(&received.bytes) {
        let url = received.final_url.clone();
        let blocked = FetchFault::Blocked { url, by: chancery_fetch::Blocker::Challenge };
        return Some((faults::trouble(&blocked), blocked.to_string()));
    }
    let why = reading.feed().err()?;
    let trouble = if page { Trouble::Page } else { Trouble::Unreadable };
    Some((trouble, if page { faults::page_for_feed(received) } else { why.to_string() }))
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

pub(super) fn received_of(fetched: &Fetched, sha256: String) -> Received {
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
