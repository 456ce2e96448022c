//! A real notification server: dunst.

use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use super::bus::Bus;
use super::display::Display;
use super::process::Process;

/// How long dunst may take to come up.
const PATIENCE: Duration = Duration::from_secs(20);

/// Dunst on a display and a bus.
#[derive(Debug)]
pub struct NotificationServer {
    process: Process,
    bus: String,
}

impl NotificationServer {
    /// Starts dunst and waits until it answers.
    pub fn start(display: &Display, bus: &Bus) -> Self {
        let mut dunst = Command::new("dunst");
        dunst.args(["-conf", "/dev/null"]).env("DISPLAY", display.name()).stderr(Stdio::null());
        let process = Process::start(dunst.env("DBUS_SESSION_BUS_ADDRESS", bus.address()));
        let server = Self { process, bus: bus.address().to_owned() };
        let start = Instant::now();
        while !server.control(&["count"]).status.success() {
            assert!(start.elapsed() < PATIENCE, "dunst does not come up");
            std::thread::sleep(Duration::from_millis(50));
        }
        server
    }

    /// How many notifications are on the screen.
    pub fn displayed(&self) -> usize {
        let output = self.control(&["count", "displayed"]);
        String::from_utf8_lossy(&output.stdout).trim().parse().unwrap_or(0)
    }

    /// Clicks the newest notification.
    pub fn click(&self) {
        assert!(self.control(&["action", "0"]).status.success(), "the notification cannot be clicked");
    }

    /// Closes all notifications, which puts them into the history.
    pub fn close_all(&self) {
        self.control(&["close-all"]);
    }

    /// The titles and bodies of the notifications that were closed, newest first.
    pub fn history(&self) -> Vec<(String, String)> {
        let output = self.control(&["history"]);
        let history: serde_json::Value =
            serde_json::from_slice(&output.stdout).expect("dunstctl prints JSON");
        let entries = history["data"][0].as_array().cloned().unwrap_or_default();
        let text = |entry: &serde_json::Value, field: &str| {
            entry[field]["data"].as_str().unwrap_or_default().to_owned()
        };
        entries.iter().map(|entry| (text(entry, "summary"), text(entry, "body"))).collect()
    }

    /// Stops the server where it stands: it takes calls and answers none.
    pub fn freeze(&self) {
        self.process.signal("STOP");
    }

    /// Lets it go on.
    pub fn thaw(&self) {
        self.process.signal("CONT");
    }

    fn control(&self, arguments: &[&str]) -> Output {
        let mut dunstctl = Command::new("dunstctl");
        dunstctl.args(arguments).env("DBUS_SESSION_BUS_ADDRESS", &self.bus);
        dunstctl.output().expect("dunstctl is installed with dunst")
    }
}
