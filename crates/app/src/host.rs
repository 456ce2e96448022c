use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;

use crate::AppError;

/// What a host answers later.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, AppError>> + Send + 'a>>;

/// Who is asking: the window, or a browser on loopback. It can do for the user what a core cannot.
pub trait Host: Send + Sync {
    /// Lets the user choose where a file is written; `None`: the user gave up.
    fn save_file<'a>(&'a self, suggested: &'a str) -> Answer<'a, Option<PathBuf>>;

    /// Lets the user choose files to read; empty: the user gave up.
    fn open_files(&self) -> Answer<'_, Vec<PathBuf>>;

    /// Lets the user choose lists of sources to read; empty: the user gave up.
    fn open_lists(&self) -> Answer<'_, Vec<PathBuf>> {
        self.open_files()
    }

    /// Lets the user choose a folder to be watched; `None`: the user gave up.
    fn open_folder(&self) -> Answer<'_, Option<PathBuf>> {
        let refused = "No folder can be chosen here: type its whole path.";
        Box::pin(async move { Err(AppError::Refused(refused.to_owned())) })
    }

    /// Opens an http or https address in the user's browser.
    fn open_address<'a>(&'a self, url: &'a str) -> Answer<'a, ()>;
}
