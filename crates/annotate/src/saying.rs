//! The words that say that somebody speaks, from `data/gazetteer/saying.tsv`.

use std::sync::LazyLock;

use crate::table;

const TABLE: &str = include_str!("../../../data/gazetteer/saying.tsv");

static SAID: LazyLock<Vec<&'static str>> = LazyLock::new(|| of_class("said"));

fn of_class(wanted: &str) -> Vec<&'static str> {
    let rows = table::rows(TABLE).filter(|[class, _]| *class == wanted);
    rows.flat_map(|[_, words]| table::listed(words)).collect()
}

/// Whether a stretch says that somebody speaks.
pub(crate) fn is_said(stretch: &str) -> bool {
    SAID.iter().any(|word| stretch.contains(word))
}

/// Whether a stretch begins with a word of saying.
pub(crate) fn begins_saying(stretch: &str) -> bool {
    SAID.iter().any(|word| stretch.starts_with(word))
}
