//! Programs that are run one after another, with what they are for and how long they took.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::fault::{Fault, Outcome};
use crate::tree;

/// Runs a program in a folder, its output going to the terminal.
pub fn program<A: AsRef<OsStr>>(name: &str, arguments: &[A], folder: &Path) -> Outcome {
    let mut command = Command::new(on_this_system(name));
    run(command.args(arguments).current_dir(folder))
}

/// Runs cargo at the top of the checkout.
pub fn cargo(arguments: &[&str]) -> Outcome {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    run(command.args(arguments).current_dir(tree::root()))
}

/// Runs a command and turns a bad end into a fault that names it.
pub fn run(command: &mut Command) -> Outcome {
    let line = words(command);
    println!("$ {line}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Fault::new(format!("`{line}` failed ({status})."))),
        Err(error) => Err(Fault::new(format!("`{line}` cannot be started: {error}."))),
    }
}

/// What a program prints, when it can be run and ends well.
pub fn answer(name: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(on_this_system(name)).args(arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// npm is a script on Windows, and found there only by its full name.
fn on_this_system(name: &str) -> String {
    if cfg!(windows) && matches!(name, "npm" | "npx") { format!("{name}.cmd") } else { name.to_owned() }
}

fn words(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// Steps that are all tried, and summed up at the end.
#[derive(Default)]
pub struct Steps {
    done: Vec<Step>,
}

struct Step {
    name: &'static str,
    took: Duration,
    outcome: Outcome,
}

impl Steps {
    /// Runs a step and keeps how it went.
    pub fn step(&mut self, name: &'static str, work: impl FnOnce() -> Outcome) {
        println!("\n── {name}");
        let start = Instant::now();
        let outcome = work();
        self.done.push(Step { name, took: start.elapsed(), outcome });
    }

    /// Runs a step that the following ones need.
    pub fn needed(&mut self, name: &'static str, work: impl FnOnce() -> Outcome) -> bool {
        self.step(name, work);
        self.done.last().is_some_and(|step| step.outcome.is_ok())
    }

    /// Prints a line for each step, and fails when any did.
    pub fn finish(self) -> Outcome {
        let all: Duration = self.done.iter().map(|step| step.took).sum();
        println!();
        for step in &self.done {
            println!("{:>6.0} s  {}  {}", step.took.as_secs_f64(), mark(&step.outcome), step.name);
        }
        println!("{:>6.0} s  in all", all.as_secs_f64());
        let faults: Vec<String> = self
            .done
            .into_iter()
            .filter_map(|step| Some(format!("{}: {}", step.name, step.outcome.err()?)))
            .collect();
        if faults.is_empty() { Ok(()) } else { Err(Fault::new(faults.join("\n"))) }
    }
}

fn mark(outcome: &Outcome) -> &'static str {
    if outcome.is_ok() { "passed" } else { "FAILED" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_fails_the_whole_and_does_not_stop_it() {
        let mut steps = Steps::default();
        assert!(!steps.needed("first", || Err(Fault::new("It broke."))));
        assert!(steps.needed("second", || Ok(())));
        assert_eq!(steps.finish(), Err(Fault::new("first: It broke.")));
    }

    #[test]
    fn a_program_that_does_not_exist_is_named() {
        let fault = program::<&str>("no-such-program", &[], &tree::root()).unwrap_err();
        assert!(fault.to_string().starts_with("`no-such-program` cannot be started"), "{fault}");
    }
}
