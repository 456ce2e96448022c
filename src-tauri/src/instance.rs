//! One window for each data folder.

use sha2::{Digest, Sha256};
use tauri::Wry;
use tauri::plugin::TauriPlugin;

use crate::start::Session;
use crate::window;

/// Makes a second start bring the first window to the front; a demonstration may run beside anything.
pub(crate) fn plugin(session: &Session) -> Option<TauriPlugin<Wry>> {
    if session.is_demo() {
        return None;
    }
    let folder = std::path::absolute(&session.data).unwrap_or_else(|_| session.data.clone());
    let builder = tauri_plugin_single_instance::Builder::new()
        .callback(|handle, _arguments, _folder| window::bring_to_front(handle))
        .dbus_id(bus_name(&folder.to_string_lossy()));
    Some(builder.build())
}

/// A name on the D-Bus that is the data folder's own.
fn bus_name(folder: &str) -> String {
    let digest = Sha256::digest(folder.as_bytes());
    let digits: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("org.chancery.desktop.folder_{digits}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_folder_has_a_name_of_its_own() {
        assert_eq!(bus_name("/a"), bus_name("/a"));
        assert_ne!(bus_name("/a"), bus_name("/b"));
        assert!(bus_name("/a").chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '_'));
    }
}
