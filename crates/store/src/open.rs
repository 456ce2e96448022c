//! How a connection to the archive is made ready.

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags};

use crate::{Error, Result, migrate, tokenizer};

/// Marks the file as ours, so that another program's database is never written to. "Chan" in ASCII.
const APPLICATION: i32 = 0x4368_616e;

/// How long a process waits for another one's transaction before it gives up.
const PATIENCE: Duration = Duration::from_secs(5);

/// Opens the archive for writing; makes or upgrades it where needed.
pub(crate) fn writer(path: &Path, now: DateTime<Utc>) -> Result<Connection> {
    open_writer(path, now).map_err(|error| error.at(path))
}

fn open_writer(path: &Path, now: DateTime<Utc>) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let mut conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(PATIENCE)?;
    if is_new(&conn)? {
        // Rows with a body fill 4 KiB pages badly: 16 KiB files faster and smaller. Holds only before the first write.
        conn.pragma_update(None, "page_size", 16_384)?;
    } else {
        require_ours(&conn, path)?;
    }
    prepare(&conn)?;
    // Readers go on while the writer writes, and a crash loses nothing that was committed.
    conn.pragma_update(None, "journal_mode", "WAL")?;
    // A commit survives a loss of power, not only of the process: alerts that were acknowledged stay.
    conn.pragma_update(None, "synchronous", "FULL")?;
    migrate::run(&mut conn, path, now)?;
    Ok(conn)
}

/// Opens an archive for reading only.
pub(crate) fn reader(path: &Path) -> Result<Connection> {
    open_reader(path).map_err(|error| error.at(path))
}

fn open_reader(path: &Path) -> Result<Connection> {
    if !path.exists() {
        return Err(Error::Missing(path.to_owned()));
    }
    // Readers in WAL take part in the shared memory beside the file, so the file is opened for writing all the same.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(PATIENCE)?;
    require_ours(&conn, path)?;
    migrate::require_current(&conn, path)?;
    prepare(&conn)?;
    conn.pragma_update(None, "query_only", true)?;
    Ok(conn)
}

fn prepare(conn: &Connection) -> Result<()> {
    tokenizer::register(conn)?;
    rusqlite::vtab::array::load_module(conn)?;
    // A moved row takes everything that refers to it along.
    conn.pragma_update(None, "foreign_keys", true)?;
    // Sorting by relevance or time of receipt must not write files beside the archive.
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    // 32 MiB of pages: the upper levels of all trees of a million statements (negative: KiB).
    conn.pragma_update(None, "cache_size", -32_768)?;
    conn.set_prepared_statement_cache_capacity(128);
    Ok(())
}

fn is_new(conn: &Connection) -> Result<bool> {
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(tables == 0)
}

fn require_ours(conn: &Connection, path: &Path) -> Result<()> {
    match conn.query_row("PRAGMA application_id", [], |row| row.get::<_, i32>(0))? {
        APPLICATION => Ok(()),
        _ => Err(Error::NotAnArchive(path.to_owned())),
    }
}

/// Writes the mark of a new file; part of the transaction that makes it.
pub(crate) fn sign(conn: &Connection) -> Result<()> {
    Ok(conn.pragma_update(None, "application_id", APPLICATION)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_writes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.sqlite");
        let writer = writer(&path, DateTime::default()).unwrap();
        let reader = reader(&path).unwrap();
        assert!(reader.execute("INSERT INTO setting VALUES ('a', 'b')", []).is_err());
        writer.execute("INSERT INTO setting VALUES ('a', 'b')", []).unwrap();
        let settings = reader.query_row("SELECT count(*) FROM setting", [], |row| row.get::<_, i64>(0));
        assert_eq!(settings.unwrap(), 1);
    }
}
