//! The one command of the window.

use chancery_app::api::types::Fault;
use chancery_app::{App, AppError};
use serde_json::Value;
use tauri::{AppHandle, Runtime, State, WebviewWindow};

use crate::host::WindowHost;
use crate::window;

/// Passes a call of the program's own window through the door. It is asynchronous, since a synchronous command freezes
/// the window while it runs.
#[tauri::command]
pub(crate) async fn call<R: Runtime>(
    handle: AppHandle<R>,
    caller: WebviewWindow<R>,
    core: State<'_, App>,
    name: String,
    payload: Value,
) -> Result<Value, Fault> {
    if caller.label() != window::LABEL {
        return Err(AppError::Refused("A page from outside asks the program for nothing.".to_owned()).fault());
    }
    core.call(&name, payload, &WindowHost::new(handle)).await
}
