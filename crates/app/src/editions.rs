//! Editions of sanctions lists that lie on the disk: a file, or a folder with OFAC's set of tables.

use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};

use chancery_lists::{Changes, Edition, Source, changes, read};

use crate::AppError;

/// Says what differs between two editions of one list.
///
/// Fails where a path is no edition, or the two are of different lists.
pub fn differences(old: &Path, new: &Path) -> Result<Changes, AppError> {
    let (old_edition, new_edition) = (edition(old)?, edition(new)?);
    if old_edition.list != new_edition.list {
        let (was, is) = (old_edition.list, new_edition.list);
        let (old, new) = (old.display(), new.display());
        let said = format!("“{old}” is an edition of {was}, “{new}” of {is}; give two editions of one list.");
        return Err(AppError::Refused(said));
    }
    Ok(changes(&old_edition, &new_edition))
}

/// Reads an edition from a file, or from the tables of a folder.
pub fn edition(path: &Path) -> Result<Edition, AppError> {
    let is_folder = fs::metadata(path).map_err(|why| AppError::file(path, why))?.is_dir();
    let files = if is_folder { tables_in(path)? } else { vec![path.to_owned()] };
    let sources: Result<Vec<_>, AppError> = files.iter().map(|file| source(file)).collect();
    Ok(read(sources?)?)
}

/// The tables of a folder, in order of their names.
fn tables_in(folder: &Path) -> Result<Vec<PathBuf>, AppError> {
    let io = |why| AppError::file(folder, why);
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(io)? {
        let path = entry.map_err(io)?.path();
        let is_table = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"));
        files.extend(Some(path).filter(|path| is_table && path.is_file()));
    }
    if files.is_empty() {
        let said = format!("“{}” holds no table (.csv) of a sanctions list.", folder.display());
        return Err(AppError::Refused(said));
    }
    files.sort();
    Ok(files)
}

fn source(file: &Path) -> Result<Source<BufReader<File>>, AppError> {
    let bytes = File::open(file).map_err(|why| AppError::file(file, why))?;
    Ok(Source { name: format!("“{}”", file.display()), bytes: BufReader::with_capacity(1 << 16, bytes) })
}
