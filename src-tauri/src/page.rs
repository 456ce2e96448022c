//! The window of a page from outside: the user reads it there, and keeps it.
//!
//! The page gets nothing of the program: the window has no capability, the one command refuses it, and it goes to no
//! address of the program's own. Cookies and whatever else it stores are gone when the window closes.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chancery_app::api::types::{Change, PageOrder, PageView};
use chancery_app::{App, AppError, NotKept, PageRead, PageToOpen};
use serde::Deserialize;
use tauri::menu::{Menu, MenuItem};
use tauri::webview::{DownloadEvent, NewWindowResponse, PageLoadEvent, PermissionResponse};
use tauri::{AppHandle, Manager, Runtime, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder};
use tokio::sync::oneshot;

use crate::window;

/// The label of the window.
pub(crate) const LABEL: &str = "page";

/// The item of the window's menu.
const KEEP: &str = "keep";

/// How long a page may take to hand over its document.
const PATIENCE: Duration = Duration::from_secs(15);

/// The function that reads a document, its markup up to the length that it is given.
const READ: &str = include_str!("page.js");

/// The page that is open, as far as the program follows it.
#[derive(Default)]
pub(crate) struct Opened(Mutex<Option<Page>>);

struct Page {
    order: PageOrder,
    view: PageView,
    /// How many documents began to load.
    begun: u32,
    /// Where the address that was asked for led.
    landed: Option<String>,
}

impl Page {
    fn of(order: PageOrder) -> Self {
        let view = PageView { url: order.url.clone(), title: String::new(), loading: true, refused: None };
        Self { order, view, begun: 0, landed: None }
    }

    fn moved(&mut self, event: PageLoadEvent, url: &Url) {
        self.view.url = url.to_string();
        self.view.loading = event == PageLoadEvent::Started;
        match event {
            PageLoadEvent::Started => {
                self.begun += 1;
                (self.view.refused, self.view.title) = (None, String::new());
            }
            PageLoadEvent::Finished => {
                self.landed.get_or_insert_with(|| url.to_string());
            }
        }
    }

    /// Whether the document at this address is what was asked for, and not one that the user went on to.
    fn is_as_asked(&self, url: &str) -> bool {
        self.landed.as_deref().map_or(self.begun <= 1, |landed| landed == url)
    }
}

/// A document as [`READ`] hands it over.
#[derive(Debug, Deserialize)]
struct Document {
    url: String,
    status: u16,
    kind: String,
    loading: bool,
    markup: String,
}

/// Opens a page, in the window of the one before where it is still open.
pub(crate) fn open<R: Runtime>(handle: &AppHandle<R>, page: PageToOpen) -> Result<(), AppError> {
    let address = page.order.url.clone();
    let failed = |why: &dyn std::fmt::Display| {
        AppError::Refused(format!("No window could be opened for {address}: {why}."))
    };
    let url = Url::parse(&address).map_err(|why| failed(&why))?;
    *opened(handle) = Some(Page::of(page.order.clone()));
    let shown = match handle.get_webview_window(LABEL) {
        Some(window) => window.navigate(url).and_then(|()| window.set_focus()),
        None => build(handle, url, &page),
    };
    shown.map_err(|why| failed(&why))
}

fn build<R: Runtime>(handle: &AppHandle<R>, url: Url, page: &PageToOpen) -> tauri::Result<()> {
    let (follower, opener) = (handle.clone(), handle.clone());
    let mut builder = WebviewWindowBuilder::new(handle, LABEL, WebviewUrl::External(url.clone()))
        .title(url.host_str().unwrap_or_default())
        .inner_size(1000.0, 760.0)
        .incognito(true)
        .on_navigation(may_go_to)
        .on_new_window(move |url, _| follow(&opener, url))
        .on_permission_request(|_, _| PermissionResponse::Deny)
        .on_download(|webview, event| refuse_download(webview.app_handle(), &event))
        .on_document_title_changed(titled)
        .on_page_load(move |_, load| note(&follower, |page| page.moved(load.event(), load.url())));
    if let Ok(proxy) = Url::parse(&page.proxy) {
        builder = builder.proxy_url(proxy);
    }
    // Elsewhere than here a menu belongs to the program, not to one of its windows.
    if cfg!(not(target_os = "macos")) {
        let keep = MenuItem::with_id(handle, KEEP, &page.order.menu, true, Some("CmdOrCtrl+S"))?;
        builder = builder.menu(Menu::with_items(handle, &[&keep])?);
        builder = builder.on_menu_event(|window, event| chosen(window.app_handle(), event.id().as_ref()));
    }
    tell_of_files(&builder.build()?)
}

