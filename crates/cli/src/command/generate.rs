use std::io::Write;
use std::path::PathBuf;

use clap::{Args, CommandFactory, Subcommand};
use clap_complete::Shell;

use crate::arguments::Arguments;
use crate::{Outcome, output};

/// Generates shell completions and man pages
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  chancery generate completions bash > ~/.local/share/bash-completion/completions/chancery")]
pub struct Generate {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Writes the completions of a shell to standard output
    #[command(after_help = "\
Example:
  chancery generate completions zsh > _chancery")]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Writes a man page of each command into a folder, or the main one to standard output
    #[command(after_help = "\
Examples:
  chancery generate man > chancery.1
  chancery generate man ~/.local/share/man/man1")]
    Man {
        /// The folder, made when it is not there
        dir: Option<PathBuf>,
    },
}

impl Generate {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let mut command = Arguments::command();
        match self.what {
            What::Completions { shell } => {
                let mut script = Vec::new();
                clap_complete::generate(shell, &mut command, "chancery", &mut script);
                write(&script)?;
            }
            What::Man { dir: None } => {
                let mut page = Vec::new();
                clap_mangen::Man::new(command).render(&mut page)?;
                write(&page)?;
            }
            What::Man { dir: Some(dir) } => {
                let failed = |why| chancery_app::AppError::file(&dir, why);
                std::fs::create_dir_all(&dir).map_err(failed)?;
                clap_mangen::generate_to(command, &dir).map_err(failed)?;
            }
        }
        Ok(Outcome::Done)
    }
}

fn write(bytes: &[u8]) -> anyhow::Result<()> {
    let mut out = output::buffered();
    out.write_all(bytes)?;
    Ok(out.flush()?)
}
