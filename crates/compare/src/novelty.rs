use chancery_model::{Annotated, Head, Novelty};

use crate::changed_passages;

/// Says what the archive knows of a document, given the newest revision that it holds under the same identity.
pub fn novelty(annotated: &Annotated, head: Option<Head>) -> Novelty {
    match head {
        None => Novelty::New,
        Some(head) if head.content_sha256 == annotated.content_sha256 => Novelty::Known(head.id),
        Some(head) => {
            let draft = &annotated.draft;
            let passages = changed_passages(&head.title, &head.text, &draft.title, &draft.text);
            Novelty::Revised { head, passages }
        }
    }
}
