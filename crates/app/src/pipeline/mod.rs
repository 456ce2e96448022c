//! The life of a statement from draft to filed: annotate, identify, judge, file.

mod file;
mod neighbours;
mod rule_book;
mod stage;

pub(crate) use file::{Batch, Sourced, file_batch};
pub use file::{Outcome, Tally};
pub(crate) use neighbours::same_among;
pub(crate) use rule_book::RuleBook;
pub(crate) use stage::{Readied, day_of, document, ranges, ready};
