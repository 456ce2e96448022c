//! The binary over a data folder of its own.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A report that names countries, an organisation and arms transfers.
pub const REPORT: &str = "\
Nordland minister warns of arms transfers

Oslo, 24 October 2024

The foreign minister said that North Korean arms transfers to Russia violate resolution 1718 (2006).

Troops were seen near the border, she added.
";

/// A data folder and the program that is called on it.
pub struct Program {
    folder: tempfile::TempDir,
}

/// What a call gave.
#[derive(Debug)]
pub struct Called {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Program {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A path beside the data folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file beside the data folder and returns its path as an argument.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), content).unwrap();
        self.path(name).display().to_string()
    }

    pub fn data(&self) -> PathBuf {
        self.path("data")
    }

    /// The call, not started yet: no locale, no desktop, nothing of the user who runs the tests.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("chancery"));
        command.args(arguments).env_clear().env("CHANCERY_DATA", self.data()).current_dir(self.folder.path());
        command
    }

    pub fn call(&self, arguments: &[&str]) -> Called {
        self.call_with(arguments, "")
    }

    /// Calls with a text on standard input.
    pub fn call_with(&self, arguments: &[&str], input: &str) -> Called {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_owned();
        let writing = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
        let called = Called::of(child.wait_with_output().unwrap());
        writing.join().unwrap();
        called
    }

    /// Calls, which must succeed, and returns standard output.
    #[track_caller]
    pub fn done(&self, arguments: &[&str]) -> String {
        let called = self.call(arguments);
        assert_eq!(called.code, 0, "{arguments:?}: {called:?}");
        called.out
    }

    /// Calls, which must succeed, and reads standard output as JSON.
    #[track_caller]
    pub fn json(&self, arguments: &[&str]) -> Value {
        let out = self.done(arguments);
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{arguments:?}: {error}: {out}"))
    }

    /// Imports the report and returns its id.
    pub fn with_report(&self) -> String {
        let file = self.file("report.txt", REPORT);
        let rows = self.json(&["import", &file, "--json"]);
        rows[0]["id"].as_str().unwrap().to_owned()
    }
}

impl Called {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Asserts the exit code, and that standard error holds one sentence with these words.
    #[track_caller]
    pub fn failed(&self, code: i32, words: &[&str]) {
        assert_eq!(self.code, code, "{self:?}");
        assert_eq!(self.err.trim_end().lines().count(), 1, "{self:?}");
        assert!(self.err.starts_with("chancery: "), "{self:?}");
        assert!(self.err.trim_end().ends_with('.'), "{self:?}");
        words.iter().for_each(|word| assert!(self.err.contains(word), "{word}: {self:?}"));
    }
}

/// Reads a CSV file into records by column name.
pub fn csv_rows(path: &Path, delimiter: u8) -> Vec<std::collections::HashMap<String, String>> {
    let bytes = std::fs::read(path).unwrap();
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bytes);
    reader.deserialize().map(Result::unwrap).collect()
}
