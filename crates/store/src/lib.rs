//! The archive: one SQLite file, one writer, several readers. The only crate that speaks SQL.

mod error;
mod reader;
mod value;
mod writer;

pub use error::{Error, Result};
pub use reader::{InterruptHandle, Reader};
pub use value::*;
pub use writer::Writer;
