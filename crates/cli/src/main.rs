//! `chancery`: the program at the command line. The archive and all the work belong to `chancery-app`.

mod archive;
mod arguments;
mod command;
mod failure;
mod output;
mod period;
mod progress;
mod serve;
mod signals;

use std::process::ExitCode;

use clap::Parser;

use arguments::Arguments;

/// How a command ended that did not fail as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All of it was done.
    Done,
    /// Some of it failed, and it was said which.
    Partly,
}

impl Outcome {
    /// Says what failed on standard error, a line each.
    fn after(faults: &[String]) -> Self {
        faults.iter().for_each(|fault| crate::output::note(format_args!("chancery: {fault}")));
        if faults.is_empty() { Outcome::Done } else { Outcome::Partly }
    }
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_env("CHANCERY_LOG"))
        .with_writer(std::io::stderr)
        .init();
    match arguments.run() {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Partly) => ExitCode::from(1),
        Err(error) => failure::report(&error),
    }
}
