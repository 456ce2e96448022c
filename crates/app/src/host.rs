use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;

use crate::api::types::{PageOrder, PageView};
use crate::{AppError, PageRead};

/// What a host answers later.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, AppError>> + Send + 'a>>;

/// A page to be opened in a window of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct PageToOpen {
    /// What is opened; the address is a whole http or https one.
    pub order: PageOrder,
    /// The proxy that the user set, as for all that is fetched; empty: as the system has it.
    pub proxy: String,
}

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

    /// Opens a page in a window of its own, in place of the one that stands there.
    fn open_page(&self, _page: PageToOpen) -> Answer<'_, ()> {
        let refused = "Only the desktop program opens pages in a window: save the page in your browser, and file it by \
            `chancery import FILE --captured --url ADDRESS`.";
        Box::pin(async move { Err(AppError::Refused(refused.to_owned())) })
    }

    /// The page that is open in its window; `None`: no such window is open.
    fn opened_page(&self) -> Answer<'_, Option<PageView>> {
        Box::pin(async { Ok(None) })
    }

    /// Reads the page that is open in its window.
    fn read_page(&self) -> Answer<'_, PageRead> {
        let refused = "No page is open in a window: open one first.";
        Box::pin(async move { Err(AppError::Refused(refused.to_owned())) })
    }

    /// Closes the window of the page, when one is open.
    fn close_page(&self) -> Answer<'_, ()> {
        Box::pin(async { Ok(()) })
    }
}
