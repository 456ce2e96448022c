//! The score of two names, and its parts.

use serde::{Serialize, Serializer};
use strsim::osa_distance;

use super::NameKind;
use super::fold::{is_of_syllables, leaves_out_vowels};
use super::likeness::{Setting, likeness};
use super::tokens::{Token, tokens};

/// From this score on two names count as of one party: see `docs/decisions/0022-name-screening.md`.
pub const DEFAULT_THRESHOLD: f32 = 0.75;

/// How alike two words must be to stand for each other.
const ALIKE: f32 = 0.74;
/// How much words weigh that both names have and the other has not: a conflict.
const CONFLICT: f32 = 1.9;
/// How much words weigh that one name has and the other leaves out.
const MISSING: f32 = 0.25;
/// What a figure weighs as a conflict that only one name has.
const FIGURE: f32 = 0.3;
/// What a person's one word has of the score where the other name has more.
const ONE_WORD: f32 = 0.85;
/// How alike names must be, written without spaces, to be the same in spite of other words.
const ALIKE_JOINED: f32 = 0.88;
/// The score of names that differ in spaces alone.
const SAME_JOINED: f32 = 0.99;

/// What a part of a score says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PartKind {
    /// The word stands in both names.
    Same,
    /// Words that are spelt or sound alike.
    Alike,
    /// A word that only one name has.
    Missing,
    /// A word for which the other name has another.
    Differs,
    /// The names differ in the division of words.
    Joined,
}

/// A part of a score.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Part {
    /// What it says.
    pub kind: PartKind,
    /// The words of the first name, in plain letters; empty when it has none.
    pub a: String,
    /// Those of the second.
    pub b: String,
    /// How alike they are, from 0 to 1.
    #[serde(serialize_with = "three_digits")]
    pub likeness: f32,
}

/// Returns a score or a likeness with the three digits that it is good for.
pub fn rounded(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}

fn three_digits<S: Serializer>(likeness: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(rounded(*likeness))
}

/// What two names have to do with each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Judgement {
    /// From 0 to 1.
    pub score: f32,
    /// What the score is made of.
    pub why: Vec<Part>,
}

/// Says how likely two names are of one party; of names that nothing is said of, whichever reading fits better.
pub fn screen(a: &str, b: &str, kind: NameKind) -> Judgement {
    if kind != NameKind::Any {
        return judged(a, b, kind);
    }
    let (person, organisation) = (judged(a, b, NameKind::Person), judged(a, b, NameKind::Organisation));
    if person.score > organisation.score { person } else { organisation }
}

fn judged(a: &str, b: &str, kind: NameKind) -> Judgement {
    let (words_a, words_b) = (tokens(a, kind), tokens(b, kind));
    let (words_a, words_b) = (joined_as(&words_a, &words_b), joined_as(&words_b, &words_a));
    let setting = Setting {
        kind,
        vowels_left_out: leaves_out_vowels(a) != leaves_out_vowels(b),
        syllables: is_of_syllables(a) != is_of_syllables(b),
    };
    let pairs = paired(&words_a, &words_b, setting);
    let left_a = left(&words_a, pairs.iter().map(|pair| pair.a));
    let left_b = left(&words_b, pairs.iter().map(|pair| pair.b));
    let mut score = score(&words_a, &words_b, &pairs, &left_a, &left_b);
    if kind == NameKind::Person && pairs.len() == 1 && is_one_of_many(&words_a, &words_b) {
        score *= ONE_WORD;
    }
    let mut why = parts(&words_a, &words_b, &pairs, &left_a, &left_b);
    let conflict = !left_a.is_empty() && !left_b.is_empty();
    if let Some(part) = joined(&words_a, &words_b, conflict).filter(|part| part.likeness > score) {
        score = part.likeness;
        why = vec![part];
    }
    Judgement { score, why }
}

fn is_one_of_many(a: &[Token], b: &[Token]) -> bool {
    a.len().min(b.len()) == 1 && a.len().max(b.len()) > 1
}

/// Two words that stand for each other, by their places.
struct Pair {
    a: usize,
    b: usize,
    likeness: f32,
}

