//! `cargo xtask`: sets up, builds, runs and tests Chancery.

mod bundle;
mod data;
mod display;
mod fault;
mod packages;
mod platform;
mod run;
mod steps;
mod system;
mod test;
mod tree;
mod ui;

use std::process::ExitCode;

use crate::fault::{Fault, Outcome};

const USAGE: &str = "\
Sets up, builds, runs and tests Chancery.

  cargo xtask run [--demo] [--release] [-- ARGUMENTS]   installs what is missing, builds, opens the window
  cargo xtask test [--only rust|ui|desktop]             the same for the tests, and runs them
  cargo xtask score [--update] [--errors LABEL] [-h]    how right tagger and readers are, and what changed
  cargo xtask deny                                      licences, bans and sources of all dependencies
  cargo xtask bundle                                    packages for this system
  cargo xtask screenshots [FOLDER]                      pictures of every view, light and dark
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("\n{fault}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Outcome {
    let (task, rest) =
        arguments.split_first().map_or(("help", arguments), |(task, rest)| (task.as_str(), rest));
    match task {
        "run" => run::run(&run::Order::read(rest)?),
        "test" => test::test(test::Part::read(rest)?),
        "deny" => steps::cargo(&["deny", "check", "licenses", "bans", "sources"])
            .map_err(|fault| fault.hint("If cargo-deny is missing: cargo install --locked cargo-deny")),
        "score" => score(rest),
        "bundle" => bundle::bundle(rest),
        "screenshots" => test::screenshots(rest),
        "help" | "--help" | "-h" => {
            print!("{USAGE}");
            Ok(())
        }
        other => Err(Fault::new(format!("There is no task “{other}”.")).hint(USAGE)),
    }
}

/// Measures tagger and readers; what the arguments mean is the program's own affair.
fn score(arguments: &[String]) -> Outcome {
    let own = ["run", "--quiet", "--profile", "score", "--package", "chancery-score", "--"];
    let all: Vec<&str> = own.into_iter().chain(arguments.iter().map(String::as_str)).collect();
    steps::cargo(&all)
}
