//! A display without a screen.

use std::process::{Command, Stdio};

use super::process::Process;

/// An X display of its own, 1280 × 800.
#[derive(Debug)]
pub struct Display {
    _server: Process,
    name: String,
}

impl Display {
    /// Starts Xvfb on a display number that is free.
    pub fn start() -> Self {
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]);
        let (server, number) = Process::start_and_read_line(server.stderr(Stdio::null()));
        Self { _server: server, name: format!(":{number}") }
    }

    /// Its name, as in `DISPLAY`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether a window of this title is shown.
    pub fn shows(&self, title: &str) -> bool {
        self.xdotool(&["search", "--onlyvisible", "--name", title])
    }

    /// Focuses the window of this title, types a text into it and presses Enter.
    pub fn type_into(&self, title: &str, text: &str) {
        let typed = self.xdotool(&["search", "--onlyvisible", "--name", title, "windowfocus", "--sync"])
            && self.xdotool(&["key", "ctrl+a"])
            && self.xdotool(&["type", "--delay", "5", text])
            && self.xdotool(&["key", "Return"]);
        assert!(typed, "nothing could be typed into the window “{title}”");
    }

    /// Focuses the window of this title and presses a key in it.
    pub fn press_in(&self, title: &str, key: &str) {
        let pressed = self.xdotool(&["search", "--onlyvisible", "--name", title, "windowfocus", "--sync"])
            && self.xdotool(&["key", key]);
        assert!(pressed, "{key} could not be pressed in the window “{title}”");
    }

    fn xdotool(&self, arguments: &[&str]) -> bool {
        let mut xdotool = Command::new("xdotool");
        xdotool.args(arguments).env("DISPLAY", &self.name).stdout(Stdio::null()).stderr(Stdio::null());
        xdotool.status().expect("xdotool is installed").success()
    }
}
