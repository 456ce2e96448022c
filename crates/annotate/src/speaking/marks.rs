//! Quotation marks: where words stand between them, in one pass, nested marks within the outer ones, unbalanced ones
//! dropped at the end of their paragraph unless the next goes on with a mark.

/// A stretch between quotation marks; offsets are bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marked {
    /// First byte of the words.
    pub start: usize,
    /// One past their last byte.
    pub end: usize,
}

/// The marks that may close what a mark opens.
fn closers(open: char) -> &'static [char] {
    match open {
        '“' => &['”', '“'],
        '„' => &['“', '”', '"'],
        '«' => &['»'],
        '»' => &['«'],
        '‹' => &['›'],
        '「' => &['」'],
        '『' => &['』'],
        '"' => &['"'],
        _ => &[],
    }
}

/// The outermost stretches between quotation marks, in order.
pub(super) fn marked(text: &str) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut open: Vec<(char, usize)> = Vec::new();
    for (at, mark) in marks_and_breaks(text) {
        let last = text[..at].chars().next_back().unwrap_or(' ');
        if mark == '\n' && last == '\n' && !goes_on(&text[at..], &open) {
            open.clear();
        }
        let closes = open.iter().rposition(|(opener, _)| closers(*opener).contains(&mark));
        match closes {
            Some(depth) if !reopens(mark, last, &open) => {
                let (_, start) = open[depth];
                open.truncate(depth);
                if open.is_empty() {
                    found.push(Marked { start, end: at });
                }
            }
            None if opens(mark, last, &text[at + mark.len_utf8()..]) => {
                open.truncate(DEEPEST);
                open.push((mark, at + mark.len_utf8()));
            }
            _ => {}
        }
    }
    found
}

/// Quotation marks and line breaks, in order; no other character is looked at.
fn marks_and_breaks(text: &str) -> impl Iterator<Item = (usize, char)> {
    let bytes = text.as_bytes();
    let near = memchr::memchr3_iter(b'\n', b'"', 0xC2, bytes);
    let mut first: Vec<usize> = near.chain(memchr::memchr2_iter(0xE2, 0xE3, bytes)).collect();
    first.sort_unstable();
    let marks = first.into_iter().filter_map(|at| Some((at, text.get(at..)?.chars().next()?)));
    marks.filter(|(_, mark)| *mark == '\n' || is_mark(*mark))
}

fn is_mark(character: char) -> bool {
    matches!(character, '"' | '«' | '»' | '“' | '”' | '„' | '‹' | '›' | '「' | '」' | '『' | '』')
}

/// How deep marks may be nested.
const DEEPEST: usize = 6;

/// Whether a mark at this place opens: a mark that both opens and closes needs a word behind it.
fn opens(mark: char, last: char, rest: &str) -> bool {
    let before_word = rest.starts_with(|c: char| !c.is_whitespace());
    match mark {
        '»' => !last.is_alphanumeric() && rest.starts_with(char::is_alphanumeric),
        '"' => before_word && !last.is_alphanumeric(),
        _ => !closers(mark).is_empty(),
    }
}

/// Whether a mark that may close stands at the beginning of a paragraph, where it opens again what is open.
fn reopens(mark: char, last: char, open: &[(char, usize)]) -> bool {
    last == '\n' && open.last().is_some_and(|(opener, _)| *opener == mark)
}

/// Whether the next paragraph goes on with the mark that is open.
fn goes_on(rest: &str, open: &[(char, usize)]) -> bool {
    /// Characters of white space between two paragraphs.
    const FARTHEST: usize = 40;
    let next = || rest.chars().take(FARTHEST).find(|character| !character.is_whitespace());
    open.first().is_some_and(|(opener, _)| next() == Some(*opener))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        marked(text).iter().map(|stretch| &text[stretch.start..stretch.end]).collect()
    }

    #[test]
    fn words_stand_between_marks_of_all_kinds() {
        for (text, wanted) in [
            ("He said “we go” and left.", vec!["we go"]),
            ("Sie sagte: „Wir gehen“ und ging.", vec!["Wir gehen"]),
            ("»Wir gehen«, sagte sie.", vec!["Wir gehen"]),
            ("« Nous partons », dit-elle.", vec![" Nous partons "]),
            ("\"We go,\" she said. \"Now.\"", vec!["We go,", "Now."]),
            ("彼は「行く『今』すぐ」と述べた", vec!["行く『今』すぐ"]),
            ("«Він сказав “так” і пішов», — згадав посол.", vec!["Він сказав “так” і пішов"]),
            ("“Open\n\n“and on” he said", vec!["Open\n\n“and on"]),
            ("“Never closed\n\nNext “one” here", vec!["one"]),
            ("5\" of rain and no mark", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(words(text), wanted, "{text}");
        }
    }

    #[test]
    fn ten_thousand_open_marks_are_read_in_one_pass() {
        assert!(marked(&"“„«\"「".repeat(10_000)).len() < 50_000);
    }
}
