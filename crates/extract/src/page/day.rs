//! When a page was published.

use chancery_model::{Basis, Published, When};
use dom_query::NodeRef;

use super::Page;
use crate::{clean, date, plain};

const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "date.published",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_time",
    "published-date",
    "publication_date",
    "publicationdate",
    "pubdate",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.created",
    "dc.date",
    "dcterms.date",
    "rnews:datepublished",
    "article_date_original",
    "originalpublicationdate",
    "displaydate",
    "release_date",
    "releasedate",
    "article.published",
    "article.created",
    "created",
    "date",
    "og:pubdate",
    "bt:pubdate",
    "ptime",
    "lw.date",
    "time",
    "timestamp",
    "dat",
    "eomportal-uuid-date",
];

const UPDATED: &[&str] = &[
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "modified",
    "revised",
];

/// Elements that state the date of publication, the sure ones first.
const STATED: &[&str] = &[
    "[itemprop~=datePublished]",
    "time[pubdate]",
    "time[class*=publish]",
    "time.entry-date",
    "abbr.published",
    "[property~='datePublished']",
    "article time[datetime]",
    "main time[datetime]",
    "header time[datetime]",
    "time[datetime]",
];

/// Elements whose name suggests a date.
const NAMED: &[&str] = &[
    "time",
    "[class*=publish]",
    "[class*=pubdate]",
    "[class*=posted]",
    "[class*=dateline]",
    "[class*=timestamp]",
    "[class*=date]",
    "[class*=Date]",
    "[id*=date]",
    "[class*=byline]",
    "[class*=meta]",
    "[class*=time]",
    "[class*=info]",
    ".submitted",
];

/// Returns when the page says that it was published, else what its address or its visible text suggests.
pub(super) fn published(page: &Page<'_>) -> Option<Published> {
    let stated = |when| Published { when, basis: Basis::Stated };
    let inferred = |when| Published { when, basis: Basis::Inferred };
    let linked = || page.linked.published.as_deref().and_then(plausible);
    let meta = || PUBLISHED.iter().find_map(|name| page.meta.all(name).into_iter().find_map(plausible));
    let elements = || STATED.iter().find_map(|selector| of_elements(page, selector));
    let sure = linked().or_else(meta).or_else(elements);
    let named = || NAMED.iter().find_map(|selector| of_elements(page, selector));
    let suggested = || of_address(page.url?).or_else(named).or_else(|| near_title(page));
    sure.map(stated).or_else(|| suggested().map(inferred)).or_else(|| named().map(inferred)).or_else(|| {
        let changed = updated(page)?;
        Some(inferred(changed))
    })
}

/// Returns when the page says that it was last changed.
pub(super) fn updated(page: &Page<'_>) -> Option<When> {
    let linked = page.linked.modified.as_deref().and_then(plausible);
    linked.or_else(|| UPDATED.iter().find_map(|name| page.meta.all(name).into_iter().find_map(plausible)))
}

/// Returns the date that a text begins with.
pub(super) fn in_beginning(text: &str) -> Option<Published> {
    let head = &text[..text.floor_char_boundary(text.len().min(400))];
    date::in_text(head).map(|(when, _)| Published { when, basis: Basis::Inferred })
}

/// Reads a date that a page of the web may carry: since 1990, with at least year and month.
fn plausible(text: &str) -> Option<When> {
    let text = text.trim();
    let when = date::parse(text).or_else(|| Some(date::in_text(text)?.0))?;
    let year = chrono::Datelike::year(&when.day());
    (text.len() > 5 && (1990..=2099).contains(&year)).then_some(when)
}

fn of_elements(page: &Page<'_>, selector: &str) -> Option<When> {
    page.doc.select(selector).nodes().iter().take(6).find_map(of_element)
}

fn of_element(node: &NodeRef<'_>) -> Option<When> {
    let attributes = ["datetime", "content", "title", "data-datetime", "data-time"];
    let stated = attributes.iter().find_map(|name| plausible(&node.attr(name)?));
    stated.or_else(|| {
        let text = clean::one_line(&plain::of_html(&node.inner_html()));
        let short = text.chars().count() <= 160;
        short.then(|| plausible(&text)).flatten()
    })
}

/// Finds a date in the path of an address: `/2024/10/24/`, `/2024-10-24-`, `/20241024`.
pub(super) fn of_address(url: &str) -> Option<When> {
    let path = url.splitn(4, '/').nth(3)?;
    let runs: Vec<&str> = path.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let whole = runs.windows(3).find_map(|run| match run {
        [y, m, d] if y.len() == 4 && m.len() <= 2 && d.len() <= 2 => day(y, m, d),
        _ => None,
    });
    whole.or_else(|| {
        runs.iter().filter(|run| run.len() == 8).find_map(|run| day(&run[..4], &run[4..6], &run[6..]))
    })
}

fn day(year: &str, month: &str, day: &str) -> Option<When> {
    let year: i32 = year.parse().ok().filter(|year| (1995..=2099).contains(year))?;
    chrono::NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?).map(When::Day)
}

/// Finds a date in the text around the first heading.
fn near_title(page: &Page<'_>) -> Option<When> {
    let heading = page.doc.select_single("h1");
    let node = heading.nodes().first()?;
    let mut around = node.ancestors_it(Some(3));
    around.find_map(|ancestor| {
        let text = clean::one_line(&plain::of_html(&ancestor.inner_html()));
        let head = &text[..text.floor_char_boundary(text.len().min(1500))];
        date::in_text(head).map(|(when, _)| when)
    })
}
