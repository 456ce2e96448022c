//! The checkout.

use std::path::PathBuf;

/// The folder of the workspace.
pub fn root() -> PathBuf {
    let xtask = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().map_or_else(|| xtask.clone(), std::path::Path::to_path_buf)
}

/// The folder of the window's sources.
pub fn ui() -> PathBuf {
    root().join("ui")
}
