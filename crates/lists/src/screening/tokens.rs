//! The words of a name, each with what it weighs.

use super::NameKind;
use super::fold::folded;
use super::words::WORDS;

/// How many words and how many letters of a word a name is told by; no party's name has more.
const MOST_WORDS: usize = 64;
const MOST_LETTERS: usize = 64;

/// What a word weighs that many organisations have in their names.
const GENERIC: f32 = 0.55;

/// A word of a name.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub text: String,
    pub weight: f32,
}

/// The words of a name that tell it from others; all of its words where it has no such.
pub(super) fn tokens(name: &str, kind: NameKind) -> Vec<Token> {
    let folded = told(&folded(name));
    let found = match kind {
        NameKind::Person => of_person(&folded.replace('.', " ")),
        NameKind::Organisation | NameKind::Any => of_organisation(&without_dots(&folded)),
    };
    if !found.is_empty() {
        return found;
    }
    let plain = folded.replace('.', " ");
    plain.split_whitespace().map(|word| Token { text: word.to_owned(), weight: 1.0 }).collect()
}

/// A name as far as it is looked at, so that no pair of names takes long.
fn told(folded: &str) -> String {
    let words = folded.split(' ').take(MOST_WORDS).map(|word| &word[..word.len().min(MOST_LETTERS)]);
    words.collect::<Vec<_>>().join(" ")
}

fn of_person(name: &str) -> Vec<Token> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut tokens = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(&word) = words.get(at) {
        at += 1;
        let text = match servant_of(word, words.get(at).copied()) {
            Some((served, taken)) => {
                tokens.push(Token { text: "abdul".to_owned(), weight: 1.0 });
                at += taken;
                served
            }
            None => word,
        };
        if !text.is_empty() && !WORDS.titles.contains(text) && !WORDS.particles.contains(text) {
            tokens.push(Token { text: text.to_owned(), weight: 1.0 });
        }
    }
    tokens
}

/// The Arabic "servant of", which is written in many ways: what is left of its word, and how many articles follow.
fn servant_of<'w>(word: &'w str, next: Option<&str>) -> Option<(&'w str, usize)> {
    if WORDS.servants.contains(word) && next.is_some() {
        return Some(("", usize::from(next.is_some_and(|next| WORDS.articles.contains(next)))));
    }
    let joined = WORDS.joined_servants.iter().find_map(|servant| word.strip_prefix(servant));
    joined.filter(|rest| rest.len() >= 3).map(|rest| (rest, 0))
}

/// The dots between single letters fall away (S.A., a.b.c.), others divide words.
fn without_dots(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let is_letter = |at: usize| letters.get(at).is_some_and(char::is_ascii_alphanumeric);
    let is_single = |at: usize| is_letter(at) && (at == 0 || !is_letter(at - 1)) && !is_letter(at + 1);
    let kept = letters.iter().enumerate().filter_map(|(at, &letter)| match letter {
        '.' if at > 0 && is_single(at - 1) && is_single(at + 1) => None,
        '.' => Some(' '),
        letter => Some(letter),
    });
    kept.collect()
}

fn of_organisation(name: &str) -> Vec<Token> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut name = format!(" {} ", words.join(" "));
    for phrase in &WORDS.legal_phrases {
        name = name.replace(&format!(" {phrase} "), " ");
    }
    let words = name.split_whitespace();
    let told = words.filter(|word| !WORDS.links.contains(word) && !WORDS.legal.contains(word));
    let token = |word: &str| Token {
        text: WORDS.numbers.get(word).copied().unwrap_or(word).to_owned(),
        weight: if WORDS.generic.contains(word) { GENERIC } else { 1.0 },
    };
    told.map(token).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(name: &str, kind: NameKind) -> Vec<String> {
        tokens(name, kind).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn persons_lose_titles_and_particles() {
        assert_eq!(texts("Dr. Ada van der Quist", NameKind::Person), ["ada", "quist"]);
        assert_eq!(texts("'Abd al-Qadir", NameKind::Person), ["abdul", "qadir"]);
        assert_eq!(texts("Abdulqadir", NameKind::Person), ["abdul", "qadir"]);
        assert_eq!(texts("Al", NameKind::Person), ["al"]);
    }

    #[test]
    fn organisations_lose_their_legal_form() {
        assert_eq!(texts("Quist S.A.", NameKind::Organisation), ["quist"]);
        assert_eq!(texts("Open Joint Stock Company Quist", NameKind::Organisation), ["quist"]);
        assert_eq!(texts("Second Bank of Oslo Ltd.", NameKind::Organisation), ["2", "bank", "oslo"]);
    }
}
