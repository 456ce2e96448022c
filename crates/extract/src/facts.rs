use std::fmt;

use chancery_model::{Published, Translation, When};

/// The format of a feed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FeedFormat {
    /// RSS 0.9x, 1.0 (RDF) or 2.0.
    Rss,
    /// Atom 0.3 or 1.0.
    Atom,
    /// JSON Feed 1 or 1.1.
    JsonFeed,
    /// Channel Definition Format, an ancestor of RSS.
    Cdf,
    /// A sitemap: its entries are addresses, with the time of their last change.
    Sitemap,
    /// An index of sitemaps: its entries are sitemaps.
    SitemapIndex,
    /// A page that lists documents.
    Listing,
}

impl fmt::Display for FeedFormat {
    /// Writes `RSS feed`, `Atom feed`, `JSON Feed`, `sitemap` …, as the window shows it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            FeedFormat::Rss => "RSS feed",
            FeedFormat::Atom => "Atom feed",
            FeedFormat::JsonFeed => "JSON Feed",
            FeedFormat::Cdf => "CDF feed",
            FeedFormat::Sitemap => "sitemap",
            FeedFormat::SitemapIndex => "index of sitemaps",
            FeedFormat::Listing => "listing page",
        })
    }
}

/// What a feed says of itself, and its entries. All texts are plain; addresses are absolute where a base is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedFacts {
    /// The format.
    pub format: FeedFormat,
    /// Its own identifier, byte for byte.
    pub feed_id: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its subtitle or description.
    pub description: Option<String>,
    /// The site that it belongs to.
    pub link: Option<String>,
    /// Its language as stated (BCP 47).
    pub lang: Option<String>,
    /// When it was published.
    pub published: Option<When>,
    /// When it was last changed.
    pub updated: Option<When>,
    /// Authors and editors as named.
    pub authors: Vec<String>,
    /// Categories as named.
    pub categories: Vec<String>,
    /// Minutes that the publisher asks readers to wait between two visits (`ttl`, `sy:updatePeriod`).
    pub ttl_minutes: Option<u32>,
    /// Hours of the day, GMT, 0 to 23, at which readers should not ask (`skipHours`).
    pub skip_hours: Vec<u8>,
    /// Days of the week, GMT, at which readers should not ask (`skipDays`); 0 is Monday.
    pub skip_days: Vec<u8>,
    /// Whether the document ends before the feed does; what stands before is read.
    pub broken_off: bool,
    /// The entries in the order of the feed.
    pub entries: Vec<Entry>,
}

impl FeedFacts {
    /// Makes a feed of which only the format is known.
    pub fn new(format: FeedFormat) -> Self {
        Self {
            format,
            feed_id: None,
            title: None,
            description: None,
            link: None,
            lang: None,
            published: None,
            updated: None,
            authors: Vec::new(),
            categories: Vec::new(),
            ttl_minutes: None,
            skip_hours: Vec::new(),
            skip_days: Vec::new(),
            broken_off: false,
            entries: Vec::new(),
        }
    }
}

/// One entry of a feed. All texts are plain; addresses are absolute where a base is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// `guid` or `id`, byte for byte.
    pub id: Option<String>,
    /// The title, one line.
    pub title: Option<String>,
    /// The address of the page behind the entry.
    pub link: Option<String>,
    /// When it was published.
    pub published: Option<When>,
    /// When it was last changed.
    pub updated: Option<When>,
    /// Authors as named.
    pub authors: Vec<String>,
    /// Categories as named.
    pub categories: Vec<String>,
    /// The summary or description, where the entry carries one.
    pub summary: Option<String>,
    /// The fullest body that the entry carries; paragraphs are separated by an empty line.
    pub text: String,
    /// The language as stated for this entry or inherited from the feed (BCP 47).
    pub lang: Option<String>,
    /// The same document in other languages, as it is named.
    pub translations: Vec<Translation>,
    /// Whether the entry carries its whole body (`content`, `content:encoded` …), not a description alone.
    pub has_content: bool,
}

/// What kind of document a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum PageForm {
    /// A page of the web.
    #[default]
    Html,
    /// Plain text or Markdown.
    Text,
    /// A letter.
    Letter,
    /// A PDF document.
    Pdf,
    /// A Word document.
    Word,
}

impl fmt::Display for PageForm {
    /// Writes `page`, `plain text`, `letter`, `PDF document` or `Word document`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PageForm::Html => "page",
            PageForm::Text => "plain text",
            PageForm::Letter => "letter",
            PageForm::Pdf => "PDF document",
            PageForm::Word => "Word document",
        })
    }
}

/// What a page says. All texts are plain; addresses are absolute where a base is known.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageFacts {
    /// What kind of document it is.
    pub form: PageForm,
    /// The title without the name of the site.
    pub title: String,
    /// The main text; paragraphs are separated by an empty line.
    pub text: String,
    /// When it was published, and whether that was stated or inferred.
    pub published: Option<Published>,
    /// When it was last changed.
    pub updated: Option<When>,
    /// Authors as named.
    pub authors: Vec<String>,
    /// The name of the site.
    pub site: Option<String>,
    /// The language as stated (BCP 47).
    pub lang: Option<String>,
    /// The canonical address.
    pub url: Option<String>,
    /// The same document in other languages, as it is named.
    pub translations: Vec<Translation>,
}
