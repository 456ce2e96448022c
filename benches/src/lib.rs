//! Statements and rules made up for measuring: seeded, in several scripts, with the long tail that real words have.

mod archive;
mod cpu_time;
mod language;
mod random;
mod rule;
mod statement;

pub use archive::{entry, new_archive, now};
pub use cpu_time::CpuTime;
pub use language::{LANGUAGES, Language};
pub use random::Random;
pub use rule::rules;
pub use statement::{draft, drafts, drafts_in};
