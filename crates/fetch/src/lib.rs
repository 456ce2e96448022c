//! The only crate that opens sockets. See the README of this crate.

mod challenge;
mod classify;
mod exchange;
mod fault;
mod fetcher;
mod folder;
mod http;
mod pace;
mod retry;
mod robots;

pub use fault::{Blocker, FetchFault};
pub use fetcher::{Answer, BoxFuture, Fetcher};
pub use folder::FolderFetcher;
pub use http::{HttpFetcher, Limits};
