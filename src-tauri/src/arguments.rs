use std::path::PathBuf;

use clap::Parser;

use crate::ShellError;

/// Follows what governments say and whom they sanction.
#[derive(Debug, Parser)]
#[command(name = "chancery-desktop", version)]
pub(crate) struct Arguments {
    /// The data folder; else CHANCERY_DATA, else the system's folder for data
    #[arg(long, value_name = "DIR", env = "CHANCERY_DATA")]
    data: Option<PathBuf>,

    /// Opens a throw-away archive filled with sample statements
    #[arg(long)]
    pub(crate) demo: bool,
}

impl Arguments {
    /// The folder of the archive.
    pub(crate) fn data_folder(&self) -> Result<PathBuf, ShellError> {
        match &self.data {
            Some(folder) if !folder.as_os_str().is_empty() => Ok(folder.clone()),
            _ => Ok(dirs::data_dir().ok_or(ShellError::NoDataFolder)?.join("chancery")),
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
    fn a_named_folder_is_taken_as_it_is() {
        let arguments = Arguments::parse_from(["chancery-desktop", "--data", "/somewhere"]);
        assert_eq!(arguments.data_folder().unwrap(), PathBuf::from("/somewhere"));
    }
}
