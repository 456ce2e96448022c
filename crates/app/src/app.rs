use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use chancery_fetch::{Fetcher, HttpFetcher};
use serde_json::Value;
use tokio::sync::broadcast;

use crate::api::types::{Change, Fault, Progress};
use crate::api::{self, Caller};
use crate::archive::Archive;
use crate::pipeline::RuleBook;
use crate::result_sets::ResultSets;
use crate::topics::Topics;
use crate::{AppError, Clock, Host};

/// Changes that a slow listener may be behind before it is told to look at everything anew.
const CHANGES_KEPT: usize = 256;

/// The application: one archive and everything that is done with it. Cloning gives another handle on the same.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    data: PathBuf,
    archive: Archive,
    fetcher: Arc<dyn Fetcher>,
    clock: Clock,
    changes: broadcast::Sender<Change>,
    rules: Mutex<Arc<RuleBook>>,
    topics: Mutex<Topics>,
    result_sets: ResultSets,
    works: Mutex<HashMap<String, Arc<AtomicBool>>>,
    demo: AtomicBool,
    notifications: Mutex<Option<String>>,
}

impl App {
    /// Opens the archive of a data folder, made when it is not there. Call it within a tokio runtime.
    ///
    /// # Errors
    /// The folder cannot be written, the file is newer than the program, no archive, or damaged.
    pub fn open(data: &Path, clock: Clock) -> Result<Self, AppError> {
        Self::open_with(data, clock, Arc::new(HttpFetcher::new()?))
    }

    /// Opens an archive with another way to fetch; for tests.
    ///
    /// # Errors
    /// As [`App::open`].
    pub fn open_with(data: &Path, clock: Clock, fetcher: Arc<dyn Fetcher>) -> Result<Self, AppError> {
        let archive = Archive::open(data, clock.now())?;
        let inner = Inner {
            data: data.to_owned(),
            archive,
            fetcher,
            clock,
            changes: broadcast::channel(CHANGES_KEPT).0,
            rules: Mutex::default(),
            topics: Mutex::default(),
            result_sets: ResultSets::default(),
            works: Mutex::default(),
            demo: AtomicBool::new(false),
            notifications: Mutex::default(),
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Runs a call of the door.
    ///
    /// # Errors
    /// A [`Fault`] with one clear sentence.
    pub async fn call(&self, name: &str, payload: Value, host: &dyn Host) -> Result<Value, Fault> {
        let caller = Caller { app: self, host };
        api::dispatch(&caller, name, payload).await.map_err(|error| error.fault())
    }

    /// Listens to what changes. A listener that lags behind looks at everything anew.
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.inner.changes.subscribe()
    }

    /// The data folder.
    pub fn data(&self) -> &Path {
        &self.inner.data
    }

    /// Marks the archive as the throw-away one of the demonstration.
    pub fn mark_as_demo(&self) {
        self.inner.demo.store(true, Ordering::Relaxed);
    }

    /// Whether this is the throw-away archive of the demonstration.
    pub fn is_demo(&self) -> bool {
        self.inner.demo.load(Ordering::Relaxed)
    }

    /// The clock that the application was opened with.
    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// Tells whoever listens what changed.
    pub fn announce(&self, change: Change) {
        // Nobody listening is no fault.
        let _ = self.inner.changes.send(change);
    }

    /// Says in a sentence how notifications reach the user, or why they do not.
    pub(crate) fn notifications(&self) -> String {
        let described = self.inner.notifications.lock().unwrap_or_else(PoisonError::into_inner).clone();
        described
            .unwrap_or_else(|| "This process shows no notifications; the inbox has every alert.".to_owned())
    }

    pub(crate) fn describe_notifications(&self, described: String) {
        *self.inner.notifications.lock().unwrap_or_else(PoisonError::into_inner) = Some(described);
    }

    /// The file of the archive.
    pub fn archive_path(&self) -> &Path {
        self.inner.archive.path()
    }

    pub(crate) fn archive(&self) -> &Archive {
        &self.inner.archive
    }

    pub(crate) fn fetcher(&self) -> &dyn Fetcher {
        &*self.inner.fetcher
    }

    pub(crate) fn topics_held(&self) -> &Mutex<Topics> {
        &self.inner.topics
    }

    pub(crate) fn result_sets(&self) -> &ResultSets {
        &self.inner.result_sets
    }

    /// The compiled rules, compiled anew when the archive's have moved, whoever moved them.
    pub(crate) async fn rule_book(&self) -> Result<Arc<RuleBook>, AppError> {
        let language = self.language().await?;
        let held = self.inner.rules.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let known = held.is_of(&language).then(|| held.version());
        let fresh = self
            .archive()
            .read(move |reader| {
                let version = reader.rule_set_version()?;
                if Some(version) == known {
                    return Ok(None);
                }
                Ok(Some(RuleBook::compile(reader.rules()?, version, language)))
            })
            .await?;
        let Some(fresh) = fresh else { return Ok(held) };
        let fresh = Arc::new(fresh);
        *self.inner.rules.lock().unwrap_or_else(PoisonError::into_inner) = fresh.clone();
        Ok(fresh)
    }

    /// Begins a long work that [`App::stop`] can end; refused while one of this name runs.
    pub(crate) fn begin(&self, work: &'static str) -> Result<Work, AppError> {
        let mut works = self.inner.works.lock().unwrap_or_else(PoisonError::into_inner);
        if works.contains_key(work) {
            return Err(AppError::Refused(format!("Another {work} is under way: wait for it or stop it.")));
        }
        let stopped = Arc::new(AtomicBool::new(false));
        works.insert(work.to_owned(), stopped.clone());
        Ok(Work { app: self.clone(), name: work, stopped })
    }

    /// Whether a long work of this name runs.
    pub fn is_running(&self, work: &str) -> bool {
        self.inner.works.lock().unwrap_or_else(PoisonError::into_inner).contains_key(work)
    }

    /// Asks a long work to end: `collect`, `export` or `import`.
    pub fn stop(&self, work: &str) {
        if let Some(stopped) = self.inner.works.lock().unwrap_or_else(PoisonError::into_inner).get(work) {
            stopped.store(true, Ordering::Relaxed);
        }
    }
}

/// A long work under way; it ends when this is dropped, and says so.
pub(crate) struct Work {
    app: App,
    name: &'static str,
    stopped: Arc<AtomicBool>,
}

impl Work {
    /// Whether the user asked it to end.
    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// Says how far it is.
    pub(crate) fn progress(&self, done: u64, total: u64, label: &str) {
        self.app.announce(Change::Progress(self.step(done, total, label, false)));
    }

    fn step(&self, done: u64, total: u64, label: &str, ended: bool) -> Progress {
        Progress { work: self.name.to_owned(), done, total, label: label.to_owned(), ended }
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.app.inner.works.lock().unwrap_or_else(PoisonError::into_inner).remove(self.name);
        self.app.announce(Change::Progress(self.step(0, 0, "", true)));
    }
}
