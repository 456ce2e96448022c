//! Captured files with what should come out of them: a folder for each origin, whose `expected.json` maps a file's name
//! to its record (the README beside the corpus).

use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde_json::{Map, Value};

use crate::judgement::Judgement;
use crate::parallel;
use crate::places::{Judged, Missing, Places};

/// The files of one origin.
#[derive(Debug)]
pub struct Origin {
    /// Its name.
    pub name: String,
    folder: PathBuf,
    /// What is expected of each file, by its name.
    pub records: Map<String, Value>,
}

/// One file and what is expected of it.
#[derive(Debug)]
pub struct Capture<'o> {
    /// `origin/file`.
    pub id: String,
    /// What is expected.
    pub record: &'o Value,
    /// The file, unpacked.
    pub bytes: Vec<u8>,
}

/// The origins of a corpus in order of name, or that it is missing.
pub type Origins = anyhow::Result<Result<Vec<Origin>, Missing>>;

impl Places {
    /// Returns the origins of a corpus of captures, under `../shared/corpus`.
    ///
    /// # Errors
    /// The corpus is there and cannot be read.
    pub fn origins(&self, corpus: &str) -> Origins {
        let folder = self.shared_path(corpus);
        let Ok(entries) = std::fs::read_dir(&folder) else { return Ok(Err(Missing(folder))) };
        let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        folders.sort();
        let expecting = folders.into_iter().filter(|folder| folder.join("expected.json").is_file());
        expecting.map(Origin::read).collect::<anyhow::Result<_>>().map(Ok)
    }

    /// Judges every capture of a corpus, one origin after the other.
    ///
    /// # Errors
    /// The corpus is there and cannot be read.
    pub fn judge_captures(
        &self,
        corpus: &str,
        judged: impl Fn(&Capture<'_>) -> Vec<Judgement> + Sync,
    ) -> Judged {
        let origins = match self.origins(corpus)? {
            Ok(origins) => origins,
            Err(missing) => return Ok(Err(missing)),
        };
        let mut judgements = Vec::new();
        for origin in &origins {
            judgements.extend(parallel::map(&origin.captures()?, &judged).into_iter().flatten());
        }
        Ok(Ok(judgements))
    }
}

impl Origin {
    fn read(folder: PathBuf) -> anyhow::Result<Self> {
        let path = folder.join("expected.json");
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        // Python wrote some of these files: its NaN is no JSON.
        let text = text.replace(": NaN", ": null");
        let records = serde_json::from_str(&text).with_context(|| path.display().to_string())?;
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { name, folder, records })
    }

    /// Returns the files with their records, in order of name.
    ///
    /// # Errors
    /// A file that `expected.json` names is not there.
    pub fn captures(&self) -> anyhow::Result<Vec<Capture<'_>>> {
        let capture = |(file, record): (&String, _)| {
            let bytes = bytes(&self.folder, file).with_context(|| format!("{}/{file}", self.name))?;
            Ok(Capture { id: format!("{}/{file}", self.name), record, bytes })
        };
        self.records.iter().map(capture).collect()
    }
}

/// Reads a file that may be stored compressed.
fn bytes(folder: &Path, name: &str) -> std::io::Result<Vec<u8>> {
    let path = folder.join(name);
    if path.is_file() {
        return std::fs::read(path);
    }
    let packed = std::fs::read(folder.join(format!("{name}.gz")))?;
    let mut bytes = Vec::new();
    flate2::read::MultiGzDecoder::new(&packed[..]).read_to_end(&mut bytes)?;
    Ok(bytes)
}
