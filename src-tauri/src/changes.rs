//! What moved in the core, told to the window.

use chancery_app::App;
use chancery_app::api::types::Change;
use tauri::{AppHandle, Emitter};
use tokio::sync::broadcast::error::RecvError;

use crate::window;

/// The one event of the window.
const EVENT: &str = "changed";

/// Forwards the core's changes to the window for as long as the core lives.
pub(crate) fn forward(handle: &AppHandle, core: &App) {
    let (handle, mut changes) = (handle.clone(), core.changes());
    tauri::async_runtime::spawn(async move {
        loop {
            match changes.recv().await {
                Ok(change) => tell(&handle, &change),
                Err(RecvError::Lagged(_)) => everything().iter().for_each(|change| tell(&handle, change)),
                Err(RecvError::Closed) => return,
            }
        }
    });
}

fn tell(handle: &AppHandle, change: &Change) {
    if matches!(change, Change::Open { .. }) {
        window::bring_to_front(handle);
    }
    if let Err(error) = handle.emit_to(window::LABEL, EVENT, change) {
        tracing::error!(%error, "the window cannot be told of a change");
    }
}

/// For a window that fell behind: it looks at everything anew.
fn everything() -> [Change; 5] {
    [Change::Statements { new: 0 }, Change::Alerts, Change::Rules, Change::Sources, Change::Settings]
}
