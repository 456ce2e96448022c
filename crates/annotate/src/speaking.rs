//! Who issues a document, and who speaks in it: bodies and offices from `data/bodies.tsv` and `data/roles.tsv`.

mod issuer;
mod speakers;

pub(crate) use issuer::issuer;
pub(crate) use speakers::speakers;
