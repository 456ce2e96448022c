//! What a source's answer is read as: a list where the address says so, and what an index of sitemaps leads to.

use chancery_extract::{Found, Reading, read_listing};
use chancery_model::Fetched;
use url::{Url, form_urlencoded};

use super::follow::with_scheme;
use super::visit::read_off_thread;
use crate::{App, AppError};

/// Begins the part of an address that is for the program alone: no browser and no server sees it.
const DIRECTIVE: &str = ":~:";

/// The directive that has a page read as a list; its value is the selector of the items, where the user gave one.
const LIST: &str = "list";

/// So many sitemaps of an index are read: the newest.
const SITEMAPS: usize = 3;

/// Returns an address whose page is read as a list, of what the selector names or of what repeats.
///
/// # Errors
/// The address is none.
pub fn listing_address(address: &str, selector: Option<&str>) -> Result<String, AppError> {
    let whole = with_scheme(address)?;
    let mut url =
        Url::parse(&whole).map_err(|why| AppError::Refused(format!("“{whole}” is no address: {why}.")))?;
    let directive = match selector.map(str::trim).filter(|selector| !selector.is_empty()) {
        Some(selector) => {
            form_urlencoded::Serializer::new(String::new()).append_pair(LIST, selector).finish()
        }
        None => LIST.to_owned(),
    };
    url.set_fragment(Some(&format!("{DIRECTIVE}{directive}")));
    Ok(url.into())
}

/// The page that an address has read as a list, and the selector, where it names one; none for other addresses.
pub(crate) fn listed_by(address: &str) -> Option<(String, Option<String>)> {
    let (page, fragment) = address.split_once('#')?;
    let directives = fragment.strip_prefix(DIRECTIVE)?;
    let (_, selector) = form_urlencoded::parse(directives.as_bytes()).find(|(name, _)| name == LIST)?;
    Some((page.to_owned(), Some(selector.into_owned()).filter(|selector| !selector.is_empty())))
}

impl App {
    /// Reads the answer of a source with this address.
    pub(super) async fn reading_of(&self, address: &str, fetched: Fetched) -> Result<Reading, AppError> {
        if let Some((_, selector)) = listed_by(address) {
            return list_off_thread(fetched, selector).await;
        }
        let reading = read_off_thread(fetched).await?;
        let sitemaps: Vec<String> = reading.sitemaps(SITEMAPS).into_iter().map(str::to_owned).collect();
        self.with_sitemaps(reading, sitemaps).await
    }

    /// Adds the documents of the sitemaps that an index names; one that cannot be read is asked again next time.
    async fn with_sitemaps(&self, index: Reading, sitemaps: Vec<String>) -> Result<Reading, AppError> {
        let mut whole = index;
        for address in sitemaps {
            let Ok(fetched) = self.fetch_whole(&address).await else { continue };
            let reading = read_off_thread(fetched).await?;
            if matches!(reading.found, Found::Feed(_)) {
                whole.drafts.extend(reading.drafts);
            }
        }
        Ok(whole)
    }
}

/// Reads an answer as a list on the blocking pool.
pub(super) async fn list_off_thread(fetched: Fetched, selector: Option<String>) -> Result<Reading, AppError> {
    let reading = tokio::task::spawn_blocking(move || read_listing(&fetched, selector.as_deref())).await;
    reading.map_err(|_| AppError::Broken("reader of lists"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(address: &str, selector: Option<&str>, expected: Option<&str>) {
        let listed = listing_address(address, selector).unwrap();
        let (page, read_by) = listed_by(&listed).expect("it is read as a list");
        assert_eq!(read_by.as_deref(), expected, "{listed}");
        assert!(!page.contains('#') && listed.starts_with(&page), "{page}");
        assert_eq!(listing_address(&listed, selector).unwrap(), listed);
    }

    #[test]
    fn the_selector_travels_with_the_address() {
        check(
            "https://mfa.example/news?p=1",
            Some("ul.news > li a[href*=\"/en/\"]"),
            Some("ul.news > li a[href*=\"/en/\"]"),
        );
        check("mfa.example/news#top", Some(" #list .a+b "), Some("#list .a+b"));
        check("https://mfa.example/", None, None);
    }

    #[test]
    fn other_fragments_say_nothing() {
        assert_eq!(listed_by("https://mfa.example/news"), None);
        assert_eq!(listed_by("https://mfa.example/news#list"), None);
    }
}
