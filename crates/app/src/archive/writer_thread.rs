use std::thread::JoinHandle;

use chancery_store::{Error as StoreError, Writer};
use tokio::sync::{mpsc, oneshot};

use crate::AppError;

/// Jobs that may wait: a slow disk then slows the network instead of filling the memory.
const WAITING: usize = 64;

type Job = Box<dyn FnOnce(&mut Writer) + Send>;

/// The one thread that owns the read-write connection.
pub(super) struct WriterThread {
    jobs: Option<mpsc::Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl WriterThread {
    pub(super) fn start(mut writer: Writer) -> Result<Self, AppError> {
        let (jobs, mut waiting) = mpsc::channel::<Job>(WAITING);
        let thread = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || {
                while let Some(job) = waiting.blocking_recv() {
                    job(&mut writer);
                }
            })
            .map_err(|why| AppError::file("store-writer", why))?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    pub(super) async fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Writer) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, AppError> {
        let (answer, answered) = oneshot::channel();
        let boxed: Job = Box::new(move |writer| {
            // Nobody waiting for the answer is no reason not to do the work.
            let _ = answer.send(job(writer));
        });
        let jobs = self.jobs.as_ref().ok_or(AppError::Broken("writer"))?;
        jobs.send(boxed).await.map_err(|_| AppError::Broken("writer"))?;
        Ok(answered.await.map_err(|_| AppError::Broken("writer"))??)
    }
}

impl Drop for WriterThread {
    /// Lets the jobs that wait finish: what was accepted is written.
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
