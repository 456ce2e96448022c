use std::fmt;

use chancery_model::{Draft, Fetched};

use crate::address::Base;
use crate::{
    Entry, FeedFacts, FeedFormat, PageFacts, PageForm, Why, charset, draft, feed, file, page, sniff, text,
};

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

    /// Returns the newest sitemaps that an index names, at most so many; those without a time come last.
    pub fn sitemaps(&self, most: usize) -> Vec<&str> {
        let Found::Feed(feed) = &self.found else { return Vec::new() };
        if feed.format != FeedFormat::SitemapIndex {
            return Vec::new();
        }
        let mut newest: Vec<&Entry> = feed.entries.iter().collect();
        newest.sort_by_key(|entry| std::cmp::Reverse(entry.updated.map(|when| when.utc())));
        newest.into_iter().filter_map(|entry| entry.link.as_deref()).take(most).collect()
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
    let asked = fetched.final_url.as_str();
    let own = fetched.header("content-location").and_then(|own| Base::of(Some(asked)).resolved(own));
    document(asked, &fetched.bytes, Some(own.as_deref().unwrap_or(asked)), fetched.header("content-type"))
}

/// Reads a file (.txt .md .html .xml .atom .rss .json .eml .mht .pdf .docx): its content decides, its name helps.
/// `url` is the address that the document is known under; relative links are resolved against it.
pub fn read_file(name: &str, bytes: &[u8], url: Option<&str>) -> Reading {
    document(name, bytes, url, None)
}

/// Reads the page behind a feed's entry.
///
/// # Errors
/// The answer is no page with a readable text.
pub fn read_page(fetched: &Fetched) -> Result<PageFacts, Why> {
    read(fetched).page().cloned()
}

fn document(name: &str, bytes: &[u8], url: Option<&str>, content_type: Option<&str>) -> Reading {
    let bytes = &*file::unpacked(bytes);
    if let Some(file) = file::read(name, bytes, content_type) {
        return of_file(name, file, url);
    }
    let found = found(name, bytes, url, content_type);
    let (drafts, notes) = match &found {
        Found::Feed(feed) => (draft::of_feed(feed), notes(feed)),
        Found::Page(page) => (vec![draft::of_page(page, url)], Vec::new()),
        Found::Nothing(_) => (Vec::new(), Vec::new()),
    };
    Reading { found, drafts, notes, name: name.to_owned() }
}

fn of_file(name: &str, file: Result<file::Document, Why>, url: Option<&str>) -> Reading {
    let name = name.to_owned();
    match file {
        Ok(file::Document { page, guid, notes }) => {
            let draft = Draft { guid, ..draft::of_page(&page, url) };
            Reading { found: Found::Page(page), drafts: vec![draft], notes, name }
        }
        Err(why) => Reading { found: Found::Nothing(why), drafts: Vec::new(), notes: Vec::new(), name },
    }
}

fn found(name: &str, bytes: &[u8], url: Option<&str>, content_type: Option<&str>) -> Found {
    let named = || name.to_owned();
    if let Some(kind) = sniff::office(bytes) {
        return Found::Nothing(Why::OtherOffice { name: named(), kind });
    }
    if let Some(looks) = sniff::binary(bytes) {
        return Found::Nothing(Why::NotText { name: named(), looks });
    }
    let text = charset::decoded(bytes, content_type);
    if text.trim().is_empty() {
        return Found::Nothing(Why::Empty { name: named() });
    }
    match feed::read(&text, name, url) {
        feed::Attempt::Feed(feed) => return Found::Feed(*feed),
        feed::Attempt::Other(why) => return Found::Nothing(why),
        feed::Attempt::No => {}
    }
    match sniff::kind(&text, name, content_type) {
        sniff::Kind::Html => match page::facts(&text, url) {
            Ok(page) => Found::Page(page),
            Err(page::Nothing::Textless) => Found::Nothing(Why::NoText { name: named() }),
            Err(page::Nothing::Missing) => Found::Nothing(Why::Missing { name: named() }),
        },
        sniff::Kind::Json => Found::Nothing(Why::OtherJson { name: named() }),
        sniff::Kind::Markdown => Found::Page(PageFacts { form: PageForm::Text, ..text::markdown(&text) }),
        sniff::Kind::Text => Found::Page(PageFacts { form: PageForm::Text, ..text::facts(&text) }),
    }
}

fn notes(feed: &FeedFacts) -> Vec<Note> {
    let cut = feed.broken_off.then(|| match feed.entries.len() {
        1 => "The feed breaks off after 1 entry.".to_owned(),
        n => format!("The feed breaks off after {n} entries."),
    });
    let is_place = matches!(feed.format, FeedFormat::Sitemap | FeedFormat::SitemapIndex);
    let is_silent = |entry: &&Entry| !is_place && entry.title.is_none() && entry.text.is_empty();
    let silent = match feed.entries.iter().filter(is_silent).count() {
        0 => None,
        1 => Some("One entry has neither a title nor a text and was left out.".to_owned()),
        n => Some(format!("{n} entries have neither a title nor a text and were left out.")),
    };
    cut.into_iter().chain(silent).map(Note).collect()
}
