/// Why bytes gave no feed or no page: one sentence for the user.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// There are no bytes, or white space alone.
    #[error("{name} is empty.")]
    Empty {
        /// The address or file name.
        name: String,
    },
    /// The bytes are no text in any encoding that the program knows.
    #[error("{name} is not text: it looks like {looks}.")]
    NotText {
        /// The address or file name.
        name: String,
        /// What it looks like: `a PDF document`, `binary data` …
        looks: &'static str,
    },
    /// JSON of some other kind.
    #[error("{name} is JSON, but no JSON Feed.")]
    OtherJson {
        /// The address or file name.
        name: String,
    },
    /// XML of some other kind.
    #[error("{name} is XML, but no feed: its outermost element is <{root}>.")]
    OtherXml {
        /// The address or file name.
        name: String,
        /// The outermost element.
        root: String,
    },
    /// The feed ends before its first entry.
    #[error("{name} is a feed that breaks off before its first entry.")]
    BrokenOff {
        /// The address or file name.
        name: String,
    },
    /// A page stands where a feed was expected.
    #[error("{name} is an HTML page, not a feed.")]
    PageNotFeed {
        /// The address or file name.
        name: String,
    },
    /// Plain text stands where a feed or a page was expected.
    #[error("{name} is plain text, neither a feed nor an HTML page.")]
    PlainText {
        /// The address or file name.
        name: String,
    },
    /// A feed stands where a page was expected.
    #[error("{name} is a feed, not an HTML page.")]
    FeedNotPage {
        /// The address or file name.
        name: String,
    },
    /// The page holds no readable text.
    #[error("{name} is an HTML page without readable text.")]
    NoText {
        /// The address or file name.
        name: String,
    },
}