/// The words that stand for each other, the likest first, each once; of equals those that stand nearest.
fn paired(a: &[Token], b: &[Token], setting: Setting) -> Vec<Pair> {
    let mut candidates = Vec::new();
    for (at, word) in a.iter().enumerate() {
        for (to, other) in b.iter().enumerate() {
            let likeness = likeness(&word.text, &other.text, setting);
            if likeness >= ALIKE {
                candidates.push(Pair { a: at, b: to, likeness });
            }
        }
    }
    candidates.sort_by(|one, other| {
        let (near, far) = (one.a.abs_diff(one.b), other.a.abs_diff(other.b));
        other
            .likeness
            .total_cmp(&one.likeness)
            .then(near.cmp(&far))
            .then((one.a, one.b).cmp(&(other.a, other.b)))
    });
    let mut pairs: Vec<Pair> = Vec::new();
    for candidate in candidates {
        if pairs.iter().all(|pair| pair.a != candidate.a && pair.b != candidate.b) {
            pairs.push(candidate);
        }
    }
    pairs
}

/// The words that stand for none.
fn left(words: &[Token], paired: impl Iterator<Item = usize>) -> Vec<&Token> {
    let paired: Vec<usize> = paired.collect();
    let left = words.iter().enumerate().filter(|(at, _)| !paired.contains(at));
    left.map(|(_, word)| word).collect()
}

/// What stands for each other, as a part of all: words that only one name has weigh little, words against words much.
fn score(a: &[Token], b: &[Token], pairs: &[Pair], left_a: &[&Token], left_b: &[&Token]) -> f32 {
    let weight = |pair: &Pair| (a[pair.a].weight + b[pair.b].weight) / 2.0;
    let sum = |words: &[&Token]| words.iter().map(|word| word.weight).sum::<f32>();
    let alike: f32 = pairs.iter().map(|pair| weight(pair) * pair.likeness).sum();
    let paired: f32 = pairs.iter().map(weight).sum();
    let (of_a, of_b) = (sum(left_a), sum(left_b));
    let conflict = of_a.min(of_b);
    let is_figure = |word: &&&Token| word.text.bytes().all(|byte| byte.is_ascii_digit());
    let has_figure = left_a.iter().chain(left_b).find(is_figure).is_some();
    let figure = if has_figure && conflict == 0.0 { FIGURE } else { 0.0 };
    let whole = paired + CONFLICT * (conflict + figure) + MISSING * (of_a.max(of_b) - conflict);
    if pairs.is_empty() { 0.0 } else { alike / whole }
}

fn parts(a: &[Token], b: &[Token], pairs: &[Pair], left_a: &[&Token], left_b: &[&Token]) -> Vec<Part> {
    let paired = pairs.iter().map(|pair| Part {
        kind: if pair.likeness == 1.0 { PartKind::Same } else { PartKind::Alike },
        a: a[pair.a].text.clone(),
        b: b[pair.b].text.clone(),
        likeness: pair.likeness,
    });
    let conflict = !left_a.is_empty() && !left_b.is_empty();
    let kind = if conflict { PartKind::Differs } else { PartKind::Missing };
    let text = |word: Option<&&Token>| word.map_or(String::new(), |word| word.text.clone());
    let most = left_a.len().max(left_b.len());
    let left =
        (0..most).map(|at| Part { kind, a: text(left_a.get(at)), b: text(left_b.get(at)), likeness: 0.0 });
    paired.chain(left).collect()
}

/// Words of one name that are one word of the other, put together: "Patr ushev" beside "Patrushev".
fn joined_as(words: &[Token], others: &[Token]) -> Vec<Token> {
    const SHORT: usize = 5;
    let has = |text: &str| others.iter().any(|other| other.text == text);
    let has_nearly =
        |text: &str| text.len() > SHORT && others.iter().any(|other| osa_distance(&other.text, text) <= 1);
    let mut found = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let next = words.get(at + 1).filter(|next| !has(&word.text) && !has(&next.text));
        let both = next.map(|next| (format!("{}{}", word.text, next.text), word.weight.max(next.weight)));
        match both.filter(|(text, _)| has(text) || has_nearly(text)) {
            Some((text, weight)) => {
                found.push(Token { text, weight });
                at += 2;
            }
            None => {
                found.push(word.clone());
                at += 1;
            }
        }
    }
    found
}

