//! The icon in the desktop's tray, where there is one.

use tauri::menu::{Menu, MenuItem};
use tauri::tray::{TrayIcon, TrayIconBuilder};
use tauri::{AppHandle, Wry};

use crate::window;

/// The tray icon, when this desktop shows one.
pub(crate) struct Tray(Option<TrayIcon<Wry>>);

impl Tray {
    /// Puts the icon into the tray; on a desktop without one the program goes on without.
    pub(crate) fn raise(handle: &AppHandle) -> Self {
        if !desktop::has_tray() {
            return Self(None);
        }
        Self(build(handle).inspect_err(|error| tracing::warn!(%error, "no tray icon")).ok())
    }

    /// Whether the user can bring a hidden window back.
    pub(crate) fn is_shown(&self) -> bool {
        self.0.is_some()
    }
}

fn build(handle: &AppHandle) -> tauri::Result<TrayIcon<Wry>> {
    let show = MenuItem::with_id(handle, "show", "Show Chancery", true, None::<&str>)?;
    let quit = MenuItem::with_id(handle, "quit", "Quit", true, None::<&str>)?;
    let mut tray = TrayIconBuilder::with_id("chancery")
        .tooltip("Chancery collects official statements")
        .menu(&Menu::with_items(handle, &[&show, &quit])?)
        .on_menu_event(|handle, event| match event.id().as_ref() {
            "show" => window::bring_to_front(handle),
            "quit" => handle.exit(0),
            _ => {}
        });
    if let Some(icon) = handle.default_window_icon() {
        tray = tray.icon(icon.clone());
    }
    tray.build(handle)
}

/// macOS and Windows always have a tray.
#[cfg(not(target_os = "linux"))]
mod desktop {
    pub(super) fn has_tray() -> bool {
        true
    }
}

#[cfg(target_os = "linux")]
mod desktop {
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use zbus::zvariant::OwnedValue;

    /// The names under which the library is installed, as the tray looks for it.
    const LIBRARIES: &[&str] = &["libayatana-appindicator3.so.1", "libappindicator3.so.1"];
    /// How long the desktop may take to say whether it has a tray.
    const TIME_LIMIT: Duration = Duration::from_secs(1);

    /// Whether an icon can be made and would be seen: the library is there, and the desktop shows what it is given.
    ///
    /// Without the library making the icon would panic; without a tray a hidden window could not be brought back.
    pub(super) fn has_tray() -> bool {
        LIBRARIES.iter().any(|name| can_be_loaded(name)) && is_shown_by_the_desktop()
    }

    #[expect(
        unsafe_code,
        reason = "loading a library runs its initialisers; the tray would load the same one"
    )]
    fn can_be_loaded(library: &str) -> bool {
        // SAFETY: these libraries have no initialisers with demands on their caller; GTK programs load them anywhere.
        unsafe { libloading::Library::new(library) }.is_ok()
    }

    /// Asks on a thread of its own: a desktop that hangs must not hold the window.
    fn is_shown_by_the_desktop() -> bool {
        let (answer, answered) = channel();
        let ask = move || {
            // Who asked may have given up.
            let _ = answer.send(has_host().unwrap_or(false));
        };
        let asked = std::thread::Builder::new().name("tray-probe".to_owned()).spawn(ask);
        asked.is_ok() && answered.recv_timeout(TIME_LIMIT).unwrap_or(false)
    }

    fn has_host() -> zbus::Result<bool> {
        let bus = zbus::blocking::Connection::session()?;
        let answer = bus.call_method(
            Some("org.kde.StatusNotifierWatcher"),
            "/StatusNotifierWatcher",
            Some("org.freedesktop.DBus.Properties"),
            "Get",
            &("org.kde.StatusNotifierWatcher", "IsStatusNotifierHostRegistered"),
        )?;
        Ok(bool::try_from(answer.body().deserialize::<OwnedValue>()?)?)
    }
}
