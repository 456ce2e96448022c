//! Which system this is.

use crate::steps;

/// A system, as far as its packages differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Platform {
    /// Debian, Ubuntu and what follows them.
    Debian,
    /// Another Linux: packages are the user's affair, we only say which.
    OtherLinux,
    /// macOS.
    MacOs,
    /// Windows.
    Windows,
}

impl Platform {
    /// Tells the system that this runs on.
    pub fn here() -> Self {
        match std::env::consts::OS {
            "macos" => Self::MacOs,
            "windows" => Self::Windows,
            _ if steps::answer("dpkg-query", &["--version"]).is_some() => Self::Debian,
            _ => Self::OtherLinux,
        }
    }
}
