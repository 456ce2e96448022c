//! The window.

/// Runs the window until it is closed.
pub fn main() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
