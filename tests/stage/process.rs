//! A program that ends, with all that it started, when its value is dropped.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

/// A running program.
#[derive(Debug)]
pub struct Process {
    child: Child,
}

impl Process {
    /// Starts a program in a process group of its own, silent but for its errors.
    pub fn start(command: &mut Command) -> Self {
        Self::spawn(command.stdout(Stdio::null()))
    }

    /// Starts a program and waits for the first line that it prints.
    pub fn start_and_read_line(command: &mut Command) -> (Self, String) {
        let mut process = Self::spawn(command.stdout(Stdio::piped()));
        let out = process.child.stdout.take().expect("the output is piped");
        let line = first_line(out);
        assert!(!line.is_empty(), "{command:?} ended before it printed anything");
        (process, line)
    }

    fn spawn(command: &mut Command) -> Self {
        in_own_group(command);
        match command.stdin(Stdio::null()).spawn() {
            Ok(child) => Self { child },
            Err(error) => panic!(
                "{:?} cannot be started: {error}. `cargo xtask test` installs what the tests need.",
                command.get_program()
            ),
        }
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends a signal to the program alone: `STOP`, `CONT`, `TERM`.
    pub fn signal(&self, name: &str) {
        kill(name, &self.id().to_string());
    }

    /// Whether it has ended.
    pub fn has_ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let group = format!("-{}", self.id());
        kill("CONT", &group);
        kill("KILL", &group);
        // It was killed: nothing is left to be told.
        let _ = self.child.wait();
    }
}

fn kill(signal: &str, target: &str) {
    let mut kill = Command::new("kill");
    // A group that has ended already is no fault.
    let _ = kill.args(["-s", signal, "--", target]).stderr(Stdio::null()).status();
}

#[cfg(unix)]
fn in_own_group(command: &mut Command) {
    std::os::unix::process::CommandExt::process_group(command, 0);
}

#[cfg(not(unix))]
fn in_own_group(_command: &mut Command) {}

/// Reads one line and goes on emptying the pipe, so that the program never waits for its reader.
fn first_line(out: ChildStdout) -> String {
    let mut reader = BufReader::new(out);
    let mut line = String::new();
    reader.read_line(&mut line).expect("the output is text");
    std::thread::spawn(move || std::io::copy(&mut reader, &mut std::io::sink()));
    line.trim().to_owned()
}
