//! Stretches of a text that are no prose: addresses of the web and of mail, handles.

use crate::folded::Folded;

/// The masked stretches of a folded text, in order.
pub(crate) struct Mask(Vec<(usize, usize)>);

impl Mask {
    /// Finds the addresses in a text: a stretch without white space in which a sign of addresses joins two words.
    pub fn new(text: &Folded<'_>) -> Self {
        let mut masked = Self(Vec::new());
        let mut reached = 0;
        for &linked in text.linked.iter() {
            let linked = linked as usize;
            if linked >= reached {
                let start = text.text[reached..linked].rfind(SPACES).map_or(reached, |at| reached + at + 1);
                let end = text.text[linked..].find(SPACES).map_or(text.text.len(), |at| linked + at);
                masked.0.extend(is_address(&text.text[start..end]).then_some((start, end)));
                reached = end;
            }
        }
        masked
    }

    /// Returns whether a byte is masked.
    pub fn covers(&self, at: usize) -> bool {
        lies_within(&self.0, at)
    }
}

/// Whether a byte lies within one of some stretches that are in order and do not overlap.
pub(crate) fn lies_within(stretches: &[(usize, usize)], at: usize) -> bool {
    let next = stretches.partition_point(|(start, _)| *start <= at);
    next > 0 && at < stretches[next - 1].1
}

/// White space of folded texts.
const SPACES: [char; 3] = [' ', '\n', '\u{1}'];

fn is_address(word: &str) -> bool {
    word.contains("://") || word.starts_with("www.") || is_mail(word) || is_domain(word)
}

fn is_mail(word: &str) -> bool {
    word.find('@').is_some_and(|at| word[at + 1..].starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// `example.org/path`: a label of three letters or more, a dot, and a label of two to four letters.
fn is_domain(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let host = word.split('/').next().unwrap_or("");
    let Some((rest, last)) = host.rsplit_once('.') else { return false };
    let label = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    (2..=4).contains(&last.len())
        && last.bytes().all(|b| b.is_ascii_lowercase())
        && rest.split('.').all(label)
        && rest.len() > 2
        && rest.split('.').any(|part| part.len() > 2)
}
