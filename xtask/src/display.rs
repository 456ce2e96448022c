//! Whether there is a screen to open a window on.

/// Tells whether a window can be opened here.
pub fn is_there() -> bool {
    cfg!(not(target_os = "linux"))
        || shown(std::env::var_os("DISPLAY"))
        || shown(std::env::var_os("WAYLAND_DISPLAY"))
}

fn shown(display: Option<std::ffi::OsString>) -> bool {
    display.is_some_and(|name| !name.is_empty())
}
