//! The window itself: how it opens, closes and comes to the front.

use tauri::plugin::TauriPlugin;
use tauri::{
    AppHandle, CloseRequestApi, Manager, Runtime, Url, WebviewUrl, WebviewWindowBuilder, Window, WindowEvent,
    Wry,
};
use tauri_plugin_window_state::StateFlags;

use crate::page;
use crate::start::Session;
use crate::tray::Tray;

/// The label of the program's own window.
pub(crate) const LABEL: &str = "main";

/// Opens the window, in the size and place that it had.
pub(crate) fn open(handle: &AppHandle, demo: bool) -> tauri::Result<()> {
    let title = if demo { "Chancery (demonstration)" } else { "Chancery" };
    WebviewWindowBuilder::new(handle, LABEL, WebviewUrl::default())
        .title(title)
        .inner_size(1280.0, 800.0)
        .min_inner_size(480.0, 400.0)
        .on_navigation(is_own)
        .build()?;
    Ok(())
}

/// Remembers size and place beside the archive.
pub(crate) fn remembering(session: &Session) -> TauriPlugin<Wry> {
    let file = std::path::absolute(session.data.join("window.json")).unwrap_or_else(|_| "window.json".into());
    tauri_plugin_window_state::Builder::new()
        .with_filename(file.to_string_lossy())
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .build()
}

/// Follows what happens to the windows.
pub(crate) fn on_event(window: &Window, event: &WindowEvent) {
    match (window.label(), event) {
        (LABEL, WindowEvent::CloseRequested { api, .. }) => hide_instead(window, api),
        // The window of a page does not outlive the program's own.
        (LABEL, WindowEvent::Destroyed) => page::close(window.app_handle()),
        (page::LABEL, WindowEvent::Destroyed) => page::forget(window.app_handle()),
        _ => {}
    }
}

/// Keeps the program collecting behind its tray icon when the window is closed; without one, closing ends it.
fn hide_instead(window: &Window, api: &CloseRequestApi) {
    if window.try_state::<Tray>().is_some_and(|tray| tray.is_shown()) && window.hide().is_ok() {
        api.prevent_close();
    }
}

/// Shows the window in front of the others, wherever it was.
pub(crate) fn bring_to_front<R: Runtime>(handle: &AppHandle<R>) {
    let Some(window) = handle.get_webview_window(LABEL) else { return };
    let shown = window.show().and_then(|()| window.unminimize()).and_then(|()| window.set_focus());
    if let Err(error) = shown {
        tracing::warn!(%error, "the window cannot be brought to the front");
    }
}

/// The window shows nothing but the program's own pages.
fn is_own(url: &Url) -> bool {
    let own_host = matches!(url.host_str(), None | Some("localhost" | "tauri.localhost"));
    let development = cfg!(debug_assertions) && url.as_str().starts_with("http://127.0.0.1:5173/");
    development || url.scheme() == "about" || (matches!(url.scheme(), "tauri" | "http" | "https") && own_host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_goes_nowhere_else() {
        let own = |address: &str| is_own(&Url::parse(address).unwrap());
        assert!(own("tauri://localhost/"));
        assert!(own("http://tauri.localhost/index.html"));
        for other in
            ["https://example.org/", "file:///etc/passwd", "data:text/html,x", "http://127.0.0.1:8080/"]
        {
            assert!(!own(other), "{other}");
        }
    }
}
