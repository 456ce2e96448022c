//! The program at the command line.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::programs;

/// `chancery` over one data folder.
#[derive(Debug, Clone)]
pub struct CommandLine {
    /// None: the command makes its own, as the demonstration does.
    data: Option<PathBuf>,
}

impl CommandLine {
    /// Over this data folder.
    pub fn over(data: &Path) -> Self {
        Self { data: Some(data.to_owned()) }
    }

    /// Over no archive of its own.
    pub fn without_archive() -> Self {
        Self { data: None }
    }

    /// Runs a command that must succeed, and gives what it prints.
    pub fn run(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().expect("chancery can be started");
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "chancery {arguments:?} failed ({}): {errors}", output.status);
        String::from_utf8(output.stdout).expect("the output is UTF-8")
    }

    /// Runs a command with `--json` and reads what it prints.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let printed = self.run(&[arguments, &["--json"]].concat());
        serde_json::from_str(&printed)
            .unwrap_or_else(|error| panic!("{arguments:?} prints no JSON ({error}): {printed}"))
    }

    /// The command, not yet started; it shows its notices on no desktop.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(programs::command_line());
        command.args(arguments).env_remove("CHANCERY_DATA").env_remove("DBUS_SESSION_BUS_ADDRESS");
        command.envs(self.data.iter().map(|data| ("CHANCERY_DATA", data)));
        command
    }
}
