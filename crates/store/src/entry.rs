use std::sync::Arc;

use chancery_model::{Annotations, Draft, Fingerprint, Judged, RowId, StatementId};
use chancery_text::{Analysed, Key, analyse, encode, lexicon};

/// A judged document with its words, as [`crate::Writer::file`] takes it: made on any thread, so that the writer's has
/// no text to read.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The document.
    pub judged: Judged,
    /// Its words.
    pub words: Arc<Words>,
    /// How its body is found again, and where it was found.
    pub print: Print,
}

/// The fingerprint of a body and what it found in the archive.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Print {
    /// The fingerprint of the body; none where it is too short.
    pub made: Option<Fingerprint>,
    /// The fingerprint of the revision so far.
    pub before: Option<Fingerprint>,
    /// The statement that this one is the same as.
    pub same_as: Option<RowId>,
    /// The statements that it was compared with. Where another one is near when it is filed, it is answered
    /// [`chancery_model::Filed::Stale`]; none: whatever is near.
    pub compared: Option<Vec<RowId>>,
}

/// The fingerprint of a statement that was filed without one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The statement.
    pub row: RowId,
    /// SHA-256 of the content that it was made of, in hex.
    pub content_sha256: String,
    /// The fingerprint; none where the body is too short.
    pub made: Option<Fingerprint>,
}

impl Entry {
    /// Analyses a judged document, for callers that have not done so for its rules.
    pub fn analysed(judged: Judged) -> Self {
        let words = Words::analysed(&judged.annotated.draft, &judged.annotated.annotations);
        Self { judged, words: Arc::new(words), print: Print::default() }
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