/// The names written without spaces, where that makes them the same or, against a conflict of words, nearly so.
fn joined(a: &[Token], b: &[Token], conflict: bool) -> Option<Part> {
    let whole = |words: &[Token]| words.iter().map(|word| word.text.as_str()).collect::<String>();
    let (text_a, text_b) = (whole(a), whole(b));
    let longest = text_a.len().max(text_b.len());
    if longest == 0 {
        return None;
    }
    let likeness = match 1.0 - osa_distance(&text_a, &text_b) as f32 / longest as f32 {
        1.0 => SAME_JOINED,
        likeness => likeness,
    };
    let counts = likeness == SAME_JOINED || conflict && a.len() != b.len() && likeness >= ALIKE_JOINED;
    counts.then_some(Part { kind: PartKind::Joined, a: text_a, b: text_b, likeness })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(a: &str, b: &str, kind: NameKind) -> f32 {
        screen(a, b, kind).score
    }

    #[test]
    fn order_case_script_and_left_out_words_match() {
        for (a, b) in [
            ("Quist, Ada Marie", "ADA QUIST"),
            ("Mohammed bin Karim", "Karim Muhammad"),
            ("Пётр Сидоров", "Petr Sidorov"),
            ("Ada Qu ist", "Ada Quist"),
            ("'Abd al-Qadir Salim", "Abdulkadir Salim"),
            ("محمد علي", "Mohamed Ali"),
            ("박민수", "Park Min Su"),
            ("이민수", "Lee Min-su"),
        ] {
            assert!(
                score(a, b, NameKind::Person) >= DEFAULT_THRESHOLD,
                "{a} {b}: {:?}",
                screen(a, b, NameKind::Person)
            );
        }
        for (a, b) in [("Quist Holding AG", "Quist Holding GmbH"), ("Bank of Ålesund", "ALESUND BANK LLC")] {
            assert!(score(a, b, NameKind::Organisation) >= DEFAULT_THRESHOLD, "{a} {b}");
        }
    }

    #[test]
    fn another_word_in_a_words_place_does_not() {
        for (a, b) in [
            ("Ada Quist", "Bodil Quist"),
            ("Malik Ruslanovich Karimov", "Malik Magomedovich Karimov"),
            ("Ada Quist", "Ada Berg"),
            ("", "Ada Quist"),
            ("Quist", ""),
        ] {
            assert!(score(a, b, NameKind::Person) < DEFAULT_THRESHOLD, "{a} {b}");
        }
        for (a, b) in [
            ("Quist Fund 1", "Quist Fund 2"),
            ("Bank of Oslo", "Bank of Bergen"),
            ("Quist Fund", "Quist Fund II"),
        ] {
            assert!(score(a, b, NameKind::Organisation) < DEFAULT_THRESHOLD, "{a} {b}");
        }
    }

    #[test]
    fn the_parts_say_which_words_stand_for_which() {
        let why = screen("Ada Quisst", "Quist Ada", NameKind::Person).why;
        let said: Vec<_> = why.iter().map(|part| (part.kind, part.a.as_str(), part.b.as_str())).collect();
        assert_eq!(said, [(PartKind::Same, "ada", "ada"), (PartKind::Alike, "quisst", "quist")]);
        let why = screen("Ada Quist", "Ada Berg", NameKind::Person).why;
        assert_eq!((why[1].kind, why[1].a.as_str(), why[1].b.as_str()), (PartKind::Differs, "quist", "berg"));
    }

    #[test]
    fn names_without_end_are_judged_by_their_beginning() {
        let (many, long) = ("Ada ".repeat(2_000), "a".repeat(100_000));
        for (a, b) in [(&many, &many), (&long, &long), (&many, &long)] {
            assert!((0.0..=1.0).contains(&score(a, b, NameKind::Any)));
        }
    }

    #[test]
    fn a_score_is_the_same_either_way() {
        for (a, b) in
            [("Ada Marie Quist", "Quisst Ada"), ("Quist AG 2", "Quist"), ("Patr ushev", "Patrushev")]
        {
            assert!((score(a, b, NameKind::Any) - score(b, a, NameKind::Any)).abs() < 1e-6, "{a} {b}");
        }
    }
}
