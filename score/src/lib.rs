//! Measures the tagger on labelled texts and the readers on captured files: `cargo xtask score`.

pub mod captures;
mod corpora;
pub mod figures;
pub mod judgement;
mod letters;
pub mod marks;
pub mod order;
mod parallel;
mod person;
pub mod places;
mod readers;
pub mod report;
mod row;
pub mod table;
mod tagged;
mod tokens;

pub use corpora::{Set, sets};
