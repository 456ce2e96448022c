//! What the window does for the core: it asks the user for files, opens the browser, and pages in a window of their own.

use std::path::PathBuf;

use chancery_app::api::types::PageView;
use chancery_app::{Answer, AppError, Host, PageRead, PageToOpen};
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::{DialogExt, FilePath};
use tauri_plugin_opener::OpenerExt;
use tokio::sync::oneshot;

use crate::page;

/// The kinds of file that can be imported.
const IMPORTED: &[&str] =
    &["txt", "md", "html", "htm", "xml", "atom", "rss", "json", "eml", "mht", "mhtml", "pdf", "docx"];

/// The kinds of file that lists of sources are.
const LISTS: &[&str] = &["opml", "xml", "csv"];

/// The core's host in the window.
pub(crate) struct WindowHost<R: Runtime> {
    handle: AppHandle<R>,
}

impl<R: Runtime> WindowHost<R> {
    pub(crate) fn new(handle: AppHandle<R>) -> Self {
        Self { handle }
    }

    async fn pick(&self, name: &str, endings: &[&str]) -> Result<Vec<PathBuf>, AppError> {
        let (answer, answered) = oneshot::channel();
        let dialog = self.handle.dialog().file().set_title("Import");
        dialog.add_filter(name, endings).pick_files(move |files| {
            // The call may have ended while the dialog stood open.
            let _ = answer.send(files);
        });
        Ok(answered.await.ok().flatten().unwrap_or_default().into_iter().filter_map(path).collect())
    }
}

impl<R: Runtime> Host for WindowHost<R> {
    fn save_file<'a>(&'a self, suggested: &'a str) -> Answer<'a, Option<PathBuf>> {
        Box::pin(async move {
            let (answer, answered) = oneshot::channel();
            let dialog = self.handle.dialog().file().set_title("Export").set_file_name(suggested);
            let ending = suggested.rsplit_once('.').map_or("csv", |(_, ending)| ending);
            dialog.add_filter(ending.to_uppercase(), &[ending]).save_file(move |file| {
                // As above.
                let _ = answer.send(file);
            });
            Ok(answered.await.ok().flatten().and_then(path))
        })
    }

    fn open_files(&self) -> Answer<'_, Vec<PathBuf>> {
        Box::pin(self.pick("Statements and feeds", IMPORTED))
    }

    fn open_lists(&self) -> Answer<'_, Vec<PathBuf>> {
        Box::pin(self.pick("Lists of sources", LISTS))
    }

    fn open_folder(&self) -> Answer<'_, Option<PathBuf>> {
        Box::pin(async move {
            let (answer, answered) = oneshot::channel();
            self.handle.dialog().file().set_title("Watch a folder").pick_folder(move |folder| {
                // As above.
                let _ = answer.send(folder);
            });
            Ok(answered.await.ok().flatten().and_then(path))
        })
    }

    fn open_address<'a>(&'a self, url: &'a str) -> Answer<'a, ()> {
        Box::pin(async move {
            if !is_web_address(url) {
                return Err(AppError::Refused(format!("“{url}” is no web address, so it is not opened.")));
            }
            self.handle
                .opener()
                .open_url(url, None::<&str>)
                .map_err(|why| AppError::Refused(format!("No browser could be started for {url}: {why}.")))
        })
    }

    fn open_page(&self, page: PageToOpen) -> Answer<'_, ()> {
        Box::pin(async move { page::open(&self.handle, page) })
    }

    fn opened_page(&self) -> Answer<'_, Option<PageView>> {
        Box::pin(async { Ok(page::view(&self.handle)) })
    }

    fn read_page(&self) -> Answer<'_, PageRead> {
        Box::pin(page::read(&self.handle))
    }

    fn close_page(&self) -> Answer<'_, ()> {
        Box::pin(async {
            page::close(&self.handle);
            Ok(())
        })
    }
}

fn path(file: FilePath) -> Option<PathBuf> {
    file.into_path().ok()
}

/// Whether this may be handed to the system: what statements carry is not trusted, and other schemes start programs.
fn is_web_address(url: &str) -> bool {
    tauri::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_opened() {
        assert!(is_web_address("https://www.un.org/securitycouncil/"));
        assert!(is_web_address("HTTP://example.org"));
        for other in
            ["file:///etc/passwd", "javascript:alert(1)", "mailto:a@b", "https://", "-x", "example.org", ""]
        {
            assert!(!is_web_address(other), "{other}");
        }
    }
}
