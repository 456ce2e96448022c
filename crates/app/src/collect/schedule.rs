//! Which sources are asked when, by one process at a time.

use std::collections::HashMap;
use std::fs::File;
use std::sync::Arc;
use std::time::Duration;

use chancery_fetch::host_key;
use chancery_model::{SourceId, SourceKind, SourceState};
use chancery_store::Due;
use chrono::TimeDelta;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use url::Url;

use super::visit::VisitReport;
use crate::api::add_tally;
use crate::api::types::{Change, CollectOrder, CollectReport};
use crate::app::Work;
use crate::notify::Notifier;
use crate::{App, AppError};

/// How often the window and `collect --watch` look for sources that are due.
const TICK: Duration = Duration::from_secs(20);

/// Hosts that are visited side by side, each one request at a time. Nearly all of a visit is waiting, for the pause that a
/// host is left and for its answer; servers that hang must not hold up the rest.
const SIDE_BY_SIDE: usize = 64;

/// Held while a process collects, so that the others read and file what the user does.
pub struct CollectorLock(#[allow(dead_code, reason = "the lock lives as long as the file is open")] File);

impl CollectorLock {
    /// Takes the lock of the archive, unless another process holds it.
    ///
    /// # Errors
    /// The lock file cannot be made.
    pub fn take(app: &App) -> Result<Option<Self>, AppError> {
        let path = app.data().join("collector.lock");
        let file = File::options().create(true).truncate(false).write(true).open(&path);
        let file = file.map_err(|why| AppError::file(&path, why))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self(file))),
            Err(std::fs::TryLockError::WouldBlock) => Ok(None),
            Err(std::fs::TryLockError::Error(why)) => Err(AppError::file(&path, why)),
        }
    }
}

impl App {
    /// Starts what runs by itself: the schedule, the notifications, and new tags where older data made them. Call it once, within a tokio runtime.
    pub fn start(&self, notifier: Arc<dyn Notifier>) {
        let (app, teller, listener) = (self.clone(), self.clone(), self.clone());
        tokio::spawn(async move { app.watch().await });
        tokio::spawn(async move { listener.hear_others().await });
        tokio::spawn(async move { teller.tell(notifier).await });
        self.begin_retag();
        self.begin_regroup();
    }

    /// Collects what is due, again and again, for as long as it is polled.
    pub async fn watch(&self) {
        let mut tick = tokio::time::interval(TICK);
        tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        let mut unmerged = true;
        loop {
            tick.tick().await;
            match self.collect_by_itself().await {
                Ok(new) if new > 0 => unmerged = true,
                Ok(_) if unmerged => unmerged = self.merge_step().await,
                Ok(_) => {}
                Err(error) => tracing::debug!(%error, "this round collected nothing"),
            }
        }
    }

    /// One round of the schedule; gives how many statements or revisions it brought.
    async fn collect_by_itself(&self) -> Result<u32, AppError> {
        if !self.settings().await?.collect {
            return Ok(0);
        }
        let report = self.collect(&CollectOrder { source: None, force: false }).await?;
        Ok(report.new + report.revised)
    }

    /// One short step of merging the index, in idle time; whether there is more to do.
    async fn merge_step(&self) -> bool {
        self.archive().write(|writer| writer.optimize_step()).await.unwrap_or(false)
    }

    /// Collects sources: those that are due, one, or all. Waits for no other collector: it says that one runs.
    ///
    /// # Errors
    /// Another collection is under way, the source is unknown, or the archive fails. A source that fails is a line of
    /// the report, not an error.
    pub async fn collect(&self, order: &CollectOrder) -> Result<CollectReport, AppError> {
        let due = self.chosen(order).await?;
        if due.is_empty() {
            return Ok(CollectReport::default());
        }
        let Some(_lock) = CollectorLock::take(self)? else {
            return Err(AppError::Refused(
                "Another Chancery is collecting into this archive just now.".to_owned(),
            ));
        };
        let work = Arc::new(self.begin("collect")?);
        let report = self.visit_all(due, &work).await;
        self.announce(Change::Sources);
        report
    }

