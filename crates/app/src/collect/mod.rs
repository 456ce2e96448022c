//! From a source's address to filed statements.

pub(crate) mod cadence;
mod faults;
mod folder;
mod follow;
mod import;
mod moving;
mod offer;
mod reading;
mod recheck;
mod samples;
mod schedule;
mod timing;
mod visit;

pub use cadence::words as cadence_words;
pub use follow::Finding;
pub use import::{IMPORTED, ImportOrder, Imported};
pub use reading::listing_address;
pub use schedule::CollectorLock;
