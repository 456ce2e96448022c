//! HTML pages: what they say of themselves, and their main text.

mod author;
mod body;
mod day;
mod linked;
mod meta;
mod title;

use dom_query::Document;

use crate::address::{Base, is_web};
use crate::{PageFacts, clean, lang};
use linked::Linked;
use meta::Meta;

/// Everything that a page says of itself, read once.
struct Page<'d> {
    doc: &'d Document,
    meta: Meta,
    linked: Linked,
    url: Option<&'d str>,
}

/// Reads a page; none when it holds no readable text.
pub(crate) fn facts(html: &str, url: Option<&str>) -> Option<PageFacts> {
    let doc = Document::from(body::bounded(html));
    let mut page = Page { doc: &doc, meta: Meta::of(&doc), linked: Linked::of(&doc), url };
    let site = site(&page);
    let title = title::of(&page, site.as_deref());
    let published = day::published(&page);
    let facts = PageFacts {
        updated: day::updated(&page),
        authors: author::of(&page, site.as_deref()),
        lang: language(&page),
        url: canonical(&page),
        title,
        text: String::new(),
        published,
        site,
    };
    let stated = page.linked.body.take().unwrap_or_default();
    let text = body::text(doc, url, &facts.title);
    let text = if body::is_a_part(&text, &stated) { stated } else { text };
    let published = facts.published.or_else(|| day::in_beginning(&text));
    (!text.is_empty()).then_some(PageFacts { text, published, ..facts })
}

fn site(page: &Page<'_>) -> Option<String> {
    let stated =
        page.meta.first(&["og:site_name", "application-name", "dc.publisher", "twitter:app:name:iphone"]);
    let name = stated.map(str::to_owned).or_else(|| page.linked.publisher.clone())?;
    clean::non_empty(clean::one_line(&name)).filter(|name| name.chars().count() <= 80)
}

fn language(page: &Page<'_>) -> Option<String> {
    let root = page.doc.select_single("html");
    let own = root.attr("lang").or_else(|| root.attr("xml:lang")).and_then(|text| lang::tag(&text));
    own.or_else(|| {
        lang::tag(page.meta.first(&["content-language", "og:locale", "dc.language", "language"])?)
    })
}

fn canonical(page: &Page<'_>) -> Option<String> {
    let base = Base::of(page.url);
    let link = page.doc.select_single("link[rel=canonical]").attr("href");
    let stated = link.as_deref().or_else(|| page.meta.first(&["og:url"]));
    let resolved = stated.and_then(|address| base.resolved(address)).filter(|address| is_web(address));
    resolved.or_else(|| page.url.map(str::to_owned))
}
