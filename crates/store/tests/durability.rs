//! What was acknowledged survives the death of the process.

mod support;

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use chancery_store::{Reader, Writer};
use support::*;

/// Set for the process that is to die: the archive to file into.
const VICTIM: &str = "CHANCERY_TEST_VICTIM";

/// Not a test by itself: files statements for ever and names each after it was acknowledged.
#[test]
fn victim() {
    let Ok(path) = std::env::var(VICTIM) else { return };
    let path = std::path::PathBuf::from(path);
    let mut writer = Writer::open(&path, now()).unwrap();
    let reader = Reader::open(&path).unwrap();
    let run = std::process::id();
    for n in 0.. {
        let items: Vec<_> = (0..5)
            .map(|item| document(&format!("{run}-{n}-{item}"), "Title", &"some words of text ".repeat(200)))
            .map(|document| document.judged(&reader))
            .collect();
        for filed in writer.file(&items, now()).unwrap() {
            println!("filed {}", id_of(&filed));
        }
        std::io::stdout().flush().unwrap();
    }
}

#[test]
fn nothing_acknowledged_is_lost_when_the_process_is_killed() {
    let archive = Archive::new();
    let path = archive.path();
    drop(archive.writer);
    let mut acknowledged = Vec::new();
    for round in 0..4 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "victim", "--nocapture"])
            .env(VICTIM, &path)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut ids =
            lines.map_while(Result::ok).filter_map(|line| line.split("filed ").nth(1).map(str::to_owned));
        acknowledged.extend(ids.by_ref().take(15 + 7 * round));
        child.kill().unwrap();
        child.wait().unwrap();
        acknowledged.extend(ids);
    }
    assert!(acknowledged.len() >= 100);
    let reader = Reader::open(&path).unwrap();
    reader.check().unwrap();
    for id in &acknowledged {
        assert!(reader.statement(&id.as_str().into(), None).unwrap().is_some(), "{id} was lost");
    }
}
