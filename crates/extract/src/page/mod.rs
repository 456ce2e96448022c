//! HTML pages: what they say of themselves, and their main text.

mod author;
mod body;
mod day;
mod depth;
mod lead;
mod lines;
mod linked;
mod marks;
mod meta;
mod prepared;
mod title;
mod translations;
mod vocabulary;
mod written;

use dom_query::{Document, NodeRef};

use crate::address::{Base, is_web};
use crate::{PageFacts, PageForm, clean, lang};
use linked::Linked;
use marks::Marks;
use meta::Meta;
use prepared::Script;
pub(crate) use prepared::prepared;
pub(crate) use vocabulary::names_of;

/// Everything that a page says of itself, read once.
struct Page<'d> {
    doc: &'d Document,
    scripts: &'d [Script<'d>],
    marks: Marks<'d>,
    meta: Meta,
    linked: Linked,
    url: Option<&'d str>,
    lang: Option<String>,
}

impl<'d> Page<'d> {
    fn of(doc: &'d Document, scripts: &'d [Script<'d>], url: Option<&'d str>) -> Self {
        let marks = Marks::of(doc);
        let (meta, linked) = (Meta::of(&marks), Linked::of(scripts));
        let lang = language(doc, &meta);
        Page { doc, scripts, marks, meta, linked, url, lang }
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

/// Why a page gives nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nothing {
    /// It holds no readable text.
    Textless,
    /// It says that there is no such page, whatever the status that it came with.
    Missing,
}

/// Reads a page.
///
/// # Errors
/// It holds no text, or none but that there is no such page.
pub(crate) fn facts(html: &str, url: Option<&str>) -> Result<PageFacts, Nothing> {
    let prepared = prepared(html);
    let doc = Document::from(&*prepared.html);
    let mut page = Page::of(&doc, &prepared.scripts, url);
    let site = site(&page);
    let title = title::of(&page, site.as_deref());
    if is_missing(&page, &title) {
        return Err(Nothing::Missing);
    }
    let published = day::published(&page);
    let lead = lead::of(&page, &title);
    let own = canonical(&page);
    let facts = PageFacts {
        form: PageForm::Html,
        translations: translations::of(&page.marks, url, own.as_deref()),
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
    body::prune(&page.marks);
    drop(page);
    let text = body::text(&prepared.html, doc, url, &facts.title);
    let text = if body::is_a_part(&text, &stated) { stated } else { text };
    let text = if text.is_empty() { text } else { lead::before(lead, text) };
    let published = facts.published.or_else(|| day::in_beginning(&text));
    if text.is_empty() { Err(Nothing::Textless) } else { Ok(PageFacts { text, published, ..facts }) }
}

/// Returns whether a page stands for one that is not there: its title says so, or its only heading does, and it states
/// no time of publication.
fn is_missing(page: &Page<'_>, title: &str) -> bool {
    let says_so = |text: &str| written::tells_of_missing(text);
    let headings = title::headings(page);
    let heading = headings.first().filter(|_| headings.len() == 1);
    let parts = || title::whole(page).split(title::is_bar).any(|part| says_so(part.trim()));
    (says_so(title) || heading.is_some_and(|heading| says_so(heading)) || parts())
        && page.linked.published.is_none()
        && page.meta.first(&["article:published_time"]).is_none()
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
    let is_canonical = |link: &&NodeRef<'_>| link.attr("rel").is_some_and(|rel| &*rel == "canonical");
    let link = page.marks.relations.iter().find(is_canonical).and_then(|link| link.attr("href"));
    let stated = link.as_deref().or_else(|| page.meta.first(&["og:url"]));
    let resolved = stated.and_then(|address| base.resolved(address)).filter(|address| is_web(address));
    resolved.or_else(|| page.url.map(str::to_owned))
}
