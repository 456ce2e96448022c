use chancery_model::Fetched;
use dom_query::{Document, NodeRef};

use crate::address::{Base, is_web};
use crate::page::prepared;
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

/// Where the feeds of a page may be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Leads {
    /// The feeds that it links to, the announced ones (`<link rel=alternate>`) first, then links whose address looks like a
    /// feed's. Feeds of comments come last.
    pub named: Vec<FeedLink>,
    /// Addresses where a page that names none may have one, the likeliest first: beside the page, then at the root of its
    /// site.
    pub likely: Vec<String>,
}

/// Looks for the feeds of a page.
pub fn discover(page: &Fetched) -> Leads {
    let doc = tree(page);
    Leads { named: named(&doc, &page.final_url), likely: likely(&doc, &page.final_url) }
}

fn named(doc: &Document, address: &str) -> Vec<FeedLink> {
    let base = Base::of(Some(address)).within(doc.select_single("base[href]").attr("href").as_deref());
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

/// The tree of a page.
fn tree(page: &Fetched) -> Document {
    Document::from(&*prepared(&charset::decoded(&page.bytes, page.header("content-type"))).html)
}

/// Paths of feeds by the words with which programs for sites name themselves (`<meta name=generator>`).
const BY_GENERATOR: &[(&str, &[&str])] = &[
    ("wordpress", &["feed/"]),
    ("drupal", &["rss.xml"]),
    ("joomla", &["?format=feed&type=rss"]),
    ("blogger", &["feeds/posts/default"]),
    ("ghost", &["rss/"]),
    ("hugo", &["index.xml"]),
    ("jekyll", &["feed.xml", "atom.xml"]),
    ("typo3", &["rss.xml", "?type=100"]),
    ("liferay", &["-/rss"]),
    ("gatsby", &["rss.xml"]),
    ("wix", &["blog-feed.xml"]),
    ("squarespace", &["?format=rss"]),
];

/// Paths where feeds often lie.
const OFTEN: &[&str] = &["feed/", "rss.xml", "feed.xml", "rss", "atom.xml", "index.xml"];

/// So many addresses are worth asking: each costs the host a request.
const WORTH_ASKING: usize = 6;

fn likely(doc: &Document, address: &str) -> Vec<String> {
    let generator = doc.select_single("meta[name=generator i]").attr("content").unwrap_or_default();
    let generator = generator.to_lowercase();
    let own = BY_GENERATOR.iter().filter(|(name, _)| generator.contains(name)).flat_map(|(_, paths)| *paths);
    let beside = folder(address);
    let root = Base::of(Some(address)).resolved("/");
    let mut likely: Vec<String> = Vec::new();
    for (paths, from) in
        [(own.collect::<Vec<_>>(), [&beside, &root]), (OFTEN.iter().collect(), [&root, &root])]
    {
        for (path, from) in paths.iter().flat_map(|path| from.map(|from| (path, from))) {
            let address = Base::of(from.as_deref()).resolved(path).filter(|address| is_web(address));
            likely.extend(address.filter(|address| !likely.contains(address)));
        }
    }
    likely.truncate(WORTH_ASKING);
    likely
}

/// The address of a page as a folder, without query and fragment.
fn folder(address: &str) -> Option<String> {
    let bare = address.split(['?', '#']).next()?;
    is_web(bare).then(|| format!("{}/", bare.trim_end_matches('/')))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn likely(address: &str, head: &str) -> Vec<String> {
        let page = Fetched {
            url: address.to_owned(),
            final_url: address.to_owned(),
            redirects: Vec::new(),
            moved_permanently: false,
            status: 200,
            headers: Vec::new(),
            bytes: format!("<html><head>{head}</head><body>News</body></html>").into_bytes(),
            at: chrono::DateTime::UNIX_EPOCH,
        };
        discover(&page).likely
    }

    #[test]
    fn what_made_the_page_says_where_its_feed_lies() {
        let found =
            likely("https://mfa.example/en/news?page=2", "<meta name=Generator content='WordPress 6.5'>");
        assert_eq!(&found[..2], ["https://mfa.example/en/news/feed/", "https://mfa.example/feed/"]);
        assert_eq!(found.len(), WORTH_ASKING);
    }

    #[test]
    fn else_the_usual_places_of_its_site_are_asked() {
        let found = likely("https://mfa.example/en/news", "");
        assert_eq!(&found[..2], ["https://mfa.example/feed/", "https://mfa.example/rss.xml"]);
        assert!(likely("file:///a", "").is_empty());
    }
}
