use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use chancery_store::{Error as StoreError, InterruptHandle, Reader};
use tokio::sync::Semaphore;

use crate::AppError;

/// Read-only connections at most: more would only wait for the same two or four cores.
const AT_MOST: usize = 4;

/// The read-only connections.
pub(super) struct Readers {
    path: PathBuf,
    idle: Arc<Mutex<Vec<Reader>>>,
    permits: Arc<Semaphore>,
    latest: Arc<Mutex<Option<InterruptHandle>>>,
}

impl Readers {
    pub(super) fn open(path: &Path) -> Result<Self, AppError> {
        let idle = Arc::new(Mutex::new(vec![Reader::open(path)?]));
        let permits = Arc::new(Semaphore::new(AT_MOST));
        Ok(Self { path: path.to_owned(), idle, permits, latest: Arc::default() })
    }

    /// Runs a query on an idle connection.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        query: impl FnOnce(&Reader) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, AppError> {
        let permit = self.permits.clone().acquire_owned().await.map_err(|_| AppError::Broken("readers"))?;
        let (path, idle) = (self.path.clone(), self.idle.clone());
        let work = move || {
            let _permit = permit;
            let waiting = idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let reader = waiting.map_or_else(|| Reader::open(&path), Ok)?;
            let answer = query(&reader);
            idle.lock().unwrap_or_else(PoisonError::into_inner).push(reader);
            answer
        };
        Ok(tokio::task::spawn_blocking(work).await.map_err(|_| AppError::Broken("reader"))??)
    }

    /// Runs a query that replaces the one before of this kind: that one is interrupted, so typing queues nothing up.
    pub(super) async fn run_latest<T: Send + 'static>(
        &self,
        query: impl FnOnce(&Reader) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, AppError> {
        let latest = self.latest.clone();
        if let Some(running) = latest.lock().unwrap_or_else(PoisonError::into_inner).take() {
            running.interrupt();
        }
        let noted = latest.clone();
        self.run(move |reader| {
            *noted.lock().unwrap_or_else(PoisonError::into_inner) = Some(reader.interrupt_handle());
            let answer = query(reader);
            *noted.lock().unwrap_or_else(PoisonError::into_inner) = None;
            answer
        })
        .await
    }
}
