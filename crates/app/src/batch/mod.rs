//! The batch forms of the command line: one JSON line in, one JSON line out, whatever the line holds.
//!
//! No archive is needed. Places are counted in characters (Unicode scalar values). A line that cannot be answered is
//! answered by `{"id": …, "error": {"message": …}}`.

mod annotate;
mod extract;
mod line;
mod matching;
mod screening;
mod spans;
mod stream;

pub use annotate::{annotate_file, annotate_line, annotations_json};
pub use extract::{extract_file, extract_line};
pub use matching::{match_line, query_sentence};
pub use screening::screen_pair_line;
pub use stream::answer_lines;
