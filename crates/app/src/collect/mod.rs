//! From a source's address to filed statements.

pub(crate) mod cadence;
mod capture;
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
pub(crate) use faults::trouble;
pub(crate) use follow::with_scheme;
pub(crate) use reading::listed_by;

pub use capture::{KEPT, NotKept, PageRead};
pub use follow::Finding;
pub use import::{IMPORTED, ImportOrder, Imported};
pub use reading::listing_address;
pub use schedule::CollectorLock;
