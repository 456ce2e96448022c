//! `cargo xtask test`: everything that must hold.

use crate::fault::{Fault, Outcome};
use crate::steps::{self, Steps};
use crate::system::{self, Need};
use crate::{data, ui};

/// With the window's types, so that a stale `ui/src/door/types.ts` fails, and in every step, so that each crate is
/// compiled once.
const TYPES: [&str; 2] = ["--features", "chancery-app/ts"];

/// Which tests are run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All of them.
    All,
    /// Formatting, lints and the tests of every crate but the window's.
    Rust,
    /// The window's own checks and tests.
    Ui,
    /// The real window, the browser, and what crosses all crates.
    Desktop,
}

impl Part {
    /// Reads the arguments after `test`.
    pub fn read(arguments: &[String]) -> Outcome<Self> {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        match arguments.as_slice() {
            [] => Ok(Self::All),
            ["--only", "rust"] => Ok(Self::Rust),
            ["--only", "ui"] => Ok(Self::Ui),
            ["--only", "desktop"] => Ok(Self::Desktop),
            other => Err(Fault::new(format!("`test` does not know “{}”.", other.join(" ")))
                .hint("It takes --only rust, --only ui or --only desktop.")),
        }
    }

    fn has(self, part: Self) -> bool {
        self == Self::All || self == part
    }
}

/// The tests that need the built programs; they are packages' tests like the others, but open windows.
const OF_THE_WHOLE: &[&str] = &["architecture", "browser", "desktop", "life_of_a_statement"];

/// Installs what is missing, builds once, and runs the tests.
pub fn test(part: Part) -> Outcome {
    let mut steps = Steps::default();
    let need = if part.has(Part::Desktop) { Need::DesktopTests } else { Need::Window };
    let ready = steps.needed("what the system needs", || system::node().and_then(|()| system::provide(need)))
        && steps.needed("the window's packages", ui::install)
        // The shell embeds the built window, so it is built before anything in Rust is compiled.
        && steps.needed("the window's build", ui::build);
    if ready {
        if part.has(Part::Ui) {
            window_sources(&mut steps);
        }
        if part.has(Part::Rust) {
            lints(&mut steps);
            steps.step("tables made from packages", data::check);
        }
        if part != Part::Ui {
            rust(part, &mut steps);
        }
    }
    steps.finish()
}

fn window_sources(steps: &mut Steps) {
    steps.step("the window's types", || ui::npm(&["run", "check"]));
    steps.step("the window's tests", || ui::npm(&["test"]));
}

fn lints(steps: &mut Steps) {
    steps.step("formatting", || steps::cargo(&["fmt", "--all", "--check"]));
    steps.step("lints", || {
        steps::cargo(&["clippy", "--workspace", "--all-targets", TYPES[0], TYPES[1], "--", "-D", "warnings"])
    });
}

/// Programs and tests are built by one call over the whole workspace: another choice of packages would give the
/// libraries other features, and half of them would be compiled a second time.
fn rust(part: Part, steps: &mut Steps) {
    let built = part == Part::Rust
        || steps.needed("programs and tests", || {
            steps::cargo(&["build", "--workspace", "--bins", "--tests", TYPES[0], TYPES[1]])
        });
    if built {
        steps.step("tests", || steps::cargo(&tests_of(part)));
    }
}

/// The call of cargo that runs the tests of a part.
fn tests_of(part: Part) -> Vec<&'static str> {
    let mut call = vec!["test", "--workspace", "--no-fail-fast", TYPES[0], TYPES[1]];
    match part {
        Part::Rust => call.extend(["--exclude", "chancery-tests"]),
        Part::Desktop => call.extend(OF_THE_WHOLE.iter().flat_map(|name| ["--test", name])),
        Part::All | Part::Ui => {}
    }
    call
}

/// Takes pictures of every view into a folder, `target/screenshots` unless another is named.
pub fn screenshots(arguments: &[String]) -> Outcome {
    let folder = arguments.first().map_or("target/screenshots", String::as_str);
    system::node()?;
    system::provide(Need::Pictures)?;
    ui::install()?;
    ui::build()?;
    steps::cargo(&["build", "--package", "chancery-cli"])?;
    steps::cargo(&["run", "--package", "chancery-tests", "--bin", "screenshots", "--", folder])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Outcome<Part> {
        Part::read(&arguments.iter().map(|&argument| argument.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn the_tests_of_a_part_are_chosen_within_the_whole_workspace() {
        assert_eq!(tests_of(Part::All), ["test", "--workspace", "--no-fail-fast", TYPES[0], TYPES[1]]);
        assert!(tests_of(Part::Desktop).contains(&"--workspace"));
        assert_eq!(
            tests_of(Part::Desktop).iter().filter(|word| **word == "--test").count(),
            OF_THE_WHOLE.len()
        );
    }

    #[test]
    fn everything_unless_a_part_is_named() {
        assert_eq!(read(&[]), Ok(Part::All));
        assert_eq!(read(&["--only", "ui"]), Ok(Part::Ui));
        assert!(read(&["--only", "nothing"]).is_err());
        assert!(read(&["--only"]).is_err());
    }
}
