//! `US` on a line that is all in capitals: the country, or "us".

use super::words::ContextWords;

/// More of a line is not read.
const LONGEST: usize = 400;

/// Whether an acronym that is a common word too is that word here: the line is all in capitals, and the words beside
/// `US` are those of a pronoun; the other acronyms say nothing on such a line.
pub(crate) fn is_pronoun_or_word(original: &str, (from, to): (usize, usize), words: &ContextWords) -> bool {
    let head = &original[original.floor_char_boundary(from.saturating_sub(LONGEST))..from];
    let tail = &original[to..original.floor_char_boundary(to + LONGEST)];
    let before = head.rsplit('\n').next().unwrap_or("");
    let after = tail.split('\n').next().unwrap_or("");
    let in_capitals = !before.chars().chain(after.chars()).any(char::is_lowercase);
    in_capitals && (&original[from..to] != "US" || is_pronoun(before, after, words))
}

/// "JOIN US", "A MESSAGE FROM US TO YOU"; "US OFFICIALS", "SANCTIONS BY THE US", "US, IRAN TALK" are the country.
fn is_pronoun(before: &str, after: &str, words: &ContextWords) -> bool {
    let last = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("").to_lowercase();
    let is_spaced = before.ends_with(' ');
    if !is_spaced || last.is_empty() {
        return false;
    }
    let next = after.strip_prefix(' ').unwrap_or("");
    let next = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or("").to_lowercase();
    let ends = !after.starts_with('-') && (next.is_empty() || words.behind_us.contains(&next));
    words.before_us.contains(&last) || ends && words.to_us.contains(&last) && last != "and"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_beside_it_say_whether_us_is_the_country() {
        let words = ContextWords::load("en");
        for (line, pronoun) in [
            ("JOIN US FOR A WEBINAR", true),
            ("A MESSAGE FROM US TO YOU", true),
            ("CONTACT US", true),
            ("US OFFICIALS MEET ENVOYS", false),
            ("PRICES RISE IN THE US", false),
            ("IRAN WARNS US OVER STRIKES", false),
            ("CHINA AND US AGREE", false),
            ("NEW TALKS WITH US OFFICIALS", false),
        ] {
            let at = line.find("US").expect("it holds US");
            assert_eq!(is_pronoun_or_word(line, (at, at + 2), &words), pronoun, "{line}");
        }
    }
}
