//! Who issues a document, and who speaks in it: bodies and offices from `data/gazetteer/bodies.tsv` and `roles.tsv`.

mod acts;
mod address;
mod agencies;
mod bodies;
mod cases;
mod clause;
mod heard;
mod homes;
mod hosts;
mod issuer;
mod marks;
mod offices;
mod persons;
mod quotes;
mod speakers;
mod transcript;
mod voice;

pub(crate) use bodies::patterns as bodies;
pub(crate) use heard::heard;
pub(crate) use issuer::issuer;
pub(crate) use quotes::quotes;
pub(crate) use speakers::{roles, speakers};
