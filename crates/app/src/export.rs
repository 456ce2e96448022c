//! Statements written into files for people.

use std::fs::File;
use std::io::{BufWriter, Read as _, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chancery_exchange::{
    CsvOptions, ExchangeError, StatementCsv, TagCsv, sidecar_name, statements_metadata, tags_metadata,
};
use chancery_model::{RowId, Statement};
use chancery_store::{Order, Reader};

use crate::app::Work;
use crate::{App, AppError};

/// Rows between two reports of progress.
const STEP: u64 = 200;

/// What is written, and where.
#[derive(Debug, Clone)]
pub struct ExportPlan {
    /// The query.
    pub query: String,
    /// How the CSV is written.
    pub options: CsvOptions,
    /// The file of the statements.
    pub file: PathBuf,
    /// A file of the tags with their evidence, when wanted.
    pub tags: Option<PathBuf>,
}

/// What an export wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exported {
    /// Statements.
    pub rows: u64,
    /// Statements whose bytes as received were written too; 0 for CSV.
    pub with_bytes: u64,
    /// Cells that Excel would cut.
    pub long_cells: u64,
    /// The size of the file in bytes.
    pub bytes: u64,
}

impl App {
    /// Writes the statements that a query matches as CSV with its CSVW sidecar, newest first, each file under a
    /// temporary name until it is whole.
    ///
    /// # Errors
    /// The query does not parse, the file cannot be written, or the user stopped it; then no file of that name was made
    /// or touched.
    pub async fn export_csv(&self, plan: ExportPlan) -> Result<Exported, AppError> {
        let rows = self.find(&plan.query, Order::Newest).await?;
        let work = self.begin("export")?;
        self.archive().read(move |reader| Ok(write_csv(reader, &rows, &plan, &work))).await?
    }
}

fn write_csv(reader: &Reader, rows: &[RowId], plan: &ExportPlan, work: &Work) -> Result<Exported, AppError> {
    if plan.tags.as_ref() == Some(&plan.file) {
        let name = plan.file.display();
        return Err(AppError::Refused(format!(
            "{name} cannot hold statements and tags both: name two files."
        )));
    }
    let statements = Unfinished::beside(&plan.file)?;
    let tags = plan.tags.as_deref().map(Unfinished::beside).transpose()?;
    let mut csv = StatementCsv::new(statements.writer()?, &plan.options)?;
    let mut tag_csv = match &tags {
        Some(tags) => Some(TagCsv::new(tags.writer()?, &plan.options)?),
        None => None,
    };
    for_each(reader, rows, work, |statement| {
        csv.write(statement)?;
        tag_csv.as_mut().map_or(Ok(()), |tag_csv| tag_csv.write(statement))
    })?;
    let report = csv.finish()?;
    if let Some(tag_csv) = tag_csv {
        tag_csv.finish()?;
    }
    write_sidecar(&plan.file, |name| statements_metadata(name, &plan.options))?;
    let bytes = statements.finish()?;
    if let (Some(tags), Some(path)) = (tags, &plan.tags) {
        write_sidecar(path, |name| tags_metadata(name, &plan.options))?;
        tags.finish()?;
    }
    Ok(Exported { rows: report.rows, with_bytes: 0, long_cells: report.long_cells, bytes })
}

/// Hands statements on one by one, reports progress, and ends when the user says so.
pub(crate) fn for_each(
    reader: &Reader,
    rows: &[RowId],
    work: &Work,
    mut write: impl FnMut(&Statement) -> Result<(), ExchangeError>,
) -> Result<(), AppError> {
    let (total, mut done) = (rows.len() as u64, 0);
    let mut ended: Result<(), AppError> = Ok(());
    work.progress(0, total, "");
    let read = reader.for_each(rows, |statement| {
        ended = if work.is_stopped() {
            Err(AppError::Stopped)
        } else {
            write(&statement).map_err(AppError::from)
        };
        done += 1;
        if done % STEP == 0 {
            work.progress(done, total, &statement.draft.title);
        }
        if ended.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    ended?;
    let _ended = read?;
    Ok(())
}

/// Lets no written file take the place of a database: a name that was mistyped must not cost an archive.
fn spare_databases(path: &Path) -> Result<(), AppError> {
    const MAGIC: &[u8; 16] = b"SQLite format 3\0";
    let mut head = [0; MAGIC.len()];
    let read = if path.is_file() {
        File::open(path).and_then(|mut file| file.read_exact(&mut head))
    } else {
        Ok(())
    };
    if read.is_ok() && head == *MAGIC {
        let name = path.display();
        return Err(AppError::Refused(format!(
            "{name} is a database and is not written over: choose another name."
        )));
    }
    Ok(())
}

/// Writes a whole file by way of a temporary one beside it.
///
/// # Errors
/// The file is a database, its folder is not there, or it cannot be written.
pub fn write_file(
    path: &Path,
    write: impl FnOnce(&mut dyn Write) -> Result<(), ExchangeError>,
) -> Result<(), AppError> {
    let unfinished = Unfinished::beside(path)?;
    let mut writer = unfinished.writer()?;
    write(&mut writer)?;
    writer.flush().map_err(|why| AppError::file(path, why))?;
    drop(writer);
    unfinished.finish().map(|_| ())
}

/// A file under a temporary name in its folder, which takes its own name when it is whole.
pub(crate) struct Unfinished {
    path: PathBuf,
    temporary: tempfile::NamedTempFile,
}

impl Unfinished {
    pub(crate) fn beside(path: &Path) -> Result<Self, AppError> {
        spare_databases(path)?;
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        if !folder.is_dir() {
            let said = format!("there is no folder “{}”; make it, or choose another file", folder.display());
            let why = std::io::Error::new(std::io::ErrorKind::NotFound, said);
            return Err(AppError::File { path: path.to_owned(), why });
        }
        let temporary = tempfile::Builder::new().prefix(".chancery-").suffix(".part").tempfile_in(folder);
        let temporary = temporary.map_err(|why| AppError::file(path, why))?;
        Ok(Self { path: path.to_owned(), temporary })
    }

    pub(crate) fn writer(&self) -> Result<BufWriter<File>, AppError> {
        let file = self.temporary.reopen().map_err(|why| AppError::file(&self.path, why))?;
        Ok(BufWriter::with_capacity(1 << 16, file))
    }

    pub(crate) fn finish(self) -> Result<u64, AppError> {
        let failed = |why| AppError::file(&self.path, why);
        self.temporary.as_file().sync_all().map_err(failed)?;
        let bytes = self.temporary.as_file().metadata().map_err(failed)?.len();
        set_usual_permissions(self.temporary.as_file()).map_err(failed)?;
        self.temporary.persist(&self.path).map_err(|error| AppError::file(&self.path, error.error))?;
        Ok(bytes)
    }
}

/// A temporary file is private; an exported one is as readable as the user's others.
#[cfg(unix)]
fn set_usual_permissions(file: &File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn set_usual_permissions(_file: &File) -> std::io::Result<()> {
    Ok(())
}

/// Writes the sidecar that describes a CSV file.
fn write_sidecar(path: &Path, metadata: impl Fn(&str) -> serde_json::Value) -> Result<(), AppError> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let sidecar = path.with_file_name(sidecar_name(&name));
    write_file(&sidecar, |writer| {
        serde_json::to_writer_pretty(&mut *writer, &metadata(&name)).map_err(ExchangeError::Json)?;
        Ok(writer.write_all(b"\n")?)
    })
}
