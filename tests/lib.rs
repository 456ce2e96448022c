//! The stage on which the tests of the whole program play.

mod stage;

pub use stage::browser::Browser;
pub use stage::bus::Bus;
pub use stage::command_line::CommandLine;
pub use stage::display::Display;
pub use stage::notifications::NotificationServer;
pub use stage::page::{Page, eventually};
pub use stage::process::Process;
pub use stage::programs;
pub use stage::source::{Entry, GUARDED, Source};
pub use stage::window::{Desktop, Window};