/// Says which answers are files that this webview does not show; it passes over them in silence.
#[cfg(target_os = "linux")]
fn tell_of_files<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    use webkit2gtk::glib::object::Cast;
    use webkit2gtk::{ResponsePolicyDecision, ResponsePolicyDecisionExt, URIRequestExt, WebViewExt};

    let handle = window.app_handle().clone();
    window.with_webview(move |webview| {
        webview.inner().connect_decide_policy(move |_, decision, _| {
            if let Some(answer) = decision.downcast_ref::<ResponsePolicyDecision>()
                && !answer.is_mime_type_supported()
            {
                let address = answer.request().and_then(|request| request.uri()).unwrap_or_default();
                refuse_file(&handle, &address);
            }
            // What becomes of it is the webview's to decide.
            false
        });
    })
}

/// Elsewhere such answers are downloads.
#[cfg(not(target_os = "linux"))]
fn tell_of_files<R: Runtime>(_: &WebviewWindow<R>) -> tauri::Result<()> {
    Ok(())
}

/// The page that is open.
pub(crate) fn view<R: Runtime>(handle: &AppHandle<R>) -> Option<PageView> {
    opened(handle).as_ref().map(|page| page.view.clone())
}

/// Reads the page that is open.
pub(crate) async fn read<R: Runtime>(handle: &AppHandle<R>) -> Result<PageRead, AppError> {
    let none_open = || AppError::Refused("No page is open in a window: open one first.".to_owned());
    let window = handle.get_webview_window(LABEL).ok_or_else(none_open)?;
    let document = document(&window).await?;
    let status = status(&window).await.unwrap_or(document.status);
    let opened = opened(handle);
    let page = opened.as_ref().ok_or_else(none_open)?;
    if document.url.starts_with("about:") {
        // What the webview shows in place of an address that did not answer.
        return Err(NotKept::NotLoaded(page.view.url.clone()).into());
    }
    if document.kind == "application/pdf" {
        return Err(NotKept::File(document.url).into());
    }
    if document.loading {
        return Err(NotKept::Loading(document.url).into());
    }
    Ok(PageRead {
        asked: page.order.url.clone(),
        source: page.order.source.clone(),
        as_asked: page.is_as_asked(&document.url),
        url: document.url,
        status,
        markup: document.markup,
    })
}

async fn document<R: Runtime>(window: &WebviewWindow<R>) -> Result<Document, AppError> {
    let silent = || AppError::Refused("The page does not answer: reload it, or open it again.".to_owned());
    let (answer, answered) = oneshot::channel();
    let answer = Mutex::new(Some(answer));
    let take = move |document: String| {
        if let Some(answer) = answer.lock().unwrap_or_else(PoisonError::into_inner).take() {
            // Who asked may have given up.
            let _ = answer.send(document);
        }
    };
    // One more than may be kept, so that what is too long is known to be.
    let script = format!("{READ}({})", PageRead::LARGEST + 1);
    window.eval_with_callback(script, take).map_err(|_| silent())?;
    let document = tokio::time::timeout(PATIENCE, answered).await.map_err(|_| silent())?;
    serde_json::from_str(&document.map_err(|_| silent())?).map_err(|_| silent())
}

/// The HTTP status that the document came with. This webview does not tell it to scripts.
#[cfg(target_os = "linux")]
async fn status<R: Runtime>(window: &WebviewWindow<R>) -> Option<u16> {
    use webkit2gtk::{URIResponseExt, WebResourceExt, WebViewExt};

    let (answer, answered) = oneshot::channel();
    let look = move |webview: tauri::webview::PlatformWebview| {
        let response = webview.inner().main_resource().and_then(|document| document.response());
        // As above.
        let _ = answer.send(response.map(|response| response.status_code()));
    };
    window.with_webview(look).ok()?;
    let status = tokio::time::timeout(PATIENCE, answered).await.ok()?.ok()??;
    u16::try_from(status).ok()
}

/// Elsewhere the document itself says its status, where that is known.
#[cfg(not(target_os = "linux"))]
async fn status<R: Runtime>(_: &WebviewWindow<R>) -> Option<u16> {
    None
}

