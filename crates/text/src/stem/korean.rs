//! Korean: particles behind a noun, and what makes a verb or a group of people of it.

use super::{add, cut};
use crate::country::is_country_name;

/// Particles, the long ones first.
const PARTICLES: &[&str] = &[
    "으로부터",
    "에게서는",
    "에서부터",
    "으로서는",
    "이라고는",
    "에서는",
    "에게는",
    "으로는",
    "로부터",
    "으로써",
    "으로서",
    "이라고",
    "이라는",
    "까지의",
    "에서의",
    "으로의",
    "에게서",
    "께서는",
    "에서도",
    "에는",
    "에도",
    "에서",
    "에게",
    "으로",
    "로는",
    "로의",
    "로서",
    "로써",
    "라고",
    "라는",
    "까지",
    "부터",
    "처럼",
    "보다",
    "마다",
    "조차",
    "밖에",
    "이나",
    "이며",
    "이고",
    "이다",
    "만의",
    "과의",
    "와의",
    "께서",
    "한테",
    "하고",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "로",
    "와",
    "과",
    "도",
    "만",
    "나",
    "며",
];

/// Endings of 하다 and 되다 verbs behind a noun, and nouns of persons and bodies behind a country.
const DERIVATIONS: &[&str] = &[
    "하였습니다",
    "했습니다",
    "합니다",
    "됩니다",
    "되었다",
    "하였다",
    "하겠다",
    "했으며",
    "했지만",
    "했다고",
    "한다고",
    "했다",
    "한다",
    "하다",
    "하고",
    "하며",
    "하는",
    "하기",
    "하여",
    "해서",
    "해야",
    "됐다",
    "된다",
    "되다",
    "되는",
    "되어",
    "당국",
    "정부",
    "한",
    "할",
    "함",
    "해",
    "된",
    "될",
    "됨",
    "군",
    "측",
    "하",
    "되",
];

/// A form in a text: with each particle cut that it may have, and the words that it may be compounded of.
pub(super) fn in_text(form: &str) -> Vec<String> {
    let mut stems = vec![form.to_owned()];
    let mut rest = form;
    for layer in [PARTICLES, PARTICLES, DERIVATIONS] {
        if let Some(shorter) = cut(rest, layer, 1) {
            rest = shorter;
            add(&mut stems, rest);
        }
    }
    if let Some(noun) = stems.last().filter(|noun| !is_country_name(noun)).cloned() {
        add_ends(&noun, &mut stems);
    }
    stems
}

/// The two or three syllables at either end of a compound, which is written without spaces (대북제재, 탄도미사일).
fn add_ends(noun: &str, stems: &mut Vec<String>) {
    let places: Vec<usize> = noun.char_indices().map(|(at, _)| at).collect();
    for length in [2, 3].into_iter().filter(|length| places.len() >= length + 2) {
        add(stems, &noun[..places[length]]);
        add(stems, &noun[places[places.len() - length]..]);
    }
}

/// A word as typed, and without a particle that leaves two syllables or more.
pub(super) fn in_query(form: &str) -> Vec<String> {
    let mut stems = vec![form.to_owned()];
    if let Some(stem) = cut(form, PARTICLES, 2) {
        add(&mut stems, stem);
    }
    stems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_do_not_hide_a_noun() {
        for (form, word) in [
            ("북한이", "북한"),
            ("러시아에서는", "러시아"),
            ("파병했다", "파병"),
            ("제재를", "제재"),
            ("규탄하며", "규탄"),
            ("결의의", "결의"),
            ("북한군은", "북한"),
            ("탄도미사일을", "미사일"),
            ("대북제재", "제재"),
        ] {
            assert!(in_text(form).contains(&word.to_owned()), "{form}: {:?}", in_text(form));
        }
        assert_eq!(in_query("결의"), ["결의"]);
    }
}
