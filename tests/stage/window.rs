//! The real window on a desktop of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::json;
use tempfile::TempDir;

use super::bus::Bus;
use super::command_line::CommandLine;
use super::display::Display;
use super::driver::Driver;
use super::page::Page;
use super::process::Process;
use super::programs;

/// A display, a bus and an empty home.
#[derive(Debug)]
pub struct Desktop {
    /// The display.
    pub display: Display,
    /// The session bus.
    pub bus: Bus,
    home: TempDir,
}

/// The open window; it ends with its value.
#[derive(Debug)]
pub struct Window {
    /// What it shows.
    pub page: Page,
    _driver: Driver,
}

impl Desktop {
    /// Makes a new desktop.
    pub fn start() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(home.path().join("tmp")).expect("it is writable");
        Self { display: Display::start(), bus: Bus::start(), home }
    }

    /// A folder for files of the user.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The command line over the same archive, without a desktop around it.
    pub fn command_line(&self) -> CommandLine {
        CommandLine::over(&self.home.path().join("data"))
    }

    /// Makes the archive look like one of a much newer program, and gives its file.
    ///
    /// Bytes 60 to 63 of an SQLite file are its `user_version`, big-endian.
    pub fn make_newer(&self) -> PathBuf {
        let folder = fs::read_dir(self.home.path().join("data")).expect("the archive was made");
        let is_archive =
            |path: &PathBuf| fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"SQLite format 3"));
        let file = folder.flatten().map(|entry| entry.path()).find(is_archive).expect("there is an archive");
        let mut bytes = fs::read(&file).expect("it can be read");
        bytes[60..64].copy_from_slice(&1_000_000_u32.to_be_bytes());
        fs::write(&file, bytes).expect("it can be written");
        file
    }

    /// Opens the window.
    pub async fn open(&self) -> Window {
        self.open_with(&[]).await
    }

    /// Opens the window with arguments, through WebKitWebDriver.
    pub async fn open_with(&self, arguments: &[&str]) -> Window {
        let mut driver = Command::new("WebKitWebDriver");
        driver.args(["--host=127.0.0.1"]).env("TAURI_WEBVIEW_AUTOMATION", "true");
        let driver = Driver::start(self.surround(&mut driver));
        let options = json!({ "binary": programs::desktop(), "args": arguments });
        let client = driver.connect(json!({ "webkitgtk:browserOptions": options })).await;
        Window { page: Page::new(client), _driver: driver }
    }

    /// Starts the program with arguments and without a driver.
    pub fn start_program(&self, arguments: &[&str]) -> Process {
        Process::start(self.surround(Command::new(programs::desktop()).args(arguments)))
    }

    /// What lies in the folder for temporary files.
    pub fn temporary_files(&self) -> Vec<String> {
        let files = fs::read_dir(self.home.path().join("tmp")).expect("the folder is there").flatten();
        files.map(|file| file.file_name().to_string_lossy().into_owned()).collect()
    }

    /// Gives a program this desktop, and nothing of the one that the tests run on.
    fn surround<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        let home = self.home.path();
        command
            .env("DISPLAY", self.display.name())
            .env("DBUS_SESSION_BUS_ADDRESS", self.bus.address())
            .env("HOME", home)
            .env("TMPDIR", home.join("tmp"))
            .env("XDG_CONFIG_HOME", home.join(".config"))
            .env("XDG_CACHE_HOME", home.join(".cache"))
            .env("XDG_DATA_HOME", home.join(".local/share"))
            .env("CHANCERY_DATA", home.join("data"))
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env("GSETTINGS_BACKEND", "memory")
            // Without it the first picture takes three times as long on a display without a screen.
            .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
            .env_remove("WAYLAND_DISPLAY")
            .stderr(Stdio::inherit())
    }
}

impl Window {
    /// Closes the window and the program with it.
    pub async fn close(self) {
        // The driver ends the program; what it says about that is of no interest.
        let _ = self.page.client().clone().close().await;
    }
}
