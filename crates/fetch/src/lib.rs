//! The only crate that opens sockets. See the README of this crate.

mod fault;
mod fetcher;
mod folder;
mod http;

pub use fault::{Blocker, FetchFault};
pub use fetcher::{Answer, BoxFuture, Fetcher};
pub use folder::FolderFetcher;
pub use http::{HttpFetcher, Limits};
