//! The window's packages and its build, each done only when something changed.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use crate::fault::{Fault, Outcome};
use crate::{packages, tree};

/// What the build reads, beside the packages.
const SOURCES: &[&str] = &[
    "src",
    "public",
    "index.html",
    "package.json",
    "package-lock.json",
    "vite.config.ts",
    "svelte.config.js",
    "tsconfig.json",
];

/// Installs the window's packages.
pub fn install() -> Outcome {
    packages::install(&tree::ui(), "The window's")
}

/// Builds `ui/dist`, unless it was built from these very sources.
pub fn build() -> Outcome {
    let stamp = tree::ui().join("node_modules/.built-from");
    let sources = fingerprint(&tree::ui())
        .map_err(|error| Fault::new(format!("The window's sources in ui/ cannot be read: {error}.")))?;
    let built = fs::read_to_string(&stamp).is_ok_and(|built| built == sources);
    if built && tree::ui().join("dist/index.html").exists() {
        return Ok(());
    }
    npm(&["run", "build"])?;
    fs::write(&stamp, sources).map_err(|error| packages::unwritable(&stamp, &error))
}

/// Runs npm in the window's folder.
pub fn npm(arguments: &[&str]) -> Outcome {
    packages::npm(&tree::ui(), arguments)
}

/// A digest of the names and contents of all sources.
fn fingerprint(ui: &Path) -> io::Result<String> {
    let mut files = Vec::new();
    for source in SOURCES {
        collect(&ui.join(source), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in &files {
        file.hash(&mut hasher);
        fs::read(file)?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    } else if path.exists() {
        files.push(path.to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_follows_names_and_contents() {
        let ui = std::env::temp_dir().join(format!("chancery-fingerprint-{}", std::process::id()));
        fs::create_dir_all(ui.join("src/lib")).unwrap();
        fs::write(ui.join("src/lib/a.ts"), "one").unwrap();
        let first = fingerprint(&ui).unwrap();
        assert_eq!(fingerprint(&ui).unwrap(), first);
        fs::write(ui.join("src/lib/a.ts"), "two").unwrap();
        let second = fingerprint(&ui).unwrap();
        fs::rename(ui.join("src/lib/a.ts"), ui.join("src/lib/b.ts")).unwrap();
        let third = fingerprint(&ui).unwrap();
        fs::remove_dir_all(&ui).unwrap();
        assert_ne!(first, second);
        assert_ne!(second, third);
    }
}
