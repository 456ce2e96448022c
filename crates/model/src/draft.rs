use serde::{Deserialize, Serialize};

use crate::{Lang, Published, Translation, When};

/// One document as extracted from bytes, not yet filed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// The identifier that the feed gave the entry, byte for byte.
    pub guid: Option<String>,
    /// The canonical address, absolute.
    pub url: Option<String>,
    /// The title, one line; empty when the document has none.
    pub title: String,
    /// The main text: plain, paragraphs separated by an empty line.
    pub text: String,
    /// True when the feed carries a summary only, so that the page behind `url` holds the whole.
    pub summary_only: bool,
    /// When it was published, with its doubt.
    pub published: Option<Published>,
    /// When the publisher says that it was last changed.
    pub updated: Option<When>,
    /// Authors as named.
    pub authors: Vec<String>,
    /// Categories as named by the publisher.
    pub categories: Vec<String>,
    /// The same document in other languages, as the publisher names it.
    #[serde(default)]
    pub translations: Vec<Translation>,
    /// The language that the publisher states; the analyser's own guess is made later.
    pub lang: Option<Lang>,
}
