//! Where the corpus of pages is, and how what was met is counted.
#![allow(dead_code)]

use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

/// Returns the folder of a corpus beside the checkout, or says that its test is skipped.
pub fn folder(name: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus").join(name);
    if !folder.is_dir() {
        eprintln!("skipped: {} is not there", folder.display());
        return None;
    }
    Some(folder)
}

/// Returns the folders of a corpus that hold expectations, with these.
pub fn origins(corpus: &Path) -> Vec<(PathBuf, Map<String, Value>)> {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(corpus).unwrap().map(|e| e.unwrap().path()).collect();
    folders.sort();
    let read = |folder: PathBuf| {
        let text = std::fs::read_to_string(folder.join("expected.json")).ok()?;
        // Python wrote some of these files: its NaN is no JSON.
        let text = text.replace(": NaN", ": null");
        let Value::Object(records) = serde_json::from_str(&text).unwrap() else { return None };
        Some((folder, records))
    };
    folders.into_iter().filter_map(read).collect()
}

/// Reads a file of the corpus, which may be stored compressed.
pub fn bytes(folder: &Path, name: &str) -> Vec<u8> {
    let path = folder.join(name);
    if path.is_file() {
        return std::fs::read(path).unwrap();
    }
    let packed = std::fs::read(folder.join(format!("{name}.gz"))).unwrap();
    let mut bytes = Vec::new();
    flate2::read::MultiGzDecoder::new(&packed[..]).read_to_end(&mut bytes).unwrap();
    bytes
}

/// Counts what was met and keeps what was not.
#[derive(Default)]
pub struct Tally {
    pub met: usize,
    pub all: usize,
    pub missed: Vec<String>,
}

impl Tally {
    pub fn count(&mut self, met: bool, what: impl FnOnce() -> String) {
        self.all += 1;
        self.met += usize::from(met);
        if !met {
            self.missed.push(what());
        }
    }

    pub fn share(&self) -> f64 {
        self.met as f64 / self.all.max(1) as f64
    }
}

/// Writes what was missed where the variable `CORPUS_MISSES` names a folder.
pub fn keep_misses(name: &str, tally: &Tally) {
    if let Ok(folder) = std::env::var("CORPUS_MISSES") {
        std::fs::write(Path::new(&folder).join(name), tally.missed.join("\n")).unwrap();
    }
}
