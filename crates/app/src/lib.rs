//! The one application service: the stages wired together, the schedule, the commands, the events.

pub mod api;
pub mod notify;