/// Closes the window.
pub(crate) fn close<R: Runtime>(handle: &AppHandle<R>) {
    let closed = handle.get_webview_window(LABEL).map_or(Ok(()), |window| window.destroy());
    if let Err(error) = closed {
        tracing::warn!(%error, "the window of a page cannot be closed");
    }
}

/// Forgets the page; its window is gone.
pub(crate) fn forget<R: Runtime>(handle: &AppHandle<R>) {
    opened(handle).take();
    announce(handle, Change::Page);
}

fn opened<R: Runtime>(handle: &AppHandle<R>) -> MutexGuard<'_, Option<Page>> {
    handle.state::<Opened>().inner().0.lock().unwrap_or_else(PoisonError::into_inner)
}

fn note<R: Runtime>(handle: &AppHandle<R>, what: impl FnOnce(&mut Page)) {
    if let Some(page) = opened(handle).as_mut() {
        what(page);
    }
    announce(handle, Change::Page);
}

fn announce<R: Runtime>(handle: &AppHandle<R>, change: Change) {
    handle.state::<App>().announce(change);
}

fn titled<R: Runtime>(window: WebviewWindow<R>, title: String) {
    let host = window.url().ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    // The host first: a page can call itself anything.
    if let Err(error) = window.set_title(&format!("{host} — {title}")) {
        tracing::debug!(%error, "the window of a page keeps its title");
    }
    note(window.app_handle(), |page| page.view.title = title);
}

/// What would open another window opens here.
fn follow<R: Runtime>(handle: &AppHandle<R>, url: Url) -> NewWindowResponse<R> {
    if may_go_to(&url)
        && let Some(window) = handle.get_webview_window(LABEL)
        && let Err(error) = window.navigate(url)
    {
        tracing::debug!(%error, "a link of a page leads nowhere");
    }
    NewWindowResponse::Deny
}

fn refuse_download<R: Runtime>(handle: &AppHandle<R>, event: &DownloadEvent<'_>) -> bool {
    if let DownloadEvent::Requested { url, .. } = event {
        refuse_file(handle, url.as_str());
    }
    false
}

fn refuse_file<R: Runtime>(handle: &AppHandle<R>, address: &str) {
    note(handle, |page| (page.view.refused, page.view.loading) = (Some(address.to_owned()), false));
}

fn chosen<R: Runtime>(handle: &AppHandle<R>, item: &str) {
    if item == KEEP {
        window::bring_to_front(handle);
        announce(handle, Change::Keep);
    }
}

/// Pages of the web and what they are made of; none of the program's own, which stand under `localhost` names.
fn may_go_to(url: &Url) -> bool {
    let web = matches!(url.scheme(), "http" | "https") && url.has_host();
    let own = url.host_str().is_some_and(|host| host.ends_with(".localhost"));
    (web && !own) || matches!(url.scheme(), "about" | "blob")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_goes_to_the_web_alone() {
        let goes = |address: &str| may_go_to(&Url::parse(address).unwrap());
        assert!(goes("https://mfa.example.org/") && goes("http://127.0.0.1:8080/") && goes("about:blank"));
        for other in [
            "tauri://localhost/",
            "http://tauri.localhost/",
            "https://ipc.localhost/call",
            "file:///etc/passwd",
            "data:text/html,x",
            "javascript:alert(1)",
        ] {
            assert!(!goes(other), "{other}");
        }
    }

    #[test]
    fn a_page_that_the_user_went_on_to_is_not_what_was_asked_for() {
        let order = PageOrder { url: "http://a.example/1".to_owned(), source: None, menu: String::new() };
        let mut page = Page::of(order);
        let [asked, led, other] = ["http://a.example/1", "https://a.example/en/1", "https://a.example/2"];
        page.moved(PageLoadEvent::Started, &Url::parse(asked).unwrap());
        assert!(page.is_as_asked(led), "it may be kept before it is whole");
        page.moved(PageLoadEvent::Finished, &Url::parse(led).unwrap());
        assert!(page.is_as_asked(led) && !page.view.loading);
        page.moved(PageLoadEvent::Started, &Url::parse(other).unwrap());
        assert!(!page.is_as_asked(other));
        page.moved(PageLoadEvent::Finished, &Url::parse(other).unwrap());
        assert!(!page.is_as_asked(other));
    }
}
