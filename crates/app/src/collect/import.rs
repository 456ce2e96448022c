//! Files that the user hands over.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chancery_extract::{Found, Reading};
use chancery_model::{Draft, Filed, Received, ReceivedAs, Source, SourceKind};
use chancery_store::NewSource;
use chrono::{DateTime, Utc};

use super::visit::sha256_of;
use crate::api::types::Change;
use crate::pipeline::{Batch, Outcome, Sourced, Tally, file_batch};
use crate::{App, AppError};

/// The name of the source of files that were imported without another name.
pub const IMPORTED: &str = "Imported files";

/// Endings of files that a folder is searched for.
const ENDINGS: &[&str] = &[
    "txt", "md", "html", "htm", "xhtml", "xml", "atom", "rss", "rdf", "json", "eml", "mht", "mhtml", "pdf",
    "docx",
];

/// How long reading one file may take: a file made to be hard must not stop the rest of its folder.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(60);

/// The largest file or page that is taken, in bytes.
pub(super) const LARGEST: u64 = 64 << 20;

/// What became of the files.
#[derive(Debug, Default)]
pub struct Imported {
    /// What became of their documents.
    pub tally: Tally,
    /// What could not be taken, a sentence each.
    pub faults: Vec<String>,
    /// What was taken but for a part of it, a sentence each.
    pub notes: Vec<String>,
}

/// How files are imported.
#[derive(Debug, Clone, Default)]
pub struct ImportOrder {
    /// The source's name; none: [`IMPORTED`].
    pub source: Option<String>,
    /// The address that the document has on the web.
    pub url: Option<String>,
    /// Whether the user kept the page from a browser, at that address: its evidence says so.
    pub captured: bool,
}

impl App {
    /// Files the statements of files and folders (searched through) and, for `-`, of standard input.
    /// A file that cannot be read is a sentence of the answer; the others are filed.
    ///
    /// # Errors
    /// The archive fails, or the user stopped it.
    pub async fn import(&self, paths: &[PathBuf], order: &ImportOrder) -> Result<Imported, AppError> {
        let source = self.import_source(order.source.as_deref().unwrap_or(IMPORTED)).await?;
        let work = self.begin("import")?;
        let mut imported = Imported::default();
        let files = files_of(paths, &mut imported.faults);
        let total = files.len() as u64;
        for (done, path) in files.into_iter().enumerate() {
            work.progress(done as u64, total, &path.display().to_string());
            match self.import_file(&path, order, &source, &work, &mut imported.notes).await {
                Ok(tally) => imported.tally.add(tally),
                Err(AppError::Stopped) => return Err(AppError::Stopped),
                Err(error @ (AppError::File { .. } | AppError::NothingToFile(_))) => {
                    imported.faults.push(error.to_string());
                }
                Err(error) => return Err(error),
            }
        }
        self.announce_filed(&imported.tally);
        Ok(imported)
    }

    async fn import_file(
        &self,
        path: &Path,
        order: &ImportOrder,
        source: &Source,
        work: &crate::app::Work,
        notes: &mut Vec<String>,
    ) -> Result<Tally, AppError> {
        let now = self.clock().now();
        let Documents { drafts, notes: own } = read_in_time(path, order, now).await?;
        notes.extend(own);
        self.file_handed_over(source, drafts, now, || !work.is_stopped()).await
    }

    /// Files documents that the user handed over, read at `now`. `go_on` is asked between chunks.
    pub(super) async fn file_handed_over(
        &self,
        source: &Source,
        drafts: Vec<Sourced>,
        now: DateTime<Utc>,
        go_on: impl Fn() -> bool,
    ) -> Result<Tally, AppError> {
        let (mut tally, drafts) = self.without_held(source, drafts).await?;
        let batch = Batch { source: source.clone(), drafts, collected_at: now, first_fetch: false };
        tally.add(file_batch(self, batch, |_| go_on()).await?);
        Ok(tally)
    }

    /// Sets aside the documents that the source holds word for word already, wherever their file lay then.
    pub(super) async fn without_held(
        &self,
        source: &Source,
        drafts: Vec<Sourced>,
    ) -> Result<(Tally, Vec<Sourced>), AppError> {
        let source = source.id.clone();
        self.archive()
            .read(move |reader| {
                let (mut tally, mut others) = (Tally::default(), Vec::new());
                for (draft, received) in drafts {
                    let content = chancery_compare::content_sha256(&draft.title, &draft.text);
                    match reader.holding(&source, &content)? {
                        Some(id) => {
                            tally.outcomes.push(Outcome { filed: Filed::Known(id), title: draft.title })
                        }
                        None => others.push((draft, received)),
                    }
                }
                Ok((tally, others))
            })
            .await
    }

    /// The source of this name that holds imports, made when it is not there.
    pub(crate) async fn import_source(&self, name: &str) -> Result<Source, AppError> {
        let url = format!("import:{name}");
        let (now, wanted) = (self.clock().now(), url.clone());
        let known = self.archive().read(|reader| reader.sources()).await?;
        let same = |source: &Source| source.url == wanted || source.name == name || source.id.0 == name;
        if let Some(source) = known.into_iter().find(same) {
            return Ok(source);
        }
        let new = NewSource { name: name.to_owned(), url, kind: SourceKind::Import, country: None };
        self.archive().write(move |writer| writer.add_source(&new, now)).await
    }

