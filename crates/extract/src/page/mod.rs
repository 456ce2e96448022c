//! HTML pages: what they say of themselves, and their main text.

mod author;
mod body;
mod day;
mod depth;
mod lines;
mod linked;
mod marks;
mod meta;
mod title;
mod translations;
mod vocabulary;
mod written;

use dom_query::Document;

use crate::address::{Base, is_web};
use crate::{PageFacts, clean, lang};
pub(crate) use depth::bounded;
use linked::Linked;
use marks::Marks;
use meta::Meta;

/// Everything that a page says of itself, read once.
struct Page<'d> {
    doc: &'d Document,
    marks: Marks<'d>,
    meta: Meta,
    linked: Linked,
    url: Option<&'d str>,
    lang: Option<String>,
}

impl<'d> Page<'d> {
    fn of(doc: &'d Document, url: Option<&'d str>) -> Self {
        let marks = Marks::of(doc);
        let (meta, linked) = (Meta::of(&marks), Linked::of(&marks));
        let lang = language(doc, &meta);
        Page { doc, marks, meta, linked, url, lang }
    }

    /// Returns the place of the title: the first heading of the first order, else of the second.
    fn heading(&self) -> Option<usize> {
        let mut headings = self.marks.headings.iter();
        let first = headings.clone().find(|mark| mark.node.has_name("h1") && !mark.beside);
        first.or_else(|| headings.find(|mark| !mark.beside)).map(|mark| mark.place)
    }

    /// Returns whether `10/12/2024` names the day first: in all languages but the English of the United States, and
    /// where no language is stated.
    fn day_first(&self) -> bool {
        let lang = self.lang.as_deref().unwrap_or("en").to_ascii_lowercase();
        let (language, region) = lang.split_once('-').unwrap_or((lang.as_str(), ""));
        language != "en" || ["gb", "au", "ie", "nz", "in", "za"].contains(&region)
    }
}

/// Reads a page; none when it holds no readable text.
pub(crate) fn facts(html: &str, url: Option<&str>) -> Option<PageFacts> {
    let doc = Document::from(&*depth::bounded(html));
    let mut page = Page::of(&doc, url);
    let site = site(&page);
    let title = title::of(&page, site.as_deref());
    let published = day::published(&page);
    let own = canonical(&page);
    let facts = PageFacts {
        translations: translations::of(&doc, url, own.as_deref()),
        updated: day::updated(&page),
        authors: author::of(&page, site.as_deref()),
        lang: page.lang.take(),
        url: own,
        title,
        text: String::new(),
        published,
        site,
    };
    let stated = page.linked.body.take().unwrap_or_default();
    body::prune(&doc, &page.marks);
    drop(page);
    let text = body::text(html, doc, url, &facts.title);
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

fn language(doc: &Document, meta: &Meta) -> Option<String> {
    let root = doc.html_root();
    let own = root.attr("lang").or_else(|| root.attr("xml:lang")).and_then(|text| lang::tag(&text));
    own.or_else(|| lang::tag(meta.first(&["content-language", "og:locale", "dc.language", "language"])?))
}

fn canonical(page: &Page<'_>) -> Option<String> {
    let base = Base::of(page.url);
    let link = page.doc.select_single("link[rel=canonical]").attr("href");
    let stated = link.as_deref().or_else(|| page.meta.first(&["og:url"]));
    let resolved = stated.and_then(|address| base.resolved(address)).filter(|address| is_web(address));
    resolved.or_else(|| page.url.map(str::to_owned))
}
