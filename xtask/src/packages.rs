//! Packages of npm, installed as a lock file says.

use std::fs;
use std::io;
use std::path::Path;

use crate::fault::{Fault, Outcome};
use crate::steps;

/// Installs the packages of a folder's lock file, unless they are the installed ones.
pub fn install(folder: &Path, whose: &str) -> Outcome {
    let (lock, stamp) = (folder.join("package-lock.json"), folder.join("node_modules/.installed-lock.json"));
    let wanted = fs::read(&lock)
        .map_err(|error| Fault::new(format!("{} cannot be read: {error}.", lock.display())))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("{whose} packages are installed now (npm, into {}/node_modules).", folder.display());
    npm(folder, &["ci", "--no-audit", "--no-fund"])?;
    fs::write(&stamp, wanted).map_err(|error| unwritable(&stamp, &error))
}

/// Runs npm in a folder.
pub fn npm(folder: &Path, arguments: &[&str]) -> Outcome {
    steps::program("npm", arguments, folder)
}

/// A file that cannot be written.
pub fn unwritable(path: &Path, error: &io::Error) -> Fault {
    Fault::new(format!("{} cannot be written: {error}.", path.display()))
}
