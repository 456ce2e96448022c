use std::ffi::OsString;
use std::path::PathBuf;

use clap::Parser;
use clap::builder::OsStringValueParser;

use crate::ShellError;

/// Follows what governments say and whom they sanction.
#[derive(Debug, Parser)]
#[command(name = "chancery-desktop", version)]
pub(crate) struct Arguments {
    /// The data folder; else CHANCERY_DATA, else the system's folder for data
    #[arg(long, value_name = "DIR", env = "CHANCERY_DATA", value_parser = OsStringValueParser::new())]
    data: Option<OsString>,

    /// Opens a throw-away archive filled with sample statements
    #[arg(long)]
    pub(crate) demo: bool,
}

impl Arguments {
    /// The folder of the archive.
    pub(crate) fn data_folder(&self) -> Result<PathBuf, ShellError> {
        match &self.data {
            // A variable that is set to nothing counts as not set.
            Some(folder) if !folder.is_empty() => Ok(folder.into()),
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

    #[test]
    fn an_empty_name_is_no_name() {
        let arguments = Arguments::parse_from(["chancery-desktop", "--data", ""]);
        assert!(arguments.data_folder().unwrap().ends_with("chancery"));
    }
}
