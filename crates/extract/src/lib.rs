//! From bytes to drafts: feeds, pages and imported files. See the README of this crate.

mod address;
mod charset;
mod clean;
mod date;
mod discover;
mod draft;
mod facts;
mod feed;
mod file;
mod lang;
mod listing;
mod markup;
mod merge;
mod page;
mod plain;
mod prepare;
mod read;
mod reference;
mod sniff;
mod text;
mod why;

pub use address::site_of;
pub use discover::{FeedLink, Leads, discover};
pub use facts::{Entry, FeedFacts, FeedFormat, PageFacts, PageForm};
pub use listing::read_listing;
pub use merge::merge_page;
pub use read::{Found, Note, Reading, read, read_file, read_page};
pub use why::Why;
