//! The analyser: the one place that decides what a word is, for the archive's index, for rules and for the tagger.

mod analysed;
mod index;
mod query;

pub use analysed::{Analysed, Key, Token, analyse};
pub use index::{encode, lexicon, prefix_range, term};
pub use query::{AnalysedQuery, Position, analyse_query};