    /// Tells the window what was filed.
    pub(crate) fn announce_filed(&self, tally: &Tally) {
        let (new, revised) = (tally.new_statements(), tally.revised());
        if new + revised > 0 {
            self.announce(Change::Statements { new });
        }
        if tally.alerts > 0 {
            self.announce(Change::Alerts);
        }
    }
}

/// The files that paths mean, in order of name within a folder.
fn files_of(paths: &[PathBuf], faults: &mut Vec<String>) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            add_folder(path, &mut files, faults);
        } else {
            files.push(path.clone());
        }
    }
    files
}

/// Adds the files of a folder that the program reads, those of folders within it too, in order of name.
pub(super) fn add_folder(folder: &Path, files: &mut Vec<PathBuf>, faults: &mut Vec<String>) {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(why) => return faults.push(AppError::file(folder, why).to_string()),
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("").to_lowercase();
        if path.is_dir() && !path.is_symlink() {
            add_folder(&path, files, faults);
        } else if ENDINGS.contains(&ending.as_str()) && !is_endless(&path) {
            files.push(path);
        }
    }
}

/// Whether a path is a pipe, a socket or a device, of which nobody knows when it ends. What is not there is none: reading
/// says so.
fn is_endless(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|meta| !meta.is_file() && !meta.is_dir())
}

/// What a file holds.
pub(super) struct Documents {
    /// Its documents, each with the bytes as evidence.
    pub(super) drafts: Vec<Sourced>,
    /// What of it was not read, a sentence each with the file's name.
    notes: Vec<String>,
}

/// Reads the documents of a file on the blocking pool; one that takes too long is given up.
pub(super) async fn read_in_time(
    path: &Path,
    order: &ImportOrder,
    now: DateTime<Utc>,
) -> Result<Documents, AppError> {
    let (owned, asked) = (path.to_owned(), order.clone());
    in_time(&path.display().to_string(), move || read_documents(&owned, &asked, now)).await
}

/// Reads something of this name on the blocking pool; what takes too long is given up.
pub(super) async fn in_time<T: Send + 'static>(
    name: &str,
    read: impl FnOnce() -> Result<T, AppError> + Send + 'static,
) -> Result<T, AppError> {
    let read = tokio::task::spawn_blocking(read);
    let Ok(read) = tokio::time::timeout(PATIENCE, read).await else {
        let limit = PATIENCE.as_secs();
        return Err(AppError::NothingToFile(format!("{name} took longer than {limit} seconds to read.")));
    };
    read.map_err(|_| AppError::Broken("reader of files"))?
}

/// Reads a file and the documents in it, each with the bytes as evidence.
fn read_documents(path: &Path, order: &ImportOrder, now: DateTime<Utc>) -> Result<Documents, AppError> {
    let url = order.url.as_deref();
    let bytes = read_bytes(path)?;
    let name = path.display().to_string();
    let Reading { found, drafts, notes, .. } = chancery_extract::read_file(&name, &bytes, url);
    let is_page = matches!(found, Found::Page(_));
    if let Found::Nothing(why) = found {
        return Err(AppError::NothingToFile(why.to_string()));
    }
    if drafts.is_empty() {
        return Err(AppError::NothingToFile(format!("{name} holds no statement.")));
    }
    let address = url.unwrap_or(&name);
    let how = if order.captured { ReceivedAs::Captured } else { ReceivedAs::File };
    let received = Arc::new(Received { how, ..received_file(address, &name, bytes, now) });
    let known_by = |draft: Draft| if is_page { at_its_path(draft, path) } else { draft };
    Ok(Documents {
        drafts: drafts.into_iter().map(|draft| (known_by(draft), Some(received.clone()))).collect(),
        notes: notes.into_iter().map(|note| format!("{name}: {note}")).collect(),
    })
}

/// The bytes of a file as evidence: the address that it has on the web, else its name, and the name.
pub(super) fn received_file(address: &str, name: &str, bytes: Vec<u8>, now: DateTime<Utc>) -> Received {
    Received {
        how: ReceivedAs::File,
        redirects: Vec::new(),
        via: None,
        url: address.to_owned(),
        final_url: name.to_owned(),
        status: 0,
        headers: Vec::new(),
        sha256: sha256_of(&bytes),
        bytes: bytes.into(),
        at: now,
    }
}

/// A document without an address is known by its file, so that an edited file becomes a revision.
fn at_its_path(draft: Draft, path: &Path) -> Draft {
    let addressed = draft.guid.is_some() || draft.url.is_some() || path.as_os_str() == "-";
    let whole = if addressed { None } else { std::path::absolute(path).ok() };
    Draft { guid: draft.guid.or_else(|| whole.map(|path| format!("file:{}", path.display()))), ..draft }
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, AppError> {
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        std::io::stdin().take(LARGEST + 1).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
    };
    read.map_err(|why| AppError::file(path, why))?;
    if bytes.len() as u64 > LARGEST {
        let (name, limit) = (path.display(), LARGEST >> 20);
        return Err(AppError::NothingToFile(format!("{name} is larger than {limit} MiB: divide it.")));
    }
    Ok(bytes)
}
