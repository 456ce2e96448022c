//! Compiles the window's configuration and its capabilities into the shell.

fn main() {
    let attributes = tauri_build::Attributes::new().config_path("../tauri.conf.json");
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error=the window's configuration does not compile: {error:#}");
    }
}
