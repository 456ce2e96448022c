//! Official sanctions lists: their editions, entry by entry, and what differs between two of them.
//! Pure: opens no file, knows no clock, panics on no input. See the README of this crate.

mod bounded;
mod changes;
mod edition;
mod fault;
mod lines;
mod list;
mod node;
mod screening;
mod shape;
mod table;
mod xml;

pub use changes::{Amended, Changes, FieldChange, changes};
pub use edition::{Edition, Entry, Source, read};
pub use fault::ListFault;
pub use list::List;
pub use node::Node;
pub use screening::{DEFAULT_THRESHOLD, Judgement, NameKind, Part, PartKind, rounded, screen};
