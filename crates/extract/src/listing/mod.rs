//! Pages that list what was published, without a feed: links that repeat in one place of the page's structure.

mod choose;
mod item;
mod walk;

use dom_query::{Document, Matcher, NodeRef};

use crate::address::Base;
use crate::{Entry, FeedFacts, FeedFormat, Found, Reading, Why, charset, clean, draft, page};
use chancery_model::Fetched;

/// Items that are taken of one page.
const MOST: usize = 200;

/// A link of a page that may be an item.
#[derive(Debug, Clone)]
struct Link<'d> {
    node: NodeRef<'d>,
    /// Its address, absolute, without a fragment.
    address: String,
    /// What its place in the page's structure has in common with its like.
    place: u64,
}

/// Reads a page as a list: by a CSS selector of the items or of their links, else by what repeats.
///
/// The reading holds a feed of the format [`FeedFormat::Listing`] whose entries want their pages, or says why not.
pub fn read_listing(fetched: &Fetched, selector: Option<&str>) -> Reading {
    let name = fetched.final_url.clone();
    let found = match listing(fetched, selector) {
        Ok(feed) => Found::Feed(feed),
        Err(why) => Found::Nothing(why),
    };
    let drafts = if let Found::Feed(feed) = &found { draft::of_feed(feed) } else { Vec::new() };
    Reading { found, drafts, notes: Vec::new(), name }
}

fn listing(fetched: &Fetched, selector: Option<&str>) -> Result<FeedFacts, Why> {
    let name = || fetched.final_url.clone();
    let html = charset::decoded(&fetched.bytes, fetched.header("content-type"));
    let doc = Document::from(&*page::prepared(&html).html);
    let base = Base::of(Some(&fetched.final_url));
    let base = base.within(doc.select_single("base[href]").attr("href").as_deref());
    let own = fetched.final_url.split('#').next().unwrap_or_default();
    let entries = match selector.map(str::trim).filter(|selector| !selector.is_empty()) {
        Some(selector) => {
            let matcher =
                Matcher::new(selector).map_err(|_| Why::BadSelector { selector: selector.to_owned() })?;
            selected(&doc, &matcher, &base)
        }
        None => choose::entries(&walk::links(&doc, &base, own), own),
    };
    match (entries.is_empty(), selector) {
        (true, Some(selector)) => Err(Why::NothingSelected { name: name(), selector: selector.to_owned() }),
        (true, None) => Err(Why::NoListing { name: name() }),
        (false, _) => Ok(facts(&doc, entries)),
    }
}

fn facts(doc: &Document, entries: Vec<Entry>) -> FeedFacts {
    let mut facts = FeedFacts::new(FeedFormat::Listing);
    facts.title = clean::non_empty(clean::one_line(&doc.select_single("title").text()));
    facts.lang = doc.select_single("html").attr("lang").and_then(|tag| crate::lang::tag(&tag));
    facts.entries = entries;
    facts
}

/// The items that a selector names: links, or elements that hold one.
fn selected(doc: &Document, matcher: &Matcher, base: &Base) -> Vec<Entry> {
    let selection = doc.select_matcher(matcher);
    let mut links = Vec::new();
    let mut holders: Vec<Option<NodeRef<'_>>> = Vec::new();
    for node in selection.nodes().iter().take(MOST) {
        let Some(link) = link_of(node, base) else { continue };
        if !links.iter().any(|known: &Link<'_>| known.address == link.address) {
            holders.push((node.id != link.node.id).then_some(*node));
            links.push(link);
        }
    }
    let found = item::containers(&links);
    let held = links
        .iter()
        .zip(holders)
        .map(|(link, holder)| item::entry(link, &holder.unwrap_or_else(|| found.of(link))));
    held.filter(|entry| entry.title.is_some()).collect()
}

/// The link that an element is, or the one within it that says most.
fn link_of<'d>(node: &NodeRef<'d>, base: &Base) -> Option<Link<'d>> {
    let own = node.has_name("a").then_some(*node);
    let within = || {
        let inner = node.descendants_it().filter(|inner| inner.has_name("a") && inner.has_attr("href"));
        inner.take(24).max_by_key(|link| link.text().trim().chars().count())
    };
    let node = own.or_else(within)?;
    let address = walk::address(&node, base)?;
    Some(Link { node, address, place: 0 })
}
