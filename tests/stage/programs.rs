//! Where the built programs and the checkout are.

use std::path::PathBuf;

/// The top of the checkout.
pub fn checkout() -> PathBuf {
    let tests = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("tests/ lies in the checkout").to_owned()
}

/// The window's program.
pub fn desktop() -> PathBuf {
    built("chancery-desktop")
}

/// The command line's program.
pub fn command_line() -> PathBuf {
    built("chancery")
}

/// The built window's files.
pub fn ui() -> PathBuf {
    let dist = checkout().join("ui/dist");
    assert!(
        dist.join("index.html").exists(),
        "ui/dist is not built; `cargo xtask test --only desktop` builds it"
    );
    dist
}

/// A program beside the tests: these run in `target/debug/deps`, or in `target/debug` itself.
fn built(name: &str) -> PathBuf {
    let test = std::env::current_exe().expect("a test knows its own path");
    let folders = test.ancestors().skip(1).take(2);
    let found = folders.map(|folder| folder.join(name)).find(|path| path.is_file());
    found.unwrap_or_else(|| panic!("{name} is not built; `cargo xtask test --only desktop` builds it"))
}
