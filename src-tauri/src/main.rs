//! The window as a program: everything it does is in `chancery-shell`.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    chancery_shell::main()
}
