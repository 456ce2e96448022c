//! The archive: one SQLite file, one writer, several readers. The only crate that speaks SQL.

mod codec;
mod confirm;
mod entry;
mod error;
mod facets;
mod filing;
mod identity;
mod migrate;
mod open;
mod place;
mod reader;
mod search;
mod spell;
mod table;
mod tokenizer;
mod value;
mod visit;
mod writer;

pub use entry::{Entry, Print, Printed, Retagged, Words};
pub use error::{Error, Result};
pub use reader::{InterruptHandle, Reader};
pub use spell::{Spell, Told};
pub use value::*;
pub use visit::{Due, Kept, Moving, Outcome, Visit};
pub use writer::Writer;