    /// The sources that an order means. `force` keeps a Retry-After: such a source is not asked before its time.
    async fn chosen(&self, order: &CollectOrder) -> Result<Vec<Due>, AppError> {
        let (now, order) = (self.clock().now(), order.clone());
        let known = order.source.clone();
        let due = self
            .archive()
            .read(move |reader| {
                if !order.force && order.source.is_none() {
                    return reader.due_sources(now);
                }
                let meant = |id: &SourceId| order.source.as_ref().is_none_or(|wanted| wanted == id);
                let sources = reader.sources()?.into_iter().filter(|source| meant(&source.id));
                let asked = sources.filter(|source| is_asked(source.kind, source.state));
                asked.map(|source| Ok(Due { kept: reader.kept(&source.id)?, source })).collect()
            })
            .await?;
        match known {
            Some(id) if due.is_empty() => {
                Err(AppError::Unknown { what: "source that can be fetched", id: id.0 })
            }
            _ => Ok(due),
        }
    }

    async fn visit_all(&self, due: Vec<Due>, work: &Arc<Work>) -> Result<CollectReport, AppError> {
        let settings = self.settings().await?;
        self.use_proxy(&settings)?;
        let interval = TimeDelta::minutes(settings.interval_minutes.into());
        let (total, mut done) = (due.len() as u64, 0);
        let places = Arc::new(Semaphore::new(SIDE_BY_SIDE));
        let (ended, mut visits) = tokio::sync::mpsc::unbounded_channel();
        let mut rounds = JoinSet::new();
        for of_host in by_host(due) {
            let (app, places, work, ended) = (self.clone(), places.clone(), work.clone(), ended.clone());
            rounds.spawn(async move {
                let _place = places.acquire_owned().await;
                for due in of_host {
                    let visited = match work.is_stopped() {
                        true => Err(AppError::Stopped),
                        false => app.visit(&due, interval, &|| !work.is_stopped()).await,
                    };
                    // Nobody listens when the collection was given up.
                    let _ = ended.send((due.source.name, visited));
                }
            });
        }
        drop(ended);
        let mut report = CollectReport::default();
        while let Some((name, visited)) = visits.recv().await {
            done += 1;
            work.progress(done, total, &name);
            self.account(&mut report, &name, visited);
        }
        while let Some(round) = rounds.join_next().await {
            round.map_err(|_| AppError::Broken("collector"))?;
        }
        Ok(report)
    }

    /// Adds a visit to the report and tells the window what it brought.
    fn account(&self, report: &mut CollectReport, name: &str, visited: Result<VisitReport, AppError>) {
        match visited {
            Ok(visit) => {
                report.sources += 1;
                report.faults.extend(visit.faults);
                add_tally(report, &visit.tally);
                self.announce_filed(&visit.tally);
            }
            Err(AppError::Stopped) => {}
            Err(error) => report.faults.push(format!("{name}: {error}")),
        }
    }
}

/// The sources of each host in their order, the host with the most first: a host is asked one request at a time, so
/// that its sources would only wait for each other in places that others could use.
fn by_host(due: Vec<Due>) -> Vec<Vec<Due>> {
    let mut hosts: HashMap<String, Vec<Due>> = HashMap::new();
    let mut order: Vec<String> = Vec::new();
    for due in due {
        let host = Url::parse(&due.source.url).map_or_else(|_| due.source.url.clone(), |url| host_key(&url));
        let of_host = hosts.entry(host.clone()).or_default();
        if of_host.is_empty() {
            order.push(host);
        }
        of_host.push(due);
    }
    let mut rounds: Vec<Vec<Due>> = order.iter().filter_map(|host| hosts.remove(host)).collect();
    rounds.sort_by_key(|round| std::cmp::Reverse(round.len()));
    rounds
}

/// Whether a source is asked on demand.
fn is_asked(kind: SourceKind, state: SourceState) -> bool {
    kind != SourceKind::Import && state != SourceState::Paused
}
