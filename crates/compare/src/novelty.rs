use chancery_model::{Annotated, EditKind, Head, Novelty};

use crate::{changed_passages, edit_kind, same_content};

/// Says what the archive knows of a document, given the newest revision that it holds under the same identity.
///
/// A cosmetic edit has no new or changed passage, so that no rule fires for a comma.
pub fn novelty(annotated: &Annotated, head: Option<Head>) -> Novelty {
    match head {
        None => Novelty::New,
        Some(head) if same_content(&head, annotated) => Novelty::Known(head),
        Some(head) => {
            let draft = &annotated.draft;
            let lang = annotated.annotations.reading_lang(draft.lang);
            let edit = edit_kind((&head.title, &head.text), (&draft.title, &draft.text), lang);
            let passages = match edit {
                EditKind::Cosmetic => Vec::new(),
                _ => changed_passages(&head.title, &head.text, &draft.title, &draft.text),
            };
            Novelty::Revised { head, edit, passages }
        }
    }
}
