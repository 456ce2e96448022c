//! How alerts that a command raised are brought to the user's eye.

use std::sync::Arc;

use chancery_app::App;
use chancery_app::notify::{DesktopNotifier, Notifier, TerminalNotifier};

/// The desktop's notifications where there is a desktop, else the terminal.
pub fn of_this_session() -> Arc<dyn Notifier> {
    let desktop = has_desktop().then(|| DesktopNotifier::start(Box::new(|_| {})));
    match desktop {
        Some(Ok(desktop)) => Arc::new(desktop),
        _ => Arc::new(TerminalNotifier::new()),
    }
}

/// On Linux a desktop is where a session bus is; elsewhere it always is.
fn has_desktop() -> bool {
    !cfg!(target_os = "linux")
        || std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some_and(|address| !address.is_empty())
}

/// Tells of the alerts that wait. That it failed is no fault of the command: the inbox has them.
pub async fn tell(app: &App) {
    let _ = app.tell_once(of_this_session()).await;
}
