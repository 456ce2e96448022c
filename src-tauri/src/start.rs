//! From the arguments to an open window, and back to nothing.

use std::error::Error;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use chancery_app::api::types::Change;
use chancery_app::notify::{DesktopNotifier, Notifier, TerminalNotifier};
use chancery_app::{App, AppError, Clock};
use tauri::{AppHandle, Manager};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};
use tempfile::TempDir;

use crate::arguments::Arguments;
use crate::{ShellError, changes, page, tray, window};

/// Which archive this window shows.
pub(crate) struct Session {
    /// The data folder.
    pub(crate) data: PathBuf,
    /// The folder of the demonstration, removed at the end.
    demo: Option<TempDir>,
}

/// The folder of the demonstration, kept until the end.
struct Throwaway(Mutex<Option<TempDir>>);

impl Session {
    /// Settles the data folder; a demonstration gets a new one.
    pub(crate) fn prepare(arguments: &Arguments) -> Result<Self, ShellError> {
        if !arguments.demo {
            return Ok(Self { data: arguments.data_folder()?, demo: None });
        }
        let folder =
            tempfile::Builder::new().prefix("chancery-demo-").tempdir().map_err(ShellError::Demonstration)?;
        Ok(Self { data: folder.path().to_owned(), demo: Some(folder) })
    }

    /// Whether this is the demonstration.
    pub(crate) fn is_demo(&self) -> bool {
        self.demo.is_some()
    }
}

/// Opens the archive and the window; an archive that cannot be opened is explained in a dialog, which ends the program.
pub(crate) fn start(app: &mut tauri::App, session: Session) -> Result<(), Box<dyn Error>> {
    let handle = app.handle();
    match open(&session) {
        Ok(core) => show(handle, core, session)?,
        Err(error) => explain(handle, &error),
    }
    Ok(())
}

/// The core needs a runtime around it: its threads and timers live in the window's.
fn open(session: &Session) -> Result<App, AppError> {
    tauri::async_runtime::block_on(async {
        let core = App::open(&session.data, Clock::system())?;
        if session.is_demo() {
            core.mark_as_demo();
        }
        Ok(core)
    })
}

fn show(handle: &AppHandle, core: App, session: Session) -> Result<(), ShellError> {
    changes::forward(handle, &core);
    let demo = session.is_demo();
    handle.manage(core.clone());
    handle.manage(page::Opened::default());
    handle.manage(Throwaway(Mutex::new(session.demo)));
    tauri::async_runtime::block_on(async { core.start(notifier(&core)) });
    if demo {
        tauri::async_runtime::spawn(fill(core));
    }
    tauri::async_runtime::spawn(end_when_asked(handle.clone()));
    handle.manage(tray::Tray::raise(handle));
    window::open(handle, demo)?;
    Ok(())
}

/// Ends the program in order, the demonstration's folder with it, when the system or the terminal asks for it.
async fn end_when_asked(handle: AppHandle) {
    asked_to_end().await;
    handle.exit(0);
}

#[cfg(unix)]
async fn asked_to_end() {
    use tokio::signal::unix::{SignalKind, signal};

    let (interrupt, terminate) = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()));
    let (Ok(mut interrupt), Ok(mut terminate)) = (interrupt, terminate) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
}

#[cfg(not(unix))]
async fn asked_to_end() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending().await
    }
}

/// The desktop's notifications; a click on one opens its statement.
fn notifier(core: &App) -> Arc<dyn Notifier> {
    let opener = core.clone();
    match DesktopNotifier::start(Box::new(move |id| opener.announce(Change::Open { id }))) {
        Ok(notifier) => Arc::new(notifier),
        Err(error) => {
            tracing::warn!(%error, "notifications go to the terminal");
            Arc::new(TerminalNotifier::new())
        }
    }
}

/// Fills the demonstration with the statements that the program ships; the window shows them as they arrive.
async fn fill(core: App) {
    if let Err(error) = core.add_samples().await {
        tracing::error!(%error, "the sample statements cannot be filed");
    }
}

fn explain(handle: &AppHandle, error: &AppError) {
    eprintln!("{error}");
    let end = handle.clone();
    handle
        .dialog()
        .message(error.to_string())
        .title("Chancery cannot open its archive")
        .kind(MessageDialogKind::Error)
        .show(move |_| end.exit(1));
}

/// Removes what was for this run alone.
pub(crate) fn end(handle: &AppHandle) {
    if let Some(folder) = handle.try_state::<Throwaway>() {
        folder.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}
