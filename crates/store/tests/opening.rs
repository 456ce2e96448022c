//! Files that cannot be opened: one clear sentence each, and nothing is touched.

mod support;

use std::fs;

use chancery_store::{Error, Reader, Writer};
use support::*;

#[test]
fn a_text_file_is_no_archive_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.txt");
    fs::write(&path, "Dear colleague, ".repeat(400)).unwrap();
    for error in [Writer::open(&path, now()).err().unwrap(), Reader::open(&path).err().unwrap()] {
        assert!(matches!(error, Error::NotAnArchive(_)), "{error:?}");
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), "Dear colleague, ".repeat(400));
}

#[test]
fn another_programs_database_is_no_archive() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.sqlite");
    rusqlite::Connection::open(&path).unwrap().execute_batch("CREATE TABLE bookmarks (url)").unwrap();
    let before = fs::read(&path).unwrap();
    let error = Writer::open(&path, now()).err().unwrap();
    assert_eq!(
        error.to_string(),
        format!("“{}” is not a Chancery archive: choose another file or move it aside.", path.display())
    );
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_newer_archive_is_refused_by_writer_and_reader() {
    let archive = Archive::new();
    let path = archive.path();
    drop(archive.writer);
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.pragma_update(None, "user_version", 99).unwrap();
    for error in [Writer::open(&path, now()).err().unwrap(), Reader::open(&path).err().unwrap()] {
        assert!(matches!(error, Error::Newer { found: 99, known: ..99, .. }), "{error:?}");
        assert!(error.to_string().contains("written by a newer Chancery"), "{error}");
    }
}

#[test]
fn a_missing_archive_is_not_made_by_a_reader() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("none.sqlite");
    assert!(matches!(Reader::open(&path), Err(Error::Missing(_))));
    assert!(!path.exists());
}

#[test]
fn a_folder_in_place_of_the_file_cannot_be_written() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(Writer::open(folder.path(), now()), Err(Error::ReadOnly(_))));
    let nowhere = folder.path().join("no/such/folder/a.sqlite");
    assert!(matches!(Writer::open(&nowhere, now()), Err(Error::ReadOnly(_))));
}

#[test]
#[cfg(unix)]
fn a_read_only_folder_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let path = folder.path().join("a.sqlite");
    if fs::write(&path, "").is_ok() {
        // The superuser may write everywhere, so there is nothing to see.
        println!("skipped: this user may write into a read-only folder");
        return;
    }
    assert!(matches!(Writer::open(&path, now()), Err(Error::ReadOnly(_))));
}

#[test]
fn a_damaged_page_is_found_by_the_check_and_kept() {
    let mut archive = Archive::new();
    for n in 0..60 {
        archive.file(document(&n.to_string(), "Title", &format!("text {n} ").repeat(300)));
    }
    let path = archive.path();
    archive.reader.check().unwrap();
    drop((archive.writer, archive.reader));
    let mut bytes = fs::read(&path).unwrap();
    for page in bytes.chunks_mut(16_384).skip(3).step_by(2) {
        page[..64].fill(0xAA);
    }
    fs::write(&path, &bytes).unwrap();
    let error = Reader::open(&path).and_then(|reader| reader.check()).unwrap_err();
    assert!(matches!(error, Error::Corrupt { .. }), "{error:?}");
    assert!(error.to_string().contains("put a backup in its place"), "{error}");
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn opening_twice_keeps_what_is_there() {
    let mut archive = Archive::new();
    let id = id_of(&archive.file(document("1", "Title", "text")));
    let path = archive.path();
    drop((archive.writer, archive.reader));
    drop(Writer::open(&path, now()).unwrap());
    assert!(Reader::open(&path).unwrap().statement(&id, None).unwrap().is_some());
    let names: Vec<_> =
        fs::read_dir(path.parent().unwrap()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().contains("form-")), "{names:?}");
}

#[test]
fn a_backup_is_a_whole_archive() {
    let mut archive = Archive::new();
    let id = id_of(&archive.file(document("1", "Title", "text")));
    let copy = archive.folder.path().join("copy.sqlite");
    archive.writer.backup(&copy).unwrap();
    assert_eq!(Reader::open(&copy).unwrap().statement(&id, None).unwrap(), Some(archive.get(&id)));
    assert!(matches!(archive.writer.backup(&copy), Err(Error::File { .. })));
}
