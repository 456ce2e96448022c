//! The only crate that opens sockets. See the README of this crate.

mod challenge;
mod classify;
mod exchange;
mod fault;
mod fetcher;
mod folder;
mod fresh;
mod http;
mod pace;
mod retry;
mod robots;

pub use challenge::wants_a_browser;
pub use fault::{Blocker, FetchFault};
pub use fetcher::{Answer, BoxFuture, Fetcher, Unchanged};
pub use folder::FolderFetcher;
pub use fresh::fresh_for;
pub use http::{HttpFetcher, Limits};
pub use pace::host_key;
