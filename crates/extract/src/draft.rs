//! From what was read to drafts.

use chancery_model::{Basis, Draft, Published};

use crate::{Entry, FeedFacts, FeedFormat, PageFacts, lang};

/// A text up to this many characters, without a body of its own, may be a summary of the page behind the link.
const SUMMARY: usize = 900;
/// A body up to this many characters that breaks off is a summary too.
const TEASER: usize = 600;
/// Titles are made of this many characters of the text where an entry has none.
const TITLE: usize = 100;

/// So many addresses of a sitemap are read: the ones that changed last.
const NEWEST: usize = 100;

/// Returns a draft for each entry that says anything; of a sitemap for those that changed last.
pub(crate) fn of_feed(feed: &FeedFacts) -> Vec<Draft> {
    match feed.format {
        FeedFormat::SitemapIndex => return Vec::new(),
        FeedFormat::Sitemap => return of_sitemap(feed),
        _ => {}
    }
    feed.entries
        .iter()
        .map(of_entry)
        .filter(|draft| !draft.title.is_empty() || !draft.text.is_empty())
        .collect()
}

/// An address says nothing of itself: title and text are those of its page. The time of the last change is no time of
/// publication.
fn of_sitemap(feed: &FeedFacts) -> Vec<Draft> {
    let mut newest: Vec<&Entry> = feed.entries.iter().collect();
    newest.sort_by_key(|entry| std::cmp::Reverse(entry.published.or(entry.updated).map(|when| when.utc())));
    let draft = |entry: &Entry| Draft {
        title: entry.title.clone().unwrap_or_default(),
        published: entry.published.map(|when| Published { when, basis: Basis::Stated }),
        ..of_entry(entry)
    };
    newest.into_iter().take(NEWEST).map(draft).collect()
}

fn of_entry(entry: &Entry) -> Draft {
    let stated = entry.published.or(entry.updated);
    Draft {
        guid: entry.id.clone(),
        url: entry.link.clone(),
        title: entry.title.clone().unwrap_or_else(|| beginning(&entry.text)),
        text: entry.text.clone(),
        summary_only: entry.link.is_some() && is_summary(entry),
        published: stated.map(|when| Published { when, basis: Basis::Stated }),
        updated: entry.updated,
        authors: entry.authors.clone(),
        categories: entry.categories.clone(),
        translations: entry.translations.clone(),
        lang: entry.lang.as_deref().and_then(lang::primary),
    }
}

fn is_summary(entry: &Entry) -> bool {
    let length = entry.text.chars().count();
    let broken_off = breaks_off(&entry.text);
    match entry.has_content {
        true => broken_off && length <= TEASER,
        false => broken_off || length <= SUMMARY,
    }
}

/// Returns whether a text ends as teasers do.
fn breaks_off(text: &str) -> bool {
    let end = text.trim_end().trim_end_matches([']', ')', '»', '>']).trim_end();
    end.ends_with('…') || end.ends_with("...") || end.ends_with("[&hellip;")
}

fn beginning(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    if line.chars().count() <= TITLE {
        return line.to_owned();
    }
    let cut: String = line.chars().take(TITLE).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{whole}…")
}

/// Returns the draft of a page or of a plain text.
pub(crate) fn of_page(page: &PageFacts, address: Option<&str>) -> Draft {
    Draft {
        guid: None,
        url: page.url.clone().or_else(|| address.map(str::to_owned)),
        title: page.title.clone(),
        text: page.text.clone(),
        summary_only: false,
        published: page.published,
        updated: page.updated,
        authors: page.authors.clone(),
        categories: Vec::new(),
        translations: page.translations.clone(),
        lang: page.lang.as_deref().and_then(lang::primary),
    }
}
