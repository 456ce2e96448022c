//! The links of a page with their places, found in one walk.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::LazyLock;

use dom_query::{Document, NodeId, NodeRef};

use super::Link;
use crate::address::{Base, is_web};
use crate::page::names_of;

/// Links that are looked at on one page.
const MOST: usize = 5000;

/// Elements whose links lead around the site.
const AROUND: &[&str] = &["nav", "header", "footer", "form", "aside", "dialog", "menu", "noscript"];

/// Parts of classes and ids that name what leads around the site, between hyphens and underscores.
static AROUND_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| names_of("around").collect());

/// Parts of classes that say which of its like an item is.
static WHICH: LazyLock<HashSet<&str>> = LazyLock::new(|| names_of("which").collect());

/// What is known of an element from those around it.
#[derive(Clone, Copy)]
struct Place {
    hash: u64,
    leads_around: bool,
}

/// Returns the links that do not lead around the site, in order.
pub(super) fn links<'d>(doc: &'d Document, base: &Base, page: &str) -> Vec<Link<'d>> {
    let mut places: HashMap<NodeId, Place> = HashMap::new();
    let mut links = Vec::new();
    for node in doc.root().descendants_it().filter(NodeRef::is_element) {
        let outer = node.parent().and_then(|parent| places.get(&parent.id).copied());
        let place = place(&node, outer.unwrap_or(Place { hash: 0, leads_around: false }));
        places.insert(node.id, place);
        if place.leads_around || !node.has_name("a") || links.len() >= MOST {
            continue;
        }
        if let Some(address) = address(&node, base).filter(|address| address != page) {
            links.push(Link { node, address, place: place.hash });
        }
    }
    links
}

/// Returns the address of a link without its fragment; none for one that is not of the web.
pub(super) fn address(node: &NodeRef<'_>, base: &Base) -> Option<String> {
    let href = node.attr("href")?;
    let href = href.split('#').next().unwrap_or("").trim();
    base.resolved(href).filter(|address| is_web(address))
}

fn place(node: &NodeRef<'_>, outer: Place) -> Place {
    let name = node.node_name().unwrap_or_default();
    let class = node.class().unwrap_or_default();
    let mut hasher = DefaultHasher::new();
    outer.hash.hash(&mut hasher);
    name.hash(&mut hasher);
    stable(&class).hash(&mut hasher);
    // A whole page may be marked `has-menu` or `lang-en`.
    let is_whole = matches!(&*name, "html" | "body" | "main");
    let leads_around = !is_whole
        && (AROUND.contains(&&*name)
            || is_around(&class)
            || is_around(&node.id_attr().unwrap_or_default())
            || matches!(
                node.attr("role").as_deref(),
                Some("navigation" | "banner" | "contentinfo" | "menu")
            ));
    Place {
        hash: hasher.finish(),
        leads_around: outer.leads_around || (leads_around && !is_article_header(node)),
    }
}

/// The header of an article or of an item holds its title.
fn is_article_header(node: &NodeRef<'_>) -> bool {
    node.has_name("header")
        && node.ancestors_it(Some(4)).any(|outer| outer.has_name("article") || outer.has_name("li"))
}

fn is_around(names: &str) -> bool {
    let mut parts = names.split(|c: char| !c.is_ascii_alphanumeric()).map(str::to_ascii_lowercase);
    parts.any(|part| AROUND_WORDS.contains(part.as_str()))
}

/// The classes that an item shares with its like: none with numbers, none that say which of them it is.
fn stable(class: &str) -> Vec<&str> {
    let is_stable = |name: &&str| {
        !name.contains(|c: char| c.is_ascii_digit())
            && !name.split(['-', '_']).any(|part| WHICH.contains(part))
    };
    let mut names: Vec<&str> = class.split_whitespace().filter(is_stable).collect();
    names.sort_unstable();
    names
}
