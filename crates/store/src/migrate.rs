//! The forms of the file, one after another; `PRAGMA user_version` says which one a file has.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, MAIN_DB, TransactionBehavior};

use crate::{Error, Result, open};

/// Leads from each form to the next; what was released is never changed, only followed by another one.
const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_init.sql"),
    include_str!("../migrations/0002_tagger.sql"),
    include_str!("../migrations/0003_edit.sql"),
    include_str!("../migrations/0004_evidence.sql"),
    include_str!("../migrations/0005_polling.sql"),
    include_str!("../migrations/0006_watched_file.sql"),
    include_str!("../migrations/0007_page_check.sql"),
    include_str!("../migrations/0008_group.sql"),
    include_str!("../migrations/0009_translation.sql"),
    include_str!("../migrations/0010_page_answer.sql"),
];

/// Brings a file to the newest form: each step whole or not at all, after a copy when there is anything to lose.
pub(crate) fn run(conn: &mut Connection, path: &Path, now: DateTime<Utc>) -> Result<()> {
    upgrade(conn, path, now, MIGRATIONS)
}

/// Refuses a file whose form is not the newest; for readers, which change nothing.
pub(crate) fn require_current(conn: &Connection, path: &Path) -> Result<()> {
    let (found, known) = (version(conn)?, newest(MIGRATIONS));
    match found.cmp(&known) {
        std::cmp::Ordering::Equal => Ok(()),
        std::cmp::Ordering::Less => Err(Error::Older(path.to_owned())),
        std::cmp::Ordering::Greater => Err(Error::Newer { path: path.to_owned(), found, known }),
    }
}

fn upgrade(conn: &mut Connection, path: &Path, now: DateTime<Utc>, steps: &[&str]) -> Result<()> {
    let (found, known) = (version(conn)?, newest(steps));
    if found > known {
        return Err(Error::Newer { path: path.to_owned(), found, known });
    }
    if found == known {
        return Ok(());
    }
    if found > 0 {
        copy_beside(conn, path, found, now)?;
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have done it while this one waited.
    for step in version(&tx)?..known {
        tx.execute_batch(steps[step as usize])?;
    }
    open::sign(&tx)?;
    tx.pragma_update(None, "user_version", known)?;
    Ok(tx.commit()?)
}

fn newest(steps: &[&str]) -> u32 {
    u32::try_from(steps.len()).expect("there are few forms")
}

fn version(conn: &Connection) -> Result<u32> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Copies the archive to `<file>.form-<n>.<time>` in its folder.
fn copy_beside(conn: &Connection, path: &Path, form: u32, now: DateTime<Utc>) -> Result<PathBuf> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".form-{form}.{}", now.format("%Y%m%dT%H%M%SZ")));
    let copy = path.with_file_name(name);
    write_copy(conn, &copy)?;
    Ok(copy)
}

/// Writes a whole, consistent copy to a file that must not exist yet.
pub(crate) fn write_copy(conn: &Connection, to: &Path) -> Result<()> {
    let refuse = |source| Error::File { path: to.to_owned(), source };
    std::fs::File::create_new(to).map_err(refuse)?;
    let copied = conn.backup(MAIN_DB, to, None::<fn(rusqlite::backup::Progress)>);
    if copied.is_err() {
        // What is half written is of no use and was made by this call.
        let _ = std::fs::remove_file(to);
    }
    Ok(copied?)
}

#[cfg(test)]
mod tests {
    use chancery_model::ReceivedAs;

    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-03-01T08:00:00Z".parse().unwrap()
    }

    #[test]
    fn an_upgrade_keeps_the_rows_and_leaves_a_copy() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.sqlite");
        let mut conn = Connection::open(&path).unwrap();
        let first = ["CREATE TABLE t (a); INSERT INTO t VALUES (1);"];
        upgrade(&mut conn, &path, now(), &first).unwrap();
        upgrade(&mut conn, &path, now(), &[first[0], "ALTER TABLE t ADD b DEFAULT 2;"]).unwrap();
        let row = conn.query_row("SELECT a, b FROM t", [], |r| Ok((r.get(0)?, r.get(1)?)));
        assert_eq!(row.unwrap(), (1, 2));
        let copy = Connection::open(folder.path().join("a.sqlite.form-1.20260301T080000Z")).unwrap();
        assert_eq!(version(&copy).unwrap(), 1);
        assert_eq!(copy.query_row("SELECT a FROM t", [], |r| r.get::<_, i64>(0)).unwrap(), 1);
    }

    #[test]
    fn statements_of_the_first_form_count_as_tagged_by_older_data() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.sqlite");
        let mut conn = Connection::open(&path).unwrap();
        crate::tokenizer::register(&conn).unwrap();
        upgrade(&mut conn, &path, now(), &MIGRATIONS[..1]).unwrap();
        conn.execute_batch(
            "INSERT INTO source (n, id, name, url, kind, added_at) VALUES (1, 's', 'S', 'u', 'feed', 0);
            INSERT INTO statement (row, id, source, revision, collected_at, revised_at, content, title, draft)
            VALUES (7, 'a', 1, 1, 0, 0, x'00', 'T', '{}');",
        )
        .unwrap();
        run(&mut conn, &path, now()).unwrap();
        let stale = crate::table::tagger::stale(&conn, "any", None, 9).unwrap();
        assert_eq!(stale, [chancery_model::RowId(7)]);
    }

    #[test]
    fn bytes_of_the_second_form_are_read_with_what_is_known_of_their_way() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.sqlite");
        let mut conn = Connection::open(&path).unwrap();
        crate::tokenizer::register(&conn).unwrap();
        upgrade(&mut conn, &path, now(), &MIGRATIONS[..2]).unwrap();
        let bytes = crate::codec::pack(b"words").unwrap();
        conn.execute("INSERT INTO received (n, sha256, bytes) VALUES (1, x'00', ?1)", [bytes]).unwrap();
        conn.execute_batch(
            "INSERT INTO receipt (n, received, url, final_url, status, headers, at)
            VALUES (1, 1, 'a.txt', 'a.txt', 0, '[]', 0), (2, 1, 'https://a.example/', 'https://b.example/', 200, '[]', 0);",
        )
        .unwrap();
        run(&mut conn, &path, now()).unwrap();
        let of = |receipt| crate::table::received::get(&conn, receipt).unwrap();
        assert_eq!((of(1).how, of(2).how), (ReceivedAs::File, ReceivedAs::Fetched));
        assert_eq!((&*of(2).bytes, of(2).redirects.len(), of(2).via), (&b"words"[..], 0, None));
    }

    #[test]
    fn a_step_that_fails_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.sqlite");
        let mut conn = Connection::open(&path).unwrap();
        let steps = ["CREATE TABLE t (a);", "CREATE TABLE u (a); SELECT nonsense;"];
        assert!(upgrade(&mut conn, &path, now(), &steps).is_err());
        assert_eq!(version(&conn).unwrap(), 0);
        let tables = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get::<_, i64>(0));
        assert_eq!(tables.unwrap(), 0);
    }

    #[test]
    fn a_copy_never_overwrites() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().join("there");
        std::fs::write(&there, "mine").unwrap();
        let conn = Connection::open_in_memory().unwrap();
        assert!(matches!(write_copy(&conn, &there), Err(Error::File { .. })));
        assert_eq!(std::fs::read_to_string(&there).unwrap(), "mine");
    }
}
