use chancery_model::{Annotated, Head, content_form};
use sha2::{Digest, Sha256};

/// Returns the SHA-256 of a title and text in hex, white space not minded: same content, same revision.
pub fn content_sha256(title: &str, text: &str) -> String {
    let digest = Sha256::digest(content_form(title, text).as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Says whether a document holds what the archive's newest revision of it holds, but for white space: feeds drop and add
/// spaces and paragraphs from one poll to the next, and nobody edited anything.
pub fn same_content(head: &Head, annotated: &Annotated) -> bool {
    let draft = &annotated.draft;
    head.content_sha256 == annotated.content_sha256
        || same_signs(&head.title, &draft.title) && same_signs(&head.text, &draft.text)
}

fn same_signs(a: &str, b: &str) -> bool {
    a.chars().filter(|c| !c.is_whitespace()).eq(b.chars().filter(|c| !c.is_whitespace()))
}
