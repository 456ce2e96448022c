//! Display, bus, notification server, source and drivers, each a process or server that ends with its value.

pub mod browser;
pub mod bus;
pub mod command_line;
pub mod display;
pub mod driver;
pub mod notifications;
pub mod page;
pub mod process;
pub mod programs;
pub mod source;
pub mod window;
