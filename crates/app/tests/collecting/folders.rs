//! Watched folders: what appears or changes in them is filed, and nothing is lost.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chancery_app::App;
use chancery_app::api::types::SourceDraft;
use chancery_model::{Source, SourceKind, SourceState, Trouble};

use crate::script;
use crate::{collect, titles};

async fn follow(app: &App, folder: &Path) -> Source {
    let draft = SourceDraft { url: folder.display().to_string(), name: None, no_check: false };
    app.add_source(&draft, None).await.expect("a folder can be followed")
}

async fn source(app: &App) -> Source {
    app.watched().await.expect("sources are read").remove(0).source
}

fn folder_of(data: &tempfile::TempDir) -> PathBuf {
    let folder = data.path().join("Press releases");
    std::fs::create_dir(&folder).expect("a folder is made");
    folder
}

fn put(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).expect("a file is written");
}

#[tokio::test(flavor = "multi_thread")]
async fn files_that_appear_or_change_are_filed_and_a_deleted_one_loses_nothing() {
    let (_script, app, data) = script::app();
    let folder = folder_of(&data);
    put(&folder, "mali.txt", "Statement on Mali\n\nThe ministry condemns the attack.");
    put(&folder, "notes.tmp", "Nothing of this kind is read.");
    let followed = follow(&app, &folder).await;
    assert_eq!((followed.kind, followed.name.as_str()), (SourceKind::Folder, "Press releases"));
    assert!(
        followed.url.starts_with("file:///") && followed.url.ends_with("Press%20releases/"),
        "{followed:?}"
    );
    assert_eq!(collect(&app).await.new, 1);
    let again = collect(&app).await;
    assert_eq!((again.new, again.known), (0, 0), "what was read is not read again");

    put(&folder, "mali.txt", "Statement on Mali\n\nThe ministry strongly condemns the attack.");
    std::fs::create_dir(folder.join("2026")).expect("a folder is made");
    put(&folder.join("2026"), "talks.md", "# On the talks\n\nThe parties met.");
    let changed = collect(&app).await;
    assert_eq!((changed.new, changed.revised), (1, 1));
    assert_eq!(titles(&app, "strongly").await, ["Statement on Mali"]);

    std::fs::rename(folder.join("mali.txt"), folder.join("moved.txt")).expect("it is renamed");
    let moved = collect(&app).await;
    assert_eq!((moved.new, moved.revised, moved.known), (0, 0, 1), "another name is no other statement");
    std::fs::remove_file(folder.join("moved.txt")).expect("it is removed");
    collect(&app).await;
    assert_eq!(titles(&app, "").await.len(), 2);
    assert_eq!(source(&app).await.state, SourceState::Working);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_file_is_told_once_and_the_others_are_filed() {
    let (_script, app, data) = script::app();
    let folder = folder_of(&data);
    put(&folder, "a.pdf", "no pdf at all");
    put(&folder, "b.txt", "Statement on Mali\n\nThe ministry condemns the attack.");
    follow(&app, &folder).await;
    let first = collect(&app).await;
    assert_eq!((first.new, first.faults.len()), (1, 1), "{first:?}");
    assert!(first.faults[0].contains("a.pdf") && !first.faults[0].contains('\n'), "{:?}", first.faults);
    assert!(collect(&app).await.faults.is_empty(), "it did not change");
    let listed = source(&app).await;
    assert_eq!(listed.state, SourceState::Working);
    assert!(listed.reason.is_some_and(|reason| reason.contains("a.pdf")));

    put(&folder, "a.pdf", "still no pdf");
    assert_eq!(collect(&app).await.faults.len(), 1, "it is tried again when it changed");
    std::fs::remove_file(folder.join("a.pdf")).expect("it is removed");
    collect(&app).await;
    assert_eq!(source(&app).await.reason, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_still_being_written_is_not_read_half() {
    let (script, app, data) = script::app();
    let folder = folder_of(&data);
    follow(&app, &folder).await;
    let (path, done) = (folder.join("long.txt"), Arc::new(AtomicBool::new(false)));
    put(&folder, "long.txt", "A long statement\n\nIt begins.");
    let (writing, ended) = (path.clone(), done.clone());
    let writer = std::thread::spawn(move || {
        let mut file = std::fs::File::options().append(true).open(writing).expect("it is there");
        while !ended.load(Ordering::SeqCst) {
            file.write_all(b" And it goes on.").expect("it can be written");
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    });
    assert_eq!(collect(&app).await.new, 0);
    let soon = source(&app).await.next_try.expect("it is looked at again") - script.now();
    assert_eq!(soon, chrono::TimeDelta::seconds(20));
    done.store(true, Ordering::SeqCst);
    writer.join().expect("the writer ends");
    assert_eq!(collect(&app).await.new, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_is_not_there_fails_in_words_and_comes_back() {
    let (_script, app, data) = script::app();
    let folder = folder_of(&data);
    put(&folder, "mali.txt", "Statement on Mali\n\nThe ministry condemns the attack.");
    follow(&app, &folder).await;
    collect(&app).await;
    let away = data.path().join("away");
    std::fs::rename(&folder, &away).expect("it is moved");
    assert_eq!(collect(&app).await.faults.len(), 1);
    let lost = source(&app).await;
    assert_eq!((lost.state, lost.trouble), (SourceState::Failing, Some(Trouble::Unreachable)));
    assert!(
        lost.reason
            .is_some_and(|reason| reason.contains("Press releases") && reason.contains("is not there"))
    );
    std::fs::rename(&away, &folder).expect("it is moved back");
    let back = collect(&app).await;
    assert_eq!((back.new, back.revised), (0, 0));
    assert_eq!(source(&app).await.state, SourceState::Working);
}
