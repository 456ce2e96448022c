//! What the words around a body's name make of it: its subject, its author, somebody who is spoken to or about.

use chancery_model::Lang;

use crate::countries::Document;
use crate::saying::{
    another, author_links, begins_saying, chairing, issued, issuing, object_words, spoken_of,
};

/// Whether what stands between "statement" and a state makes that state its author: nothing, or "by the".
pub(super) fn links_author(between: &str) -> bool {
    between
        .split([' ', '\''])
        .filter(|word| !word.is_empty())
        .all(|word| author_links().all().contains(&word))
}

/// `DAKAR – …`: the city in capitals with which an agency's report begins.
pub(super) fn wire_head(document: &Document<'_>) -> Option<(usize, usize)> {
    const LONGEST: usize = 40;
    let text = &document.text.text;
    let head = &text[..text.floor_char_boundary(LONGEST)];
    let end = head.find(" - ").or_else(|| dated_city(head))?;
    let written = document.text.original.get(..document.text.end_of(end))?;
    let is_city = written.chars().any(char::is_alphabetic)
        && written.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
        && !text[..end].contains(['\n', '\u{1}']);
    is_city.then_some((0, end))
}

/// Where the city ends in "ЛОМЕ, 14 травня. ".
pub(super) fn dated_city(head: &str) -> Option<usize> {
    let (city, rest) = head.split_once(", ")?;
    let (day, _) = rest.split_once(". ")?;
    let is_day = day.starts_with(|c: char| c.is_ascii_digit()) && day.split_whitespace().count() <= 3;
    is_day.then_some(city.len())
}

/// Whether a verb of speech stands before an office behind a quotation: "… », a assuré Mme Awa Diatta, ministre …".
pub(super) fn is_ascribed(before: &str) -> bool {
    let is_behind = |at: usize| {
        let mark = before[..at].rfind([',', '»', '”', '"', '-']);
        mark.is_some_and(|mark| before[mark..at].split_whitespace().count() <= 2)
    };
    before.match_indices(' ').any(|(at, _)| begins_saying(&before[at + 1..]) && is_behind(at))
}

/// Whether a verb of speech or the colon before a quotation follows in the sentence.
pub(super) fn is_said_behind(after: &str) -> bool {
    const SENTENCE: usize = 200;
    let near = &after[..after.floor_char_boundary(SENTENCE)];
    let line = near.split(['\n', '\u{1}', '。']).next().unwrap_or("");
    let sentence = line.split_once(". ").map_or(line, |(sentence, _)| sentence);
    sentence.contains(':') || sentence.match_indices(' ').any(|(at, _)| begins_saying(&sentence[at + 1..]))
}

/// Whether what stands before a name is no more than a word, or has come to a comma: "Yesterday", "Meeting in Luanda,".
pub(super) fn is_fronted(before: &str) -> bool {
    before.trim_end().ends_with(',') || before.split_whitespace().count() == 1
}

/// Whether a clause of Arabic begins, a dateline aside, with a verb of speech and has not come to what is said.
pub(super) fn begins_with_verb(clause: &str) -> bool {
    const WORDS: usize = 5;
    const THAT: &[&str] = &["ان", "بان", "انه", "انها"];
    let clause = clause.rsplit(" - ").next().unwrap_or(clause);
    let words: Vec<&str> = clause.split_whitespace().collect();
    let verb = words.first().is_some_and(|word| begins_saying(word.strip_prefix('و').unwrap_or(word)));
    verb && words.len() <= WORDS && !words.iter().any(|word| THAT.contains(word))
}

/// Whether the words before an office say that it leads what the text reports: "chaired by".
pub(super) fn is_chairing(before: &str) -> bool {
    const WORDS: usize = 2;
    let near = |&(_, end): &(usize, usize)| before[end..].split_whitespace().count() <= WORDS;
    chairing().places(before).iter().any(near)
}

/// Whether nothing but the place and day of a report stands before a name, an article aside: "Berne, 09.06.2026 — Le".
pub(super) fn follows_dateline(before: &str) -> bool {
    const LONGEST: usize = 60;
    let dash = before[..before.floor_char_boundary(LONGEST)].find(" - ");
    dash.is_some_and(|dash| {
        clause_before(&before[dash + 3..]).trim().is_empty() && is_first_sentence(&before[dash..])
    })
}

/// The clause before a name, at most 60 characters of it, without articles behind it.
pub(super) fn clause_before(before: &str) -> &str {
    const NEAR: usize = 60;
    let from = before.char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
    without_article(before[from..].rsplit(['.', '\n', '\u{1}', '。', '!', '?']).next().unwrap_or(""))
}

