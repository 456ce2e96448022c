use chancery_model::Fetched;

use crate::FeedFormat;

/// A feed that a page links to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedLink {
    /// Its address, absolute.
    pub url: String,
    /// The title of the link, where it has one.
    pub title: Option<String>,
    /// The format that the link claims.
    pub kind: FeedFormat,
}

/// Returns the feeds that a page links to, the announced ones (`<link rel=alternate>`) first.
pub fn discover(_page: &Fetched) -> Vec<FeedLink> {
    Vec::new()
}
