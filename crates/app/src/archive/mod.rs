//! The archive behind one writer thread and a few readers.

mod readers;
mod writer_thread;

use std::path::{Path, PathBuf};

use chancery_store::{Error as StoreError, Reader, Writer};
use chrono::{DateTime, Utc};

use crate::AppError;
use readers::Readers;
use writer_thread::WriterThread;

/// The file's name in the data folder.
const FILE: &str = "chancery.sqlite";

/// One archive: jobs for the writer go one after another, reads run beside them.
pub(crate) struct Archive {
    writer: WriterThread,
    readers: Readers,
    path: PathBuf,
}

impl Archive {
    /// Opens the archive of a data folder, made when it is not there.
    pub(crate) fn open(data: &Path, now: DateTime<Utc>) -> Result<Self, AppError> {
        std::fs::create_dir_all(data).map_err(|why| AppError::file(data, why))?;
        let path = data.join(FILE);
        let writer = WriterThread::start(Writer::open(&path, now)?)?;
        let readers = Readers::open(&path)?;
        Ok(Self { writer, readers, path })
    }

    /// The file.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Runs a job on the writer's thread.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Writer) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, AppError> {
        self.writer.run(job).await
    }

    /// Runs a query on a reader, off the runtime's threads.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        query: impl FnOnce(&Reader) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, AppError> {
        self.readers.run(query).await
    }

    /// Runs a search on a reader; a newer search interrupts it.
    pub(crate) async fn search<T: Send + 'static>(
        &self,
        query: impl FnOnce(&Reader) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, AppError> {
        self.readers.run_latest(query).await
    }
}
