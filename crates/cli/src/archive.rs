//! The archive opened for one command.

use std::future::Future;

use anyhow::Context;
use chancery_app::{App, Clock};

use crate::arguments::DataFolder;

/// Opens the archive and runs a piece of work on it.
pub fn with<T, F: Future<Output = anyhow::Result<T>>>(
    data: &DataFolder,
    work: impl FnOnce(App) -> F,
) -> anyhow::Result<T> {
    let path = data.path()?;
    runtime()?.block_on(async {
        let app = App::open(&path, Clock::system())?;
        work(app).await
    })
}

/// The runtime of timers and sockets; what computes has threads of its own.
pub fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.context("The program could not start its threads.")
}
