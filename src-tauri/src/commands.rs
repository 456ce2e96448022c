//! The one command of the window.

use chancery_app::App;
use chancery_app::api::types::Fault;
use serde_json::Value;
use tauri::{AppHandle, Runtime, State};

use crate::host::WindowHost;

/// Passes a call through the door. It is asynchronous, since a synchronous command freezes the window while it runs.
#[tauri::command]
pub(crate) async fn call<R: Runtime>(
    handle: AppHandle<R>,
    core: State<'_, App>,
    name: String,
    payload: Value,
) -> Result<Value, Fault> {
    core.call(&name, payload, &WindowHost::new(handle)).await
}
