//! What the classes and identifiers of elements say of their content, in the words that the makers of sites use.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

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

/// What the uses of `data/page-names.tsv` say of an element.
const USES: &[(&str, Kind)] = &[
    ("date", Kind::DATE),
    ("change", Kind::CHANGE),
    ("author", Kind::AUTHOR),
    ("about", Kind::ABOUT),
    ("beside", Kind::BESIDE),
    ("beside author", Kind::BESIDE.and(Kind::AUTHOR)),
    ("teaser", Kind::TEASER),
    ("caption", Kind::CAPTION),
    ("comment", Kind::COMMENT),
    ("nothing", NOTHING),
];

const NAMES: &str = include_str!("../../data/page-names.tsv");

/// Returns the names of a use of `data/page-names.tsv`, in its order.
pub(crate) fn names_of(wanted: &str) -> impl Iterator<Item = &'static str> {
    let rows = NAMES.lines().filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once('\t'));
    rows.filter(move |(usage, _)| *usage == wanted).map(|(_, name)| name)
}

static SEARCH: LazyLock<Option<(AhoCorasick, Vec<Kind>)>> = LazyLock::new(|| {
    let pairs: Vec<(&str, Kind)> =
        USES.iter().flat_map(|(usage, kind)| names_of(usage).map(|name| (name, *kind))).collect();
    let mut builder = AhoCorasick::builder();
    let builder = builder.kind(Some(AhoCorasickKind::DFA)).ascii_case_insensitive(true);
    let builder = builder.match_kind(MatchKind::LeftmostLongest);
    let search = builder.build(pairs.iter().map(|(name, _)| name)).ok()?;
    Some((search, pairs.into_iter().map(|(_, kind)| kind).collect()))
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
