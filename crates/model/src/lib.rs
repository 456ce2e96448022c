//! The nouns of Chancery: values that every other crate hands on. No IO, no clock.

mod alert;
mod annotations;
mod code;
mod draft;
mod evidence;
mod id;
mod language;
mod published;
mod query;
mod rule;
mod source;
mod statement;
mod topic;
mod translation;

pub use alert::*;
pub use annotations::*;
pub use code::*;
pub use draft::*;
pub use evidence::*;
pub use id::*;
pub use language::*;
pub use published::*;
pub use query::*;
pub use rule::*;
pub use source::*;
pub use statement::*;
pub use topic::*;
pub use translation::*;
