//! The window: it shows the core to the user and lends it what only a desktop has.

mod arguments;
mod changes;
mod commands;
mod host;
mod instance;
mod log;
mod page;
mod start;
mod tray;
mod window;

use std::process::ExitCode;

use clap::Parser;
use tauri::{Builder, RunEvent, Wry};

use crate::arguments::Arguments;
use crate::start::Session;

/// Runs the window until it is closed.
pub fn main() -> ExitCode {
    log::start();
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Why the window could not be opened.
#[derive(Debug, thiserror::Error)]
enum ShellError {
    /// Neither `--data` nor the system names a folder.
    #[error("The system names no folder for data; give one with --data.")]
    NoDataFolder,
    /// The folder of the demonstration cannot be made.
    #[error("A folder for the demonstration cannot be made: {0}.")]
    Demonstration(#[source] std::io::Error),
    /// The window system refused.
    #[error("The window cannot be opened: {0}.")]
    Window(#[from] tauri::Error),
}

fn run(arguments: &Arguments) -> Result<(), ShellError> {
    let session = Session::prepare(arguments)?;
    builder(&session)
        .invoke_handler(tauri::generate_handler![commands::call])
        .setup(move |app| start::start(app, session))
        .build(tauri::generate_context!("../tauri.conf.json"))?
        .run(|app, event| {
            if matches!(event, RunEvent::Exit) {
                start::end(app);
            }
        });
    Ok(())
}

fn builder(session: &Session) -> Builder<Wry> {
    let builder = Builder::default();
    let builder = match instance::plugin(session) {
        Some(plugin) => builder.plugin(plugin),
        None => builder,
    };
    builder
        .plugin(tauri_plugin_dialog::init())
        // Its script would take the links of a page that the user keeps; the program's own window has none for it.
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .plugin(window::remembering(session))
        .on_window_event(window::on_event)
}
