//! `cargo xtask run`: from a fresh machine to an open window.

use crate::fault::{Fault, Outcome};
use crate::system::{self, Need};
use crate::{display, steps, ui};

/// What is to be run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Order {
    demo: bool,
    release: bool,
    rest: Vec<String>,
}

impl Order {
    /// Reads the arguments after `run`.
    pub fn read(arguments: &[String]) -> Outcome<Self> {
        let mut order = Self::default();
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--demo" => order.demo = true,
                "--release" => order.release = true,
                "--" => order.rest.extend(arguments.by_ref().cloned()),
                other => return Err(unknown(other)),
            }
        }
        Ok(order)
    }

    /// The call of cargo that builds and runs a program with these arguments.
    fn cargo<'a>(&'a self, package: &'a str, first: &[&'a str]) -> Vec<&'a str> {
        let mut call = vec!["run", "--package", package];
        call.extend(self.release.then_some("--release"));
        call.push("--");
        call.extend(first);
        call.extend(self.demo.then_some("--demo"));
        call.extend(self.rest.iter().map(String::as_str));
        call
    }
}

fn unknown(argument: &str) -> Fault {
    Fault::new(format!("`run` does not know “{argument}”."))
        .hint("It takes --demo and --release; what follows -- goes to the program.")
}

/// Installs what is missing, builds, and opens the window.
pub fn run(order: &Order) -> Outcome {
    system::node()?;
    if !display::is_there() {
        return in_a_browser(order);
    }
    system::provide(Need::Window)?;
    window_files()?;
    steps::cargo(&order.cargo("chancery-desktop", &[]))
}

/// Without a display the same window is offered to a browser, and nothing of the desktop is needed.
fn in_a_browser(order: &Order) -> Outcome {
    println!(
        "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can be opened.\n\
         The same window is offered to a browser instead, on this machine only; open the address below.\n"
    );
    window_files()?;
    steps::cargo(&order.cargo("chancery-cli", &["serve", "--ui", "ui/dist"]))
}

/// The built window must be there before the shell is compiled, which embeds it.
fn window_files() -> Outcome {
    ui::install()?;
    ui::build()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Outcome<Order> {
        Order::read(&arguments.iter().map(|&argument| argument.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn the_arguments_reach_the_program() {
        let order = read(&["--demo", "--", "--data", "x"]).unwrap();
        let call = order.cargo("chancery-desktop", &[]);
        assert_eq!(call, ["run", "--package", "chancery-desktop", "--", "--demo", "--data", "x"]);
    }

    #[test]
    fn a_release_build_is_asked_of_cargo() {
        let order = read(&["--release"]).unwrap();
        assert_eq!(order.cargo("c", &["serve"]), ["run", "--package", "c", "--release", "--", "serve"]);
    }

    #[test]
    fn what_is_not_known_is_named() {
        assert!(read(&["--dmeo"]).unwrap_err().to_string().contains("--dmeo"));
    }
}
