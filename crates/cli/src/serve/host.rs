use std::path::{Path, PathBuf};

use chancery_app::{Answer, App, AppError, Host};

/// What the core can ask of a browser on loopback: nothing that needs a dialog of the system.
pub struct Browser {
    exports: PathBuf,
}

impl Browser {
    /// A browser that looks at this archive.
    pub fn of(app: &App) -> Self {
        Self { exports: app.data().join("exports") }
    }

    fn export_file(&self, suggested: &str) -> Result<PathBuf, AppError> {
        std::fs::create_dir_all(&self.exports).map_err(|why| AppError::file(&self.exports, why))?;
        // A name, whatever path was suggested: nothing is written elsewhere.
        let name = Path::new(suggested).file_name().map_or_else(|| "export.csv".into(), ToOwned::to_owned);
        Ok(self.exports.join(name))
    }
}

impl Host for Browser {
    fn save_file<'a>(&'a self, suggested: &'a str) -> Answer<'a, Option<PathBuf>> {
        Box::pin(async move { self.export_file(suggested).map(Some) })
    }

    fn open_files(&self) -> Answer<'_, Vec<PathBuf>> {
        let refused = "A browser cannot choose files for the program; use `chancery import PATH`.";
        Box::pin(async move { Err(AppError::Refused(refused.to_owned())) })
    }

    fn open_lists(&self) -> Answer<'_, Vec<PathBuf>> {
        let refused = "A browser cannot choose files for the program; use `chancery source import FILE`.";
        Box::pin(async move { Err(AppError::Refused(refused.to_owned())) })
    }

    fn open_address<'a>(&'a self, _url: &'a str) -> Answer<'a, ()> {
        let refused = "The browser opens links itself.";
        Box::pin(async move { Err(AppError::Refused(refused.to_owned())) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_export_stays_in_its_folder() {
        let data = tempfile::tempdir().unwrap();
        let browser = Browser { exports: data.path().join("exports") };
        for suggested in ["a.csv", "../../a.csv", "/etc/a.csv"] {
            assert_eq!(browser.export_file(suggested).unwrap(), data.path().join("exports/a.csv"));
        }
        assert_eq!(browser.export_file("..").unwrap(), data.path().join("exports/export.csv"));
    }
}
