//! Lines within the main text that are none of it: bylines and dates above it, headings of lists of other texts with
//! these lists, invitations, and words that fill the place of an advertisement.

use super::written;
use crate::date;

/// A byline or a line of dates is at most so long.
const LABEL: usize = 120;
/// Bylines and dates stand among so many first paragraphs.
const HEAD: usize = 4;
/// The titles of other texts are at most so long.
const TITLE: usize = 160;

/// Returns a text without these lines.
pub(super) fn tidied(text: &str) -> String {
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    let mut kept: Vec<String> = Vec::with_capacity(paragraphs.len());
    let mut list = false;
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if written::announces_others(paragraph) {
            list = true;
            continue;
        }
        list = list && is_title_of_other(paragraph);
        if list || (at < HEAD && is_label(paragraph)) {
            continue;
        }
        let lines: Vec<&str> = paragraph.lines().filter(|line| !written::is_filling(line)).collect();
        if !lines.is_empty() {
            kept.push(lines.join("\n"));
        }
    }
    without_end(&mut kept);
    if kept.is_empty() { text.to_owned() } else { kept.join("\n\n") }
}

/// Whom to ask and who wrote stand at the end, in at most so many bytes and this share of the text.
const END: usize = 800;
const SHARE: usize = 4;

/// Cuts off what begins with a line that announces whom to ask or who wrote.
fn without_end(paragraphs: &mut Vec<String>) {
    let length = |some: &[String]| some.iter().map(String::len).sum::<usize>();
    let most = END.min(length(paragraphs) / SHARE);
    let ends = |at: &usize| {
        paragraphs[*at].lines().next().is_some_and(written::announces_end)
            && length(&paragraphs[*at..]) <= most
    };
    if let Some(at) = (1..paragraphs.len()).find(ends) {
        paragraphs.truncate(at);
    }
}

/// A line above the text that holds a date, a byline, or both, and nothing else.
fn is_label(paragraph: &str) -> bool {
    if paragraph.len() > LABEL || ends_sentence(paragraph) && paragraph.split_whitespace().count() > 8 {
        return false;
    }
    let rest = match date::in_text(paragraph) {
        Some((_, range)) => paragraph.len() - range.len() <= 60,
        None => false,
    };
    rest || super::author::is_byline(paragraph)
}

/// Titles have no full stop and stand in lines of their own.
fn is_title_of_other(paragraph: &str) -> bool {
    paragraph.lines().all(|line| line.chars().count() <= TITLE && !ends_sentence(line))
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end().ends_with(['.', '。', '।', '؟', '!', '”', '…', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_of_the_text_is_left_out() {
        let text = "By Ann Other\n\nPublished Monday, November 18, 2019 8:22AM EST\n\nThe ministers met.\n\nAdvertisement\n\n\
                    They agreed.\n\nMore news\n\nAnother title\n\nA third title\n\nThey will meet again in May.";
        assert_eq!(tidied(text), "The ministers met.\n\nThey agreed.\n\nThey will meet again in May.");
    }

    #[test]
    fn whom_to_ask_is_no_part_of_the_text() {
        let body = "The ministers met and agreed on a package of listings.".repeat(4);
        let text = format!("{body}\n\nPress contact:\n\nAnn Other, telephone 123");
        assert_eq!(tidied(&text), body);
        let early = format!("Contact\n\n{body}");
        assert_eq!(tidied(&early), early);
    }

    #[test]
    fn a_text_of_such_lines_alone_is_kept() {
        assert_eq!(tidied("24 October 2024"), "24 October 2024");
    }

    #[test]
    fn a_first_sentence_with_a_date_is_kept() {
        let text = "On 24 October 2024 the Council met in Brussels and agreed on a package of listings.\n\nMore follows.";
        assert_eq!(tidied(text), text);
    }
}
