//! Public ids of statements.

use chancery_model::{Identity, SourceId, StatementId};
use sha2::{Digest, Sha256};

/// Crockford's alphabet: no letter is mistaken for a digit.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Returns the id of the document that a source brings under an identity: 80 bits of a hash of both.
///
/// It is the same in every archive, so that what a user did to a statement can be carried from one to another; and it
/// is how a document is recognised when it comes again. Among ten million statements two share an id with a
/// probability of 1 to 24,000 million.
pub(crate) fn public_id(source: &SourceId, identity: &Identity) -> StatementId {
    let (kind, value) = match identity {
        Identity::Guid(guid) => ("guid", guid),
        Identity::Url(url) => ("url", url),
        Identity::Content(sha256) => ("content", sha256),
    };
    // No source id holds a line feed, so two pairs never make one text.
    let hash = Sha256::digest(format!("{source}\n{kind}\n{value}"));
    let bits = hash.iter().take(10).fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
    let letter = |n: u32| char::from(ALPHABET[(bits >> (5 * n)) as usize & 31]);
    StatementId((0..16).rev().map(letter).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_depends_on_source_kind_and_value_alone() {
        let id = |source: &str, identity| public_id(&source.into(), &identity).0;
        let guid = id("eeas", Identity::Guid("a".into()));
        assert_eq!(guid.len(), 16);
        assert_eq!(guid, id("eeas", Identity::Guid("a".into())));
        assert_ne!(guid, id("eeas", Identity::Url("a".into())));
        assert_ne!(guid, id("un", Identity::Guid("a".into())));
    }
}
