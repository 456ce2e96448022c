use std::collections::HashSet;
use std::sync::LazyLock;

/// Words of two to five letters that are written in capitals as acronyms and in small letters mean something else.
static COMMON_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let lines =
        include_str!("../../../data/stems-acronyms.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).flat_map(|(_, words)| words.split(' ')).collect()
});

/// Returns whether a folded form is a common word of some language, so that capitals are needed to tell the acronym.
pub(crate) fn is_common_word(form: &str) -> bool {
    COMMON_WORDS.contains(form)
}
