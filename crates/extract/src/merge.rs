use chancery_model::Draft;

use crate::{PageFacts, lang};

/// Fills a draft that carries a summary only with the text of the page behind it; title and date of the feed stay.
/// A page that says less than the feed (a login, a notice) changes nothing but what was missing.
pub fn merge_page(draft: Draft, page: &PageFacts) -> Draft {
    let fuller = page.text.chars().count() > draft.text.chars().count();
    Draft {
        title: if draft.title.is_empty() { page.title.clone() } else { draft.title },
        text: if fuller { page.text.clone() } else { draft.text },
        summary_only: draft.summary_only && !fuller,
        published: draft.published.or(page.published),
        updated: draft.updated.or(page.updated),
        authors: if draft.authors.is_empty() { page.authors.clone() } else { draft.authors },
        lang: draft.lang.or_else(|| page.lang.as_deref().and_then(lang::primary)),
        translations: if page.translations.is_empty() {
            draft.translations
        } else {
            page.translations.clone()
        },
        url: draft.url.or_else(|| page.url.clone()),
        ..draft
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_feeds_title_and_takes_the_pages_text() {
        let draft =
            Draft { title: "Feed".into(), text: "Short…".into(), summary_only: true, ..Draft::default() };
        let page = PageFacts { title: "Page".into(), text: "The whole text.".into(), ..PageFacts::default() };
        let merged = merge_page(draft.clone(), &page);
        assert_eq!(
            (merged.title.as_str(), merged.text.as_str(), merged.summary_only),
            ("Feed", "The whole text.", false)
        );
        let login = PageFacts { text: "Log in".into(), ..PageFacts::default() };
        let kept = merge_page(Draft { text: "A summary of some length.".into(), ..draft }, &login);
        assert_eq!((kept.text.as_str(), kept.summary_only), ("A summary of some length.", true));
    }
}
