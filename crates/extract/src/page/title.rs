//! The title of a page, without the name of the site.

use super::Page;
use crate::clean;

/// What stands between a title and the name of a site.
const SEPARATORS: &[&str] =
    &[" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ", "｜", " ‹ ", " › "];

/// Returns the title; empty when the page has none.
pub(super) fn of(page: &Page<'_>, site: Option<&str>) -> String {
    let whole = whole(page);
    let stated = page.meta.first(&["og:title", "twitter:title", "dc.title", "title"]);
    let headings = headings(page);
    let candidates = [page.linked.headline.as_deref(), stated, Some(whole.as_str())];
    let known: Vec<String> =
        candidates.into_iter().flatten().map(|c| without_site(c, site, page.url)).collect();
    if let Some(heading) = headings.iter().find(|heading| confirmed(heading, &known)) {
        return heading.clone();
    }
    let only = headings.first().filter(|_| headings.len() == 1 && known.iter().all(String::is_empty));
    only.cloned().or_else(|| known.into_iter().find(|title| !title.is_empty())).unwrap_or_default()
}

/// Returns what the page calls itself as a whole, with the name of its site.
pub(super) fn whole(page: &Page<'_>) -> String {
    clean::one_line(&page.doc.select_single("title").text())
}

/// Returns whether a character divides a title from the name of a site.
pub(super) fn is_bar(c: char) -> bool {
    matches!(c, '|' | '–' | '—' | '·' | '•' | '｜' | '»' | '«')
}

/// Returns the texts of the first headings of the first order.
pub(super) fn headings(page: &Page<'_>) -> Vec<String> {
    let nodes = page.marks.headings.iter().map(|mark| mark.node).filter(|node| node.has_name("h1"));
    let texts = nodes.take(8).map(|node| clean::one_line(&crate::plain::of_html(&node.inner_html())));
    texts.filter(|text| (4..=400).contains(&text.chars().count())).collect()
}

/// A heading is the title when what the page says of itself begins or ends with it, or is its beginning.
fn confirmed(heading: &str, known: &[String]) -> bool {
    let folded = fold(heading);
    folded.chars().count() >= 8
        && known.iter().map(|title| fold(title)).any(|title| {
            title.starts_with(&folded)
                || title.ends_with(&folded)
                || (title.chars().count() >= 16 && folded.starts_with(&title))
        })
}

fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Cuts the name of the site from the end or the beginning of a title.
fn without_site(title: &str, site: Option<&str>, url: Option<&str>) -> String {
    let mut title = title.trim();
    let host = host(url);
    let is_site = |part: &str| {
        let part = fold(part);
        !part.is_empty() && (site.is_some_and(|site| fold(site) == part) || is_of_host(&part, &host))
    };
    for _ in 0..3 {
        let (Some(last), first) = (cut_last(title), cut_first(title)) else { break };
        if is_site(last.1) {
            title = last.0;
        } else if first.is_some_and(|(name, _)| is_site(name)) {
            title = first.map_or(title, |(_, rest)| rest);
        } else {
            break;
        }
    }
    without_bar(title.trim()).to_owned()
}

/// A bar separates site from title also where the site is not known by name.
fn without_bar(title: &str) -> &str {
    for bar in [" | ", "｜", " :: "] {
        if let Some((head, tail)) = title.rsplit_once(bar)
            && head.chars().count() > tail.chars().count()
            && head.chars().count() >= 12
        {
            return without_bar(head.trim());
        }
    }
    title
}

fn cut_last(title: &str) -> Option<(&str, &str)> {
    let (at, separator) =
        SEPARATORS.iter().filter_map(|s| Some((title.rfind(s)?, s))).max_by_key(|(at, _)| *at)?;
    Some((title[..at].trim(), title[at + separator.len()..].trim()))
}

fn cut_first(title: &str) -> Option<(&str, &str)> {
    let (at, separator) =
        SEPARATORS.iter().filter_map(|s| Some((title.find(s)?, s))).min_by_key(|(at, _)| *at)?;
    Some((title[..at].trim(), title[at + separator.len()..].trim()))
}

/// Returns the host's labels without `www` and the top level: `www.auswaertiges-amt.de` gives `auswaertigesamt`.
fn host(url: Option<&str>) -> Vec<String> {
    let parsed = url.and_then(|url| url::Url::parse(url).ok());
    let host = parsed.as_ref().and_then(|url| url.host_str()).unwrap_or("");
    let labels = host.split('.').map(fold).filter(|label| label != "www" && label.len() > 2);
    labels.chain([fold(host)]).filter(|label| !label.is_empty()).collect()
}

fn is_of_host(part: &str, host: &[String]) -> bool {
    let bare = part.strip_prefix("the").unwrap_or(part);
    host.iter().any(|label| label == part || label == bare || label.strip_prefix("the") == Some(bare))
}
