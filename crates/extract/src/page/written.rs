//! Words that pages write beside dates and names, and the short texts that they stand in.

use std::sync::LazyLock;

use dom_query::{NodeData, NodeRef};

use crate::clean;

/// The words by their use; `data/page-words.tsv` says what the uses are.
struct Words {
    by: Vec<&'static str>,
    label: Vec<&'static str>,
    change: Vec<&'static str>,
    others: Vec<&'static str>,
    filling: Vec<&'static str>,
    body: Vec<&'static str>,
    and: Vec<&'static str>,
    end: Vec<&'static str>,
    none: Vec<&'static str>,
    particle: Vec<&'static str>,
    missing: Vec<&'static str>,
    end_of_text: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let table = include_str!("../../data/page-words.tsv");
    let of = |want: &str| -> Vec<&'static str> {
        let rows = table.lines().filter_map(|line| line.split_once('\t'));
        let mut words: Vec<_> = rows.filter(|(name, _)| *name == want).map(|(_, word)| word).collect();
        words.sort_by_key(|word| (std::cmp::Reverse(word.len()), *word));
        words
    };
    Words {
        by: of("by"),
        label: of("label"),
        change: of("change"),
        others: of("others"),
        filling: of("filling"),
        body: of("body"),
        and: of("and"),
        end: of("end"),
        none: of("none"),
        particle: of("particle"),
        missing: of("missing"),
        end_of_text: of("end of text"),
    }
});

/// Returns whether a text says that its date is of a change.
pub(super) fn tells_of_change(text: &str) -> bool {
    let text = text.to_lowercase();
    WORDS.change.iter().any(|word| text.trim_start().starts_with(word))
}

/// Returns whether a name is that of a body, not of a person.
pub(super) fn names_a_body(name: &str) -> bool {
    let name = format!(" {} ", name.to_lowercase());
    WORDS.body.iter().any(|word| name.contains(&format!(" {word} ")))
        || WORDS.body.iter().filter(|word| word.len() > 6).any(|word| name.contains(*word))
}

/// Returns whether what stands where a name does is none.
pub(super) fn is_no_name(text: &str) -> bool {
    WORDS.none.contains(&text.to_lowercase().as_str())
}

/// Returns whether a word may begin with a small letter within a name.
pub(super) fn is_particle(word: &str) -> bool {
    WORDS.particle.contains(&word)
}

/// Returns where the names of a byline end and something else begins.
pub(super) fn end_of_names(text: &str) -> Option<usize> {
    WORDS.end.iter().filter_map(|word| place_of(text, word)).min()
}

/// Splits what words such as *and* join.
pub(super) fn apart(text: &str) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some((at, word)) =
        WORDS.and.iter().filter_map(|word| Some((place_of(rest, word)?, word))).min_by_key(|(at, _)| *at)
    {
        parts.push(&rest[..at]);
        rest = &rest[at + word.len() + 2..];
    }
    parts.push(rest);
    parts
}

/// Returns where a word stands between blanks: the place of the first blank.
fn place_of(text: &str, word: &str) -> Option<usize> {
    let is_apart = |at: usize| text[..at].ends_with(' ') && text[at + word.len()..].starts_with(' ');
    text.match_indices(word).map(|(at, _)| at).find(|at| is_apart(*at)).map(|at| at - 1)
}

/// Returns whether all that a title or a heading says is that there is no such page: words for that, the number of the
/// status (404, 410), or both.
pub(super) fn tells_of_missing(line: &str) -> bool {
    if line.len() > 160 {
        return false;
    }
    let line = line.to_lowercase().replace('’', "'");
    let said = line.split(|c: char| c.is_whitespace() || "|–—-:()[]#.!".contains(c));
    let is_status = |word: &&str| matches!(*word, "404" | "410");
    let (status, words): (Vec<&str>, Vec<&str>) =
        said.filter(|word| !word.is_empty()).partition(|word| is_status(word));
    let words = words.join(" ");
    let is_said = |words: &str| WORDS.missing.contains(&words);
    // "Error 404" is one, an "error" alone is another page's.
    let without = words.strip_prefix("error ").or_else(|| words.strip_suffix(" error"));
    is_said(&words)
        || without.is_some_and(is_said)
        || (!status.is_empty()
            && (words.is_empty() || words == "error" || words == "http" || words == "http error"))
}

