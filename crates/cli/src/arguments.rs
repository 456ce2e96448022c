use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, Parser};

use crate::Outcome;
use crate::command::Command;

/// Follows what governments and international bodies say: collects their statements, tags and searches them, raises
/// alerts, exports CSV.
#[derive(Debug, Parser)]
#[command(name = "chancery", version, after_help = EXAMPLES, arg_required_else_help = true)]
pub struct Arguments {
    #[command(flatten)]
    data: DataFolder,

    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  chancery source add https://www.consilium.europa.eu/en/rss/
  chancery rule add \"Arms to Russia\" 'country:KP AND \"arms transfers\"'
  chancery collect
  chancery alerts --unseen

Exit code 0: done; 1: some of it failed, and it was said which; 2: the call was wrong.";

impl Arguments {
    /// Runs the command.
    pub fn run(self) -> anyhow::Result<Outcome> {
        self.command.run(&self.data)
    }
}

/// Where the archive lies.
#[derive(Debug, Args)]
pub struct DataFolder {
    /// The data folder, else the system's folder for data of programs
    #[arg(long, global = true, value_name = "DIR", env = "CHANCERY_DATA")]
    data: Option<PathBuf>,
}

impl DataFolder {
    /// The folder; it need not exist yet.
    pub fn path(&self) -> anyhow::Result<PathBuf> {
        match &self.data {
            Some(folder) if !folder.as_os_str().is_empty() => Ok(folder.clone()),
            _ => Ok(dirs::data_dir()
                .context("This system names no folder for data: say where the archive lies with --data DIR.")?
                .join("chancery")),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_are_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn every_command_has_an_example_that_parses() {
        let mut checked = 0;
        check(&Arguments::command(), &mut checked);
        assert!(checked > 30, "{checked}");
    }

    fn check(command: &clap::Command, checked: &mut usize) {
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        let examples: Vec<&str> = help
            .lines()
            .filter(|line| line.starts_with("  "))
            .map(|line| &line[line.find("chancery ").expect("an example calls the program")..])
            .collect();
        assert!(!examples.is_empty(), "{} has no example", command.get_name());
        for example in examples {
            let words = shell_words(example);
            Arguments::try_parse_from(&words).unwrap_or_else(|error| panic!("{example}: {error}"));
            *checked += 1;
        }
        command.get_subcommands().for_each(|inner| check(inner, checked));
    }

    /// The words of a call up to a pipe or redirection, quotes taken off.
    fn shell_words(line: &str) -> Vec<String> {
        let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
        for c in line.chars() {
            match (quote, c) {
                (None, '|' | '<' | '>') => break,
                (None, '\'' | '"') => {
                    quote = Some(c);
                    word.get_or_insert_default();
                }
                (Some(open), c) if open == c => quote = None,
                (None, ' ') => words.extend(word.take()),
                (_, c) => word.get_or_insert_default().push(c),
            }
        }
        words.extend(word);
        words
    }
}
