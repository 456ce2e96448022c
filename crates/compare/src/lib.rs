//! What changed and what is the same: identity, novelty, word differences, new or changed passages.
//! Pure: no IO, no clock, no panic on any input. See the README of this crate.

mod content;
mod diff;
mod edit;
mod fingerprint;
mod folding;
mod identity;
mod novelty;
mod passages;
mod sameness;
mod withdrawal;
mod wording;

pub use content::{content_sha256, same_content};
pub use diff::{Kind, Run, word_diff, words_changed};
pub use edit::edit_kind;
pub use fingerprint::fingerprint;
pub use identity::{canonical_url, identity};
pub use novelty::novelty;
pub use passages::changed_passages;
pub use sameness::{Likeness, likeness, same_statement};
