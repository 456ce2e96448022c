//! Sitemaps (sitemaps.org 0.9) with the news extension, and indexes of sitemaps.

use super::head::first_line;
use super::tree::Element;
use crate::address::{Base, is_web};
use crate::{Entry, FeedFacts, FeedFormat, clean, date, lang};

/// Reads the addresses of a sitemap, or the sitemaps of an index, as entries.
pub(super) fn facts(root: Element<'_>, format: FeedFormat, url: Option<&str>) -> FeedFacts {
    let base = Base::of(url);
    let places = || root.children().filter(|child| matches!(child.name, "url" | "sitemap"));
    let mut facts = FeedFacts::new(format);
    facts.title = places().find_map(|place| first_line(publication(place)?, &["news:name"]));
    facts.lang = places().find_map(language);
    facts.entries = places().filter_map(|place| entry(place, &base)).collect();
    facts
}

fn entry(place: Element<'_>, base: &Base) -> Option<Entry> {
    let link = base.resolved(&place.child("loc")?.value()?).filter(|link| is_web(link))?;
    let news = place.child("news:news");
    let published = || date::parse(&news?.child("news:publication_date")?.value()?);
    let keywords = || news?.child("news:keywords")?.value();
    Some(Entry {
        link: Some(link),
        title: news.and_then(|news| first_line(news, &["news:title"])),
        published: published(),
        updated: place.child("lastmod").and_then(|changed| date::parse(&changed.value()?)),
        categories: keywords().map(|words| listed(&words)).unwrap_or_default(),
        lang: language(place),
        translations: super::entry::translations(place, base),
        ..Entry::default()
    })
}

fn publication(place: Element<'_>) -> Option<Element<'_>> {
    place.child("news:news")?.child("news:publication")
}

fn language(place: Element<'_>) -> Option<String> {
    lang::tag(&publication(place)?.child("news:language")?.value()?)
}

fn listed(words: &str) -> Vec<String> {
    words.split(',').map(clean::one_line).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use crate::{Found, read_file};

    #[track_caller]
    fn feed(xml: &str) -> crate::FeedFacts {
        match read_file("https://mfa.example/sitemap.xml", xml.as_bytes(), None).found {
            Found::Feed(feed) => feed,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn addresses_are_entries_with_the_precision_of_their_time() {
        let feed = feed(
            "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>\
             <url><loc> https://mfa.example/a </loc><lastmod>2024-10-24</lastmod></url>\
             <url><loc>https://mfa.example/b</loc><lastmod>2024-10-25T10:00:00+02:00</lastmod></url>\
             <url><lastmod>2024-10-25</lastmod></url></urlset>",
        );
        let stated: Vec<_> = feed.entries.iter().map(|e| e.updated.unwrap().stated_form()).collect();
        assert_eq!(stated, ["2024-10-24", "2024-10-25T10:00:00+02:00"]);
        assert_eq!(feed.entries[0].link.as_deref(), Some("https://mfa.example/a"));
    }

    #[test]
    fn news_carry_title_time_and_language() {
        let feed = feed(
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' \
             xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://mfa.example/a</loc><n:news>\
             <n:publication><n:name>Ministry</n:name><n:language>uk</n:language></n:publication>\
             <n:publication_date>2024-10-24T08:00Z</n:publication_date><n:title>Заява</n:title>\
             <n:keywords>Mali, sanctions</n:keywords></n:news></url></urlset>",
        );
        let entry = &feed.entries[0];
        assert_eq!((feed.title.as_deref(), entry.lang.as_deref()), (Some("Ministry"), Some("uk")));
        assert_eq!((entry.title.as_deref(), entry.categories.len()), (Some("Заява"), 2));
        assert!(entry.published.is_some());
    }
}
