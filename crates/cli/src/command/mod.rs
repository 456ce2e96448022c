//! The commands, each in a file of its own: what it takes, and what it does with it.

mod alerts;
mod annotate;
mod backup;
mod catalogue;
mod collect;
mod doctor;
mod evidence;
mod export;
mod extract;
mod generate;
mod import;
mod jsonl;
mod list;
mod matching;
pub(crate) mod notifier;
mod retag;
mod rule;
mod screen;
mod search;
mod show;
mod source;
mod state;
mod topic;

use clap::Subcommand;

use crate::Outcome;
use crate::arguments::DataFolder;
use crate::serve;

/// What the program can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    Import(import::Import),
    Collect(collect::Collect),
    Source(source::SourceCommand),
    Search(search::Search),
    Show(show::Show),
    Evidence(evidence::Evidence),
    Rule(rule::RuleCommand),
    Topic(topic::TopicCommand),
    List(list::ListCommand),
    Alerts(alerts::Alerts),
    Export(export::Export),
    Annotate(annotate::Annotate),
    Extract(extract::Extract),
    Match(matching::Match),
    Screen(screen::Screen),
    State(state::StateCommand),
    Retag(retag::Retag),
    Backup(backup::Backup),
    Verify(evidence::Verify),
    Doctor(doctor::Doctor),
    Generate(generate::Generate),
    Serve(serve::Serve),
}

impl Command {
    /// Runs the command on the archive of this folder.
    pub fn run(self, data: &DataFolder) -> anyhow::Result<Outcome> {
        match self {
            Command::Import(command) => command.run(data),
            Command::Collect(command) => command.run(data),
            Command::Source(command) => command.run(data),
            Command::Search(command) => command.run(data),
            Command::Show(command) => command.run(data),
            Command::Evidence(command) => command.run(data),
            Command::Rule(command) => command.run(data),
            Command::Topic(command) => command.run(data),
            Command::List(command) => command.run(),
            Command::Alerts(command) => command.run(data),
            Command::Export(command) => command.run(data),
            Command::Annotate(command) => command.run(),
            Command::Extract(command) => command.run(),
            Command::Match(command) => command.run(),
            Command::Screen(command) => command.run(),
            Command::State(command) => command.run(data),
            Command::Retag(command) => command.run(data),
            Command::Backup(command) => command.run(data),
            Command::Verify(command) => command.run(),
            Command::Doctor(command) => command.run(data),
            Command::Generate(command) => command.run(),
            Command::Serve(command) => command.run(data),
        }
    }
}
