//! Lists of sources, in and out: OPML and CSV.

use std::fs::File;
use std::path::Path;

use chancery_exchange::{SourceEntry, SourceList};
use chancery_model::{Source, SourceId, SourceKind};
use chancery_store::NewSource;

use crate::export::write_file;
use crate::{App, AppError, StateImported};

impl App {
    /// The sources as lists name them, each with its folder.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn source_entries(&self) -> Result<Vec<SourceEntry>, AppError> {
        let read = self.archive().read(|reader| Ok((reader.sources()?, reader.source_folders()?)));
        let (sources, mut folders) = read.await?;
        let entry = |source: Source| {
            let folder = folders.remove(&source.id).unwrap_or_default();
            SourceEntry { folder, ..SourceEntry::from(&source) }
        };
        Ok(sources.into_iter().map(entry).collect())
    }

    /// Follows the sources of a file (CSV when it ends in `.csv`, else OPML); says how many it lists, and what became of
    /// them.
    ///
    /// # Errors
    /// The file cannot be read or is no such list, or the archive fails.
    pub async fn import_sources(&self, file: &Path) -> Result<(u32, StateImported), AppError> {
        let open = File::open(file).map_err(|why| AppError::file(file, why))?;
        let named = |fault| format!("{}, {fault}", file.display());
        let list = SourceList::read(file, open)?;
        let mut taken = StateImported {
            faults: list.faults.iter().map(ToString::to_string).map(named).collect(),
            ..StateImported::default()
        };
        let listed = list.listed;
        self.take_sources(list.sources, &mut taken).await?;
        Ok((listed, taken))
    }

    /// Writes the sources into a file (CSV when it ends in `.csv`, else OPML), whole or not at all. Imported files and
    /// folders of this machine are left out: no other program could follow them.
    ///
    /// # Errors
    /// The archive fails, or the file cannot be written.
    pub async fn export_sources(&self, file: &Path) -> Result<(), AppError> {
        let entries = self.followed_entries().await?;
        write_file(file, |writer| SourceList::write(file, writer, &entries))
    }

    /// The sources that another program could follow.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn followed_entries(&self) -> Result<Vec<SourceEntry>, AppError> {
        let mut entries = self.source_entries().await?;
        let stays = |kind| matches!(kind, Some(SourceKind::Import | SourceKind::Folder));
        entries.retain(|entry| !stays(entry.kind));
        Ok(entries)
    }

    /// Follows sources of a list; those that are followed already are passed over.
    ///
    /// # Errors
    /// The archive fails.
    pub async fn take_sources(
        &self,
        entries: Vec<SourceEntry>,
        taken: &mut StateImported,
    ) -> Result<(), AppError> {
        let known = self.archive().read(|reader| reader.sources()).await?;
        for entry in entries.into_iter().filter(|entry| known.iter().all(|source| source.url != entry.url)) {
            if !entry.can_be_fetched() {
                taken
                    .faults
                    .push(format!("“{}” is no address that can be fetched; it was passed over.", entry.url));
                continue;
            }
            let (paused, folder) = (entry.paused, entry.folder);
            let new = NewSource {
                name: entry.name.unwrap_or_else(|| entry.url.clone()),
                url: entry.url,
                kind: entry.kind.unwrap_or(SourceKind::Feed),
                country: entry.country,
            };
            match self.follow(new).await {
                Ok(source) => {
                    taken.sources += 1;
                    self.put_in_folder(&source.id, folder).await?;
                    if paused {
                        self.pause_source(&source.id, true).await?;
                    }
                }
                Err(error) => taken.faults.push(error.to_string()),
            }
        }
        Ok(())
    }

    async fn put_in_folder(&self, id: &SourceId, folder: Vec<String>) -> Result<(), AppError> {
        let id = id.clone();
        self.archive().write(move |writer| writer.put_in_folder(&id, &folder)).await
    }
}
