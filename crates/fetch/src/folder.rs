use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use chancery_model::{Fetched, Request};
use chrono::{DateTime, Utc};
use url::Url;

use crate::{Answer, BoxFuture, FetchFault, Fetcher, Unchanged};

/// Answers from files: `http://host/a/b.xml` is `FOLDER/host/a/b.xml`, and an address that ends in `/` its `index`.
/// It gives entity tags and honours them, so that a second visit finds nothing new.
pub struct FolderFetcher {
    folder: PathBuf,
}

impl FolderFetcher {
    /// Makes a fetcher over a folder.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    fn answer(&self, request: &Request, now: DateTime<Utc>) -> Result<Answer, FetchFault> {
        let missing = || FetchFault::Status { url: request.url.clone(), status: 404, retry_after: None };
        let path = path_of(&request.url).map(|path| self.folder.join(path)).ok_or_else(missing)?;
        let bytes = std::fs::read(&path).map_err(|_| missing())?;
        let etag = entity_tag(&bytes);
        if request.validators.etag.as_deref() == Some(&*etag) {
            return Ok(Answer::NotModified(Unchanged {
                validators: request.validators.clone(),
                final_url: request.url.clone(),
                moved_permanently: false,
                headers: Vec::new(),
            }));
        }
        let headers =
            vec![("content-type".to_owned(), media_type(&path).to_owned()), ("etag".to_owned(), etag)];
        Ok(Answer::Fetched(Fetched {
            url: request.url.clone(),
            final_url: request.url.clone(),
            redirects: Vec::new(),
            moved_permanently: false,
            status: 200,
            headers,
            bytes,
            at: now,
        }))
    }
}

/// Returns the path of an address below the folder; none for one that would lead out of it.
fn path_of(address: &str) -> Option<PathBuf> {
    let url = Url::parse(address).ok()?;
    let mut path = PathBuf::from(url.host_str()?);
    for segment in url.path_segments()? {
        let plain = !segment.contains(['\\', ':']) && segment != "..";
        path.push(if segment.is_empty() {
            "index"
        } else if plain {
            segment
        } else {
            return None;
        });
    }
    Some(path)
}

fn entity_tag(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|end| end.to_str()) {
        Some("xml" | "rss" | "atom" | "rdf") => "application/xml",
        Some("json") => "application/json",
        Some("html" | "htm") | None => "text/html",
        Some(_) => "text/plain",
    }
}

impl Fetcher for FolderFetcher {
    fn fetch<'a>(
        &'a self,
        request: &'a Request,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, Result<Answer, FetchFault>> {
        Box::pin(async move { self.answer(request, now) })
    }

    fn fetch_page<'a>(
        &'a self,
        request: &'a Request,
        now: DateTime<Utc>,
    ) -> BoxFuture<'a, Result<Answer, FetchFault>> {
        self.fetch(request, now)
    }
}
