//! Measures the tagger on labelled texts: `cargo xtask score`.

mod corpora;
pub mod figures;
pub mod judgement;
pub mod marks;
pub mod order;
mod parallel;
mod person;
pub mod places;
pub mod report;
mod row;
pub mod table;
mod tagged;

pub use corpora::{Set, sets};
