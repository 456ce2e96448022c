//! Watched folders: files that appear or change in them are filed.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chancery_model::{SourceId, SourceKind, SourceState, Trouble};
use chancery_store::{Due, Outcome, Visit, WatchedFile};
use chrono::{DateTime, TimeDelta, Utc};
use url::Url;

use super::follow::Finding;
use super::import::{ImportOrder, add_folder, read_in_time};
use super::timing;
use super::visit::VisitReport;
use crate::pipeline::{Batch, Tally, file_batch};
use crate::{App, AppError};

/// The longest time between two looks into a folder: looking costs no server anything.
const LOOK: TimeDelta = TimeDelta::minutes(2);

/// When a folder is looked into again in which a file is still being written.
const SOON: TimeDelta = TimeDelta::seconds(20);

/// How long a file must stay as it is before it is read, so that one that is being written is not read half.
const SETTLING: Duration = Duration::from_secs(1);

/// What is seen of a file without reading it: its bytes, and when it was changed.
type Stamp = (u64, DateTime<Utc>);

/// What is seen of the files of a folder, by path.
type Look = HashMap<PathBuf, Stamp>;

impl App {
    /// Looks into a folder, files what is new or changed in it and records how it went.
    pub(super) async fn visit_folder(
        &self,
        due: &Due,
        interval: TimeDelta,
        go_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<VisitReport, AppError> {
        let now = self.clock().now();
        let mut visit = Visit::unchanged(due.source.id.clone(), now, Some(now + interval.min(LOOK)));
        let report = match self.look_into(due).await {
            Ok(found) => self.take_files(due, found, &mut visit, go_on).await?,
            Err(NoLook::Failed(error)) => return Err(error),
            Err(closed) => {
                let reason = closed.to_string();
                visit.next_try = Some(now + timing::after_failure(&due.source.id, due.kept.failures));
                let report = VisitReport::of_fault(due, &reason);
                visit.outcome = Outcome::Failed { trouble: Trouble::Unreachable, reason };
                report
            }
        };
        self.archive().write(move |writer| writer.record_visit(&visit)).await?;
        Ok(report)
    }

    /// What a folder holds beside what was read before.
    async fn look_into(&self, due: &Due) -> Result<Found, NoLook> {
        let folder = folder_at(&due.source.url);
        let folder = folder.ok_or_else(|| NoLook::NotThere(shown(&due.source.url)))?;
        let first = look(&folder).await?;
        let known = self.known_files(&due.source.id).await?;
        let gone: Vec<String> =
            known.keys().filter(|path| !first.contains_key(Path::new(path))).cloned().collect();
        let is_news = |(path, (size, modified)): &(&PathBuf, &Stamp)| {
            let known = known.get(&*path.to_string_lossy());
            known.is_none_or(|known| known.size != *size || known.modified != *modified)
        };
        let news: Look = first.iter().filter(is_news).map(|(path, stamp)| (path.clone(), *stamp)).collect();
        let settled = settled(&folder, &news).await?;
        let restless = settled.len() < news.len();
        Ok(Found { settled, restless, gone })
    }

    async fn known_files(&self, id: &SourceId) -> Result<HashMap<String, WatchedFile>, AppError> {
        let id = id.clone();
        let known = self.archive().read(move |reader| reader.watched_files(&id)).await?;
        Ok(known.into_iter().map(|file| (file.path.clone(), file)).collect())
    }

    /// Files the documents of settled files; one that cannot be read is a line of the report, and is not tried again
    /// until it changes.
    async fn take_files(
        &self,
        due: &Due,
        found: Found,
        visit: &mut Visit,
        go_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<VisitReport, AppError> {
        let mut report = VisitReport::default();
        for (path, (size, modified)) in found.settled {
            let (tally, fault) = self.take_file(due, &path, visit.at, go_on).await?;
            report.tally.add(tally);
            report.faults.extend(fault.as_ref().map(|fault| format!("{}: {fault}", due.source.name)));
            let file = WatchedFile { path: path.to_string_lossy().into_owned(), size, modified, fault };
            let id = due.source.id.clone();
            self.archive().write(move |writer| writer.note_files(&id, &[file])).await?;
        }
        let id = due.source.id.clone();
        self.archive().write(move |writer| writer.forget_files(&id, &found.gone)).await?;
        if found.restless {
            visit.next_try = Some(visit.at + SOON);
        }
        visit.new = report.tally.new_statements();
        visit.outcome = self.health_of_folder(&due.source.id).await?;
        Ok(report)
    }

    async fn take_file(
        &self,
        due: &Due,
        path: &Path,
        now: DateTime<Utc>,
        go_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<(Tally, Option<String>), AppError> {
        let drafts = match read_in_time(path, &ImportOrder::default(), now).await {
            Ok(documents) => documents.drafts,
            Err(error @ (AppError::File { .. } | AppError::NothingToFile(_))) => {
                return Ok((Tally::default(), Some(error.to_string())));
            }
            Err(error) => return Err(error),
        };
        let (mut tally, drafts) = self.without_held(&due.source, drafts).await?;
        let first_fetch = due.source.last_success.is_none();
        let batch = Batch { source: due.source.clone(), drafts, collected_at: now, first_fetch };
        tally.add(file_batch(self, batch, |_| go_on()).await?);
        Ok((tally, None))
    }

    /// How a folder does after a look: it works, and says which of its files cannot be read.
    async fn health_of_folder(&self, id: &SourceId) -> Result<Outcome, AppError> {
        let known = self.known_files(id).await?;
        let mut faults: Vec<String> = known.values().filter_map(|file| file.fault.clone()).collect();
        faults.sort_unstable();
        let reason = match faults.as_slice() {
            [] if known.is_empty() => Some("The folder holds no file that the program reads.".to_owned()),
            [] => None,
            [fault] => Some(fault.clone()),
            [first, ..] => Some(format!("{} files cannot be read; the first: {first}", faults.len())),
        };
        let state = if known.is_empty() { SourceState::Empty } else { SourceState::Working };
        Ok(Outcome::Answered { state, reason })
    }
}

/// Why a folder cannot be looked into, in a sentence.
#[derive(Debug, thiserror::Error)]
enum NoLook {
    /// It was moved or its drive is away.
    #[error("The folder {0} is not there.")]
    NotThere(String),
    /// The system lets nobody in.
    #[error("{}", .0.join(" "))]
    Closed(Vec<String>),
    /// The archive or the program, not the folder.
    #[error(transparent)]
    Failed(#[from] AppError),
}

/// What a look into a folder found.
struct Found {
    /// New and changed files that are not being written any more, in order of path.
    settled: Vec<(PathBuf, Stamp)>,
    /// Whether others are still being written.
    restless: bool,
    /// Files that were read once and are not there any more.
    gone: Vec<String>,
}

/// The folder that was typed or stored: a whole path, or a `file:` address; none for anything else.
pub(super) fn folder_at(address: &str) -> Option<PathBuf> {
    let typed = address.trim();
    let path = match Url::parse(typed) {
        Ok(url) if url.scheme() == "file" => url.to_file_path().ok()?,
        _ => PathBuf::from(typed),
    };
    (path.is_absolute() && path.is_dir()).then_some(path)
}

/// A stored address as the path that it stands for.
fn shown(address: &str) -> String {
    let path = Url::parse(address).ok().and_then(|url| url.to_file_path().ok());
    path.map_or_else(|| address.to_owned(), |path| path.display().to_string())
}

/// Says what a folder holds, without reading its files.
pub(super) fn folder_finding(folder: &Path) -> Result<Finding, AppError> {
    let (mut files, mut faults) = (Vec::new(), Vec::new());
    add_folder(folder, &mut files, &mut faults);
    if let Some(fault) = faults.into_iter().next() {
        return Err(AppError::NothingToFile(fault));
    }
    let name = folder.display();
    let not_an_address = || AppError::Refused(format!("“{name}” cannot be written as an address."));
    let url = Url::from_directory_path(folder).map_err(|()| not_an_address())?;
    let holds = match files.len() {
        0 => "no file that the program reads just now".to_owned(),
        1 => "1 file that the program reads".to_owned(),
        n => format!("{n} files that the program reads"),
    };
    Ok(Finding {
        url: url.into(),
        kind: SourceKind::Folder,
        form: "folder".to_owned(),
        name: folder.file_name().map_or_else(|| name.to_string(), |own| own.to_string_lossy().into_owned()),
        message: format!("This is a folder with {holds}; files that appear or change in it are filed."),
        entries: files.len(),
        drafts: Vec::new(),
    })
}

/// Looks at the files of a folder that the program reads; what cannot be looked into is a sentence each.
async fn look(folder: &Path) -> Result<Look, NoLook> {
    let folder = folder.to_owned();
    let look = move || {
        let (mut files, mut faults) = (Vec::new(), Vec::new());
        add_folder(&folder, &mut files, &mut faults);
        let seen: Look = files.into_iter().filter_map(|path| Some((path.clone(), stamp(&path)?))).collect();
        if seen.is_empty() && !faults.is_empty() { Err(NoLook::Closed(faults)) } else { Ok(seen) }
    };
    tokio::task::spawn_blocking(look).await.map_err(|_| AppError::Broken("reader of folders"))?
}

/// Size and time of a file; none when it has gone meanwhile.
fn stamp(path: &Path) -> Option<Stamp> {
    let facts = std::fs::metadata(path).ok()?;
    let modified = DateTime::<Utc>::from(facts.modified().ok()?);
    // The archive keeps microseconds.
    let modified = DateTime::from_timestamp_micros(modified.timestamp_micros())?;
    Some((facts.len(), modified))
}

/// Those of some files that look the same after a while, in order of path.
async fn settled(folder: &Path, news: &Look) -> Result<Vec<(PathBuf, Stamp)>, NoLook> {
    if news.is_empty() {
        return Ok(Vec::new());
    }
    tokio::time::sleep(SETTLING).await;
    let later = match look(folder).await {
        Ok(later) => later,
        Err(NoLook::Failed(error)) => return Err(error.into()),
        // It closed meanwhile: nothing in it stays as it is.
        Err(_) => Look::new(),
    };
    let mut same: Vec<_> = news
        .iter()
        .filter(|(path, stamp)| later.get(*path) == Some(*stamp))
        .map(|(path, stamp)| (path.clone(), *stamp))
        .collect();
    same.sort_unstable();
    Ok(same)
}
