use chancery_model::Fetched;
use dom_query::{Document, NodeRef};

use crate::address::{Base, is_web};
use crate::{FeedFormat, charset, clean};

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

/// Returns the feeds that a page links to, the announced ones (`<link rel=alternate>`) first, then links whose address
/// looks like a feed's. Feeds of comments come last.
pub fn discover(page: &Fetched) -> Vec<FeedLink> {
    let doc = Document::from(charset::decoded(&page.bytes, page.header("content-type")));
    let base =
        Base::of(Some(&page.final_url)).within(doc.select_single("base[href]").attr("href").as_deref());
    let mut links: Vec<FeedLink> = Vec::new();
    for (selector, read) in
        [("link[rel~=alternate]", announced as fn(&NodeRef<'_>) -> _), ("a[href]", suggested)]
    {
        for node in doc.select(selector).nodes() {
            let link = read(node).and_then(|kind| link(node, kind, &base));
            links.extend(link.filter(|link| !links.iter().any(|known| known.url == link.url)));
        }
    }
    links.sort_by_key(is_of_comments);
    links
}

fn link(node: &NodeRef<'_>, kind: FeedFormat, base: &Base) -> Option<FeedLink> {
    let url = base.resolved(&node.attr("href")?.replace("feed://", "http://")).filter(|url| is_web(url))?;
    let title = node.attr("title").map(|title| title.to_string()).unwrap_or_else(|| node.text().to_string());
    Some(FeedLink { url, title: clean::non_empty(clean::one_line(&title)), kind })
}

/// The format that a `<link>` announces by its type.
fn announced(node: &NodeRef<'_>) -> Option<FeedFormat> {
    let kind = node.attr("type")?.to_ascii_lowercase();
    match kind.split(';').next().unwrap_or("").trim() {
        "application/rss+xml" | "application/rdf+xml" => Some(FeedFormat::Rss),
        "application/atom+xml" => Some(FeedFormat::Atom),
        "application/feed+json" => Some(FeedFormat::JsonFeed),
        // Many announce their feeds as plain XML or JSON; styles and translations do not.
        "text/xml" | "application/xml" => Some(FeedFormat::Rss),
        "application/json" => node.attr("href")?.contains("feed").then_some(FeedFormat::JsonFeed),
        _ => None,
    }
}

/// The format that a link's address suggests.
fn suggested(node: &NodeRef<'_>) -> Option<FeedFormat> {
    let href = node.attr("href")?.to_ascii_lowercase();
    let path = href.split(['?', '#']).next().unwrap_or("").trim_end_matches('/');
    let last = path.rsplit('/').next().unwrap_or("");
    let named = |ends: &[&str]| ends.iter().any(|end| last == *end || last.ends_with(&format!(".{end}")));
    if named(&["atom", "atom.xml"]) {
        Some(FeedFormat::Atom)
    } else if named(&["rss", "rdf", "feed", "rss.xml", "feed.xml", "index.xml", "rss2"])
        || href.starts_with("feed:")
    {
        Some(FeedFormat::Rss)
    } else if last == "feed.json" {
        Some(FeedFormat::JsonFeed)
    } else {
        None
    }
}

fn is_of_comments(link: &FeedLink) -> bool {
    let title = link.title.as_deref().unwrap_or("").to_lowercase();
    link.url.contains("comment") || title.contains("comment") || title.contains("kommentar")
}
