//! From bytes to drafts: feeds, pages and imported files. See the README of this crate.

mod discover;
mod facts;
mod merge;
mod read;
mod why;

pub use discover::{FeedLink, discover};
pub use facts::{Entry, FeedFacts, FeedFormat, PageFacts};
pub use merge::merge_page;
pub use read::{Found, Note, Reading, read, read_file, read_page};
pub use why::Why;
