use chancery_model::content_form;
use sha2::{Digest, Sha256};

/// Returns the SHA-256 of a title and text in hex, white space not minded: same content, same revision.
pub fn content_sha256(title: &str, text: &str) -> String {
    let digest = Sha256::digest(content_form(title, text).as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
