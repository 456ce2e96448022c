//! Evidence packs: the bytes as received with all that is known of how they came.

use std::io::Write;
use std::path::{Path, PathBuf};

use chancery_exchange::{EvidencePack, EvidenceReport, ExchangeError, PackFiles, ZipFiles};
use chancery_model::{Statement, StatementId};
use chancery_store::{Order, Reader};

use crate::export::{Exported, Unfinished, for_each};
use crate::{App, AppError};

impl App {
    /// Writes an evidence pack of the statements that a query matches, as a zip: records with their revisions, bytes as
    /// received, checksums.
    ///
    /// # Errors
    /// The query does not parse, the file cannot be written, or the user stopped it; then no file of that name was made or
    /// touched.
    pub async fn export_evidence(&self, query: &str, file: &Path) -> Result<Exported, AppError> {
        let rows = self.find(query, Order::Newest).await?;
        let work = self.begin("export")?;
        let (file, now) = (file.to_owned(), self.clock().now());
        let write = move |reader: &Reader| {
            zip_into(&file, now, |pack| {
                for_each(reader, &rows, &work, |statement| add(pack, reader, statement))
            })
        };
        self.archive().read(move |reader| Ok(write(reader))).await?
    }

    /// Writes the evidence of one statement: into a zip when the name ends in `.zip`, else into a folder that is new or empty.
    ///
    /// # Errors
    /// There is no such statement, or it cannot be written.
    pub async fn evidence_of(&self, id: &StatementId, to: &Path) -> Result<EvidenceReport, AppError> {
        let statement = self.statement(id, None).await?;
        let (to, now) = (to.to_owned(), self.clock().now());
        let write = move |reader: &Reader| match is_zip(&to) {
            true => zip_into(&to, now, |pack| Ok(add(pack, reader, &statement)?)).map(|exported| {
                EvidenceReport { statements: exported.rows, with_bytes: exported.with_bytes }
            }),
            false => {
                let mut pack = EvidencePack::new(FolderFiles::new(&to)?, now);
                add(&mut pack, reader, &statement)?;
                Ok(pack.finish()?.0)
            }
        };
        self.archive().read(move |reader| Ok(write(reader))).await?
    }
}

fn is_zip(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip"))
}

type ZipPack = EvidencePack<ZipFiles<std::io::BufWriter<std::fs::File>>>;

fn zip_into(
    path: &Path,
    now: chrono::DateTime<chrono::Utc>,
    fill: impl FnOnce(&mut ZipPack) -> Result<(), AppError>,
) -> Result<Exported, AppError> {
    let unfinished = Unfinished::beside(path)?;
    let mut pack = EvidencePack::new(ZipFiles::new(unfinished.writer()?, now), now);
    fill(&mut pack)?;
    let (report, files) = pack.finish()?;
    files.finish()?.flush().map_err(|why| AppError::file(path, why))?;
    let bytes = unfinished.finish()?;
    Ok(Exported { rows: report.statements, with_bytes: report.with_bytes, long_cells: 0, bytes })
}

/// Adds a statement with its earlier revisions.
fn add<F: PackFiles>(
    pack: &mut EvidencePack<F>,
    reader: &Reader,
    statement: &Statement,
) -> Result<(), ExchangeError> {
    let received = |revision| reader.received(&statement.id, revision).ok().flatten();
    pack.add(statement, received(None).as_ref())?;
    for revision in 1..statement.revision {
        if let Ok(Some(earlier)) = reader.statement(&statement.id, Some(revision)) {
            pack.add_earlier(&earlier, received(Some(revision)).as_ref())?;
        }
    }
    Ok(())
}

/// The files of a pack in a folder.
struct FolderFiles {
    folder: PathBuf,
}

impl FolderFiles {
    fn new(folder: &Path) -> Result<Self, AppError> {
        std::fs::create_dir_all(folder).map_err(|why| AppError::file(folder, why))?;
        let mut inside = std::fs::read_dir(folder).map_err(|why| AppError::file(folder, why))?;
        if inside.next().is_some() {
            let name = folder.display();
            return Err(AppError::Refused(format!(
                "“{name}” holds files already, and evidence overwrites nothing: choose a new folder."
            )));
        }
        Ok(Self { folder: folder.to_owned() })
    }
}

impl PackFiles for FolderFiles {
    fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(), ExchangeError> {
        let path = self.folder.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        Ok(std::fs::write(path, bytes)?)
    }
}
