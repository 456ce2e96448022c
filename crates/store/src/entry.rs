use std::sync::Arc;

use chancery_model::{Annotations, Draft, Judged, StatementId};
use chancery_text::{Analysed, Key, analyse, encode, lexicon};

/// A judged document with its words, as [`crate::Writer::file`] takes it: made on any thread, so that the writer's has
/// no text to read.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The document.
    pub judged: Judged,
    /// Its words.
    pub words: Arc<Words>,
}

impl Entry {
    /// Analyses a judged document, for callers that have not done so for its rules.
    pub fn analysed(judged: Judged) -> Self {
        let words = Words::analysed(&judged.annotated.draft, &judged.annotated.annotations);
        Self { judged, words: Arc::new(words) }
    }
}

/// The words of title and text, written for the index and the lexicon.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words {
    /// The words of the title as index terms.
    pub(crate) title: String,
    /// The words of the text as index terms.
    pub(crate) body: String,
    /// Every term with the keys that it answers to, once.
    pub(crate) terms: Vec<(String, Arc<[Key]>)>,
}

impl Words {
    /// Writes analysed words for the index. Title and text are analysed each for itself, in the language that
    /// [`Annotations::reading_lang`] gives: rules must be judged on the same.
    pub fn of(title: &Analysed, text: &Analysed) -> Self {
        Self { title: encode(title), body: encode(text), terms: lexicon([title, text]) }
    }

    /// Analyses a tagged draft and writes its words.
    pub fn analysed(draft: &Draft, annotations: &Annotations) -> Self {
        let lang = annotations.reading_lang(draft.lang);
        Self::of(&analyse(&draft.title, lang), &analyse(&draft.text, lang))
    }
}

/// New tags for one revision of a statement, with its words.
#[derive(Debug, Clone)]
pub struct Retagged {
    /// The statement.
    pub id: StatementId,
    /// The revision that the tags belong to.
    pub revision: u32,
    /// The tags.
    pub annotations: Annotations,
    /// Its words, when it is to be entered into the index anew; none where the tags say the same as before.
    pub words: Option<Arc<Words>>,
}
