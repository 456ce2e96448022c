//! Stretches of a text that are no prose: addresses of the web and of mail, handles.

use crate::folded::Folded;

/// The masked stretches of a folded text, in order.
pub(crate) struct Mask(Vec<(usize, usize)>);

impl Mask {
    /// Finds the addresses in a text.
    pub fn new(text: &Folded<'_>) -> Self {
        let words = text.text.split([' ', '\n', '\u{1}']);
        let start_of = |word: &str| word.as_ptr() as usize - text.text.as_ptr() as usize;
        let addresses = words.filter(|word| word.len() > 4 && is_address(word)).map(|word| {
            let start = start_of(word);
            (start, start + word.len())
        });
        Self(addresses.collect())
    }

    /// Returns whether a byte is masked.
    pub fn covers(&self, at: usize) -> bool {
        let next = self.0.partition_point(|(start, _)| *start <= at);
        next > 0 && at < self.0[next - 1].1
    }
}

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
