//! What the classes and identifiers of elements say of their content, in the words that the makers of sites use.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

/// What an element is said to hold; a set of the constants below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Kind(u16);

impl Kind {
    /// A date.
    pub(super) const DATE: Kind = Kind(1);
    /// The date of a change.
    pub(super) const CHANGE: Kind = Kind(2);
    /// The name of who wrote the text.
    pub(super) const AUTHOR: Kind = Kind(4);
    /// Something that stands beside the text: navigation, comments, other texts, advertisements.
    pub(super) const BESIDE: Kind = Kind(8);
    /// A caption, or what else belongs to a picture.
    pub(super) const CAPTION: Kind = Kind(16);
    /// What readers wrote.
    pub(super) const COMMENT: Kind = Kind(32);
    /// Date, author, section and the like of a text.
    pub(super) const ABOUT: Kind = Kind(64);
    /// The beginning of another text with a link to it, or of this one.
    pub(super) const TEASER: Kind = Kind(128);

    /// Returns whether all of another set is in this one.
    pub(super) fn has(self, other: Kind) -> bool {
        self.0 & other.0 == other.0
    }

    /// Returns whether this set has something of another.
    pub(super) fn has_any(self, other: Kind) -> bool {
        self.0 & other.0 != 0
    }

    /// Returns both sets together.
    pub(super) const fn and(self, other: Kind) -> Kind {
        Kind(self.0 | other.0)
    }
}

const NOTHING: Kind = Kind(0);

/// Parts of names, and what they say. The longest at a place counts, so that a longer one takes back what a shorter one
/// within it would say: an authority is no author, a candidate no date.
const NAMES: &[(Kind, &str)] = &[
    (
        Kind::DATE,
        "date datum datetime publish pubdate posted timestamp time fecha data-pub dateline heure zeit created",
    ),
    (Kind::CHANGE, "update modif lastmod last-edit edited"),
    (
        Kind::AUTHOR,
        "author autor auteur autore byline writer reporter contributor verfasser redakteur journalist",
    ),
    (Kind::ABOUT, "meta infoline submitted byline dateline post-info article-info entry-info"),
    (
        NOTHING,
        "authority authorities authoriz authoris candidate validate mandate sentiment timeline metabolic metadata",
    ),
    (
        NOTHING,
        "database dataset consolidate liquidate intimidate sometimes runtime maritime overtime metal metall",
    ),
    (
        Kind::BESIDE,
        "cookie consent gdpr newsletter subscribe subscription paywall share- sharing sharebar share_ shariff social- \
         social_ sociable addtoany related similar recommend recirc promo sponsor advert breadcrumb tag-list \
         taglist tags-links most-read mostread most-popular popular-posts read-more readmore also-read more-from \
         copyright outbrain taboola disqus sidebar side-bar navbar nav-menu nav-links post-navigation next-post nextpost \
         nextstory prevnext pagination login-form signup \
         sign-up widget donate donation print-button social-media crp_ lnkrel suggestion signpost newsbox linkbox \
         language-switch lang-switch skip-link jp-relatedposts further-reading listposts article-footer entry-footer \
         post-footer",
    ),
    (
        Kind::BESIDE.and(Kind::AUTHOR),
        "author-bio author-box author-info about-author authorbox author__box author_box",
    ),
    (NOTHING, "elementor-widget widget-wrap text-widget-content has-sidebar no-sidebar with-sidebar"),
    (Kind::TEASER, "teaser"),
    (
        Kind::CAPTION,
        "caption imagedescription image-description img-metadata photo-credit image-credit bildunterschrift copyright-text",
    ),
    (Kind::COMMENT, "comment disqus kommentar reader-letter respond"),
    (NOTHING, "commented commentary comment-article no-comment"),
];

static SEARCH: LazyLock<Option<(AhoCorasick, Vec<Kind>)>> = LazyLock::new(|| {
    let pairs: Vec<(Kind, &str)> =
        NAMES.iter().flat_map(|(kind, words)| words.split_whitespace().map(|word| (*kind, word))).collect();
    let mut builder = AhoCorasick::builder();
    let builder = builder.ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest);
    let search = builder.build(pairs.iter().map(|(_, word)| word)).ok()?;
    Some((search, pairs.into_iter().map(|(kind, _)| kind).collect()))
});

/// Returns what the class, the identifier or another name of an element says.
pub(super) fn kind_of(name: &str) -> Kind {
    let Some((search, kinds)) = SEARCH.as_ref() else { return NOTHING };
    search.find_iter(name).map(|found| kinds[found.pattern().as_usize()]).fold(NOTHING, Kind::and)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_at_a_place_counts() {
        assert!(kind_of("entry-date published").has(Kind::DATE));
        assert!(kind_of("articleUpdated").has(Kind::CHANGE));
        assert!(kind_of("post__author-name").has(Kind::AUTHOR));
        assert_eq!(kind_of("authority-list candidates"), NOTHING);
        assert!(kind_of("c-RelatedLinks").has(Kind::BESIDE));
        assert!(kind_of("figure__caption").has(Kind::CAPTION));
        assert_eq!(kind_of("article-body"), NOTHING);
    }
}