/// What stands before a name, without the articles at its end.
pub(super) fn without_article(before: &str) -> &str {
    const ARTICLES: &[&str] = &[
        "the", "la", "le", "les", "l'", "el", "los", "il", "lo", "gli", "l", "der", "die", "das", "o", "a",
        "os", "as", "ال", "m", "mr",
    ];
    let mut clause = before;
    while let Some(word) = clause.split_whitespace().next_back().filter(|word| ARTICLES.contains(word)) {
        let at = word.as_ptr() as usize - clause.as_ptr() as usize;
        clause = &clause[..at];
    }
    clause
}

/// Whether what stands before or behind a body's name calls the text its statement: "statement by", "共同声明".
pub(super) fn is_called_for(before: &str, name: &str, after: &str, lang: Lang) -> bool {
    const WORDS: usize = 2;
    const BEHIND: usize = 24;
    let behind = after[..after.floor_char_boundary(BEHIND)].trim_start_matches([' ', '\'', 's', '(']);
    let near = |&(_, end): &(usize, usize)| before[end..].split_whitespace().count() <= WORDS;
    let called = issuing().open(name) || issuing().places(before).iter().any(near);
    called && !is_object(before, lang) || issued().open(behind)
}

/// How many bytes of a body's name call its document: "Statement of the Foreign Ministers of Estonia".
pub(super) fn heading(name: &str) -> usize {
    const ARTICLE: &str = "the ";
    let end = issuing().places(name).into_iter().filter(|(at, _)| *at == 0).map(|(_, end)| end).max();
    let Some(rest) = end.and_then(|end| name.get(end..)).filter(|rest| rest.starts_with(' ')) else {
        return 0;
    };
    let rest = rest.trim_start();
    name.len() - rest.strip_prefix(ARTICLE).unwrap_or(rest).len()
}

/// What follows a body's short name in brackets: "(OCHA) said", "（WFP）は".
pub(super) fn behind_brackets(after: &str) -> &str {
    const LONGEST: usize = 40;
    let near = &after[..after.floor_char_boundary(LONGEST)];
    let opened = near.trim_start_matches(' ').strip_prefix(['(', '（']);
    let end = opened.and_then(|_| near.find([')', '）']));
    end.map_or(after, |end| after[end..].trim_start_matches([')', '）']))
}

/// Whether no sentence has ended before a name.
pub(super) fn is_first_sentence(before: &str) -> bool {
    const ENDS: &[&str] = &[". ", "! ", "? ", "。", "\n", "\u{1}"];
    let lead = before.trim_start();
    !ENDS.iter().any(|end| lead.contains(end))
}

/// Whether what follows says that a body ought to act, was told or kept silent: "must", "was informed", "declined".
pub(super) fn is_spoken_of(after: &str) -> bool {
    const WORDS: usize = 2;
    let near = after.split(['.', ',', '\n', '\u{1}']).next().unwrap_or("");
    let opens = |rest: &str| spoken_of().open(rest);
    opens(near) || near.match_indices(' ').take(WORDS).any(|(at, _)| opens(&near[at + 1..]))
}

/// Whether the word behind an organisation's name says that something else is meant: "G7 partners", "UN peacekeepers".
pub(super) fn is_anothers(after: &str) -> bool {
    after.strip_prefix([' ', '-']).is_some_and(|rest| another().open(rest))
}

/// Whether the word before a name makes it one that is spoken to or about.
pub(super) fn is_object(before: &str, lang: Lang) -> bool {
    object_words(lang).any(|words| words.close(before.trim_end()))
}

/// Whether a body's name only says whose resolution or decision is meant.
pub(super) fn is_followed_by_resolution(after: &str) -> bool {
    const RESOLUTION: &[&str] = &[
        " resol",
        "'s resol",
        " risol",
        " rezol",
        " резол",
        " قرار",
        "第",
        "决议",
        "決議",
        " 결의",
        " karar",
        "'nin",
        "'nun",
    ];
    RESOLUTION.iter().any(|word| after.starts_with(word))
}

/// Whether at most three words, or four characters of an eastern script, stand before a name in its clause.
pub(super) fn is_first(before: &str) -> bool {
    const CHARACTERS: usize = 4;
    let eastern = before.chars().any(|c| c > '\u{2E80}');
    before.split_whitespace().count() <= 3 && (!eastern || before.chars().count() <= CHARACTERS)
}