/// Returns whether a line is the heading of a list of other texts.
pub(super) fn announces_others(line: &str) -> bool {
    is_one_of(line, &WORDS.others)
}

/// Returns whether a line announces whom to ask or who wrote, which stands behind the text.
pub(super) fn announces_end(line: &str) -> bool {
    is_one_of(line, &WORDS.end_of_text)
}

/// Returns whether a line fills a place and says nothing.
pub(super) fn is_filling(line: &str) -> bool {
    is_one_of(line, &WORDS.filling)
}

/// Returns whether a line is one of these, whatever the case of its letters and the marks around it.
fn is_one_of(line: &str, words: &[&str]) -> bool {
    if line.len() > 100 {
        return false;
    }
    let bare = line.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    words
        .binary_search_by_key(&(std::cmp::Reverse(bare.len()), bare.as_str()), |word| {
            (std::cmp::Reverse(word.len()), word)
        })
        .is_ok()
}

/// Returns what stands behind a word that announces a name (`By Ann Other`, `Autor: Ann Other`); none where there is
/// no such word.
pub(super) fn announced(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || "([–—-|•·".contains(c));
    labelled(text).or_else(|| WORDS.by.iter().find_map(|word| without(text, word)))
}

/// Returns what stands behind a label with a colon (`Autor: Ann Other`).
pub(super) fn labelled(text: &str) -> Option<&str> {
    WORDS.label.iter().find_map(|word| {
        let rest = without(text, word)?.trim_start();
        rest.strip_prefix(':').or_else(|| rest.strip_prefix('：'))
    })
}

/// Cuts a beginning off, whatever the case of its letters.
fn without<'t>(text: &'t str, beginning: &str) -> Option<&'t str> {
    let mut rest = text.chars();
    for wanted in beginning.chars() {
        let found = rest.next()?;
        let blank = wanted == ' ' && found.is_whitespace();
        if !blank && !found.to_lowercase().eq(std::iter::once(wanted)) {
            return None;
        }
    }
    Some(rest.as_str())
}

/// Returns the text of an element as one line, its parts apart; none when it is empty or longer than `most` bytes.
pub(super) fn short_text(node: &NodeRef<'_>, most: usize) -> Option<String> {
    let mut text = String::new();
    for part in std::iter::once(*node).chain(node.descendants_it()) {
        if is_hidden(&part) {
            continue;
        }
        part.query(|data| {
            if let NodeData::Text { contents } = &data.data {
                text.push_str(contents);
                text.push(' ');
            }
        });
        if text.len() > most * 4 {
            return None;
        }
    }
    clean::non_empty(clean::one_line(&text)).filter(|text| text.len() <= most)
}

fn is_hidden(part: &NodeRef<'_>) -> bool {
    part.is_text()
        && part
            .parent()
            .is_some_and(|parent| ["script", "style", "template"].iter().any(|name| parent.has_name(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_is_not_there_says_nothing_else() {
        for line in [
            "404",
            "404 – Page not found",
            "Error 404: Not Found",
            "Page introuvable",
            "Seite nicht gefunden!",
        ] {
            assert!(tells_of_missing(line), "{line}");
        }
        for line in [
            "Page not found in the archive of the ministry",
            "Resolution 404",
            "Error",
            "Persons not found",
            "",
        ] {
            assert!(!tells_of_missing(line), "{line}");
        }
    }

    #[test]
    fn a_name_is_announced_in_many_languages() {
        assert_eq!(announced("By Ann Other"), Some("Ann Other"));
        assert_eq!(announced("Text von Ann Other"), Some("Ann Other"));
        assert_eq!(announced("(责编：牛镛)").map(str::trim), Some("牛镛)"));
        assert_eq!(announced("AUTEUR : Ann"), Some(" Ann"));
        assert_eq!(announced("Bystanders saw it"), None);
    }

    #[test]
    fn a_change_is_told_by_the_word_before_its_date() {
        assert!(
            tells_of_change("Updated: 24 October 2024") && tells_of_change("Zuletzt geändert am 24.10.2024")
        );
        assert!(!tells_of_change("Published 24 October 2024"));
    }
}
