//! `cargo xtask bundle`: packages that a user can install.

use crate::fault::Outcome;
use crate::system::{self, Need};
use crate::{steps, tree, ui};

/// The Tauri command line that makes packages, run by npx: it is large, and nothing else needs it.
const TAURI: &str = "@tauri-apps/cli@2.12.5";

/// Builds a release and packs it: .deb and .rpm on Linux, what the system uses elsewhere.
pub fn bundle(arguments: &[String]) -> Outcome {
    system::node()?;
    system::provide(Need::Window)?;
    ui::install()?;
    let mut call = vec!["--yes", "--package", TAURI, "tauri", "build"];
    call.extend(arguments.iter().map(String::as_str));
    steps::program("npx", &call, &tree::root())
}
