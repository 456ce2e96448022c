use std::path::PathBuf;

use chancery_app::editions::differences;
use chancery_app::lists::{Amended, Changes, FieldChange};
use clap::{Args, Subcommand};

use crate::{Outcome, output};

/// Reads sanctions lists
#[derive(Debug, Args)]
#[command(after_help = "\
Known are the lists of the UN, OFAC, the EU, the UK, Switzerland and Canada, and files of OpenSanctions of your own.

Example:
  chancery list diff sdn-2024-03-04.csv sdn-2024-03-05.csv")]
pub struct ListCommand {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Says what differs between two files of one list: entries added, removed and amended, field by field
    ///
    /// No archive is needed. Order and white space are no change. A folder is read as OFAC's set of tables.
    #[command(after_help = "\
Examples:
  chancery list diff consolidated-2025.xml consolidated-2026.xml
  chancery list diff OLD NEW --json")]
    Diff {
        /// The older file, or folder with OFAC's tables
        old: PathBuf,
        /// The newer one
        new: PathBuf,
        /// Prints a JSON object
        #[arg(long)]
        json: bool,
    },
}

impl ListCommand {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let Action::Diff { old, new, json } = self.action;
        let changes = differences(&old, &new)?;
        if json {
            output::json(&changes)?
        } else {
            output::text(&told(&changes))?
        }
        Ok(Outcome::Done)
    }
}

/// The changes in lines for people.
fn told(changes: &Changes) -> String {
    let Changes { list, added, removed, amended } = changes;
    let counts = (added.len(), removed.len(), amended.len());
    let mut lines = vec![format!("{list}: {} added, {} removed, {} amended", counts.0, counts.1, counts.2)];
    lines.extend(added.iter().map(|uid| format!("+ {uid}")));
    lines.extend(removed.iter().map(|uid| format!("- {uid}")));
    lines.extend(amended.iter().flat_map(told_amended));
    lines.join("\n") + "\n"
}

fn told_amended(amended: &Amended) -> Vec<String> {
    let said =
        |value: &Option<String>| value.as_ref().map_or("(nothing)".to_owned(), |text| format!("“{text}”"));
    let field =
        |field: &FieldChange| format!("    {}: {} → {}", field.field, said(&field.old), said(&field.new));
    let head = format!("~ {}", amended.uid);
    std::iter::once(head).chain(amended.fields.iter().map(field)).collect()
}
