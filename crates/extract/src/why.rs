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
    /// The name says what the bytes are not, or the file is cut short.
    #[error("{name} cannot be read: it is no {what}, or it is damaged.")]
    BrokenFile {
        /// The file name.
        name: String,
        /// What the file should be.
        what: &'static str,
    },
    /// Pages without letters, such as pictures of a scanned paper.
    #[error(
        "{name} is a {what} without text: if its pages are pictures, have a program recognise their text first."
    )]
    NoPages {
        /// The file name.
        name: String,
        /// What the file is.
        what: &'static str,
    },
    /// A password protects it.
    #[error("{name} is protected by a password: save a copy without one.")]
    Locked {
        /// The file name.
        name: String,
    },
    /// An archive of other files.
    #[error("{name} is an archive without a Word document: unpack it and take the files that it holds.")]
    OtherArchive {
        /// The file name.
        name: String,
    },
    /// A file that should be a letter has no header.
    #[error("{name} is no letter: it has neither a sender nor a subject nor a date.")]
    NoLetter {
        /// The file name.
        name: String,
    },
    /// A letter has no text.
    #[error("{name} is a letter without text.")]
    LetterWithoutText {
        /// The file name.
        name: String,
    },
    /// Nothing on the page looks like a list of documents.
    #[error(
        "{name} names no feed, and nothing on it looks like a list of documents: give a CSS selector of its items."
    )]
    NoListing {
        /// The address.
        name: String,
    },
    /// The selector cannot be read.
    #[error("“{selector}” is no CSS selector: write one such as `.news-list li a`.")]
    BadSelector {
        /// The selector.
        selector: String,
    },
    /// The selector finds no link with a title.
    #[error("{name} holds no link with a title where “{selector}” points.")]
    NothingSelected {
        /// The address.
        name: String,
        /// The selector.
        selector: String,
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
    /// The page says in words that there is no such page.
    #[error("{name} says that there is no such page, though its server sent it as one.")]
    Missing {
        /// The address or file name.
        name: String,
    },
    /// An office document of a kind that is not read.
    #[error("{name} is {kind}, which the program does not read: save it as .docx, .pdf or .txt.")]
    OtherOffice {
        /// The file name.
        name: String,
        /// What it is: `a rich-text document` …
        kind: &'static str,
    },
    /// The page holds no readable text.
    #[error("{name} is an HTML page without readable text.")]
    NoText {
        /// The address or file name.
        name: String,
    },
}
