//! What readers make of captured files, beside what is expected of them.

mod assertion;
mod values;

pub(crate) use assertion::Assertion;
pub(crate) use values::{feed_values, utc};
